"""The painted places to write in: one line, and several. They need no style sheet."""

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from scorecard.overriding import override
from scorecard.ui.theme.tokens import RADIUS, tokens_of
from scorecard.ui.widgets.drawing import box, focus_ring, px

FIELD_HEIGHT = 36
_SIDE = 10
_TOP = 8
_CLEAR = QColor(0, 0, 0, 0)


def clear_base(widget: QWidget) -> None:
    """Lets the painted box show through Qt's own background of an input."""
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.Base, _CLEAR)
    widget.setPalette(palette)


def paint_box(painter: QPainter, widget: QWidget, rect: QRect) -> None:
    tokens = tokens_of(widget.palette())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box(painter, rect, RADIUS, tokens.surface if widget.isEnabled() else tokens.sunken, tokens.edge)
    if widget.hasFocus():
        focus_ring(painter, rect, RADIUS, tokens)


class TextField(QLineEdit):
    """One line, with a rounded border. `name` is its accessible name."""

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setProperty("painted", True)
        self.setFrame(False)
        self.setTextMargins(px(self, _SIDE), 0, px(self, _SIDE), 0)
        clear_base(self)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), px(self, FIELD_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), px(self, FIELD_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_box(painter, self, self.rect())
        super().paintEvent(event)


class TextArea(QPlainTextEdit):
    """Several lines, with a rounded border. Tab leaves it."""

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setProperty("painted", True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setViewportMargins(_SIDE, _TOP, _SIDE, _TOP)
        clear_base(self)
        self.viewport().setAutoFillBackground(False)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            with QPainter(self) as painter:
                paint_box(painter, self, self.rect())
            return True
        return super().event(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
