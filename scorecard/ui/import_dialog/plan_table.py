"""What becomes of each measure in the file, one line each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from scorecard.overriding import override
from scorecard.ui.import_dialog.wording import BECOMES, NUMBERS_FROM, PlanLine, headings
from scorecard.ui.text import tr
from scorecard.ui.widgets.drawing import px

_WORDS = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_NUMBER = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class PlanTable(QTableWidget):
    """`chosen` carries the origin of a line and whether it is to join the measure of its name. Space is a tick too."""

    chosen = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(headings()), parent)
        self._lines: list[PlanLine] = []
        self.setAccessibleName(tr("What becomes of each measure"))
        self.setHorizontalHeaderLabels(headings())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(_WORDS)
        header.setMinimumSectionSize(px(self, 40))
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in range(BECOMES + 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column in range(NUMBERS_FROM, self.columnCount()):
            if (heading := self.horizontalHeaderItem(column)) is not None:
                heading.setTextAlignment(_NUMBER)
        self.itemChanged.connect(self._follow_tick)

    def show_lines(self, lines: list[PlanLine]) -> None:
        """Keeps the line that is current."""
        current = max(self.currentRow(), 0)
        self.blockSignals(True)
        self.setRowCount(len(lines))
        for row, line in enumerate(lines):
            if row >= len(self._lines) or self._lines[row] != line:
                self._fill(row, line)
        self._lines = list(lines)
        self.blockSignals(False)
        self.viewport().update()
        if lines:
            self.setCurrentCell(min(current, len(lines) - 1), 0)

    def _fill(self, row: int, line: PlanLine) -> None:
        for column, words in enumerate(line.cells):
            item = QTableWidgetItem(words)
            item.setToolTip(words)
            item.setTextAlignment(_NUMBER if column >= NUMBERS_FROM else _WORDS)
            if column == BECOMES and line.joins is not None:
                item.setCheckState(Qt.CheckState.Checked if line.joins else Qt.CheckState.Unchecked)
            self.setItem(row, column, item)

    def _follow_tick(self, item: QTableWidgetItem) -> None:
        line = self._lines[item.row()]
        joins = item.checkState() is Qt.CheckState.Checked
        if item.column() == BECOMES and line.joins is not None and joins is not line.joins:
            self.chosen.emit(line.origin, joins)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentRow()
        if event.key() == Qt.Key.Key_Space and 0 <= row < len(self._lines):
            line = self._lines[row]
            if line.joins is not None:
                self.chosen.emit(line.origin, not line.joins)
            return
        super().keyPressEvent(event)
