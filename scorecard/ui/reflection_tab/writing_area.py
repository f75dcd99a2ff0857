"""Where one prompt is answered: plain text while it is written, shown as Markdown otherwise, as high as its text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.ui.reflection_tab.markdown import show_markdown
from scorecard.ui.reflection_tab.tag_list import TagCompletion
from scorecard.ui.theme.tokens import Tokens, tokens_of
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.saved_area import SavedArea

_LEAST_LINES, _MOST_LINES = 3, 60
_AROUND = 24  # above and below the lines
_COUNTED_EXACTLY = 400  # lines; with more, none is measured that is not seen
_STILL_WRITING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class WritingArea(SavedArea):
    """`caret_moved`: where it is now has to be seen."""

    caret_moved = Signal()

    def __init__(self, name: str, tags: Callable[[], Sequence[str]], parent: QWidget) -> None:
        super().__init__(name, "", parent)
        self._editing = False
        self._shown = QTextDocument(self)
        self._shown_as: tuple[str, Tokens] | None = None
        self.completion = TagCompletion(self, tags)
        self.completion.completed.connect(self.insertPlainText)
        self.textChanged.connect(lambda: self.completion.follow_caret(typed=self.hasFocus()))
        self.cursorPositionChanged.connect(self._follow_caret)

    @property
    def editing(self) -> bool:
        """Whether the plain text is seen."""
        return self._editing or not self.text.strip()

    def _follow_caret(self) -> None:
        self.completion.follow_caret(typed=False)
        if self.hasFocus():
            self.caret_moved.emit()

    @override
    def fit(self) -> None:
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
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_Escape and self.completion.offered:
                event.accept()
                return True
            return super().event(event)
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
        self.completion.hide()
        if event.reason() not in _STILL_WRITING:
            self._editing = False
            self.fit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.completion.hide()
        self._editing = False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "_shown"):
            self._shown_as = None
            self.fit()
