"""The card of the day scores of a month or more: their chart, or their numbers, or what to do when there are none."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from scorecard.domain.periods import Length, Period
from scorecard.overriding import override
from scorecard.services.progress.course import Course, Grain
from scorecard.ui.progress_tab.chart_card import Face
from scorecard.ui.progress_tab.course_canvas import CourseCanvas
from scorecard.ui.progress_tab.course_reading import read_course
from scorecard.ui.progress_tab.course_table import CourseTable
from scorecard.ui.progress_tab.course_wording import course_summary, course_title, legend_words, nothing_scored
from scorecard.ui.progress_tab.history_card import HistoryCard
from scorecard.ui.progress_tab.offered_day import OfferedDay
from scorecard.ui.progress_tab.period_wording import period_title
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.widgets.empty_state import EmptyState
from scorecard.ui.widgets.label import ElidedLabel

if TYPE_CHECKING:
    # It brings numpy with it, which is imported in the loading thread.
    from scorecard.services.progress.history import History


class CourseCard(HistoryCard):
    day_chosen = Signal(date)
    period_chosen = Signal(object)  # Period: the week, month, quarter or year that one place gathers

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(course_title(Grain.DAY), parent)
        self.open_button = OfferedDay(self)
        self.empty = EmptyState(
            "chart-column",
            nothing_scored(Length.ALL),
            tr("A day has its place here as soon as one of its measures has a value."),
            [self.open_button],
            self,
        )
        self.canvas = CourseCanvas(self)
        self.table = CourseTable(self)
        self.legend = ElidedLabel("", TextStyle.SMALL, quiet=True)
        self._shown: tuple[Course, QLocale] | None = None
        self.put_together(self.canvas, self.table, self.empty, self.legend)
        self.canvas.day_clicked.connect(self.day_chosen)
        self.canvas.period_clicked.connect(self.period_chosen)
        self.open_button.day_chosen.connect(self.day_chosen)

    @override
    def show_history(self, history: "History", period: Period, locale: QLocale) -> None:
        from scorecard.services.progress.courses import course_of

        course = course_of(history, period)
        self._shown = course, locale
        title = course_title(course.grain)
        self.set_title(title, course_summary(course, locale))
        self.toggle.setAccessibleDescription(title)
        name = f"{title}, {period_title(period, course.today, locale)}"
        self.canvas.show_course(read_course(course, locale, mirrored=self.isRightToLeft()), name)
        self.empty.title.setText(nothing_scored(period.length))
        self.legend.setText(legend_words(course))
        self.open_button.offer(course.today if course.present else period.first, course.today, locale)
        self.show_filled(not course.is_blank or bool(course.away))

    @override
    def show_face(self) -> None:
        super().show_face()
        self.legend.setVisible(self.face is Face.CHART and bool(self.legend.text()))

    @override
    def fill_table(self) -> None:
        if self._shown is not None:
            self.table.show_course(*self._shown)
