"""The field that looks for promises by their words."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.ui.text import tr
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.text_field import TextField

_WIDTH = 220
_LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class SearchField(TextField):
    """`left`: on to what was found (Enter, Down), or Escape in the empty field."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Search promises"), tr("Search"), parent)
        self.setToolTip(tr("Search promises ({keys})").format(keys="/"))

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, _WIDTH), super().sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _LEAVING or (event.key() == Qt.Key.Key_Escape and not self.text()):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)
