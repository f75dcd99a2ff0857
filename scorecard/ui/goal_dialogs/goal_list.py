"""The list of goals: each with its name, a bar of how far it has come, and the facts below."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from scorecard.domain.goal_progress import Stand
from scorecard.overriding import override
from scorecard.ui.goal_dialogs.goal_lines import GoalLine, LineKind
from scorecard.ui.theme.icons import paint_icon
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import Tokens, tokens_of
from scorecard.ui.widgets.attainment_bar import paint_bar
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.keyed_list import LINE_ROLE, Index, KeyedList, LinePainter
from scorecard.ui.widgets.row_ground import paint_row_ground

_HEIGHTS = {LineKind.PERIOD: 40, LineKind.PERSPECTIVE: 30, LineKind.GOAL: 72, LineKind.REMARK: 34}
_SIDE, _INDENT = 14, 14
_NAME, _BAR, _WORDS = (9, 20), (35, 6), (46, 18)  # top and height in a row
_TICK = 14
_SIGN = 16
_SIGNS = {Stand.REACHED: "check", Stand.OVER: "x", Stand.ENDED: "minus"}


def tone_of(stand: Stand, tokens: Tokens) -> str:
    """The colour of a goal's bar; a sign and a word say the same."""
    match stand:
        case Stand.REACHED:
            return tokens.good
        case Stand.OVER:
            return tokens.poor
        case Stand.ENDED:
            return tokens.fair
        case _:
            return tokens.accent


class GoalList(KeyedList[GoalLine]):
    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is the accessible name."""
        super().__init__(name, _GoalDelegate(), parent)

    @override
    def title_of(self, line: GoalLine) -> str:
        return line.name


class _GoalDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, px(self._view, _HEIGHTS[index.data(LINE_ROLE).kind]))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: GoalLine = index.data(LINE_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.kind is LineKind.GOAL:
            paint_row_ground(painter, self._view, rect, option.state)
        _GoalPainter(painter, self._view, tokens_of(self._view.palette())).paint(line, rect)
        painter.restore()

    @property
    def _view(self) -> GoalList:
        parent = self.parent()
        assert isinstance(parent, GoalList)
        return parent


class _GoalPainter(LinePainter):
    def paint(self, line: GoalLine, rect: QRect) -> None:
        side, quiet = px(self.view, _SIDE), self.tokens.text_quiet
        inner = rect.adjusted(side, 0, -side, 0)
        low = self.indented(inner, px(self.view, _INDENT))
        match line.kind:
            case LineKind.PERIOD:
                lower = inner.adjusted(0, px(self.view, 8), 0, 0)
                self.write_head(line.name, line.right, lower, quiet)
                self._paint_sample(line, lower)
            case LineKind.PERSPECTIVE:
                self.write(line.name, TextStyle.STRONG, quiet, inner)
            case LineKind.REMARK:
                self.write(line.name, TextStyle.BODY, quiet, low)
            case LineKind.GOAL:
                self._paint_goal(line, low)

    def _paint_goal(self, line: GoalLine, rect: QRect) -> None:
        tokens = self.tokens
        tone = tone_of(line.stand, tokens)
        name = self._part(rect, _NAME)
        name = self._paint_right(line, name, tone)
        self.write(line.name, TextStyle.NAME, tokens.text_quiet if line.closed else tokens.text, name)
        bar = QRectF(self._part(rect, _BAR))
        if line.share is not None:
            paint_bar(self.painter, bar, line.share, tokens, tone, hollow=False, mirrored=self.mirrored)
            self._paint_gone(line, bar)
        self.write(line.words, TextStyle.BODY, tokens.text_quiet, self._part(rect, _WORDS))

    def _paint_right(self, line: GoalLine, rect: QRect, tone: str) -> QRect:
        """The share, with the sign of where the goal stands before it; gives the room that is left."""
        font = text_font(self.view.font(), TextStyle.STRONG)
        self.painter.setFont(font)
        width = self.painter.fontMetrics().horizontalAdvance(line.right) + 2 if line.right else 0
        place = QRect(rect)
        place.setWidth(width)
        if not self.mirrored:
            place.moveRight(rect.right())
        self.write(line.right, TextStyle.STRONG, self.tokens.text, place, end=True)
        used = width
        sign = _SIGNS.get(line.stand)
        if sign is not None:
            side = px(self.view, _SIGN)
            used += side + px(self.view, 6)
            left = rect.left() + width + px(self.view, 6) if self.mirrored else place.left() - side - px(self.view, 6)
            top = rect.top() + (rect.height() - side) // 2
            paint_icon(self.painter, sign, QRect(left, top, side, side), tone)
        used += px(self.view, _SIDE)
        return rect.adjusted(used, 0, 0, 0) if self.mirrored else rect.adjusted(0, 0, -used, 0)

    def _paint_gone(self, line: GoalLine, bar: QRectF) -> None:
        """How much of the time is gone, as a small upright mark on the bar."""
        if not 0 < line.gone < 1:
            return
        along = bar.width() * line.gone
        self._paint_mark(bar.right() - along if self.mirrored else bar.left() + along, bar.center().y())

    def _paint_sample(self, line: GoalLine, rect: QRect) -> None:
        """The mark of the time beside its words, so that it explains those on the bars."""
        if 0 < line.gone < 1:
            words = self.painter.fontMetrics().horizontalAdvance(line.right) + px(self.view, 8)
            x = rect.left() + words if self.mirrored else rect.right() - words
            self._paint_mark(x, rect.center().y())

    def _paint_mark(self, x: float, middle: float) -> None:
        height, width = px(self.view, _TICK), max(2, px(self.view, 2))
        place = QRectF(round(x - width / 2), round(middle - height / 2), width, height)
        self.painter.fillRect(place, QColor(self.tokens.outline))

    def _part(self, rect: QRect, part: tuple[int, int]) -> QRect:
        top, height = part
        return QRect(rect.left(), rect.top() + px(self.view, top), rect.width(), px(self.view, height))
