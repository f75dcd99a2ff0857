"""Felt grades and scores in numbers: day by day, or, of many days, grade by grade."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from scorecard.services.progress.felt import Feeling, FeltDay, FeltGrade
from scorecard.services.progress.rounding import whole
from scorecard.ui.progress_tab.chart_table import ChartTable
from scorecard.ui.progress_tab.feeling_wording import remarks
from scorecard.ui.progress_tab.wording import figure
from scorecard.ui.progress_tab.year_wording import dated
from scorecard.ui.text import tr

Row = tuple[str, ...]
_NARROWEST = 60
_DAY_NUMBERS = (2, 3)
_GRADE_NUMBERS = (1, 2, 3, 4, 5)


def day_headings() -> Row:
    return tr("Day"), tr("Felt"), tr("Counted"), tr("Points apart"), tr("Remarks")


def grade_headings() -> Row:
    return tr("Felt"), tr("Days"), tr("Mean score"), tr("Better than counted"), tr("As counted"), tr("Worse")


def table_rows(feeling: Feeling, locale: QLocale) -> list[Row]:
    """Points apart lie between the score and the band of the grade: + where the grade is the better one."""
    if feeling.days:
        return [_day_row(day, feeling, locale) for day in feeling.days]
    return [_grade_row(grade, locale) for grade in feeling.grades]


def _day_row(day: FeltDay, feeling: Feeling, locale: QLocale) -> Row:
    counted = apart = ""
    if day.points is not None and day.felt is not None:
        sign = {1: "+", 0: "", -1: "−"}[day.felt]
        counted, apart = figure(day.points, locale), sign + figure(day.apart, locale)
    return dated(day.day, feeling.today, locale), day.grade, counted, apart, ", ".join(remarks(day))


def _grade_row(grade: FeltGrade, locale: QLocale) -> Row:
    mean = whole(grade.mean)
    numbers = (grade.n, mean or 0, grade.better, grade.as_counted, grade.worse)
    return grade.grade, *(figure(number, locale) for number in numbers)


class FeelingTable(ChartTable):
    """Its columns are those of days or those of grades."""

    def __init__(self, parent: QWidget | None = None) -> None:
        named = day_headings()
        super().__init__(
            tr("Felt and counted in numbers"), named, parent,
            numbers=_DAY_NUMBERS, wide=len(named) - 1, narrowest=_NARROWEST,
        )  # fmt: skip

    def show_feeling(self, feeling: Feeling, locale: QLocale) -> None:
        if feeling.days:
            named = day_headings()
            self.show_columns(named, _DAY_NUMBERS, len(named) - 1)
        else:
            self.show_columns(grade_headings(), _GRADE_NUMBERS, 0)
        self.show_rows(table_rows(feeling, locale))
