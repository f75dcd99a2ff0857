"""What becomes of each measure in the file, one line each."""

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from scorecard.overriding import override
from scorecard.ui.import_dialog.wording import NUMBERS_FROM, PlanLine, headings
from scorecard.ui.say import NOTHING
from scorecard.ui.text import tr
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.plain_tip import plain_tip

_WORDS = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_NUMBER = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class PlanTable(QTableWidget):
    """A line that is ticked comes along. `ticked` carries the origin of one whose tick was clicked, and whether it is
    to; `tick_wanted` is Space and means all that are chosen, `edit_wanted` Enter or a double click."""

    ticked = Signal(str, bool)
    tick_wanted = Signal()
    edit_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(headings()), parent)
        self._lines: list[PlanLine] = []
        self.setAccessibleName(tr("What becomes of each measure"))
        self.setHorizontalHeaderLabels(headings())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
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
        for column in range(NUMBERS_FROM):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column in range(NUMBERS_FROM, self.columnCount()):
            if (heading := self.horizontalHeaderItem(column)) is not None:
                heading.setTextAlignment(_NUMBER)
        self.itemChanged.connect(self._follow_tick)
        self.doubleClicked.connect(lambda _index: self.edit_wanted.emit())

    @property
    def chosen_origins(self) -> list[str]:
        """Of the lines that are chosen, in their order."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        return [self._lines[row].origin for row in rows]

    def show_lines(self, lines: list[PlanLine]) -> None:
        """Keeps what is chosen."""
        self.blockSignals(True)
        self.setRowCount(len(lines))
        for row, line in enumerate(lines):
            if row >= len(self._lines) or self._lines[row] != line:
                self._fill(row, line)
        self._lines = list(lines)
        self.blockSignals(False)
        for column in range(NUMBERS_FROM + 1, self.columnCount()):
            self.setColumnHidden(column, all(line.cells[column] == NOTHING for line in lines))
        self.viewport().update()
        if lines and self.currentRow() < 0:
            self.choose(0)

    def choose(self, row: int) -> None:
        """That line alone; Qt's own way would heed what keys are held down."""
        chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), chosen)

    def _fill(self, row: int, line: PlanLine) -> None:
        for column, words in enumerate(line.cells):
            item = QTableWidgetItem(words)
            item.setToolTip(plain_tip(words))
            item.setTextAlignment(_NUMBER if column >= NUMBERS_FROM else _WORDS)
            if column == 0:
                item.setCheckState(Qt.CheckState.Checked if line.comes else Qt.CheckState.Unchecked)
            self.setItem(row, column, item)

    def _follow_tick(self, item: QTableWidgetItem) -> None:
        line = self._lines[item.row()]
        comes = item.checkState() is Qt.CheckState.Checked
        if item.column() == 0 and comes is not line.comes:
            self.ticked.emit(line.origin, comes)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() == Qt.Key.Key_Space:
            self.tick_wanted.emit()
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is not QContextMenuEvent.Reason.Keyboard:
            self.menu_wanted.emit(event.globalPos())
            return
        below = self.visualRect(self.currentIndex()).bottomLeft()
        self.menu_wanted.emit(self.viewport().mapToGlobal(below))
