"""The chart of the weekdays as a control."""

from PySide6.QtWidgets import QWidget

from scorecard.charts.weekday_picture import WeekdayColours
from scorecard.overriding import override
from scorecard.ui.progress_tab.chart_control import ChartControl
from scorecard.ui.progress_tab.chart_parts import PlacedChart
from scorecard.ui.progress_tab.weekday_reading import WeekdayReading, weekday_colours
from scorecard.ui.theme.tokens import Tokens

_HEIGHT = 220


class WeekdayCanvas(ChartControl):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HEIGHT, parent)

    @property
    def cursor_weekday(self) -> int | None:
        """The weekday the keyboard is on; Monday is 0."""
        weekday = None if self._cursor is None else self._keys[self._cursor]
        return weekday if isinstance(weekday, int) else None

    def show_weekdays(self, reading: WeekdayReading, name: str) -> None:
        self.show_reading(reading, name)

    @override
    def make_chart(self, colours: WeekdayColours) -> PlacedChart:
        from scorecard.charts.weekday import WeekdayChart

        return WeekdayChart(colours)

    @override
    def colours(self, tokens: Tokens) -> WeekdayColours:
        return weekday_colours(tokens)

    @override
    def start(self) -> int:
        """The first."""
        return 0
