"""The totals as a control, as high as their rows."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from scorecard.charts.tallies_layout import height_for
from scorecard.charts.tallies_picture import TallyColours
from scorecard.overriding import override
from scorecard.ui.progress_tab.canvas import CHART_TEXT
from scorecard.ui.progress_tab.chart_control import ChartControl
from scorecard.ui.progress_tab.chart_parts import PlacedChart
from scorecard.ui.progress_tab.tally_reading import TalliesReading, tally_colours
from scorecard.ui.theme.tokens import Tokens
from scorecard.ui.widgets.drawing import px, scale_of

_HEIGHT = 130


class TallyCanvas(ChartControl):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HEIGHT, parent)
        self._reading: TalliesReading | None = None
        self._fitted = 0

    def show_totals(self, reading: TalliesReading, name: str) -> None:
        self._reading = reading
        self.show_reading(reading, name)
        self._fit_rows()

    @override
    def make_chart(self, colours: TallyColours) -> PlacedChart:
        from scorecard.charts.tallies import TalliesChart

        return TalliesChart(colours)

    @override
    def colours(self, tokens: Tokens) -> TallyColours:
        return tally_colours(tokens)

    @override
    def start(self) -> int:
        return 0

    def _rows_height(self) -> int:
        if self._reading is None or not self._reading.keys:
            return px(self, _HEIGHT)
        picture = self._reading.picture
        width, text = max(self.width(), px(self, 420)), CHART_TEXT * scale_of(self)
        return round(height_for(width, text, len(picture.panels), with_ripple=picture.with_ripple))

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
