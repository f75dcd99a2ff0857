"""From what was typed to what does it. What each needs is imported when it is asked for."""

import argparse

from scorecard.cli.console import Console
from scorecard.domain.errors import KnownError

_READING = ("today", "week", "complete", "check", "export")


def do(asked: argparse.Namespace, console: Console) -> int:
    """The exit status. An error of the world is one line on stderr."""
    try:
        return _do(asked, console)
    except KnownError as error:
        from scorecard.cli.failing import say_failure

        return say_failure(console, error, reading=asked.command in _READING)


def _do(asked: argparse.Namespace, console: Console) -> int:
    match asked.command:
        case "where":
            from scorecard.cli.where import where

            return where(console, as_json=asked.json)
        case "complete":
            from scorecard.cli.completing import complete, print_script

            return print_script(console, asked.shell) if asked.shell else complete(console, asked.beginning)
        case "today" | "week":
            from scorecard.cli import showing

            show = showing.today if asked.command == "today" else showing.week
            return show(console, as_json=asked.json)
        case _:
            _keep_quiet()
            return _do_with_store(asked, console)


def _do_with_store(asked: argparse.Namespace, console: Console) -> int:
    match asked.command:
        case "tally":
            from scorecard.cli.tallying import tally

            return tally(console, asked.name, asked.amount, asked.day, asked.note)
        case "promise":
            from scorecard.cli.promising import promise

            return promise(console, asked.line, dry_run=asked.dry_run)
        case "import":
            from scorecard.cli.importing import Asked, import_file

            return import_file(console, asked.file, Asked(asked.yes, asked.all, asked.apart, asked.dry_run))
        case "export":
            from scorecard.cli.exporting import export

            return export(console, asked.format, asked.to, asked.first, asked.until, replace=asked.replace)
        case "restore":
            from scorecard.cli.restoring import restore, take_back

            return (take_back if asked.undo else restore)(console, asked.file, agreed=asked.yes)
        case "rescue":
            from scorecard.cli.rescuing import rescue

            return rescue(console, asked.file, agreed=asked.yes)
        case "backup":
            from scorecard.cli.backups import back_up

            return back_up(console, asked.to)
        case _:
            from scorecard.cli.backups import check

            return check(console)


def _keep_quiet() -> None:
    """Warnings of the store would stand among what is printed."""
    import logging

    logging.getLogger("scorecard").addHandler(logging.NullHandler())
