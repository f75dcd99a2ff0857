"""A place to write in whose text is saved a moment after the last key, and at once on every way out."""

from PySide6.QtCore import QEvent, QMimeData, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from scorecard.domain.texts import NOTE_LENGTH, storable
from scorecard.overriding import override
from scorecard.ui.text import tr
from scorecard.ui.widgets.composing import take_composed
from scorecard.ui.widgets.text_field import TextArea

SAVE_AFTER = 400  # milliseconds
_OF_THE_WINDOW = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_LINE_ENDS = "\u2029", "\u2028", "\ufdd0", "\ufdd1"  # as Qt writes them


class SavedArea(TextArea):
    """`written` says the text to save; whoever could not save it calls `keep_unsaved`. `told`: a sentence to be shown.

    Undo is the window's: it takes back what was saved, thought by thought. Subclasses fit their height to the text.
    """

    written = Signal(str)
    told = Signal(str)

    def __init__(self, name: str, placeholder: str, parent: QWidget, save_after: int = SAVE_AFTER) -> None:
        super().__init__(name, placeholder, parent)
        self._saved: str | None = ""  # None: what is there was refused
        self._stored = ""
        self._saving = False
        self._composed = ""  # by an input method, not in the text yet
        self.setUndoRedoEnabled(False)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(save_after)
        self._later.timeout.connect(self._save)
        self.textChanged.connect(self._note_change)

    @property
    def text(self) -> str:
        """Not `toPlainText`, which makes plain spaces of those that keep words together."""
        text = self.document().toRawText()
        for end in _LINE_ENDS:
            text = text.replace(end, "\n")
        return text

    @property
    def pending(self) -> bool:
        return self.text != self._saved

    def fit(self) -> None:
        """The text is another one."""

    def open_with(self, stored: str) -> None:
        """Shows what is stored, of whatever was there."""
        self._later.stop()
        self._saved = self._stored = stored
        if stored != self.text:
            self.blockSignals(True)
            self.setPlainText(stored)
            self.blockSignals(False)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.fit()

    def follow(self, stored: str) -> None:
        """Takes over what the store says now, unless something newer is being written. The caret keeps its place."""
        if stored == self._stored:
            return
        self._stored = stored
        if not self._saving and not self.pending:
            self._saved = stored
            self._change_to(stored)

    def save_now(self) -> None:
        """On a way out: what an input method still holds belongs to the text."""
        take_composed(self, lambda: self._composed)
        self._save()

    def keep_unsaved(self) -> None:
        """The store refused: the text stays, and is tried again at the next chance."""
        self._saved = None

    def give_up(self) -> None:
        """The user said that the text need not be saved."""
        self._later.stop()
        self._saved = self.text

    def _save(self) -> None:
        self._later.stop()
        if not self.pending or self._saving:
            return
        self._leave_out()
        text = self._saved = self.text
        self._saving = True
        try:
            self.written.emit(text)
        finally:
            self._saving = False

    def _leave_out(self) -> None:
        """What cannot be stored goes, and that is said."""
        text = self.text
        kept = storable(text)
        # Half an emoji stands in the document, but is in no text that Qt hands out.
        has_halves = self.document().characterCount() - 1 > len(text.encode("utf-16-le", "surrogatepass")) // 2
        if has_halves:
            self._replace(kept, 0, self.document().characterCount() - 1)
        elif kept != text:
            self._change_to(kept)
        else:
            return
        self.told.emit(say_left_out())

    def _change_to(self, text: str) -> None:
        """Changes only what differs."""
        shown = self.text
        if text == shown:
            return
        start = _same_from_start(shown, text)
        end = _same_from_end(shown[start:], text[start:])
        self._replace(text[start : len(text) - end], _position(shown, start), _position(shown, len(shown) - end))

    def _replace(self, text: str, start: int, end: int) -> None:
        edit = QTextCursor(self.document())
        edit.setPosition(start)
        edit.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.blockSignals(True)
        edit.insertText(text)
        self.blockSignals(False)
        self.fit()

    def _note_change(self) -> None:
        self._later.start()
        self.fit()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _is_of_the_window(event):
            event.ignore()
            return False
        return super().event(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._composed = event.preeditString()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Pasted or dropped. What is too long to be stored is not taken first and refused later."""
        selected = len(self.textCursor().selectedText())
        if len(source.text().replace("\r\n", "\n")) > NOTE_LENGTH - len(self.text) + selected:
            words = tr("This is too long to paste here: a text has at most {limit} characters. Nothing was pasted.")
            self.told.emit(words.format(limit=f"{NOTE_LENGTH:,}"))
            return
        super().insertFromMimeData(source)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        take_composed(self, lambda: self._composed)
        super().focusOutEvent(event)
        self._save()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.save_now()


def _is_of_the_window(event: QKeyEvent) -> bool:
    return any(event.matches(key) for key in _OF_THE_WINDOW)


def say_left_out() -> str:
    return tr(
        "Some signs in this text can't be kept, such as control characters or half an emoji. They were left out; "
        "everything else is here."
    )


def _same_from_start(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _same_from_end(one: str, other: str) -> int:
    return _same_from_start(one[::-1], other[::-1])


def _position(text: str, place: int) -> int:
    """Qt counts in UTF-16, in which a sign outside the first plane is two."""
    return place + sum(ord(sign) > 0xFFFF for sign in text[:place])
