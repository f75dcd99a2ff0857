"""Where to begin from: all there is in a table, and under it what the chosen one means."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.services.rescue_sources import Source, Survey
from scorecard.ui.rescue.wording import SOURCE_NUMBERS, name_of, source_details, source_headings, source_row
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP, GAP_SMALL
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.reading_table import ReadingTable

_LEAST_TABLE = 132


class SourcesPage(QWidget):
    """`decided`: the current one was double-clicked."""

    decided = Signal()

    def __init__(self, survey: Survey, chosen: Source | None, has_remains: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._survey = survey
        self._has_remains = has_remains
        self.table = ReadingTable(tr("Where to begin from"), source_headings(), self, numbers=SOURCE_NUMBERS)
        self.table.setSelectionMode(ReadingTable.SelectionMode.SingleSelection)
        self.table.setMinimumHeight(px(self, _LEAST_TABLE))
        self.name = Label("", TextStyle.STRONG, parent=self)
        self.details = Label("", parent=self)
        self.details.setWordWrap(True)
        self._lay_out()
        self.table.currentCellChanged.connect(self._describe)
        self.table.cellDoubleClicked.connect(lambda *_: self.decided.emit())
        self.table.show_rows([source_row(source, survey) for source in survey.sources])
        places = [survey.sources.index(source) for source in (chosen, survey.recommended) if source is not None]
        self.table.setCurrentCell(next(iter(places), 0), 0)

    @property
    def source(self) -> Source:
        return self._survey.sources[max(0, self.table.currentRow())]

    def _describe(self) -> None:
        self.name.setText(name_of(self.source, self._survey))
        self.details.setText(source_details(self.source, self._has_remains))

    def _lay_out(self) -> None:
        frame = Card(rows=True, parent=self)
        frame.body.addWidget(self.table)
        about = Card(parent=self)
        about.body.setSpacing(px(self, GAP_SMALL))
        about.body.addWidget(self.name)
        about.body.addWidget(self.details)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP))
        column.addWidget(frame, 1)
        column.addWidget(about)
