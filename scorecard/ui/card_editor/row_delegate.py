"""How a row of the card is painted: a grip to drag it by, its name on at most two lines, what it asks below."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from scorecard.overriding import override
from scorecard.ui.card_editor.row_model import CardRows
from scorecard.ui.card_editor.row_words import CardRowWords
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import Tokens, tokens_of
from scorecard.ui.widgets.drawing import NO_PEN, px, write
from scorecard.ui.widgets.painted_list import Index, RowDelegate
from scorecard.ui.widgets.row_ground import paint_row_ground
from scorecard.ui.widgets.two_lines import in_two_lines

_SIDE, _TOP, _LINE_GAP = 12, 8, 2
_GRIP, _GRIP_WIDTH, _DOT = 16, 6, 1.3
_HEADING, _HEADING_TOP = 36, 8
_MOST = 10_000
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_POINTED = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected


class CardRowLayout:
    """For one font. Rects mirror for right-to-left."""

    def __init__(self, view: QWidget) -> None:
        self.name_font = text_font(view.font(), TextStyle.NAME)
        self.body_font = text_font(view.font(), TextStyle.BODY)
        self.heading_font = text_font(view.font(), TextStyle.SECTION)
        self.small_font = text_font(view.font(), TextStyle.SMALL)
        self.body = QFontMetrics(self.body_font)
        self.heading = QFontMetrics(self.heading_font)
        self._name = QFontMetrics(self.name_font)
        self._side, self._top, self._gap = px(view, _SIDE), px(view, _TOP), px(view, _LINE_GAP)
        self._grip, self._heading_height = px(view, _GRIP), px(view, _HEADING)
        self._heading_top = px(view, _HEADING_TOP)
        self._mirrored = view.isRightToLeft()
        self._broken: dict[tuple[str, int], tuple[str, ...]] = {}

    def height(self, words: CardRowWords, width: int) -> int:
        if words.heading:
            return self._heading_height
        if words.remark:
            room = QRect(0, 0, max(1, width - 2 * self._side), _MOST)
            return 2 * self._top + self.body.boundingRect(room, _WRAPPED, words.name).height()
        more = self._gap + self.body.height() if words.more else 0
        return 2 * self._top + len(self.names(words, width)) * self._name.lineSpacing() + more

    def names(self, words: CardRowWords, width: int) -> tuple[str, ...]:
        """The name, on the lines it takes in a row of that width."""
        key = words.name, width
        if key not in self._broken:
            self._broken[key] = in_two_lines(words.name, self.name_font, self._name, self._room(width))
        return self._broken[key]

    def is_cut(self, words: CardRowWords, width: int) -> bool:
        """Whether something does not fit."""
        if words.heading or words.remark:
            return self.heading.horizontalAdvance(words.name) > self._room(width) * 0.7
        too_long = self.body.horizontalAdvance(words.more) > self._room(width)
        return too_long or self.names(words, width)[-1].endswith("…")

    def lines(self, words: CardRowWords, rect: QRect) -> tuple[list[QRect], QRect]:
        """Where the lines of the name stand, and what is below them."""
        inner, high = self.inner(rect), self._name.lineSpacing()
        count = len(self.names(words, rect.width()))
        names = [QRect(inner.left(), inner.top() + n * high, inner.width(), high) for n in range(count)]
        below = QRect(inner)
        below.setTop(names[-1].bottom() + 1 + self._gap)
        return names, below

    def remark(self, rect: QRect) -> QRect:
        return rect.adjusted(self._side, self._top, -self._side, -self._top)

    def inner(self, rect: QRect) -> QRect:
        first, last = self._side + self._grip, self._side
        left, right = (last, first) if self._mirrored else (first, last)
        return rect.adjusted(left, self._top, -right, -self._top)

    def heading_line(self, rect: QRect) -> QRect:
        return rect.adjusted(self._side, self._heading_top, -self._side, 0)

    def grip(self, rect: QRect) -> QRect:
        left = rect.right() - self._side - self._grip // 2 if self._mirrored else rect.left() + self._side - 2
        return QRect(left, rect.top() + self._top, self._grip, self._name.lineSpacing())

    def _room(self, width: int) -> int:
        return max(1, width - 2 * self._side - self._grip)


class CardRowDelegate(RowDelegate[CardRowWords, CardRowLayout]):
    def __init__(self, rows: CardRows, view: QAbstractItemView) -> None:
        super().__init__(rows, view, CardRowLayout)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        words = self.rows.words(index.row())
        tokens = tokens_of(self.view.palette())
        rect: QRect = option.rect
        painter.save()
        if not words.remark:
            paint_row_ground(painter, self.view, rect, option.state)
        if words.heading:
            self._paint_heading(painter, words, rect, tokens)
        else:
            self._paint_row(painter, words, rect, tokens, pointed=bool(option.state & _POINTED))
        painter.restore()

    def _paint_heading(self, painter: QPainter, words: CardRowWords, rect: QRect, tokens: Tokens) -> None:
        line = self.layout.heading_line(rect)
        room = line.width() - QFontMetrics(self.layout.small_font).horizontalAdvance(words.right) - px(self.view, _SIDE)
        name = self.view.locale().toUpper(words.name)
        shown = self.layout.heading.elidedText(name, Qt.TextElideMode.ElideRight, max(1, room))
        write(painter, line, self.layout.heading_font, tokens.text_quiet, shown, Qt.AlignmentFlag.AlignLeft)
        write(painter, line, self.layout.small_font, tokens.text_quiet, words.right, Qt.AlignmentFlag.AlignRight)

    def _paint_row(self, painter: QPainter, words: CardRowWords, rect: QRect, tokens: Tokens, *, pointed: bool) -> None:
        layout = self.layout
        if words.remark:
            painter.setFont(layout.body_font)
            painter.setPen(QColor(tokens.text_quiet))
            painter.drawText(layout.remark(rect), _WRAPPED, words.name)
            return
        places, below = layout.lines(words, rect)
        for line, place in zip(layout.names(words, rect.width()), places, strict=True):
            write(painter, place, layout.name_font, tokens.text, line, Qt.AlignmentFlag.AlignLeft)
        more = layout.body.elidedText(words.more, Qt.TextElideMode.ElideRight, below.width())
        write(painter, below, layout.body_font, tokens.text_quiet, more, Qt.AlignmentFlag.AlignLeft)
        self._paint_grip(painter, layout.grip(rect), tokens.text_quiet if pointed else tokens.edge)

    def _paint_grip(self, painter: QPainter, rect: QRect, ink: str) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(NO_PEN)
        painter.setBrush(QColor(ink))
        step, radius = px(self.view, _GRIP_WIDTH), px(self.view, 1) * _DOT
        for column in range(2):
            for line in (-1, 0, 1):
                centre = QPointF(rect.left() + column * step, rect.center().y() + line * step)
                painter.drawEllipse(centre, radius, radius)
