"""Where the words of a hit stand: title and what it is on one line, the excerpt below on as many as it needs."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from scorecard.domain.search import Excerpt
from scorecard.ui.find_dialog.hit_words import HitWords
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.widgets.drawing import px

_SIDE = 14
_TOP = 8
_ICON = 16
_ICON_GAP = 10
_BETWEEN = 16  # title and what it is
_LINE_GAP = 2
MOST_LINES = 4


class HitLayout:
    """For one font and one width of the list."""

    def __init__(self, view: QWidget) -> None:
        font = view.font()
        self.title_font = text_font(font, TextStyle.NAME)
        self.body_font = text_font(font, TextStyle.BODY)
        self.what_font = text_font(font, TextStyle.SMALL)
        self._bold_body = text_font(font, TextStyle.STRONG)
        self._title_metrics = QFontMetrics(text_font(font, TextStyle.HEADING))
        self._body_metrics = QFontMetrics(self._bold_body)
        self._what_metrics = QFontMetrics(self.what_font)
        self._side, self._top, self.icon_side = px(view, _SIDE), px(view, _TOP), px(view, _ICON)
        self._indent = self.icon_side + px(view, _ICON_GAP)
        self._between, self._gap = px(view, _BETWEEN), px(view, _LINE_GAP)
        self._mirrored = view.isRightToLeft()
        self._title_height = QFontMetrics(self.title_font).height()

    def height(self, words: HitWords, width: int) -> int:
        lines = self._lines(words.excerpt, width)
        return 2 * self._top + self._title_height + (lines * self._body_metrics.height() + self._gap if lines else 0)

    def _lines(self, said: Excerpt, width: int) -> int:
        """How many lines an excerpt takes: by its length alone where one line is enough."""
        room = self._room(width)
        if not said.text:
            return 0
        if self._body_metrics.horizontalAdvance(said.text) <= room:
            return 1
        return len(laid_out(said, self.body_font, QColor(), room, MOST_LINES)[1])

    def _room(self, width: int) -> int:
        return max(1, width - 2 * self._side - self._indent)

    def head(self, rect: QRect) -> QRect:
        """The line of the title, the icon left out."""
        inner = rect.adjusted(self._side, self._top, -self._side, 0)
        inner.setHeight(self._title_height)
        return inner.adjusted(0, 0, -self._indent, 0) if self._mirrored else inner.adjusted(self._indent, 0, 0, 0)

    def icon(self, rect: QRect) -> QRect:
        top = rect.top() + self._top + (self._title_height - self.icon_side) // 2
        left = rect.right() + 1 - self._side - self.icon_side if self._mirrored else rect.left() + self._side
        return QRect(left, top, self.icon_side, self.icon_side)

    def title(self, words: HitWords, head: QRect) -> tuple[Excerpt, QRect]:
        """The title, shortened to what is left of its line."""
        room = max(1, head.width() - self._what_metrics.horizontalAdvance(words.what) - self._between)
        place = QRect(head)
        place.setWidth(room)
        if self._mirrored:
            place.moveRight(head.right())
        return shortened(words.title, self._title_metrics, room), place

    def excerpt(self, rect: QRect) -> QRect:
        below = self.head(rect)
        below.setTop(below.bottom() + 1 + self._gap)
        below.setBottom(rect.bottom())
        return below


def shortened(said: Excerpt, metrics: QFontMetrics, room: int) -> Excerpt:
    """`said` on one line, cut with "…" where the room ends."""
    shown = metrics.elidedText(said.text, Qt.TextElideMode.ElideRight, room)
    if shown == said.text:
        return said
    kept = len(shown) - 1
    marks = tuple((start, min(end, kept)) for start, end in said.marks if start < kept)
    return Excerpt(shown, marks)


def laid_out(said: Excerpt, font: QFont, ink: QColor, width: int, most: int) -> tuple[QTextLayout, list[int]]:
    """The text in lines of `width`, at most `most` of them, with the tops of the lines; the hits bold and in `ink`."""
    layout = QTextLayout(said.text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_hit_format(said.text, mark, ink) for mark in said.marks])
    tops: list[int] = []
    layout.beginLayout()
    y = 0.0
    while len(tops) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        tops.append(round(y))
        y += line.height()
    layout.endLayout()
    return layout, tops


def _hit_format(text: str, mark: tuple[int, int], ink: QColor) -> QTextLayout.FormatRange:
    """Qt counts in units of UTF-16."""
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    bold.setForeground(QBrush(ink))
    found = QTextLayout.FormatRange()
    found.start = _units(text[: mark[0]])
    found.length = _units(text[mark[0] : mark[1]])
    found.format = bold
    return found


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def write_marked(painter: QPainter, said: Excerpt, font: QFont, inks: tuple[str, str], rect: QRect, lines: int) -> None:
    """`inks` are the colours of the text and of the hits in it."""
    layout, _ = laid_out(said, font, QColor(inks[1]), rect.width(), lines)
    painter.setPen(QColor(inks[0]))
    layout.draw(painter, QPointF(rect.topLeft()))
