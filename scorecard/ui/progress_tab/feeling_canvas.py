"""The chart of felt grades as a control; behind each spot is a day."""

from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from scorecard.charts.feeling_picture import FeelingColours
from scorecard.overriding import override
from scorecard.ui.progress_tab.chart_control import ChartControl
from scorecard.ui.progress_tab.chart_parts import PlacedChart
from scorecard.ui.progress_tab.feeling_reading import FeelingReading, feeling_colours
from scorecard.ui.theme.tokens import Tokens
from scorecard.ui.widgets.drawing import px

_HEIGHT = 276


class FeelingCanvas(ChartControl):
    day_clicked = Signal(date)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HEIGHT, parent)
        self._days: tuple[date, ...] = ()

    def show_feeling(self, reading: FeelingReading, name: str) -> None:
        self._days = reading.days
        self.show_reading(reading, name)

    @override
    def make_chart(self, colours: FeelingColours) -> PlacedChart:
        from scorecard.charts.feeling import FeelingChart

        return FeelingChart(colours)

    @override
    def colours(self, tokens: Tokens) -> FeelingColours:
        return feeling_colours(tokens)

    @override
    def start(self) -> int:
        """The spot of the latest day."""
        return max(range(len(self._days)), key=lambda n: self._days[n], default=0)

    @override
    def opens(self, n: int) -> bool:
        return n < len(self._days)

    @override
    def open_place(self, n: int) -> None:
        self.day_clicked.emit(self._days[n])

    @override
    def minimumSizeHint(self) -> QSize:
        """No lower: every grade has a row."""
        return QSize(px(self, 300), px(self, _HEIGHT))
