"""The chart of two lines as a control: its places can be walked along and read out."""

from PySide6.QtWidgets import QWidget

from scorecard.charts.what_if_picture import WhatIfColours
from scorecard.overriding import override
from scorecard.ui.progress_tab.chart_control import ChartControl
from scorecard.ui.progress_tab.chart_parts import PlacedChart
from scorecard.ui.progress_tab.reading import chart_colours
from scorecard.ui.theme.tokens import Tokens

_HEIGHT = 190


class WhatIfCanvas(ChartControl):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HEIGHT, parent)

    @override
    def make_chart(self, colours: WhatIfColours) -> PlacedChart:
        from scorecard.charts.what_if import WhatIfChart

        return WhatIfChart(colours)

    @override
    def colours(self, tokens: Tokens) -> WhatIfColours:
        return WhatIfColours(chart_colours(tokens), tokens.intention)
