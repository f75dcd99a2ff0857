"""The totals as a control, as high as their rows."""

from PySide6.QtWidgets import QWidget

from scorecard.charts.tallies_layout import height_for
from scorecard.charts.tallies_picture import TallyColours
from scorecard.overriding import override
from scorecard.ui.progress_tab.chart_parts import PlacedChart
from scorecard.ui.progress_tab.panel_canvas import PanelCanvas
from scorecard.ui.progress_tab.tally_reading import TalliesReading, tally_colours
from scorecard.ui.theme.tokens import Tokens

_HEIGHT = 130


class TallyCanvas(PanelCanvas):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HEIGHT, parent)
        self._reading: TalliesReading | None = None

    def show_totals(self, reading: TalliesReading, name: str) -> None:
        self._reading = reading
        self.show_reading(reading, name)

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

    @override
    def rows_height(self, width: float, text: float) -> float | None:
        if self._reading is None or not self._reading.keys:
            return None
        picture = self._reading.picture
        return height_for(width, text, len(picture.panels), with_ripple=picture.with_ripple)
