"""`scorecard export --format … --to PATH`: what the window exports, without a window."""

from datetime import date
from pathlib import Path

from scorecard.cli.console import DONE, FAILED, MISUSED, Console
from scorecard.cli.english import tr
from scorecard.cli.failing import status_of
from scorecard.cli.interrupting import interruptible
from scorecard.cli.printing import say
from scorecard.cli.promise_words import say_due, say_level
from scorecard.cli.settling import settle_store
from scorecard.domain.errors import KnownError
from scorecard.services.exporting_files import ExportFormat, Exports, Wish, is_archive
from scorecard.words.exporting import export_words, say_export_problem, say_written


def export(
    console: Console, kind: str, to: Path, first: date | None, until: date | None, *, replace: bool = False
) -> int:
    """The exit status. What is there already is replaced only when that was asked for."""
    wish = Wish(ExportFormat(kind), to.expanduser().absolute(), first, until)
    if first is not None and until is not None and first > until:
        say(console.err, tr("The first day comes after the last one."))
        return MISUSED
    folder = wish.format is ExportFormat.MARKDOWN and not is_archive(wish.target)
    if wish.target.exists() and not folder and not replace:
        say(console.err, tr("{file} is there already. Add --replace to replace it.").format(file=wish.target))
        return FAILED
    settle_store(console)
    words = export_words(tr, say_due, say_level)
    try:
        with interruptible() as stopped:
            written = Exports(console.paths.store, console.clock, words).write(wish, lambda *_: None, stopped)
    except KnownError as error:
        say(console.err, say_export_problem(error, wish.target, tr))
        return status_of(error)
    say(console.out, say_written(written, tr))
    return DONE
