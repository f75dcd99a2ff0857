"""The painted standard inputs that a style sheet cannot draw well: a choice out of a list, and a whole number."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QStyle, QStyleOptionSpinBox, QWidget

from scorecard.overriding import override
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import tokens_of
from scorecard.ui.widgets.drawing import NO_BRUSH, px, write
from scorecard.ui.widgets.text_field import FIELD_HEIGHT, clear_base, paint_box

_SIDE = 11
_ARROW_ROOM = 30


def _chevron(painter: QPainter, centre: QPointF, half: float, colour: str, *, up: bool = False) -> None:
    pen = QPen(QColor(colour), half * 0.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(NO_BRUSH)
    rise = -half / 2 if up else half / 2
    x, y = centre.x(), centre.y()
    painter.drawPolyline(QPolygonF([QPointF(x - half, y - rise), QPointF(x, y + rise), QPointF(x + half, y - rise)]))


class ChoiceBox(QComboBox):
    """One of a list. Give it a label as buddy: screen readers read that, not its accessible name."""

    def __init__(self, options: Sequence[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        """`options` are (key, label); the key is the item's datum."""
        super().__init__(parent)
        self.setProperty("painted", True)
        for key, label in options:
            self.addItem(label, key)

    @override
    def sizeHint(self) -> QSize:
        """Wide enough for the longest of its words."""
        metrics = QFontMetrics(text_font(self.font(), TextStyle.BODY))
        words = max((metrics.horizontalAdvance(self.itemText(n)) for n in range(self.count())), default=0)
        width = max(words + px(self, _SIDE + _ARROW_ROOM) + 2, super().sizeHint().width() + px(self, _SIDE))
        return QSize(width, px(self, FIELD_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, 80), px(self, FIELD_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        ink = tokens.text if self.isEnabled() else tokens.text_disabled
        room, side = px(self, _ARROW_ROOM), px(self, _SIDE)
        mirrored = self.isRightToLeft()
        with QPainter(self) as painter:
            paint_box(painter, self, self.rect())
            x = room / 2 if mirrored else self.width() - room / 2
            _chevron(painter, QPointF(x, self.height() / 2), px(self, 4), tokens.text_quiet)
            words = self.rect().adjusted(room if mirrored else side, 0, -side if mirrored else -room, 0)
            shown = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, words.width())
            write(painter, words, text_font(self.font(), TextStyle.BODY), ink, shown, Qt.AlignmentFlag.AlignLeft)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NumberBox(QSpinBox):
    """A whole number with small arrows."""

    def __init__(self, name: str, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("painted", True)
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        clear_base(self)
        self.lineEdit().setProperty("painted", True)
        self.lineEdit().setTextMargins(px(self, _SIDE - 2), 0, 0, 0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() + px(self, 24), px(self, FIELD_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        with QPainter(self) as painter:
            paint_box(painter, self, self.rect())
            for control, up in ((QStyle.SubControl.SC_SpinBoxUp, True), (QStyle.SubControl.SC_SpinBoxDown, False)):
                centre = self._place_of(control).center()
                y = self.height() / 2 + px(self, -5 if up else 5)
                _chevron(painter, QPointF(centre.x(), y), px(self, 3.4), tokens.text_quiet, up=up)

    def _place_of(self, control: QStyle.SubControl) -> QRect:
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        return self.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, control, self)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
