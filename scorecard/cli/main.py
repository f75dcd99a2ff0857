"""What is typed after `scorecard`. Only argparse is imported here: the way to the window leads through this room."""

import argparse
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from scorecard import __version__
from scorecard.domain.clock import Clock, SystemClock

if TYPE_CHECKING:
    from scorecard.cli.console import Console

DONE, FAILED, MISUSED = 0, 1, 2


@dataclass(frozen=True, slots=True)
class OpenWindow:
    """Nothing to do here: the window was asked for. `data` is the folder of the store, if one was named."""

    data: Path | None


def run(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    out: TextIO,
    err: TextIO,
    keyboard: TextIO | None = None,
    clock: Clock | None = None,
) -> int | OpenWindow:
    """Does what `arguments` (without the program's name) say; the exit status is 0 done, 1 failed, 2 misused.

    Without a terminal for a `keyboard` nothing is asked.
    """
    try:
        with redirect_stdout(out), redirect_stderr(err):
            asked = _parser().parse_args(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else MISUSED
    if asked.command is None:
        return OpenWindow(asked.data)
    from scorecard.cli.console import Console
    from scorecard.paths import find_paths

    return _do(asked, Console(find_paths(environment, asked.data), clock or SystemClock(), out, err, keyboard))


def _do(asked: argparse.Namespace, console: "Console") -> int:
    if asked.command == "import":
        from scorecard.cli.importing import import_file

        return import_file(console, asked.file, agreed=asked.yes)
    from scorecard.cli import backups

    return backups.back_up(console, asked.to) if asked.command == "backup" else backups.check(console)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="scorecard",
        description="A personal daily scorecard. Without a command the window opens.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Scorecard {__version__}")
    _add_data(parser, default=None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    bring = commands.add_parser(
        "import",
        allow_abbrev=False,
        help="bring in what another program has recorded",
        description="Shows what would be imported from FILE, asks, and imports it. One undo takes it back.",
    )
    bring.add_argument("file", type=Path, metavar="FILE", help="a Loop Habit Tracker backup (.db) or a table (.csv)")
    bring.add_argument("--yes", action="store_true", help="import without asking")
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
    return parser


def _add_data(parser: argparse.ArgumentParser, default: str | None) -> None:
    """With SUPPRESS a command without --data leaves what stood before the command as it is."""
    parser.add_argument(
        "--data", type=Path, metavar="DIR", default=default, help="the folder of the store (default: the user's own)"
    )
