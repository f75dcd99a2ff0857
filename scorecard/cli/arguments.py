"""What may be typed after the commands that use the store. Only argparse is imported here."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from scorecard.domain.starts import day_of_arrival

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

FORMATS = ("json", "csv", "csv-exact", "markdown", "xlsx", "ics")


def add_commands(commands: "Commands") -> Iterator[argparse.ArgumentParser]:
    yield _tally(commands)
    yield _promise(commands)
    for name, what in (("today", "how today stands"), ("week", "how the days of this week stand")):
        show = commands.add_parser(name, allow_abbrev=False, help=what, description=f"Prints {what}.")
        show.add_argument("--json", action="store_true", help="as JSON")
        yield show
    yield _export(commands)
    yield _restore(commands)
    yield commands.add_parser(
        "where", allow_abbrev=False, help="where the store and its backups lie", description="Prints where things lie."
    )
    complete = commands.add_parser(
        "complete", allow_abbrev=False, help="the names of measures that begin so, for a shell",
        description="Prints the measures whose name begins with BEGINNING, one a line; without it those on the card.",
    )  # fmt: skip
    complete.add_argument("beginning", nargs="?", default="", metavar="BEGINNING")
    yield complete


def _tally(commands: "Commands") -> argparse.ArgumentParser:
    tally = commands.add_parser(
        "tally",
        allow_abbrev=False,
        help="count something, or enter a value",
        description="Adds to a measure, or enters its value. Its name may be typed as far as it fits one measure only.",
    )
    tally.add_argument("name", metavar="NAME", help="the name of a measure, or how it begins")
    tally.add_argument(
        "amount", nargs="?", default="+1", metavar="AMOUNT", help="+1 or -1 to count (+1 if left out), =4 to enter 4"
    )
    tally.add_argument("--day", type=day_of_arrival, metavar="DAY", help="the day, as 2026-11-20 (default: today)")
    return tally


def _promise(commands: "Commands") -> argparse.ArgumentParser:
    promise = commands.add_parser(
        "promise",
        allow_abbrev=False,
        help="write down a promise in one line",
        description='Reads a line such as "Send the estimates to Cassandra by Friday !commitment", prints how it was '
        "understood, and writes it down. One undo takes it back.",
    )
    promise.add_argument(
        "line",
        metavar="LINE",
        help="the promise; - reads it from the standard input, unseen in lists of processes",
    )
    return promise


def _export(commands: "Commands") -> argparse.ArgumentParser:
    export = commands.add_parser(
        "export",
        allow_abbrev=False,
        help="write what is in the store for other programs",
        description="Writes a file that only you can read; all of it or nothing. json is complete and read again to be "
        "sure; csv is for spreadsheets, csv-exact for programs; markdown is a file a day, in an empty folder or a "
        ".zip; xlsx has a sheet a year; ics has the dates of promises.",
    )
    export.add_argument("--format", required=True, choices=FORMATS, help="what to write")
    export.add_argument("--to", required=True, type=Path, metavar="PATH", help="the file, or for markdown the folder")
    export.add_argument("--from", dest="first", type=day_of_arrival, metavar="DAY", help="the first day, as 2026-01-01")
    export.add_argument("--until", type=day_of_arrival, metavar="DAY", help="the last day")
    export.add_argument("--replace", action="store_true", help="replace a file that is there already")
    return export


def _restore(commands: "Commands") -> argparse.ArgumentParser:
    restore = commands.add_parser(
        "restore",
        allow_abbrev=False,
        help="list the backups, or put one in the place of the store",
        description="Without FILE it lists the backups. With it, it says what would be lost, asks, and restores it; "
        "what was there is kept as a backup.",
    )
    restore.add_argument("file", nargs="?", metavar="FILE", help="the number of a backup, its name, or its file")
    restore.add_argument("--yes", action="store_true", help="restore without asking")
    return restore
