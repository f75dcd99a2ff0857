"""What the painted widgets share: sizes that grow with the text, crisp rounded boxes, the focus ring."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from scorecard.ui.theme.tokens import BASE_TEXT, FOCUS_WIDTH, Tokens

NO_PEN = Qt.PenStyle.NoPen
NO_BRUSH = Qt.BrushStyle.NoBrush


def scale_of(widget: QWidget) -> float:
    """How much larger than ordinary the widget's text is; 1.0 for text of 13 pixels."""
    font = widget.font()
    pixels = font.pixelSize()
    if pixels > 0:
        return pixels / BASE_TEXT
    return font.pointSizeF() * widget.logicalDpiY() / (72 * BASE_TEXT)


def px(widget: QWidget, pixels: float) -> int:
    """A size of the design in this widget's pixels."""
    return round(pixels * scale_of(widget))


def smooth(widget: QWidget) -> QPainter:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def fill_round(painter: QPainter, rect: QRect | QRectF, radius: float, fill: str) -> None:
    painter.setPen(NO_PEN)
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(QRectF(rect), radius, radius)


def line_round(painter: QPainter, rect: QRect | QRectF, radius: float, colour: str, width: float = 1) -> None:
    """A line of `width` wholly inside `rect`."""
    half = width / 2
    painter.setPen(QPen(QColor(colour), width))
    painter.setBrush(NO_BRUSH)
    inner = QRectF(rect).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(inner, max(0.0, radius - half), max(0.0, radius - half))


def box(painter: QPainter, rect: QRect | QRectF, radius: float, fill: str, border: str) -> None:
    """A filled box with a border of one pixel, sharp at its edges."""
    painter.setPen(QPen(QColor(border), 1))
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5)


def well(painter: QPainter, rect: QRect | QRectF, radius: float, fill: str, tokens: Tokens) -> None:
    """The ground of something to operate; with a line around it in the theme of high contrast."""
    if tokens.contoured:
        box(painter, rect, radius, fill, tokens.edge)
    else:
        fill_round(painter, rect, radius, fill)


def focus_ring(painter: QPainter, rect: QRect | QRectF, radius: float, tokens: Tokens, colour: str = "") -> None:
    line_round(painter, rect, radius, colour or tokens.focus, FOCUS_WIDTH)


def write(painter: QPainter, rect: QRect, font: QFont, colour: str, text: str, align: Qt.AlignmentFlag) -> None:
    """One line of text, vertically centred. In a right-to-left window Qt takes left for right and right for left."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
