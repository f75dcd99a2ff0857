"""The scripts by which bash, zsh and fish complete `scorecard`: made from the parser, and so know what it knows."""

import argparse
from collections.abc import Iterator, Mapping, Sequence

from scorecard.cli.completion_templates import BASH, FISH, ZSH
from scorecard.cli.parser import make_parser
from scorecard.cli.typed import a_day_word

_DAYS = ("today", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAMING = "tally"  # the command that takes the name of a measure
_FILES = {"data", "to", "open"}  # options that take a file or a folder
_WITH_FILES = ("import", "restore")


def script_for(shell: str) -> str:
    parser = make_parser()
    commands = _commands_of(parser)
    match shell:
        case "bash":
            return _bash(parser, commands)
        case "zsh":
            return _zsh(parser, commands)
        case _:
            return _fish(parser, commands)


class _Command:
    def __init__(self, parser: argparse.ArgumentParser, what: str) -> None:
        self.what = what
        self.options = [action for action in parser._actions if action.option_strings]
        self.places = [action for action in parser._actions if not action.option_strings]


def _commands_of(parser: argparse.ArgumentParser) -> Mapping[str, _Command]:
    (among,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    told = {choice.dest: choice.help or "" for choice in among._choices_actions}
    return {name: _Command(command, told.get(name, "")) for name, command in among.choices.items()}


def _words_for(option: argparse.Action) -> Sequence[str]:
    """What may stand after an option, where that is known."""
    if option.choices:
        return [str(choice) for choice in option.choices]
    return _DAYS if option.type is a_day_word else ()


def _bash(parser: argparse.ArgumentParser, commands: Mapping[str, _Command]) -> str:
    top = _Command(parser, "")
    values, options = [], []
    for name, command in [*commands.items(), ("", top)]:
        known = " ".join(sign for option in command.options for sign in option.option_strings)
        options.append(f'        {name or chr(34) * 2}) options="{known}" ;;')
        for option in command.options:
            if words := _words_for(option):
                signs = "|".join(f"{name}:{sign}" for sign in option.option_strings)
                reply = f'COMPREPLY=($(compgen -W "{" ".join(words)}" -- "$current")); return'
                values.append(f"        {signs}) {reply} ;;")
    parts = {
        "COMMANDS": "|".join(commands),
        "WORDS": " ".join(commands),
        "VALUES": "\n".join(values),
        "OPTIONS": "\n".join(options),
        "NAMING": _NAMING,
        "WITH_FILES": f"@({'|'.join(_WITH_FILES)})",
    }
    return _filled(BASH, parts)


def _zsh(parser: argparse.ArgumentParser, commands: Mapping[str, _Command]) -> str:
    described = [f"        {_quoted(f'{name}:{_plain(command.what)}')}" for name, command in commands.items()]
    of_commands = [
        f"                {name}) _arguments {' '.join(_zsh_arguments(name, command))} ;;"
        for name, command in commands.items()
    ]
    top = [f"        {argument} \\" for argument in _zsh_options(_Command(parser, ""))]
    return _filled(
        ZSH, {"DESCRIBED": "\n".join(described), "TOP": "\n".join(top), "OF_COMMANDS": "\n".join(of_commands)}
    )


def _zsh_arguments(name: str, command: _Command) -> Iterator[str]:
    yield from _zsh_options(command)
    for number, place in enumerate(command.places, start=1):
        if name == _NAMING and number == 1:
            yield f"'{number}:measure:_scorecard_names'"
        else:
            yield f"'{number}:{place.dest}:{'_files' if name in _WITH_FILES else ''}'"


def _zsh_options(command: _Command) -> Iterator[str]:
    for option in command.options:
        value = ""
        if option.nargs != 0:
            words = _words_for(option)
            action = f"({' '.join(words)})" if words else "_files" if option.dest in _FILES else ""
            value = f":{option.dest}:{action}"
        for sign in option.option_strings:
            yield _quoted(f"{sign}[{_plain(option.help or '')}]{value}")


def _fish(parser: argparse.ArgumentParser, commands: Mapping[str, _Command]) -> str:
    lines = [*_fish_options("__fish_use_subcommand", _Command(parser, ""))]
    for name, command in commands.items():
        lines.append(f"complete -c scorecard -n __fish_use_subcommand -a {name} -d {_quoted(_plain(command.what))}")
        seen = _quoted(f"__fish_seen_subcommand_from {name}")
        lines.extend(_fish_options(seen, command))
        if name in _WITH_FILES:
            lines.append(f"complete -c scorecard -n {seen} -F")
    asked = "(scorecard complete -- (commandline -ct | string unescape) 2>/dev/null)"
    lines.append(f"complete -c scorecard -n '__fish_seen_subcommand_from {_NAMING}' -a {_quoted(asked)}")
    return FISH + "\n".join(lines) + "\n"


def _fish_options(when: str, command: _Command) -> Iterator[str]:
    for option in command.options:
        names = " ".join(f"-l {s[2:]}" if s.startswith("--") else f"-s {s[1:]}" for s in option.option_strings)
        words = _words_for(option)
        value = ""
        if option.nargs != 0:
            value = f" -x -a {_quoted(' '.join(words))}" if words else " -r -F" if option.dest in _FILES else " -x"
        yield f"complete -c scorecard -n {when} {names}{value} -d {_quoted(_plain(option.help or ''))}"


def _filled(script: str, parts: Mapping[str, str]) -> str:
    for name, words in parts.items():
        script = script.replace(f"@{name}@", words)
    return script


def _plain(words: str) -> str:
    """Without what a description can't hold in zsh."""
    return "".join(sign for sign in words.replace("%%", "%") if sign not in "[]:'\\")


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "'\\''") + "'"
