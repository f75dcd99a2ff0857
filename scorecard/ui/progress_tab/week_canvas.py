"""The chart of the week as a control; its days can be opened."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from scorecard.charts.week_picture import ChartColours
from scorecard.overriding import override
from scorecard.ui.progress_tab.chart_control import ChartControl
from scorecard.ui.progress_tab.chart_parts import PlacedChart
from scorecard.ui.progress_tab.reading import WeekReading, chart_colours
from scorecard.ui.theme.tokens import Tokens

_HEIGHT = 236


class WeekCanvas(ChartControl):
    day_clicked = Signal(date)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HEIGHT, parent)
        self._reading: WeekReading | None = None

    @property
    def cursor_day(self) -> date | None:
        """The day the keyboard is on."""
        return None if self._reading is None or self._cursor is None else self._reading.days[self._cursor]

    @property
    def pointed_day(self) -> date | None:
        """The day under the mouse."""
        return None if self._reading is None or self._pointed is None else self._reading.days[self._pointed]

    def show_week(self, reading: WeekReading, name: str) -> None:
        self._reading = reading
        self.show_reading(reading, name)

    @override
    def make_chart(self, colours: ChartColours) -> PlacedChart:
        from scorecard.charts.week import WeekChart

        return WeekChart(colours)

    @override
    def colours(self, tokens: Tokens) -> ChartColours:
        return chart_colours(tokens)

    @override
    def start(self) -> int:
        """The last day that can be opened: today in the present week."""
        return max((n for n in range(len(self._sentences)) if self.opens(n)), default=0)

    @override
    def opens(self, n: int) -> bool:
        return self._reading is not None and self._reading.days[n] in self._reading.open_days

    @override
    def open_place(self, n: int) -> None:
        if self._reading is not None:
            self.day_clicked.emit(self._reading.days[n])
