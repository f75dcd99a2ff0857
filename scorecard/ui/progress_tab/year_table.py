"""The numbers of the calendar as a table: of one year its days, of some years their months, of decades their years."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from scorecard.domain.weeks import Week
from scorecard.services.progress.rounding import whole
from scorecard.services.progress.years import (
    WEEK_DAYS,
    Stretch,
    YearsOfDays,
    YearsOfWeeks,
    months_of,
    shown,
    single_years_of,
    stretch,
)
from scorecard.ui.progress_tab.chart_table import ChartTable
from scorecard.ui.progress_tab.wording import day_month, day_month_year, figure
from scorecard.ui.text import tr

Row = tuple[str, ...]
_NARROWEST = 44


def headings(years: YearsOfDays | YearsOfWeeks, locale: QLocale) -> Row:
    if isinstance(years, YearsOfDays) and years.first.year == years.last.year:
        days = (locale.standaloneDayName(number, QLocale.FormatType.ShortFormat) for number in range(1, 8))
        return tr("Week from"), *days, tr("Mean"), tr("Days"), tr("Away for")
    name = tr("Month") if isinstance(years, YearsOfDays) else tr("Year")
    return name, tr("Mean"), tr("Lowest"), tr("Highest"), tr("Scored days"), tr("Days away"), tr("Away for")


def table_rows(years: YearsOfDays | YearsOfWeeks, locale: QLocale) -> list[Row]:
    """The latest first."""
    if isinstance(years, YearsOfWeeks):
        return [_stretch_row(figure(Week.of(part.first).year, locale), part, locale) for part in single_years_of(years)]
    if years.first.year != years.last.year:
        return [_stretch_row(_month_words(part.first, locale), part, locale) for part in months_of(years)]
    return _week_rows(years, locale)


def _week_rows(days: YearsOfDays, locale: QLocale) -> list[Row]:
    rows: list[Row] = []
    monday = Week.of(days.last).monday
    while monday + timedelta(days=WEEK_DAYS) > days.first:
        places = [(monday - days.first).days + n for n in range(WEEK_DAYS)]
        part = stretch(days, max(monday, days.first), monday + timedelta(days=WEEK_DAYS - 1))
        cells = [_day_words(days, n, locale) if 0 <= n < days.count else "" for n in places]
        name = day_month(monday, locale) if monday >= days.first else day_month_year(monday, locale)
        rows.append((name, *cells, _points(part.mean, locale), _count(part.n, locale), ", ".join(part.away_for)))
        monday -= timedelta(days=WEEK_DAYS)
    return rows


def _day_words(days: YearsOfDays, n: int, locale: QLocale) -> str:
    """In brackets what the calendar outlines."""
    if days.points[n] != days.points[n]:
        return tr("away") if days.gone[n] else ""
    points = figure(int(shown(days.points[n : n + 1])[0]), locale)
    return f"({points})" if days.hollow[n] else points


def _stretch_row(name: str, part: Stretch, locale: QLocale) -> Row:
    spread = (_points(points, locale) for points in (part.mean, part.lowest, part.highest))
    return name, *spread, _count(part.n, locale), _count(part.away, locale), ", ".join(part.away_for)


def _points(points: float | None, locale: QLocale) -> str:
    rounded = whole(points)
    return "" if rounded is None else figure(rounded, locale)


def _count(number: int, locale: QLocale) -> str:
    return figure(number, locale) if number else ""


def _month_words(day: date, locale: QLocale) -> str:
    month = locale.standaloneMonthName(day.month, QLocale.FormatType.LongFormat)
    return tr("{month} {year}", "November 2026").format(month=month, year=figure(day.year, locale))


class YearTable(ChartTable):
    """Its columns are others for one year, for some, and for decades."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("The years in numbers"), [tr("Week from")], parent, narrowest=_NARROWEST)

    def show_table(self, headings: Sequence[str], rows: Sequence[Row]) -> None:
        if list(headings) != self._headings:
            self._headings, self._numbers, self._rows = list(headings), frozenset(range(1, len(headings) - 1)), []
            self.setRowCount(0)
            self.setColumnCount(len(headings))
            self.setHorizontalHeaderLabels(self._headings)
            self._dress_header(0)
        self.show_rows(rows)
