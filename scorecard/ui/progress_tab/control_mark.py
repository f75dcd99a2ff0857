"""The one place of a chart that is meant: how keys move it, and how it is painted without drawing the chart anew."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from scorecard.charts.places import Places
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import RADIUS_SMALL, Tokens
from scorecard.ui.widgets.drawing import box, focus_ring, px

_VEIL = 20  # of 255: the highlight lets the picture shine through
_WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


def stepped(key: int, here: int, places: Places) -> int | None:
    """The place that `key` goes to from place `here`; None when the key goes nowhere, and up and down at an edge."""
    if not places.count:
        return None
    match key:
        case Qt.Key.Key_Home:
            return 0
        case Qt.Key.Key_End:
            return places.count - 1
        case Qt.Key.Key_Left | Qt.Key.Key_Right:
            return places.beside(here, -1 if key == Qt.Key.Key_Left else 1, 0)
        case Qt.Key.Key_Up | Qt.Key.Key_Down:
            there = places.beside(here, 0, 1 if key == Qt.Key.Key_Up else -1)
            return None if there == here else there
        case _:
            return None


def paint_mark(painter: QPainter, frame: QRectF, tokens: Tokens, *, focused: bool) -> None:
    """A veil over the place; a ring as well when the keyboard is on it."""
    veil = QColor(tokens.text)
    veil.setAlpha(_VEIL)
    painter.fillRect(frame, veil)
    if focused:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus_ring(painter, frame, RADIUS_SMALL, tokens)


def paint_bubble(painter: QPainter, widget: QWidget, frame: QRectF, words: str, tokens: Tokens) -> None:
    """`words` in a box over the middle of `frame`: above it where there is room, else at the widget's upper edge.

    What is too long for a line is broken into several.
    """
    font = text_font(widget.font(), TextStyle.SMALL)
    metrics = QFontMetricsF(font)
    room = QRectF(0, 0, widget.width() - px(widget, 20), widget.height())
    needed = metrics.boundingRect(room, _WRAPPED, words)
    width = min(needed.width() + px(widget, 20), widget.width())
    left = min(max(frame.center().x() - width / 2, 0), widget.width() - width)
    height = round(needed.height() + px(widget, 10))
    bubble = QRectF(round(left), max(round(frame.top()) - height - px(widget, 4), 0), round(width), height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box(painter, bubble, RADIUS_SMALL, tokens.surface, tokens.outline)
    painter.setFont(font)
    painter.setPen(QColor(tokens.text))
    painter.drawText(bubble.adjusted(px(widget, 4), 0, -px(widget, 4), 0), _WRAPPED, words)
