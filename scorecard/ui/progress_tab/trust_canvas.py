"""The chart of check-ins as a control: as high as its rows; behind each check-in is its series."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from scorecard.charts.trust_layout import height_for
from scorecard.charts.trust_picture import TrustColours
from scorecard.overriding import override
from scorecard.ui.progress_tab.chart_parts import PlacedChart
from scorecard.ui.progress_tab.measures_reading import measure_colours
from scorecard.ui.progress_tab.panel_canvas import PanelCanvas
from scorecard.ui.progress_tab.trust_reading import TrustReading
from scorecard.ui.theme.tokens import Tokens

_HEIGHT = 220
_NARROWEST = 300


class TrustCanvas(PanelCanvas):
    checkin_clicked = Signal(object)  # SeriesKey

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HEIGHT, parent, _NARROWEST)
        self._reading: TrustReading | None = None

    def show_trust(self, reading: TrustReading, name: str) -> None:
        self._reading = reading
        self.show_reading(reading, name)

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

    @override
    def rows_height(self, width: float, text: float) -> float | None:
        panels = () if self._reading is None else self._reading.picture.panels
        return height_for(width, text, [len(panel.factors) for panel in panels]) if panels else None
