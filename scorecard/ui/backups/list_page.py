"""The table of backups, and under it what is known of the chosen one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.backups import Backup
from scorecard.ui.backups.wording import NUMBERS, WIDE, details_of, headings, row_of, say_when
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP, GAP_SMALL
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.reading_table import ReadingTable

_LEAST_TABLE = 132


class ListPage(QWidget):
    """`chosen`: another backup is the current one."""

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._backups: tuple[Backup, ...] = ()
        self.table = ReadingTable(tr("Backups"), headings(), self, numbers=NUMBERS, wide=WIDE)
        self.table.setSelectionMode(ReadingTable.SelectionMode.SingleSelection)
        self.table.setMinimumHeight(px(self, _LEAST_TABLE))
        self.when = Label("", TextStyle.STRONG, parent=self)
        self.details = self._paragraph()
        self.difference = self._paragraph()
        self.record = self._paragraph()
        self._lay_out()
        self.table.currentCellChanged.connect(self._follow_cell)

    @property
    def number(self) -> int | None:
        """Of the current backup."""
        row = self.table.currentRow()
        return self._backups[row].number if 0 <= row < len(self._backups) else None

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """The current one stays the current one, or else the newest is."""
        known = self.number
        self._backups = tuple(backups)
        self.table.blockSignals(True)
        self.table.show_rows([row_of(backup) for backup in backups])
        self.table.blockSignals(False)
        self.choose(known)

    def choose(self, number: int | None) -> None:
        numbers = [backup.number for backup in self._backups]
        if numbers:
            self.table.setCurrentCell(numbers.index(number) if number in numbers else 0, 0)

    def describe(self, backup: Backup, difference: str, record: str) -> None:
        self.when.setText(say_when(backup))
        self.details.setText(details_of(backup))
        self.difference.setText(difference)
        self.difference.setVisible(bool(difference))
        self.record.setText(record)
        self.record.setVisible(bool(record))

    def _follow_cell(self, row: int, _column: int, before: int, _column_before: int) -> None:
        if row != before:
            self.chosen.emit()

    def _paragraph(self) -> Label:
        label = Label("", parent=self)
        label.setWordWrap(True)
        return label

    def _lay_out(self) -> None:
        frame = Card(rows=True, parent=self)
        frame.body.addWidget(self.table)
        about = Card(parent=self)
        about.body.setSpacing(px(self, GAP_SMALL))
        for label in (self.when, self.details, self.difference, self.record):
            about.body.addWidget(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP))
        column.addWidget(frame, 1)
        column.addWidget(about)
