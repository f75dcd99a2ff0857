"""From what was typed to what does it. What each needs is imported when it is asked for."""

import argparse
import logging

from scorecard.cli.console import FAILED, Console
from scorecard.cli.english import tr
from scorecard.cli.printing import say
from scorecard.domain.errors import KnownError


def do(asked: argparse.Namespace, console: Console) -> int:
    """The exit status. An error of the world is one line on stderr."""
    from scorecard.cli.opened import NoStoreError

    logging.getLogger("scorecard").addHandler(logging.NullHandler())  # else warnings would stand among what is printed
    try:
        return _do(asked, console)
    except NoStoreError as error:
        say(console.err, tr("There is no store yet: {path}").format(path=error.path))
    except KnownError as error:
        from scorecard.words.errors import say_error

        say(console.err, say_error(error, tr))
    return FAILED


def _do(asked: argparse.Namespace, console: Console) -> int:
    match asked.command:
        case "tally" | "promise" | "complete":
            from scorecard.cli import entering

            if asked.command == "tally":
                return entering.tally(console, asked.name, asked.amount, asked.day)
            if asked.command == "promise":
                return entering.promise(console, asked.line)
            return entering.complete(console, asked.beginning)
        case "export":
            from scorecard.cli.exporting import export

            return export(console, asked.format, asked.to, asked.first, asked.until, replace=asked.replace)
        case "restore":
            from scorecard.cli.restoring import restore

            return restore(console, asked.file, agreed=asked.yes)
        case _:
            from scorecard.cli import showing

            if asked.command == "where":
                return showing.where(console)
            shown = showing.today if asked.command == "today" else showing.week
            return shown(console, as_json=asked.json)
