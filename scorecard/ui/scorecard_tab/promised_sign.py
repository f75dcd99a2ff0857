"""The sign of a promise's level: a disc, a ring, a diamond. Each has its own colour besides."""

from typing import assert_never

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from scorecard.domain.promises import Level
from scorecard.ui.theme.tokens import Tokens
from scorecard.ui.widgets.drawing import NO_BRUSH, NO_PEN

_RING = 0.24  # of the sign's width


def paint_level_sign(painter: QPainter, square: QRectF, level: Level, tokens: Tokens) -> None:
    painter.setPen(NO_PEN)
    match level:
        case Level.COMMITMENT:
            painter.setBrush(QColor(tokens.commitment))
            painter.drawEllipse(square)
        case Level.BEST_EFFORT:
            line = _RING * square.width()
            painter.setPen(QPen(QColor(tokens.effort), line))
            painter.setBrush(NO_BRUSH)
            painter.drawEllipse(square.adjusted(line / 2, line / 2, -line / 2, -line / 2))
        case Level.GOOD_INTENTION:
            painter.setBrush(QColor(tokens.intention))
            painter.drawPolygon(_diamond(square))
        case _ as never:
            assert_never(never)


def _diamond(square: QRectF) -> QPolygonF:
    over = 0.08 * square.width()  # as much ink as the disc
    middle = square.center()
    return QPolygonF([
        QPointF(middle.x(), square.top() - over),
        QPointF(square.right() + over, middle.y()),
        QPointF(middle.x(), square.bottom() + over),
        QPointF(square.left() - over, middle.y()),
    ])  # fmt: skip
