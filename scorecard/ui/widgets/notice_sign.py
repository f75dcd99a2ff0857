"""The little signs before a notice: an i in a circle, an exclamation mark in a triangle or in an octagon."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from scorecard.overriding import override
from scorecard.ui.theme.tokens import Tokens, tokens_of
from scorecard.ui.widgets.drawing import NO_BRUSH, px, smooth

_SIDE = 18
_TRIANGLE = ((9, 2.2), (16.6, 15.4), (1.4, 15.4))
_OCTAGON = ((6, 1.6), (12, 1.6), (16.4, 6), (16.4, 12), (12, 16.4), (6, 16.4), (1.6, 12), (1.6, 6))


class NoticeTone(Enum):
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    def ink(self, tokens: Tokens) -> str:
        return {NoticeTone.INFO: tokens.accent, NoticeTone.WARNING: tokens.fair, NoticeTone.ERROR: tokens.poor}[self]

    def fill(self, tokens: Tokens) -> str:
        return {
            NoticeTone.INFO: tokens.accent_soft,
            NoticeTone.WARNING: tokens.warning_soft,
            NoticeTone.ERROR: tokens.error_soft,
        }[self]


@dataclass(frozen=True, slots=True)
class NoticeAction:
    """A deed offered by a notice. The notice goes when it is done."""

    words: str
    act: Callable[[], object]


class NoticeSign(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tone = NoticeTone.INFO
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tone(self, tone: NoticeTone) -> None:
        self._tone = tone
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(self, _SIDE), px(self, _SIDE))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        with smooth(self) as painter:
            painter.scale(self.width() / _SIDE, self.height() / _SIDE)
            pen = QPen(QColor(self._tone.ink(tokens)), 1.6)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.setBrush(NO_BRUSH)
            self._paint_shape(painter)

    def _paint_shape(self, painter: QPainter) -> None:
        if self._tone is NoticeTone.INFO:
            painter.drawEllipse(QRectF(1.6, 1.6, 14.8, 14.8))
            painter.drawLine(QPointF(9, 8.4), QPointF(9, 12.6))
            painter.drawPoint(QPointF(9, 5.5))
            return
        corners = _TRIANGLE if self._tone is NoticeTone.WARNING else _OCTAGON
        lower = 1 if self._tone is NoticeTone.WARNING else 0
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
        painter.drawLine(QPointF(9, 5.4 + lower), QPointF(9, 9.2 + lower))
        painter.drawPoint(QPointF(9, 12.2 + lower * 0.6))
