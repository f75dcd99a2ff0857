"""What the formats and times of an export are called, and what is said of each."""

from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never

from scorecard.services.exporting_files import ExportFormat
from scorecard.ui.text import tr


class Time(StrEnum):
    ALL = "all"
    THIS_YEAR = "this year"
    LAST_YEAR = "last year"
    CHOSEN = "chosen"


def say_format(wanted: ExportFormat) -> str:
    match wanted:
        case ExportFormat.JSON:
            return tr("Everything, to keep or to bring back (JSON)")
        case ExportFormat.XLSX:
            return tr("A workbook with a sheet a year (XLSX)")
        case ExportFormat.CSV:
            return tr("A table for spreadsheets (CSV)")
        case ExportFormat.CSV_EXACT:
            return tr("A table for programs, exact (CSV)")
        case ExportFormat.MARKDOWN:
            return tr("A daybook, a page a day (Markdown)")
        case ExportFormat.ICS:
            return tr("The dates of promises (iCalendar)")
        case _ as never:
            assert_never(never)


def say_what_is_in(wanted: ExportFormat, time: Time) -> str:
    match wanted:
        case ExportFormat.JSON if time is not Time.ALL:
            return tr(
                "The values, notes and reflections of those days; measures, promises, people and goals in full. It is "
                "read again and compared before it is kept, and Import takes it in."
            )
        case ExportFormat.JSON:
            return tr(
                "All you ever entered: measures, values, notes, promises, reflections, people, goals. It is read again "
                "and compared before it is kept, and Import takes it in."
            )
        case ExportFormat.XLSX:
            return tr("A row a day, a column a measure: values, scores, grades and notes. No cell is a formula.")
        case ExportFormat.CSV:
            return tr(
                "A row a day, a column a measure: values, scores, grades and notes. What a spreadsheet would take for "
                "a formula begins with an apostrophe."
            )
        case ExportFormat.CSV_EXACT:
            return tr("A row for each value, every text as you wrote it. Meant for programs: don't open it as a sheet.")
        case ExportFormat.MARKDOWN:
            return tr(
                "Each day as a note: its scores, promises and reflection, with properties that note-taking programs "
                "read. In an archive, or in an empty folder."
            )
        case ExportFormat.ICS:
            return tr("The days on which promises are due, for a calendar. A later export brings them up to date.")
        case _ as never:
            assert_never(never)


def say_time(wanted: Time) -> str:
    match wanted:
        case Time.ALL:
            return tr("All of it")
        case Time.THIS_YEAR:
            return tr("This year")
        case Time.LAST_YEAR:
            return tr("Last year")
        case Time.CHOSEN:
            return tr("From a day to a day")
        case _ as never:
            assert_never(never)


def span_of(wanted: Time, chosen: tuple[date, date], today: date) -> tuple[date | None, date | None]:
    match wanted:
        case Time.ALL:
            return None, None
        case Time.THIS_YEAR:
            return today.replace(month=1, day=1), today.replace(month=12, day=31)
        case Time.LAST_YEAR:
            end = today.replace(month=1, day=1) - timedelta(days=1)
            return end.replace(month=1, day=1), end
        case Time.CHOSEN:
            return chosen
        case _ as never:
            assert_never(never)
