"""Handing due dates to another program's calendar: where to, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from scorecard.domain.errors import KnownError
from scorecard.services.exporting import DueDate, NotWrittenError, Said, WriteFault
from scorecard.ui.background import Job
from scorecard.ui.desk import Desk
from scorecard.ui.main_window import MainWindow
from scorecard.ui.say_promises import say_due_plainly, say_level
from scorecard.ui.text import tr
from scorecard.ui.widgets.notice_sign import NoticeTone
from scorecard.words.exporting import export_words
from scorecard.words.exporting import say_due_date as words_of_due
from scorecard.words.exporting import say_not_written as words_of_fault

if TYPE_CHECKING:
    from scorecard.services.exporting_days import ExportWords

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
    return words_of_fault(fault, tr)


def words_of_exports() -> ExportWords:
    return export_words(tr, lambda due: say_due_plainly(due, due.last_day), say_level)


def say_due_date(due: DueDate) -> Said:
    return words_of_due(due, tr, lambda day: say_due_plainly(day, day.last_day), say_level)
