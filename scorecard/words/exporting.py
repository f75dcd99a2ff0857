"""What an export says: in its files, and of how it went."""

from collections.abc import Callable
from typing import TYPE_CHECKING, assert_never

from scorecard.domain.due import Due, Span
from scorecard.domain.errors import KnownError
from scorecard.domain.promises import Level, Outcome
from scorecard.services.exporting import DueDate, NotWrittenError, Said, WriteFault
from scorecard.words.errors import say_error
from scorecard.words.promises import say_outcome
from scorecard.words.values import say_asked, say_plain_value

if TYPE_CHECKING:
    from scorecard.services.exporting_days import ExportWords, Headings
    from scorecard.services.exporting_files import Written
    from scorecard.services.reckoning import Reckoned

Tr = Callable[..., str]
SayDue = Callable[[Due], str]
SayLevel = Callable[[Level], str]


def export_words(tr: Tr, say_due: SayDue, say_level: SayLevel) -> "ExportWords":
    from scorecard.services.exporting_days import ExportWords

    return ExportWords(
        _headings(tr),
        lambda terms, value: say_plain_value(terms, value, tr),
        lambda terms: say_asked(terms, tr),
        lambda item: _say_promise(item, tr, say_level),
        lambda due: say_due_date(due, tr, say_due, say_level),
        tr("Scorecard promises"),
    )


def _headings(tr: Tr) -> "Headings":
    from scorecard.services.exporting_days import Headings

    return Headings(
        day=tr("Day"), score=tr("Score"), known=tr("Known"), grade=tr("Grade"), felt=tr("Felt"),
        finished=tr("Finished"), away=tr("Away"), yes=tr("yes"), skipped=tr("skipped"), from_memory=tr("from memory"),
        note_of=tr("{measure}: note"), measures=tr("Scorecard"), measure=tr("Measure"), value=tr("Value"),
        asked=tr("Target"), note=tr("Note"), promises=tr("Promises"), reflection=tr("Reflection"), week=tr("Week"),
    )  # fmt: skip


def _say_promise(item: "Reckoned", tr: Tr, say_level: SayLevel) -> str:
    words = item.promise.words
    if item.person:
        words = tr("{promise} ({person})", "Send the offer (Cassandra)").format(promise=words, person=item.person)
    outcome = item.standing.outcome
    said = say_level(item.standing.level)
    return f"{words} · {said}" if outcome is Outcome.OPEN else f"{words} · {said} · {say_outcome(outcome, tr)}"


def say_due_date(due: DueDate, tr: Tr, say_due: SayDue, say_level: SayLevel) -> Said:
    """A promise in a calendar."""
    promise, standing, lines = due.item.promise, due.item.standing, []
    if standing.due is not None and standing.due.span is not Span.DAY:
        lines.append(tr("Due: {date}").format(date=say_due(standing.due)))
    if promise.done_when:
        lines.append(tr("Done when: {words}").format(words=promise.done_when))
    if promise.why:
        lines.append(tr("Why: {words}").format(words=promise.why))
    return Said(_say_summary(due, tr), "\n".join(lines), say_level(standing.level))


def _say_summary(due: DueDate, tr: Tr) -> str:
    """ "Send the offer (Cassandra)", and before it what became of it."""
    promise = due.item.promise.words
    if due.item.person:
        promise = tr("{promise} ({person})", "Send the offer (Cassandra)").format(
            promise=promise, person=due.item.person
        )
    return _summary_words(due, tr).format(promise=promise)


def _summary_words(due: DueDate, tr: Tr) -> str:
    match due.item.standing.outcome:
        case Outcome.OPEN:
            return tr("No date any more: {promise}") if due.dropped else "{promise}"
        case Outcome.KEPT:
            return tr("Kept: {promise}")
        case Outcome.LATE:
            return tr("Kept late: {promise}")
        case Outcome.BROKEN:
            return tr("Broken: {promise}")
        case Outcome.RELEASED:
            return tr("Released: {promise}")
        case _ as never:
            assert_never(never)


def say_not_written(fault: WriteFault, tr: Tr) -> str:
    """With a place for `file`."""
    match fault:
        case WriteFault.FULL:
            return tr("The disk is full, so {file} was not written. Make some room and export again.")
        case WriteFault.NO_ACCESS:
            return tr("You may not write to {file}, so nothing was exported. Choose another folder.")
        case WriteFault.NO_FOLDER:
            return tr("The folder of {file} is not there any more, so nothing was exported. Choose another folder.")
        case WriteFault.NOT_EMPTY:
            return tr("There is something in {file} already, so nothing was exported. Choose an empty folder.")
        case WriteFault.STORE:
            return tr("{file} is where Scorecard keeps its data, so nothing was exported. Choose another file.")
        case WriteFault.OTHER:
            return tr("{file} could not be written, so nothing was exported. Choose another file or folder.")
        case _ as never:
            assert_never(never)


def say_export_problem(error: KnownError, file: object, tr: Tr) -> str:
    """Why nothing was exported."""
    from scorecard.services.exporting_files import NotVerifiedError

    if isinstance(error, NotWrittenError):
        return say_not_written(error.fault, tr).format(file=file)
    if isinstance(error, NotVerifiedError):
        return tr(
            "The export did not read back as what is in the store, so nothing was written. The store is untouched; "
            "make a backup, and look whether the store is whole with “scorecard check”."
        )
    return say_error(error, tr)


def say_written(written: "Written", tr: Tr) -> str:
    """ "240 days written to …"; of a complete export that it was read again."""
    from scorecard.services.exporting_files import ExportFormat

    match written.wish.format:
        case ExportFormat.JSON:
            words = tr("%n row(s) written to {file}.", "", written.count)
            words += " " + tr("It was read again and compared with the store row by row.")
        case ExportFormat.ICS:
            words = tr("%n due date(s) written to {file}.", "", written.count)
        case _:
            words = tr("%n day(s) written to {file}.", "", written.count)
    return words.format(file=written.wish.target)
