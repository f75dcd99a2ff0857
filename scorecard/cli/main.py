"""What is typed after `scorecard`. Only argparse is imported here: the way to the window leads through this room."""

import argparse
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from scorecard import __version__
from scorecard.domain.clock import Clock, SystemClock
from scorecard.domain.starts import NOTHING_ASKED, PAGES, Arrival, day_of_arrival

if TYPE_CHECKING:
    from scorecard.cli.console import Console

DONE, FAILED, MISUSED = 0, 1, 2
STATUSES = (
    "Exit status: 0 done; 1 not possible, and nothing was changed; 2 typed wrongly, or nobody there to ask; "
    "3 the name fits several measures, which are listed; 4 nothing has that name. What went wrong is one line on "
    "stderr."
)


@dataclass(frozen=True, slots=True)
class OpenWindow:
    """Nothing to do here: the window was asked for. `data` is the folder of the store, if one was named."""

    data: Path | None
    arrival: Arrival = NOTHING_ASKED


def run(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    out: TextIO,
    err: TextIO,
    keyboard: TextIO | None = None,
    clock: Clock | None = None,
) -> int | OpenWindow:
    """Does what `arguments` (without the program's name) say; the exit status is as STATUSES says.

    Without a terminal for a `keyboard` nothing is asked.
    """
    try:
        with redirect_stdout(out), redirect_stderr(err):
            asked = _parser().parse_args(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else MISUSED
    if asked.command is None:
        return OpenWindow(asked.data, Arrival(asked.page, asked.day, asked.open, background=asked.background))
    from scorecard.cli.console import Console
    from scorecard.paths import find_paths

    try:
        return _do(asked, Console(find_paths(environment, asked.data), clock or SystemClock(), out, err, keyboard))
    except BrokenPipeError:
        # Who read what is printed has seen enough; Python would complain of it once more at its end.
        _print_nowhere(out)
        return FAILED


def _do(asked: argparse.Namespace, console: "Console") -> int:
    if asked.command == "import":
        from scorecard.cli.importing import import_file

        return import_file(console, asked.file, agreed=asked.yes, everything=asked.all)
    if asked.command in ("backup", "check"):
        from scorecard.cli import backups

        return backups.back_up(console, asked.to) if asked.command == "backup" else backups.check(console)
    from scorecard.cli.commands import do

    return do(asked, console)


def _print_nowhere(out: TextIO) -> None:
    import os

    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="scorecard",
        description="A personal daily scorecard. Without a command the window opens.",
        epilog=STATUSES,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Scorecard {__version__}")
    _add_data(parser, default=None)
    _add_arrival(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    bring = commands.add_parser(
        "import",
        allow_abbrev=False,
        help="bring in what another program has recorded",
        description="Shows what would be imported from FILE, asks, and imports it. One undo takes it back.",
    )
    bring.add_argument(
        "file", type=Path, metavar="FILE", help="a file of another program, a table (.csv), or an export of Scorecard"
    )
    bring.add_argument("--yes", action="store_true", help="import without asking")
    bring.add_argument("--all", action="store_true", help="bring in what is left out unless it is asked for, too")
    _add_data(bring, default=argparse.SUPPRESS)
    keep = commands.add_parser(
        "backup",
        allow_abbrev=False,
        help="make a checked copy of the store",
        description="Makes a backup in the folder beside the store, as the window does, or as a new file.",
    )
    keep.add_argument("--to", type=Path, metavar="FILE", help="a file that is not there yet")
    _add_data(keep, default=argparse.SUPPRESS)
    look = commands.add_parser(
        "check",
        allow_abbrev=False,
        help="look whether the store and its backups are as they were written",
        description="Looks through every page and every row of the store and of its backups. It changes nothing.",
    )
    _add_data(look, default=argparse.SUPPRESS)
    from scorecard.cli.arguments import add_commands

    for command in add_commands(commands):
        _add_data(command, default=argparse.SUPPRESS)
    return parser


def _add_arrival(parser: argparse.ArgumentParser) -> None:
    """What the window shows first; a window that is open already shows it too."""
    parser.add_argument("--page", choices=PAGES, default="", help="the page to open the window on")
    parser.add_argument("--day", type=day_of_arrival, metavar="DAY", help="the day to open it on, as 2026-11-20")
    parser.add_argument("--open", type=Path, metavar="FILE", help="a file to look at for an import, in the window")
    parser.add_argument("--background", action="store_true", help="start without being seen, as a session does")


def _add_data(parser: argparse.ArgumentParser, default: str | None) -> None:
    """With SUPPRESS a command without --data leaves what stood before the command as it is."""
    parser.add_argument(
        "--data", type=Path, metavar="DIR", default=default, help="the folder of the store (default: the user's own)"
    )
