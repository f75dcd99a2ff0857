"""Fields under their captions, as many beside each other as there is room for."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.ui.people_tab.indented import indented
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_SMALL, GAP_TINY
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label

_LEAST, _MOST_BESIDE = 148, 4


class FieldCell(QWidget):
    """A caption, and below it what it is of; `spare` stands in its place while it is shown."""

    def __init__(self, caption: str, field: QWidget, parent: QWidget, spare: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption = Label(caption, TextStyle.SMALL, quiet=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(indented(self.caption))
        column.addWidget(field)
        if spare is not None:
            column.addWidget(spare)
            spare.hide()


class FieldGrid(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._cells: list[FieldCell] = []
        self._beside = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(self, GAP_TINY))
        self._grid.setVerticalSpacing(px(self, GAP_SMALL))

    def add(self, cell: FieldCell) -> None:
        self._cells.append(cell)
        self._beside = 0
        self._place()

    def _place(self) -> None:
        """Rows as even as they can be: six are three and three, not four and two."""
        room = max(1, min(_MOST_BESIDE, len(self._cells), self.width() // max(1, px(self, _LEAST))))
        rows = -(-len(self._cells) // room)
        beside = -(-len(self._cells) // rows) if rows else 1
        if beside == self._beside:
            return
        self._beside = beside
        for cell in self._cells:
            self._grid.removeWidget(cell)
        for column in range(_MOST_BESIDE):
            self._grid.setColumnStretch(column, 1 if column < beside else 0)
        for place, cell in enumerate(self._cells):
            self._grid.addWidget(cell, place // beside, place % beside)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_cells"):
            self._place()
