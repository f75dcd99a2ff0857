"""A table to be read, gone through by keyboard, and copied into a spreadsheet; nothing in it can be edited."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from scorecard.overriding import override
from scorecard.ui.widgets.drawing import px

Row = Sequence[str]
_WORDS = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_ROW = 30
_AROUND = 14  # pixels of frame and padding, above and below together
_NUMBER = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


def as_tsv(headings: Row, rows: Sequence[Row]) -> str:
    """Lines of cells with tabs between, headings first, as spreadsheets paste them."""
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in (headings, *rows))


class ReadingTable(QTableWidget):
    """Ctrl+C copies the selected rows, or all when none is selected. `wide` is the column that takes the spare room."""

    def __init__(
        self, name: str, headings: Row, parent: QWidget | None = None, *, numbers: Collection[int] = (), wide: int = 0
    ) -> None:
        super().__init__(0, len(headings), parent)
        self._headings = list(headings)
        self._rows: list[Row] = []
        self._numbers = frozenset(numbers)
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(self._headings)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(px(self, _ROW))
        self._dress_header(wide)

    def show_rows(self, rows: Sequence[Row], *, last_is_sum: bool = False) -> None:
        """Shows `rows` in place of what was shown; a sum stands out in bold."""
        if list(rows) == self._rows:
            return
        self._rows = list(rows)
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, words in enumerate(row):
                self.setItem(number, column, self._cell(words, column, last_is_sum and number == len(rows) - 1))
        self.updateGeometry()

    def copy(self) -> None:
        chosen = sorted({index.row() for index in self.selectedIndexes()}) or range(len(self._rows))
        QGuiApplication.clipboard().setText(as_tsv(self._headings, [self._rows[number] for number in chosen]))

    def copy_all(self) -> None:
        QGuiApplication.clipboard().setText(as_tsv(self._headings, self._rows))

    def _dress_header(self, wide: int) -> None:
        header = self.horizontalHeader()
        header.setDefaultAlignment(_WORDS)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        for column in self._numbers:
            heading = self.horizontalHeaderItem(column)
            if heading is not None:
                heading.setTextAlignment(_NUMBER)

    def _cell(self, words: str, column: int, strong: bool) -> QTableWidgetItem:
        cell = QTableWidgetItem(words)
        cell.setTextAlignment(_NUMBER if column in self._numbers else _WORDS)
        if strong:
            font = self.font()
            font.setBold(True)
            cell.setFont(font)
        return cell

    @override
    def sizeHint(self) -> QSize:
        height = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + px(self, _AROUND)
        return QSize(super().sizeHint().width(), height)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        super().keyPressEvent(event)
