"""The relationship level as a step of a pyramid: five steps, filled up to the one that was reached."""

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPolygonF

from scorecard.domain.relations import RelationLevel
from scorecard.ui.theme.tokens import Tokens
from scorecard.ui.widgets.drawing import NO_PEN

STEPS = len(RelationLevel)
_GAP = 0.28  # of the height of a step
_TOP = 0.24  # how wide the pyramid is at its top


def paint_pyramid(painter: QPainter, rect: QRect | QRectF, step: int, tokens: Tokens) -> None:
    """`step` is 1 for the broad step at the bottom, 5 for the top, 0 for none."""
    area = QRectF(rect)
    high = area.height() / (STEPS + (STEPS - 1) * _GAP)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(NO_PEN)
    for place in range(STEPS):  # from the top
        top = area.top() + place * high * (1 + _GAP)
        painter.setBrush(QColor(tokens.accent if STEPS - place <= step else tokens.edge))
        painter.drawPolygon(_slice(area, top, top + high))
    painter.restore()


def _slice(area: QRectF, top: float, bottom: float) -> QPolygonF:
    middle, upper, lower = area.center().x(), _half(area, top), _half(area, bottom)
    return QPolygonF(
        [
            QPointF(middle - upper, top),
            QPointF(middle + upper, top),
            QPointF(middle + lower, bottom),
            QPointF(middle - lower, bottom),
        ]
    )


def _half(area: QRectF, y: float) -> float:
    down = (y - area.top()) / area.height()
    return area.width() / 2 * (_TOP + (1 - _TOP) * down)
