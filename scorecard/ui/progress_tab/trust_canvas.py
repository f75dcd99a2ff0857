"""The chart of check-ins as a control: as high as its rows; behind each check-in is its series."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from scorecard.charts.trust_layout import height_for
from scorecard.charts.trust_picture import TrustColours
from scorecard.overriding import override
from scorecard.ui.progress_tab.canvas import CHART_TEXT
from scorecard.ui.progress_tab.chart_control import ChartControl
from scorecard.ui.progress_tab.chart_parts import PlacedChart
from scorecard.ui.progress_tab.measures_reading import measure_colours
from scorecard.ui.progress_tab.trust_reading import TrustReading
from scorecard.ui.theme.tokens import Tokens
from scorecard.ui.widgets.drawing import px, scale_of

_HEIGHT = 220
_NARROWEST = 300


class TrustCanvas(ChartControl):
    checkin_clicked = Signal(object)  # SeriesKey

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HEIGHT, parent)
        self._reading: TrustReading | None = None
        self._fitted = 0

    def show_trust(self, reading: TrustReading, name: str) -> None:
        self._reading = reading
        self.show_reading(reading, name)
        self._fit_rows()

    @override
    def make_chart(self, colours: TrustColours) -> PlacedChart:
        from scorecard.charts.trust import TrustChart

        return TrustChart(colours)

    @override
    def colours(self, tokens: Tokens) -> TrustColours:
        return measure_colours(tokens)

    @override
    def start(self) -> int:
        """The latest check-in of the first panel, which is the newest of all."""
        panels = () if self._reading is None else self._reading.picture.panels
        return len(panels[0].spots) - 1 if panels else 0

    @override
    def opens(self, n: int) -> bool:
        return self._reading is not None and n < len(self._reading.series)

    @override
    def open_place(self, n: int) -> None:
        if self._reading is not None:
            self.checkin_clicked.emit(self._reading.series[n])

    def _rows_height(self) -> int:
        panels = () if self._reading is None else self._reading.picture.panels
        if not panels:
            return px(self, _HEIGHT)
        width = max(self.width(), self.minimumSizeHint().width())
        return round(height_for(width, CHART_TEXT * scale_of(self), [len(panel.factors) for panel in panels]))

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
        return QSize(px(self, _NARROWEST), self._fitted or px(self, _HEIGHT))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_rows()
