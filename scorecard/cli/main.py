"""What becomes of what is typed after `scorecard`. What a command needs is imported once it was typed."""

import argparse
import os
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from typing import TYPE_CHECKING, TextIO

from scorecard.cli.console import Console
from scorecard.cli.parser import read
from scorecard.cli.printing import NobodyReadsError
from scorecard.cli.status import INTERRUPTED, UNREAD
from scorecard.cli.status import MISUSED as MISUSED
from scorecard.domain.clock import Clock, SystemClock
from scorecard.paths import find_paths

if TYPE_CHECKING:
    from scorecard.cli.window import OpenWindow


def run(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    out: TextIO,
    err: TextIO,
    keyboard: TextIO | None = None,
    clock: Clock | None = None,
) -> "int | OpenWindow":
    """Does what `arguments` (without the program's name) say; the exit status is as cli/status.py says.

    Without a terminal for a `keyboard` nothing is asked.
    """
    try:
        with redirect_stdout(out), redirect_stderr(err):
            asked = read(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else MISUSED
    return do(asked, environment, out, err, keyboard, clock)


def do(
    asked: argparse.Namespace,
    environment: Mapping[str, str],
    out: TextIO,
    err: TextIO,
    keyboard: TextIO | None = None,
    clock: Clock | None = None,
) -> "int | OpenWindow":
    """What was asked. An error of the world is one line on stderr."""
    if asked.command is None:
        from scorecard.cli.window import OpenWindow
        from scorecard.domain.starts import Arrival

        return OpenWindow(asked.data, Arrival(asked.page, asked.day, asked.open, background=asked.background))
    paths = find_paths(environment, asked.data)
    console = Console(paths, clock or SystemClock(), out, err, keyboard, _languages(environment))
    try:
        from scorecard.cli.commands import do as do_command

        return do_command(asked, console)
    except NobodyReadsError:
        _print_nowhere(out)  # else Python complains of it once more at its end
        return UNREAD
    except KeyboardInterrupt:
        return INTERRUPTED


def _print_nowhere(out: TextIO) -> None:
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())


def _languages(environment: Mapping[str, str]) -> tuple[str, ...]:
    """In which promises are written: that of the system, as "de_CH"; English is always understood."""
    named = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    language = named.partition(".")[0].partition("@")[0]
    return (language, "en") if language[:2].isalpha() and len(language) in (2, 5) else ("en",)
