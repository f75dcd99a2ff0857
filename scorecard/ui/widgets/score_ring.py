"""The ring with the score of the day in it; pressing it asks for the explanation."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from scorecard.overriding import override
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import FOCUS_WIDTH, Tokens
from scorecard.ui.widgets.drawing import NO_BRUSH, px, write
from scorecard.ui.widgets.painted_button import PaintedButton

RING_SIZE = 148
_STROKE = 10
_ROOM = 5  # around the ring, for the focus ring
_FULL = 360 * 16  # Qt counts sixteenths of a degree
_TOP = 90 * 16
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class ScoreRing(PaintedButton):
    """The caller gives the accessible name, with the score in it, and answers `clicked`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._share: float | None = None
        self._big = "–"
        self._small = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_reading(self, share: float | None, big: str, small: str) -> None:
        """`share` is the score over 100, None when there is none; `big` the number, `small` the line under it."""
        if (share, big, small) != (self._share, self._big, self._small):
            self._share, self._big, self._small = share, big, small
            self.update()

    @override
    def sizeHint(self) -> QSize:
        side = px(self, RING_SIZE) + 2 * _ROOM
        return QSize(side, side)

    @override
    def paint_button(self, painter: QPainter, tokens: Tokens) -> None:
        side = px(self, RING_SIZE)
        ring = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        self._paint_ring(painter, ring, tokens)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), FOCUS_WIDTH))
            painter.setBrush(NO_BRUSH)
            out = _ROOM - FOCUS_WIDTH / 2
            painter.drawEllipse(ring.adjusted(-out, -out, out, out))
        self._paint_words(painter, ring.toRect(), tokens)

    def _paint_ring(self, painter: QPainter, ring: QRectF, tokens: Tokens) -> None:
        stroke = px(self, _STROKE)
        line = ring.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
        pen = QPen(QColor(tokens.hover if self.hovered else tokens.track), stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(NO_BRUSH)
        painter.drawEllipse(line)
        if self._share is not None and self._share > 0:
            pen.setColor(QColor(tokens.tone(self._share * 100)))
            painter.setPen(pen)
            painter.drawArc(line, _TOP, -round(_FULL * min(1.0, self._share)))

    def _paint_words(self, painter: QPainter, ring: QRect, tokens: Tokens) -> None:
        middle = ring.center().y()
        big = QRect(ring.left(), middle - px(self, 34), ring.width(), px(self, 56))
        write(painter, big, text_font(self.font(), TextStyle.DISPLAY), tokens.text, self._big, _CENTRE)
        small = QRect(ring.left(), middle + px(self, 17), ring.width(), px(self, 20))
        write(painter, small, text_font(self.font(), TextStyle.SMALL), tokens.text_quiet, self._small, _CENTRE)
