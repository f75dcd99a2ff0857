"""The writing place under a row. Enter begins a new line; Shift+Enter and Escape leave it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.ui.text import tr
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.saved_area import SavedArea

SAVE_AFTER = 400
_LEAST, _MOST = 62, 160


class NoteEditor(SavedArea):
    """`left` says that the user is done with it."""

    left = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        words = tr("Note for {measure}").format(measure=name)
        super().__init__(words, tr("A note for this day"), parent, SAVE_AFTER)

    def enter_with(self, note: str) -> None:
        self.open_with(note)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def fit(self) -> None:
        wanted = round(self.document().size().height() * self.fontMetrics().lineSpacing()) + px(self, 26)
        self.setFixedHeight(max(px(self, _LEAST), min(px(self, _MOST), wanted)))
        parent = self.parentWidget()
        if parent is not None:
            parent.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, px(self, _LEAST))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        done = event.key() == Qt.Key.Key_Escape
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            done = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if done:
            self.save_now()
            self.left.emit()
            return
        super().keyPressEvent(event)
