"""Where one prompt is answered: plain text while it is written, shown as Markdown otherwise, as high as its text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.ui.completing.completion import Completion
from scorecard.ui.completing.known import Known
from scorecard.ui.reflection_tab.markdown import person_at, show_markdown
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
    """`caret_moved`: where it is now has to be seen. `person_asked`: a name in the text that is read was clicked.

    Names open somebody only where `opens_people`.
    """

    caret_moved = Signal()
    person_asked = Signal(str)
    opens_people = False
    least_lines = _LEAST_LINES

    def __init__(self, name: str, known: Known, parent: QWidget) -> None:
        super().__init__(name, "", parent)
        self._editing = False
        self._just_entered = False
        self._known = known
        self.viewport().setMouseTracking(True)
        self._shown = QTextDocument(self)
        self._shown_as: tuple[str, Tokens] | None = None
        self.completion = Completion(self, known)
        self.cursorPositionChanged.connect(self._follow_caret)

    @property
    def editing(self) -> bool:
        """Whether the plain text is seen."""
        return self._editing or not self.text.strip()

    def _follow_caret(self) -> None:
        if self.hasFocus():
            self.caret_moved.emit()

    @override
    def fit(self) -> None:
        """As high as its text needs, written or shown, so that nothing jumps when it is entered or left."""
        text = self.text
        tokens = tokens_of(self.palette())
        if not self._editing and text.strip() and self._shown_as != (text, tokens):
            self._shown_as = (text, tokens)
            show_markdown(self._shown, text, self.font(), tokens, self._known.named_in)
        self._shown.setDocumentMargin(self.document().documentMargin())
        self._shown.setTextWidth(self.viewport().width())
        line = self.fontMetrics().lineSpacing()
        shown = self._shown.size().height() - 2 * self.document().documentMargin() if self._shown_as else 0
        wanted = max(self._written_height(), shown if text.strip() else 0, self.least_lines * line)
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
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.editing:
            super().paintEvent(event)
            return
        with QPainter(self.viewport()) as painter:
            painter.translate(0, -self.verticalScrollBar().value() * self.fontMetrics().lineSpacing())
            self._shown.drawContents(painter)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click enters the place before it is told of; on a name that was read it opens that person instead."""
        entered, self._just_entered = self._just_entered, False
        person_id = self._person_at(event.position()) if self.opens_people and entered else None
        if person_id is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._editing = False
        self.viewport().update()
        self.person_asked.emit(person_id)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        named = self.opens_people and not self.editing and self._person_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if named else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def _person_at(self, spot: QPointF) -> str | None:
        scrolled = self.verticalScrollBar().value() * self.fontMetrics().lineSpacing()
        return person_at(self._shown, spot + QPointF(0, scrolled)) if self.text.strip() else None

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._just_entered = not self._editing and event.reason() is Qt.FocusReason.MouseFocusReason
        self._editing = True
        super().focusInEvent(event)
        self.viewport().update()
        self.caret_moved.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STILL_WRITING:
            self._editing = False
            self.fit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
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
