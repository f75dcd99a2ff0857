"""One line that is read until somebody edits it: by a click, by Enter or F2. Escape puts back what stood there."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from scorecard.overriding import override
from scorecard.ui.people_tab.saved_line import SavedLine
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import RADIUS, tokens_of
from scorecard.ui.widgets.composing import take_composed
from scorecard.ui.widgets.drawing import fill_round, focus_ring, px, write
from scorecard.ui.widgets.plain_tip import plain_tip

SIDE = 8  # between the edge of the box and the words
_HEIGHT, _AROUND = 30, 10
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STILL_WRITING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class LineField(SavedLine):
    """Enter saves it as well."""

    def __init__(
        self, name: str, invitation: str, longest: int, parent: QWidget, style: TextStyle = TextStyle.BODY, *,
        whole: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(name, invitation, longest, parent, whole=whole)
        self._style = style
        self._before = ""
        self.setReadOnly(True)
        self._wear()

    @property
    def editing(self) -> bool:
        return not self.isReadOnly()

    @override
    def open_with(self, stored: str) -> None:
        super().open_with(stored)
        self._end()

    @override
    def follow(self, stored: str) -> None:
        super().follow(stored)
        if not self.editing:
            self.setCursorPosition(0)

    def edit(self, *, at: QPoint | None = None) -> None:
        if self.editing:
            return
        self._before = self.text()
        self.setReadOnly(False)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if at is None:
            self.selectAll()
        else:
            self.setCursorPosition(self.cursorPositionAt(at))
        self.update()

    def _leave(self) -> None:
        self.save_now()
        self._trim()
        self._end()

    def _put_back(self) -> None:
        self.setText(self._before)
        self._save()
        self._end()

    def _end(self) -> None:
        self._later.stop()
        self.setReadOnly(True)
        self.deselect()
        self.setCursorPosition(0)
        self.update()

    def _wear(self) -> None:
        self.setFont(text_font(QApplication.font(), self._style))
        self.setTextMargins(self._base(SIDE) - 2, 0, self._base(SIDE) - 2, 0)

    def _base(self, pixels: float) -> int:
        """A size at the ordinary text, whatever the style of this one: the words stand below those of others."""
        parent = self.parentWidget()
        return px(parent if parent is not None else self, pixels)

    @property
    def _height(self) -> int:
        return max(self.fontMetrics().height() + self._base(_AROUND), self._base(_HEIGHT))

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._base(60), self._height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.editing:
            super().paintEvent(event)
            return
        tokens = tokens_of(self.palette())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse():
                fill_round(painter, self.rect(), RADIUS, tokens.sunken)
            if self.hasFocus():
                focus_ring(painter, self.rect(), RADIUS, tokens)
            side = self._base(SIDE)
            words = self.rect().adjusted(side, 0, -side, 0)
            text = self.text()
            shown = self.fontMetrics().elidedText(
                text or self.placeholderText(), Qt.TextElideMode.ElideRight, words.width()
            )
            ink = tokens.text if text else tokens.text_quiet
            write(painter, words, self.font(), ink, shown, Qt.AlignmentFlag.AlignLeft)

    @override
    def event(self, event: QEvent) -> bool:
        over = self.editing and event.type() is QEvent.Type.ShortcutOverride
        if over and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        if event.type() is QEvent.Type.ToolTip and not self.editing:
            return self._show_all(event)
        return super().event(event)

    def _show_all(self, event: QEvent) -> bool:
        room = self.width() - 2 * self._base(SIDE)
        if isinstance(event, QHelpEvent) and self.fontMetrics().horizontalAdvance(self.text()) > room:
            QToolTip.showText(event.globalPos(), plain_tip(self.text()), self)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.editing:
            if event.key() in (*_ENTER, Qt.Key.Key_F2):
                self.edit()
            elif event.matches(QKeySequence.StandardKey.Copy) and self.text():
                QApplication.clipboard().setText(self.text())
            else:
                event.ignore()
        elif event.key() in _ENTER:
            self._leave()
        elif event.key() == Qt.Key.Key_Escape:
            self._put_back()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.editing and event.button() == Qt.MouseButton.LeftButton:
            self.edit(at=event.position().toPoint())
            return
        super().mousePressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        take_composed(self, lambda: self._composed)
        super().focusOutEvent(event)
        if event.reason() not in _STILL_WRITING:
            self._leave()
        else:
            self._save()
        self.update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.editing:
            self.deselect()
        self.update()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._leave()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_style"):
            wanted = text_font(QApplication.font(), self._style)
            if wanted != self.font():
                self._wear()
                self.updateGeometry()
