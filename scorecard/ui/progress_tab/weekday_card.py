"""The card "By weekday": the mean score of each weekday in a stretch of days, and how far its days spread."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from scorecard.domain.periods import Period
from scorecard.overriding import override
from scorecard.services.progress.history import History
from scorecard.services.progress.weekdays import WEEKDAYS, WIDENED_DAYS, WeekdayMeans, weekdays_of
from scorecard.ui.progress_tab.chart_card import Face
from scorecard.ui.progress_tab.history_card import HistoryCard
from scorecard.ui.progress_tab.weekday_canvas import WeekdayCanvas
from scorecard.ui.progress_tab.weekday_reading import read_weekdays
from scorecard.ui.progress_tab.weekday_table import WeekdayTable, table_rows
from scorecard.ui.progress_tab.wording import DOT, figure
from scorecard.ui.progress_tab.year_wording import dated
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.week_start import weekdays_in_order
from scorecard.ui.widgets.label import Label


class WeekdayCard(HistoryCard):
    """`summary` is the line of words under the chart: for now only the means and of how many days they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("By weekday"), parent)
        self.empty = Label(
            tr("Nothing is scored in these weeks. After a few of them the weekdays can be compared here."),
            quiet=True,
            parent=self,
        )
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.canvas = WeekdayCanvas(self)
        self.table = WeekdayTable(self)
        self.summary = Label("", TextStyle.SMALL, quiet=True, parent=self)
        self.summary.setWordWrap(True)
        self.put_together(self.canvas, self.table, self.empty)
        self.body.insertWidget(self.body.indexOf(self.canvas) + 1, self.summary)

    @override
    def show_history(self, history: History, period: Period, locale: QLocale) -> None:
        means = _in_order(weekdays_of(history, period))
        reading = read_weekdays(means, locale, mirrored=self.isRightToLeft())
        stretch = _stretch_words(means, history.today, locale)
        self.set_title(tr("By weekday"), stretch if means.n else "")
        self.summary.setText(reading.summary)
        self.canvas.show_weekdays(reading, DOT.join((tr("By weekday"), stretch)))
        self.table.show_rows(table_rows(means, locale))
        self.show_filled(means.n > 0)

    @override
    def show_face(self) -> None:
        super().show_face()
        self.summary.setVisible(self.face is Face.CHART)


def _in_order(means: WeekdayMeans) -> WeekdayMeans:
    """From the weekday on with which calendars begin."""
    return replace(means, days=tuple(means.days[weekday] for weekday in weekdays_in_order()))


def _stretch_words(means: WeekdayMeans, today: date, locale: QLocale) -> str:
    """ "212 days scored", or "12 weeks up to Fri 20 November · 58 days scored" of a period that is too short."""
    scored = tr("%n day(s) scored", "", means.n)
    if not means.widened:
        return scored
    words = tr("{weeks} weeks up to {day}").format(
        weeks=figure(WIDENED_DAYS // WEEKDAYS, locale), day=dated(means.last, today, locale)
    )
    return DOT.join((words, scored))
