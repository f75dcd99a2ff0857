"""What a stepper is made of: two small buttons and the field between them."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from scorecard.overriding import override
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import RADIUS_SMALL, Tokens
from scorecard.ui.widgets.drawing import px, well, write
from scorecard.ui.widgets.painted_button import PaintedButton
from scorecard.ui.widgets.text_field import clear_base

STEP_BUTTON = 28
_REPEAT_AFTER = 400
_REPEAT_EVERY = 80


class StepButton(PaintedButton):
    """A small square with a plus or a minus in it."""

    def __init__(self, up: bool, parent: QWidget) -> None:
        super().__init__("", parent)
        self._up = up
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoRepeat(True)
        self.setAutoRepeatDelay(_REPEAT_AFTER)
        self.setAutoRepeatInterval(_REPEAT_EVERY)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, STEP_BUTTON), px(self, STEP_BUTTON))

    @override
    def paint_button(self, painter: QPainter, tokens: Tokens) -> None:
        fill = tokens.border if self.isDown() else tokens.hover if self.hovered else tokens.sunken
        well(painter, self.rect(), RADIUS_SMALL, fill, tokens)
        ink = tokens.text if self.isEnabled() else tokens.text_disabled
        sign = "+" if self._up else "−"
        write(painter, self.rect(), text_font(self.font(), TextStyle.STRONG), ink, sign, Qt.AlignmentFlag.AlignHCenter)


class ValueField(QLineEdit):
    """The field of a stepper; selects everything when it gets the focus, so that the next digit replaces it."""

    focus_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._select_on_release = False
        self.setProperty("painted", True)
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        clear_base(self)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._select_on_release = event.reason() is Qt.FocusReason.MouseFocusReason
        self.selectAll()
        self.focus_changed.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.deselect()
        self.focus_changed.emit()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._select_on_release and not self.hasSelectedText():
            self.selectAll()
        self._select_on_release = False

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
