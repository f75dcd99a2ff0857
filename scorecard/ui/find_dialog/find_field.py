"""The field in which one types what to look for; it also goes through what was found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.ui.text import tr
from scorecard.ui.widgets.text_field import TextField

_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class FindField(TextField):
    """`moved` by rows, `turned` by pages of the list below."""

    moved = Signal(int)
    turned = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("What to find"), tr("Words, “a phrase” or #tag"), parent)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ROWS:
            self.moved.emit(_ROWS[key])
        elif key in _PAGES:
            self.turned.emit(_PAGES[key])
        else:
            super().keyPressEvent(event)
