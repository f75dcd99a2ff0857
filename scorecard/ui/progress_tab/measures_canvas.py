"""The small multiples as a control: as high as their rows, and what is behind a value can be opened."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from scorecard.charts.measures_layout import height_for
from scorecard.charts.measures_picture import MeasureColours
from scorecard.domain.periods import Period
from scorecard.overriding import override
from scorecard.ui.progress_tab.chart_parts import PlacedChart
from scorecard.ui.progress_tab.measures_reading import MeasuresReading, measure_colours
from scorecard.ui.progress_tab.panel_canvas import PanelCanvas
from scorecard.ui.theme.tokens import Tokens

_HEIGHT = 180


class MeasuresCanvas(PanelCanvas):
    day_clicked = Signal(date)
    period_clicked = Signal(object)  # Period

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HEIGHT, parent)
        self._reading: MeasuresReading | None = None

    def show_measures(self, reading: MeasuresReading, name: str) -> None:
        self._reading = reading
        self.show_reading(reading, name)

    @override
    def make_chart(self, colours: MeasureColours) -> PlacedChart:
        from scorecard.charts.measures import MeasuresChart

        return MeasuresChart(colours)

    @override
    def colours(self, tokens: Tokens) -> MeasureColours:
        return measure_colours(tokens)

    @override
    def start(self) -> int:
        """The first measure as a whole."""
        return 0

    @override
    def opens(self, n: int) -> bool:
        return self._reading is not None and self._reading.targets[n] is not None

    @override
    def open_place(self, n: int) -> None:
        target = None if self._reading is None else self._reading.targets[n]
        if isinstance(target, Period):
            self.period_clicked.emit(target)
        elif target is not None:
            self.day_clicked.emit(target)

    @override
    def rows_height(self, width: float, text: float) -> float | None:
        count = 0 if self._reading is None else len(self._reading.picture.panels)
        return height_for(width, text, count) if count else None
