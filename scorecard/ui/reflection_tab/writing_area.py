"""Where one prompt is answered: plain text while it is written, shown as Markdown otherwise, as high as its text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.ui.reflection_tab.markdown import show_markdown
from scorecard.ui.reflection_tab.tag_list import TagCompletion
from scorecard.ui.theme.tokens import Tokens, tokens_of
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.text_field import TextArea

SAVE_AFTER = 400
_LEAST_LINES, _MOST_LINES = 3, 60
_AROUND = 24  # above and below the lines
_COUNTED_EXACTLY = 400  # lines; with more, none is measured that is not seen
_STILL_WRITING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
_OF_THE_WINDOW = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class WritingArea(TextArea):
    """`written` says the text to save; whoever could not save it calls `keep_unsaved`.

    `caret_moved`: where it is now has to be seen.
    """

    written = Signal(str)
    caret_moved = Signal()

    def __init__(self, name: str, tags: Callable[[], Sequence[str]], parent: QWidget) -> None:
        super().__init__(name, "", parent)
        self._saved: str | None = ""  # None: what is there was refused
        self._stored = ""
        self._saving = False
        self._editing = False
        self._shown = QTextDocument(self)
        self._shown_as: tuple[str, Tokens] | None = None
        self.setUndoRedoEnabled(False)  # undo is the window's, and takes back what was saved
        self.completion = TagCompletion(self, tags)
        self.completion.completed.connect(self.insertPlainText)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SAVE_AFTER)
        self._later.timeout.connect(self.save_now)
        self.textChanged.connect(self._note_change)
        self.cursorPositionChanged.connect(self._follow_caret)

    @property
    def text(self) -> str:
        return self.toPlainText()

    @property
    def pending(self) -> bool:
        return self.text != self._saved

    @property
    def editing(self) -> bool:
        """Whether the plain text is seen."""
        return self._editing or not self.text.strip()

    def open_with(self, stored: str) -> None:
        """Shows what is stored, of whatever was there."""
        self._later.stop()
        self._saved = self._stored = stored
        if stored != self.text:
            self.blockSignals(True)
            self.setPlainText(stored)
            self.blockSignals(False)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._fit()

    def follow(self, stored: str) -> None:
        """Takes over what the store says now, unless something newer is being written. The caret keeps its place."""
        if stored == self._stored:
            return
        self._stored = stored
        if not self._saving and not self.pending:
            self._saved = stored
            self._change_to(stored)

    def save_now(self) -> None:
        self._later.stop()
        if self.pending and not self._saving:
            text = self._saved = self.text
            self._saving = True
            try:
                self.written.emit(text)
            finally:
                self._saving = False

    def keep_unsaved(self) -> None:
        """The store refused: the text stays, and is tried again at the next chance."""
        self._saved = None

    def give_up(self) -> None:
        """The user said that the text need not be saved."""
        self._later.stop()
        self._saved = self.text

    def _change_to(self, stored: str) -> None:
        """Changes only what differs."""
        shown = self.text
        if stored == shown:
            return
        start = _same_from_start(shown, stored)
        end = _same_from_end(shown[start:], stored[start:])
        edit = QTextCursor(self.document())
        edit.setPosition(_position(shown, start))
        edit.setPosition(_position(shown, len(shown) - end), QTextCursor.MoveMode.KeepAnchor)
        self.blockSignals(True)
        edit.insertText(stored[start : len(stored) - end])
        self.blockSignals(False)
        self._fit()

    def _note_change(self) -> None:
        self._later.start()
        self._fit()
        self.completion.follow_caret(typed=self.hasFocus())

    def _follow_caret(self) -> None:
        self.completion.follow_caret(typed=False)
        if self.hasFocus():
            self.caret_moved.emit()

    def _fit(self) -> None:
        """As high as its text needs, written or shown, so that nothing jumps when it is entered or left."""
        text = self.text
        tokens = tokens_of(self.palette())
        if not self._editing and text.strip() and self._shown_as != (text, tokens):
            self._shown_as = (text, tokens)
            show_markdown(self._shown, text, self.font(), tokens)
        self._shown.setDocumentMargin(self.document().documentMargin())
        self._shown.setTextWidth(self.viewport().width())
        line = self.fontMetrics().lineSpacing()
        shown = self._shown.size().height() - 2 * self.document().documentMargin() if self._shown_as else 0
        wanted = max(self._written_height(), shown if text.strip() else 0, _LEAST_LINES * line)
        height = round(min(wanted, _MOST_LINES * line)) + px(self, _AROUND) + 1
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)
        self.viewport().update()

    def _written_height(self) -> float:
        lines = self.document().size().height()
        counted = lines * self.fontMetrics().lineSpacing()
        if lines > _COUNTED_EXACTLY:
            return counted
        # Other scripts than the font's own stand in higher lines.
        last = self.blockBoundingGeometry(self.document().lastBlock()).bottom()
        return max(counted, last - self.blockBoundingGeometry(self.document().firstBlock()).top())

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, 200), self.minimumHeight())

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if any(event.matches(key) for key in _OF_THE_WINDOW):
                event.ignore()
                return False
            if event.key() == Qt.Key.Key_Escape and self.completion.offered:
                event.accept()
                return True
        return super().event(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002
        if next and self.completion.take(Qt.Key.Key_Tab):
            return True
        return super().focusNextPrevChild(next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not (plain and self.completion.take(event.key())):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.editing:
            super().paintEvent(event)
            return
        with QPainter(self.viewport()) as painter:
            painter.translate(0, -self.verticalScrollBar().value() * self.fontMetrics().lineSpacing())
            self._shown.drawContents(painter)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._editing = True
        super().focusInEvent(event)
        self.viewport().update()
        self.caret_moved.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.save_now()
        self.completion.hide()
        if event.reason() not in _STILL_WRITING:
            self._editing = False
            self._fit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.save_now()
        self.completion.hide()
        self._editing = False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "_shown"):
            self._shown_as = None
            self._fit()


def _same_from_start(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _same_from_end(one: str, other: str) -> int:
    return _same_from_start(one[::-1], other[::-1])


def _position(text: str, place: int) -> int:
    """Qt counts in UTF-16, in which a sign outside the first plane is two."""
    return place + sum(ord(sign) > 0xFFFF for sign in text[:place])
