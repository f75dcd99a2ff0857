"""The one column of a chart that is meant: how keys move it, and how it is painted without drawing the chart anew."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from scorecard.charts.week_layout import DAYS
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import RADIUS_SMALL, Tokens
from scorecard.ui.widgets.drawing import box, focus_ring, px, write

_VEIL = 20  # of 255: the highlight lets the picture shine through
_CENTRE = Qt.AlignmentFlag.AlignHCenter


def stepped(key: int, here: int, count: int = DAYS, *, right_to_left: bool = False) -> int | None:
    """The column of `count` that `key` goes to from column `here`; None when the key goes nowhere."""
    if not count:
        return None
    later = Qt.Key.Key_Left if right_to_left else Qt.Key.Key_Right
    match key:
        case Qt.Key.Key_Left | Qt.Key.Key_Right:
            return min(max(here + (1 if key == later else -1), 0), count - 1)
        case Qt.Key.Key_Home:
            return 0
        case Qt.Key.Key_End:
            return count - 1
        case _:
            return None


def paint_mark(painter: QPainter, column: QRectF, tokens: Tokens, *, focused: bool) -> None:
    """A veil over the column; a ring as well when the keyboard is on it."""
    veil = QColor(tokens.text)
    veil.setAlpha(_VEIL)
    painter.fillRect(column, veil)
    if focused:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus_ring(painter, column, RADIUS_SMALL, tokens)


def paint_bubble(painter: QPainter, widget: QWidget, middle: float, words: str, tokens: Tokens) -> None:
    """`words` in a box at the upper edge, centred at `middle` as far as the widget's edges allow."""
    font = text_font(widget.font(), TextStyle.SMALL)
    metrics = QFontMetricsF(font)
    width = min(metrics.horizontalAdvance(words) + px(widget, 20), widget.width())
    left = min(max(middle - width / 2, 0), widget.width() - width)
    bubble = QRectF(round(left), 0, round(width), round(metrics.height() + px(widget, 10)))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box(painter, bubble, RADIUS_SMALL, tokens.surface, tokens.outline)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width - px(widget, 8))
    write(painter, bubble.toRect(), font, tokens.text, shown, _CENTRE)
