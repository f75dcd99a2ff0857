"""The value of a measure, typed or stepped: − [field] +."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from scorecard.overriding import override
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import RADIUS_SMALL, Tokens, tokens_of
from scorecard.ui.widgets.drawing import focus_ring, px, smooth, well, write
from scorecard.ui.widgets.stepper_parts import STEP_BUTTON, StepButton, ValueField

_FIELD = 56
_GAP = 4
_UNIT_ROOM = 42  # for the digits, beside a unit
_UNIT_SIDE = 7
_SIDES = 18  # beside the value, both together
_WIDEST = 170


class ValueStepper(QWidget):
    """`edited` tells every change the user types; `stepped` says +1 or -1 and changes nothing by itself."""

    edited = Signal(str)
    stepped = Signal(int)
    resized = Signal()  # it wants another width for what stands in it

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        """`name` is the measure's, for the screen reader."""
        super().__init__(parent)
        self._unit = ""
        self.field = ValueField(self)
        self.less = StepButton(up=False, parent=self)
        self.more = StepButton(up=True, parent=self)
        self.setFocusProxy(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)
        self._dress()
        self.field.textEdited.connect(self.edited)
        self.field.textChanged.connect(self._fit)
        self.field.focus_changed.connect(self.update)
        self.less.clicked.connect(self._step_down)
        self.more.clicked.connect(self._step_up)

    def set_name(self, name: str) -> None:
        self.field.setAccessibleName(name)
        self.less.setAccessibleName(tr("One less: {name}").format(name=name))
        self.more.setAccessibleName(tr("One more: {name}").format(name=name))

    def text(self) -> str:
        return self.field.text()

    def set_text(self, text: str) -> None:
        """Shows a value without telling anybody; while focused it is selected, so that typing replaces it."""
        if text == self.field.text():
            return
        self.field.setText(text)
        if self.field.hasFocus():
            self.field.selectAll()

    def set_unit(self, unit: str) -> None:
        """A quiet word behind the digits, e.g. "min"."""
        if unit != self._unit:
            self._unit = unit
            self._dress()

    def set_read_only(self, read_only: bool) -> None:
        self.field.setReadOnly(read_only)
        self.less.setEnabled(not read_only)
        self.more.setEnabled(not read_only)
        self.update()

    def _step_down(self) -> None:
        self.stepped.emit(-1)

    def _step_up(self) -> None:
        self.stepped.emit(1)

    def _dress(self) -> None:
        self.field.setFont(text_font(self.font(), TextStyle.STRONG))
        ending = self._unit_width() + px(self, _UNIT_SIDE) if self._unit else 0
        mirrored = self.isRightToLeft()
        self.field.setTextMargins(ending if mirrored else 0, 0, 0 if mirrored else ending, 0)
        self.updateGeometry()
        self._place()
        self.update()

    def _unit_width(self) -> int:
        return QFontMetrics(text_font(self.font(), TextStyle.CAPTION)).horizontalAdvance(self._unit)

    def _fit(self) -> None:
        if self._field_width() != self.field.width():
            self.updateGeometry()
            self._place()
            self.resized.emit()

    def _field_width(self) -> int:
        """As wide as the value and its unit need, within bounds."""
        value = QFontMetrics(self.field.font()).horizontalAdvance(self.field.text())
        unit = self._unit_width() + px(self, _UNIT_SIDE) if self._unit else 0
        room = max(px(self, _UNIT_ROOM) if self._unit else 0, value + px(self, _SIDES))
        return min(px(self, _WIDEST), max(px(self, _FIELD), room + unit))

    def _place(self) -> None:
        side, gap, width = px(self, STEP_BUTTON), px(self, _GAP), self._field_width()
        top = (self.height() - side) // 2
        first, last = (self.more, self.less) if self.isRightToLeft() else (self.less, self.more)
        left = self.width() - (2 * side + 2 * gap + width)
        if self.isRightToLeft():
            left = 0
        first.setGeometry(left, top, side, side)
        self.field.setGeometry(left + side + gap, top, width, side)
        last.setGeometry(left + side + gap + width + gap, top, side, side)

    @override
    def sizeHint(self) -> QSize:
        side = px(self, STEP_BUTTON)
        return QSize(2 * side + 2 * px(self, _GAP) + self._field_width(), side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned and self.field.hasFocus() and not self.field.isReadOnly():
            self.stepped.emit(1 if turned > 0 else -1)
            event.accept()
        else:
            event.ignore()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._dress()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        rect = self.field.geometry()
        with smooth(self) as painter:
            if self.field.isEnabled() and not self.field.isReadOnly():
                well(painter, rect, RADIUS_SMALL, tokens.sunken, tokens)
            if self.field.hasFocus():
                focus_ring(painter, rect, RADIUS_SMALL, tokens)
            if self._unit:
                self._paint_unit(painter, rect, tokens)

    def _paint_unit(self, painter: QPainter, rect: QRect, tokens: Tokens) -> None:
        side = px(self, _UNIT_SIDE)
        place = QRect(rect.topLeft() + QPoint(side, 0), QSize(rect.width() - 2 * side, rect.height()))
        ink = tokens.text_quiet if self.isEnabled() else tokens.text_disabled
        write(painter, place, text_font(self.font(), TextStyle.CAPTION), ink, self._unit, Qt.AlignmentFlag.AlignRight)
