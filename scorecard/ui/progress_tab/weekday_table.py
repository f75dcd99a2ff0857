"""The numbers of the chart of the weekdays as a table."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from scorecard.services.progress.rounding import whole
from scorecard.services.progress.weekdays import WeekdayMeans, WeekdayScores
from scorecard.ui.progress_tab.chart_table import ChartTable
from scorecard.ui.progress_tab.weekday_reading import name_of
from scorecard.ui.progress_tab.wording import figure
from scorecard.ui.text import tr

Row = tuple[str, ...]
_NARROWEST = 60


def headings() -> Row:
    return tr("Weekday"), tr("Mean"), tr("Scored days"), tr("Lower quarter below"), tr("Upper quarter above")


def table_rows(means: WeekdayMeans, locale: QLocale) -> list[Row]:
    return [_row(day, locale) for day in means.days]


def _row(day: WeekdayScores, locale: QLocale) -> Row:
    mean, lower, upper = (
        "" if number is None else figure(number, locale)
        for number in (day.shown, *(whole(points) for points in (day.lower, day.upper)))
    )
    return name_of(day, locale), mean, figure(day.n, locale), lower, upper


class WeekdayTable(ChartTable):
    def __init__(self, parent: QWidget | None = None) -> None:
        columns = headings()
        numbers = range(1, len(columns))
        super().__init__(tr("The weekdays in numbers"), columns, parent, numbers=numbers, narrowest=_NARROWEST)
