"""Handing due dates to another program's calendar: where to, and what came of it."""

from pathlib import Path
from typing import assert_never

from PySide6.QtWidgets import QFileDialog

from scorecard.domain.due import Span
from scorecard.domain.errors import KnownError
from scorecard.domain.promises import Outcome
from scorecard.services.exporting import DueDate, NotWrittenError, Said, WriteFault
from scorecard.services.reckoning import Reckoned
from scorecard.ui.background import Job
from scorecard.ui.desk import Desk
from scorecard.ui.main_window import MainWindow
from scorecard.ui.say_promises import say_due_plainly, say_level
from scorecard.ui.text import tr
from scorecard.ui.widgets.notice_sign import NoticeTone

_ENDING = ".ics"


def export_due_dates(desk: Desk, window: MainWindow) -> None:
    """Asks for a file, writes the due dates into it, and says in the window's notice what happened."""
    found = desk.ask(lambda services: services.exporting.due_dates())
    if found is None:
        return
    if not found:
        window.notice.show_notice(tr("No open promise has a date, so there is nothing to export."))
        return
    name = tr("Scorecard promises")
    kinds = tr("Calendar files") + f" (*{_ENDING})"
    chosen, _ = QFileDialog.getSaveFileName(
        window, tr("Export due dates"), str(Path.home() / (name + _ENDING)), kinds
    )  # fmt: skip
    if chosen:
        _write(desk, window, _with_ending(Path(chosen)), name)


def _with_ending(file: Path) -> Path:
    """A name typed without an ending gets the one that calendars look for."""
    return file if file.suffix else file.with_name(file.name + _ENDING)


def _write(desk: Desk, window: MainWindow, file: Path, name: str) -> None:
    """In a thread: a thousand dates take a third of a second."""
    calendar = desk.ask(lambda services: services.exporting.calendar(name, say_due_date))
    if calendar is None:
        return
    job = Job(lambda _progress, _cancelled: calendar.write(file), window)
    job.finished.connect(lambda count: _say_written(count, window, file))
    job.failed.connect(lambda error: _say_failure(error, window, file))
    for ending in (job.finished, job.failed, job.crashed):
        ending.connect(job.deleteLater)
    job.start()


def _say_written(count: int, window: MainWindow, file: Path) -> None:
    words = tr("%n due date(s) written to {file}.", "", count).format(file=file)
    window.notice.show_notice(words + " " + tr("Most calendars update them when a later export is imported."))


def _say_failure(error: KnownError, window: MainWindow, file: Path) -> None:
    if isinstance(error, NotWrittenError):
        window.notice.show_notice(say_not_written(error.fault).format(file=file), NoticeTone.ERROR)
    else:
        window.show_error(error)


def say_not_written(fault: WriteFault) -> str:
    match fault:
        case WriteFault.FULL:
            return tr("The disk is full, so {file} was not written. Make some room and export again.")
        case WriteFault.NO_ACCESS:
            return tr("You may not write to {file}, so nothing was exported. Choose another folder.")
        case WriteFault.NO_FOLDER:
            return tr("The folder of {file} is not there any more, so nothing was exported. Choose another folder.")
        case WriteFault.OTHER:
            return tr("{file} could not be written, so nothing was exported. Choose another file or folder.")
        case _ as never:
            assert_never(never)


def say_due_date(due: DueDate) -> Said:
    item = due.item
    return Said(_say_summary(due), "\n".join(_say_more(item)), say_level(item.standing.level))


def _say_summary(due: DueDate) -> str:
    """ "Send the offer (Cassandra)", and before it what became of it."""
    promise = due.item.promise.words
    if due.item.person:
        promise = tr("{promise} ({person})", "Send the offer (Cassandra)").format(
            promise=promise, person=due.item.person
        )
    return _summary_words(due).format(promise=promise)


def _summary_words(due: DueDate) -> str:
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


def _say_more(item: Reckoned) -> list[str]:
    promise, due = item.promise, item.standing.due
    lines = []
    if due is not None and due.span is not Span.DAY:
        lines.append(tr("Due: {date}").format(date=say_due_plainly(due, due.last_day)))
    if promise.done_when:
        lines.append(tr("Done when: {words}").format(words=promise.done_when))
    if promise.why:
        lines.append(tr("Why: {words}").format(words=promise.why))
    return lines
