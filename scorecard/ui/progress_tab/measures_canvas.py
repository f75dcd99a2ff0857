"""The small multiples as a control: as high as their rows, and what is behind a value can be opened."""

from datetime import date

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from scorecard.charts.measures_layout import height_for
from scorecard.charts.measures_picture import MeasureColours
from scorecard.domain.periods import Period
from scorecard.overriding import override
from scorecard.ui.progress_tab.canvas import CHART_TEXT
from scorecard.ui.progress_tab.chart_control import ChartControl
from scorecard.ui.progress_tab.chart_parts import PlacedChart
from scorecard.ui.progress_tab.measures_reading import MeasuresReading, measure_colours
from scorecard.ui.theme.tokens import Tokens
from scorecard.ui.widgets.drawing import px, scale_of

_HEIGHT = 180


class MeasuresCanvas(ChartControl):
    day_clicked = Signal(date)
    period_clicked = Signal(object)  # Period

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HEIGHT, parent)
        self._reading: MeasuresReading | None = None
        self._fitted = 0

    def show_measures(self, reading: MeasuresReading, name: str) -> None:
        self._reading = reading
        self.show_reading(reading, name)
        self._fit_rows()

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

    def _rows_height(self) -> int:
        count = 0 if self._reading is None else len(self._reading.picture.panels)
        if not count:
            return px(self, _HEIGHT)
        text = CHART_TEXT * scale_of(self)
        return round(height_for(max(self.width(), self.minimumSizeHint().width()), text, count))

    def _fit_rows(self) -> None:
        """The width decides how many rows it takes, and so the height."""
        height = self._rows_height()
        if height != self._fitted:
            self._fitted = height
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, 900), self._fitted or px(self, _HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, 420), self._fitted or px(self, _HEIGHT))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_rows()
