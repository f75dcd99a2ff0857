"""What may be typed after each command. Only argparse is imported here."""

import argparse

from scorecard.cli.typed import a_day, a_day_word, a_path

TYPE_CHECKING = False  # mypy knows the name; importing typing takes longer than all that is here
if TYPE_CHECKING:
    from collections.abc import Iterator

    from scorecard.cli.one_line_parser import CommandParser

    Commands = argparse._SubParsersAction[CommandParser]

FORMATS = ("json", "csv", "csv-exact", "markdown", "xlsx", "ics")
SHELLS = ("bash", "zsh", "fish")


def add_commands(commands: "Commands") -> "Iterator[CommandParser]":
    yield _tally(commands)
    yield _promise(commands)
    for name, what in (("today", "how today stands"), ("week", "how the days of this week stand")):
        show = _command(commands, name, what, f"Prints {what}.")
        show.add_argument("--json", action="store_true", help="as JSON")
        yield show
    yield _import(commands)
    yield _export(commands)
    yield _backup(commands)
    yield _restore(commands)
    yield _rescue(commands)
    yield _command(
        commands,
        "check",
        "look whether the store and its backups are as they were written",
        "Looks through every page and every row of the store and of its backups. It changes nothing.",
    )
    where = _command(commands, "where", "where the store and its backups lie", "Prints where things lie.")
    where.add_argument("--json", action="store_true", help="as JSON")
    yield where
    yield _complete(commands)


def _command(commands: "Commands", name: str, what: str, description: str) -> "CommandParser":
    return commands.add_parser(name, allow_abbrev=False, help=what, description=description)


def _tally(commands: "Commands") -> "CommandParser":
    tally = _command(
        commands,
        "tally",
        "count something, or enter a value",
        "Adds to a measure, or enters its value. Its name may be typed as far as it fits one measure only.",
    )
    tally.mixed, tally.usage = True, "%(prog)s [-h] NAME [AMOUNT] [--day DAY] [--note TEXT] [--data DIR]"
    tally.add_argument("name", metavar="NAME", help="the name of a measure, or how it or one of its words begins")
    tally.add_argument(
        "amount",
        nargs="?",
        default="+1",
        metavar="AMOUNT",
        help="+1 or -1 to count (+1 if left out), +45min; =4, =1:30, yes or no to enter; skip; clear",
    )
    tally.add_argument(
        "--day", type=a_day_word, metavar="DAY", help="2026-11-20, yesterday, or the last monday (default: today)"
    )
    tally.add_argument("--note", metavar="TEXT", help="is added to the note of the day; - reads it from standard input")
    return tally


def _promise(commands: "Commands") -> "CommandParser":
    promise = _command(
        commands,
        "promise",
        "write down a promise in one line",
        'Reads a line such as "Send the estimates to Cassandra by Friday !commitment", prints how it was '
        "understood, and writes it down. One undo takes it back.",
    )
    promise.add_argument(
        "line", metavar="LINE", help="the promise; - reads it from standard input, unseen in lists of processes"
    )
    promise.add_argument("--dry-run", action="store_true", help="only print how it is understood")
    return promise


def _import(commands: "Commands") -> "CommandParser":
    bring = _command(
        commands,
        "import",
        "bring in what another program has recorded",
        "Shows what would be imported from FILE, asks, and imports it. One undo takes it back.",
    )
    bring.add_argument(
        "file",
        type=a_path,
        metavar="FILE",
        help="a file or folder of another program, a table (.csv), or an export, a backup or a store of Scorecard",
    )
    bring.add_argument("--yes", action="store_true", help="import without asking")
    bring.add_argument("--all", action="store_true", help="bring in what is left out unless it is asked for, too")
    bring.add_argument(
        "--apart", action="store_true", help="of another store of Scorecard: nothing joins what has the same name here"
    )
    bring.add_argument("--dry-run", action="store_true", help="only show what would be imported")
    return bring


def _export(commands: "Commands") -> "CommandParser":
    export = _command(
        commands,
        "export",
        "write what is in the store for other programs",
        "Writes a file that only you can read; all of it or nothing. json is complete and read again to be "
        "sure; csv is for spreadsheets, csv-exact for programs; markdown is a file a day, in an empty folder or a "
        ".zip; xlsx has a sheet a year; ics has the dates of promises.",
    )
    export.add_argument("--format", required=True, choices=FORMATS, help="what to write")
    export.add_argument("--to", required=True, type=a_path, metavar="PATH", help="the file, or for markdown the folder")
    export.add_argument("--from", dest="first", type=a_day, metavar="DAY", help="the first day, as 2026-01-01")
    export.add_argument("--until", type=a_day, metavar="DAY", help="the last day")
    export.add_argument("--replace", action="store_true", help="replace a file that is there already")
    return export


def _backup(commands: "Commands") -> "CommandParser":
    keep = _command(
        commands,
        "backup",
        "make a checked copy of the store",
        "Makes a backup in the folder beside the store, as the window does, or as a new file.",
    )
    keep.add_argument("--to", type=a_path, metavar="FILE", help="a file that is not there yet")
    return keep


def _restore(commands: "Commands") -> "CommandParser":
    restore = _command(
        commands,
        "restore",
        "list the backups, or put one in the place of the store",
        "Without FILE it lists the backups. With it, it says what would change, asks, and restores it; "
        "what was there is kept as a backup, and --undo brings it back until something is entered.",
    )
    restore.add_argument("file", nargs="?", metavar="FILE", help="the number of a backup, its name, or its file")
    restore.add_argument("--undo", action="store_true", help="take the last restore back")
    restore.add_argument("--yes", action="store_true", help="restore without asking")
    return restore


def _rescue(commands: "Commands") -> "CommandParser":
    rescue = _command(
        commands,
        "rescue",
        "lead back from a store that is damaged, empty or gone",
        "Says what is safe, lists what one can begin from and what the damaged file has beyond it, asks, and puts that "
        "in the place of the store; the damaged file is kept. Nothing is changed before the answer.",
    )
    rescue.add_argument(
        "file", nargs="?", metavar="FILE", help="a backup's number or name, another store, or an export to begin from"
    )
    rescue.add_argument("--yes", action="store_true", help="do it without asking")
    return rescue


def _complete(commands: "Commands") -> "CommandParser":
    complete = _command(
        commands,
        "complete",
        "the names of measures that begin so, for a shell",
        "Prints the measures whose name begins with BEGINNING, one a line; without it those on the card. With --shell "
        "it prints what that shell has to read to complete commands, options and names of measures.",
    )
    complete.add_argument("beginning", nargs="?", default="", metavar="BEGINNING")
    complete.add_argument("--shell", choices=SHELLS, help="print the script for this shell")
    return complete
