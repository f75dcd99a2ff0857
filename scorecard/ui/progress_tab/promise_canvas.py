"""The chart of promises by week as a control."""

from PySide6.QtWidgets import QWidget

from scorecard.charts.promises_picture import PromiseColours
from scorecard.domain.weeks import Week
from scorecard.overriding import override
from scorecard.ui.progress_tab.chart_control import ChartControl
from scorecard.ui.progress_tab.chart_parts import PlacedChart
from scorecard.ui.progress_tab.promise_reading import PromisesReading, promise_colours
from scorecard.ui.theme.tokens import Tokens

_HEIGHT = 220


class PromiseCanvas(ChartControl):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HEIGHT, parent)
        self._reading: PromisesReading | None = None

    @property
    def cursor_week(self) -> Week | None:
        """The week the keyboard is on."""
        return None if self._reading is None or self._cursor is None else self._reading.keys[self._cursor]

    def show_promises(self, reading: PromisesReading, name: str) -> None:
        self._reading = reading
        self.show_reading(reading, name)

    @override
    def make_chart(self, colours: PromiseColours) -> PlacedChart:
        from scorecard.charts.promises import PromisesChart

        return PromisesChart(colours)

    @override
    def colours(self, tokens: Tokens) -> PromiseColours:
        return promise_colours(tokens)
