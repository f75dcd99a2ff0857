"""How a short line is drawn: what is quiet before it, its words over as many rows as they need, what is below."""

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from scorecard.ui.theme.icons import paint_icon
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import RADIUS_SMALL, tokens_of
from scorecard.ui.widgets.drawing import fill_round, focus_ring, px

SIDE, ABOVE, END = 8, 5, 30  # beside the words, above and below them, and the room of the sign at the end
_ICON, _LEAST = 15, 40


class LinePaint:
    """One line in the font of its view."""

    def __init__(self, view: QWidget, words: str, aside: str, below: str) -> None:
        self.view = view
        usual, small = text_font(view.font(), TextStyle.BODY), text_font(view.font(), TextStyle.SMALL)
        self._parts = ((aside, small, True), (words, usual, False), (below, small, True))

    def height(self, width: int) -> int:
        laid = (_laid_out(text, font, self._room(width), self.view) for text, font, _ in self._parts if text)
        return sum(_height(one) for one in laid) + 2 * px(self.view, ABOVE)

    def paint(self, painter: QPainter, rect: QRect, ink: str, quiet_ink: str) -> None:
        left = rect.left() + px(self.view, END if self.view.isRightToLeft() else SIDE)
        top = rect.top() + px(self.view, ABOVE)
        for text, font, quiet in self._parts:
            if text:
                laid = _laid_out(text, font, self._room(rect.width()), self.view)
                painter.setPen(QColor(quiet_ink if quiet else ink))
                laid.draw(painter, QPointF(left, top))
                top += _height(laid)

    def _room(self, width: int) -> int:
        return max(px(self.view, _LEAST), width - px(self.view, SIDE + END))


def _laid_out(text: str, font: QFont, width: int, view: QWidget) -> QTextLayout:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(view.layoutDirection())
    laid = QTextLayout(text, font)
    laid.setTextOption(option)
    laid.beginLayout()
    top = 0.0
    while (line := laid.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    laid.endLayout()
    return laid


def _height(laid: QTextLayout) -> int:
    return round(laid.boundingRect().height())


def paint_line(painter: QPainter, view: QWidget, option: QStyleOptionViewItem, line: LinePaint) -> None:
    tokens = tokens_of(view.palette())
    rect: QRect = option.rect
    current = bool(option.state & QStyle.StateFlag.State_Selected) and view.hasFocus()
    over = bool(option.state & QStyle.StateFlag.State_MouseOver)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if current:
        fill_round(painter, rect, RADIUS_SMALL, tokens.accent_soft)
        focus_ring(painter, rect, RADIUS_SMALL, tokens)
    elif over:
        fill_round(painter, rect, RADIUS_SMALL, tokens.sunken)
    line.paint(painter, rect, tokens.text, tokens.text_quiet)
    if current or over:
        side = px(view, _ICON)
        x = rect.left() + px(view, SIDE) if view.isRightToLeft() else rect.right() - px(view, SIDE) - side
        icon = QRect(x, rect.center().y() - side // 2, side, side)
        paint_icon(painter, "ellipsis", icon, tokens.text_quiet)
    painter.restore()
