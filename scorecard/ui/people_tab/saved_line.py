"""One line whose text is saved a moment after the last key, and at once on every way out."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.ui.widgets.composing import take_composed
from scorecard.ui.widgets.saved_area import SAVE_AFTER
from scorecard.ui.widgets.text_field import TextField

_OF_THE_WINDOW = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class SavedLine(TextField):
    """What SavedArea is, in one line. `written` says the text to save; whoever could not save it calls `keep_unsaved`.

    `whole`: saved only when it is left, and never empty. Undo is the window's.
    """

    written = Signal(str)

    def __init__(self, name: str, placeholder: str, longest: int, parent: QWidget, *, whole: bool) -> None:
        super().__init__(name, placeholder, parent)
        self._whole = whole
        self._saved: str | None = ""  # None: what is there was refused
        self._stored = ""
        self._saving = False
        self._composed = ""  # by an input method, not in the text yet
        self.setMaxLength(longest)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SAVE_AFTER)
        self._later.timeout.connect(self._save)
        self.textEdited.connect(self._note_edit)

    @property
    def pending(self) -> bool:
        if self._whole and self._saved is not None and not self.text().strip():
            return False  # nothing is no name
        return self.text() != self._saved

    def open_with(self, stored: str) -> None:
        """Shows what is stored, of whatever was there."""
        self._later.stop()
        self._saved = self._stored = stored
        self.setText(stored)

    def follow(self, stored: str) -> None:
        """Takes over what the store says now, unless something newer is being written."""
        if stored == self._stored:
            return
        self._stored = stored
        if not self._saving and not self.pending:
            self._saved = stored
            self.setText(stored)

    def save_now(self) -> None:
        """On a way out: what an input method still holds belongs to the text."""
        take_composed(self, lambda: self._composed)
        if self._whole and not self.text().strip():
            self.setText(self._stored)
        self._save()

    def keep_unsaved(self) -> None:
        """The store refused: the text stays, and is tried again at the next chance."""
        self._saved = None

    def give_up(self) -> None:
        """The user said that the text need not be saved."""
        self._later.stop()
        self._saved = self.text()

    def _trim(self) -> None:
        """Shows what is stored where that differs in spaces only."""
        if not self.pending and self._stored == " ".join(self.text().split()):
            self.setText(self._stored)
            self._saved = self._stored

    def _note_edit(self) -> None:
        if not self._whole:
            self._later.start()

    def _save(self) -> None:
        self._later.stop()
        if not self.pending or self._saving:
            return
        text = self._saved = self.text()
        self._saving = True
        try:
            self.written.emit(text)
        finally:
            self._saving = False

    @override
    def event(self, event: QEvent) -> bool:
        over = event.type() is QEvent.Type.ShortcutOverride
        if over and isinstance(event, QKeyEvent) and _is_of_the_window(event):
            event.ignore()
            return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_of_the_window(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._composed = event.preeditString()


def _is_of_the_window(event: QKeyEvent) -> bool:
    return any(event.matches(key) for key in _OF_THE_WINDOW)
