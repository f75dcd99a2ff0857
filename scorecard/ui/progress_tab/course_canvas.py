"""The chart of a course as a control; behind its places are days, or the weeks and months that they gather."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from scorecard.charts.week_picture import ChartColours
from scorecard.domain.periods import Period
from scorecard.overriding import override
from scorecard.ui.progress_tab.chart_control import ChartControl
from scorecard.ui.progress_tab.chart_parts import PlacedChart
from scorecard.ui.progress_tab.course_reading import Behind, CourseReading
from scorecard.ui.progress_tab.reading import chart_colours
from scorecard.ui.theme.tokens import Tokens

_HEIGHT = 236


class CourseCanvas(ChartControl):
    day_clicked = Signal(date)
    period_clicked = Signal(object)  # Period

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HEIGHT, parent)
        self._behind: tuple[Behind, ...] = ()

    def show_course(self, reading: CourseReading, name: str) -> None:
        self._behind = reading.behind
        self.show_reading(reading, name)

    @override
    def make_chart(self, colours: ChartColours) -> PlacedChart:
        from scorecard.charts.course import CourseChart

        return CourseChart(colours)

    @override
    def colours(self, tokens: Tokens) -> ChartColours:
        return chart_colours(tokens)

    @override
    def start(self) -> int:
        """The last place that can be opened: today's in the present period."""
        return max((n for n in range(len(self._behind)) if self.opens(n)), default=0)

    @override
    def opens(self, n: int) -> bool:
        return n < len(self._behind) and self._behind[n] is not None

    @override
    def open_place(self, n: int) -> None:
        behind = self._behind[n]
        if isinstance(behind, Period):
            self.period_clicked.emit(behind)
        else:
            self.day_clicked.emit(behind)
