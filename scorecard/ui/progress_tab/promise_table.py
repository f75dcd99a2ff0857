"""The numbers of the chart of promises as a table: of each week and level, what was kept and what was missed."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from scorecard.services.promise_weeks import PromiseWeek
from scorecard.ui.progress_tab.chart_table import ChartTable
from scorecard.ui.progress_tab.promise_wording import LEVELS
from scorecard.ui.progress_tab.wording import figure, week_title
from scorecard.ui.say_record import say_levels
from scorecard.ui.text import tr

_NARROWEST = 60


def headings() -> tuple[str, ...]:
    """ "Commitments kept" and "missed" beside it, for each level."""
    found = [tr("Week")]
    for level in LEVELS:
        found.append(tr("{level} kept", "Commitments kept").format(level=say_levels(level)))
        found.append(tr("missed"))
    return tuple(found)


def table_rows(weeks: Sequence[PromiseWeek], today: date, locale: QLocale) -> list[tuple[str, ...]]:
    """The latest week first."""
    return [_row(week, today, locale) for week in reversed(weeks)]


def _row(week: PromiseWeek, today: date, locale: QLocale) -> tuple[str, ...]:
    numbers = [number for level in LEVELS for number in (week.kept[level], week.missed[level])]
    return (week_title(week.week, today, locale), *(figure(number, locale) for number in numbers))


class PromiseTable(ChartTable):
    def __init__(self, parent: QWidget | None = None) -> None:
        columns = headings()
        numbers = range(1, len(columns))
        super().__init__(tr("Promises by week in numbers"), columns, parent, numbers=numbers, narrowest=_NARROWEST)
