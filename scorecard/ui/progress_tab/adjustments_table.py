"""The adjustments of a period as a table, to be read out, searched and copied."""

from PySide6.QtWidgets import QHeaderView, QWidget

from scorecard.ui.progress_tab.adjustments_wording import headings
from scorecard.ui.progress_tab.chart_table import ChartTable
from scorecard.ui.text import tr
from scorecard.ui.widgets.drawing import px

_WORDS, _MEASURE, _BEFORE, _AFTER, _REMARKS = 1, 3, 4, 5, 7
_WIDTHS = {_WORDS: 220, _MEASURE: 170}
_NARROWEST = 64


class AdjustmentsTable(ChartTable):
    """Long names are shortened, so that the numbers stay in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        name = tr("Adjustments in numbers")
        super().__init__(name, headings(), parent, wide=_REMARKS, numbers=(_BEFORE, _AFTER), narrowest=_NARROWEST)
        self.setWordWrap(False)
        for column, width in _WIDTHS.items():
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.horizontalHeader().resizeSection(column, px(self, width))
