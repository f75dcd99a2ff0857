"""The writing place under a row: saved a moment after the last key, and at once when it is left."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.ui.text import tr
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.text_field import TextArea

SAVE_AFTER = 400
_LEAST, _MOST = 62, 160


class NoteEditor(TextArea):
    """`noted` says the text to save; `left` that the user is done with it."""

    noted = Signal(str)
    left = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(tr("Note for {measure}").format(measure=name), tr("A note for this day"), parent)
        self._saved = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SAVE_AFTER)
        self._later.timeout.connect(self.save_now)
        self.textChanged.connect(self._note_change)

    def open_with(self, note: str) -> None:
        self._show(note)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, note: str) -> None:
        """Takes over what is stored, unless something newer is being written."""
        if not self.pending and not self.hasFocus():
            self._show(note)

    def _show(self, note: str) -> None:
        self._saved = note
        if note != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(note)
            self.blockSignals(False)
            self._grow()

    @property
    def pending(self) -> bool:
        return self.toPlainText() != self._saved

    def save_now(self) -> None:
        self._later.stop()
        if self.pending:
            self._saved = self.toPlainText()
            self.noted.emit(self._saved)

    def keep_unsaved(self) -> None:
        """The store refused: the text stays, and is tried again at the next chance."""
        self._saved = "\0"

    def give_up(self) -> None:
        """The user said that the text need not be saved."""
        self._later.stop()
        self._saved = self.toPlainText()

    def _note_change(self) -> None:
        self._later.start()
        self._grow()

    def _grow(self) -> None:
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

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.save_now()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.save_now()
