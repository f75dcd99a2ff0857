"""The first rows of a table, each column under its name and under what it is."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from scorecard.overriding import override
from scorecard.services.importing_tables import PREVIEWED, OpenTable, Role, TableMapping, letters
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import tokens_of
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.plain_tip import plain_tip
from scorecard.words.importing_tables import say_role

_WORDS = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_LONGEST = 60
_LEAST_HEIGHT = 130
_NARROWEST, _WIDEST = 90, 220
_AROUND = 40  # of a heading, whose letters are bold besides


class MappingPreview(QTableWidget):
    """`looked_at` carries the column that is current; `choice_asked` says that its role is to be chosen: by Space, or a
    double click on its heading."""

    looked_at = Signal(int)
    choice_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 0, parent)
        self.setAccessibleName(tr("The first rows of the table"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectColumns)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerWidget(QWidget(self))
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(True)
        header.setDefaultAlignment(_WORDS)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(px(self, _NARROWEST))
        header.setMaximumSectionSize(px(self, _WIDEST))
        self.currentCellChanged.connect(lambda _row, column, *_before: self.looked_at.emit(column))
        header.sectionDoubleClicked.connect(lambda _column: self.choice_asked.emit())

    def show_table(self, table: OpenTable, mapping: TableMapping) -> None:
        """Keeps the column that is current."""
        rows = table.look.rows(mapping.separator, mapping.encoding)
        first = 0 if mapping.header is None else mapping.header + 1
        shown = rows[first : first + PREVIEWED]
        current = max(self.currentColumn(), 0)
        self.setColumnCount(len(mapping.roles))
        self.setRowCount(len(shown))
        for column, role in enumerate(mapping.roles):
            name = name_of(rows, mapping, column)
            self.setHorizontalHeaderItem(column, self._heading(name, say_role(role, mapping.shape, tr)))
            for number, row in enumerate(shown):
                self.setItem(number, column, self._cell(row[column] if column < len(row) else "", role))
        self.resizeColumnsToContents()
        if mapping.roles:
            self.setCurrentCell(max(self.currentRow(), 0), min(current, len(mapping.roles) - 1))

    def _heading(self, name: str, role: str) -> QTableWidgetItem:
        room = px(self, _WIDEST - _AROUND)
        shown = self.horizontalHeader().fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)
        heading = QTableWidgetItem(f"{shown}\n{role}")
        heading.setTextAlignment(_WORDS)
        heading.setToolTip(plain_tip(name))
        heading.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {role}")
        return heading

    def _cell(self, text: str, role: Role) -> QTableWidgetItem:
        item = QTableWidgetItem(_short(text))
        if role is Role.IGNORED:
            item.setForeground(QColor(tokens_of(self.palette()).text_quiet))
            font = self.font()
            font.setItalic(True)
            item.setFont(font)
        return item

    @override
    def sizeHint(self) -> QSize:
        """It takes what room there is, and needs little."""
        return QSize(super().sizeHint().width(), px(self, _LEAST_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), px(self, _LEAST_HEIGHT))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.choice_asked.emit()
            return
        super().keyPressEvent(event)


def name_of(rows: Sequence[Sequence[str]], mapping: TableMapping, column: int) -> str:
    """What the table calls a column; where it has no name for it, what a spreadsheet would."""
    row = rows[mapping.header] if mapping.header is not None and mapping.header < len(rows) else []
    return _short(row[column] if column < len(row) else "") or letters(column)


def _short(text: str) -> str:
    line = " ".join(text[: 4 * _LONGEST].split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
