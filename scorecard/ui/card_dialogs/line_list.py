"""A list with headings, drawn in the look of the card's rows."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from scorecard.overriding import override
from scorecard.ui.card_dialogs.list_line import LineKind, ListLine
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import tokens_of
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.keyed_list import LINE_ROLE, Index, KeyedList, LinePainter
from scorecard.ui.widgets.row_ground import paint_row_ground

_HEIGHTS = {LineKind.SECTION: 40, LineKind.GROUP: 28, LineKind.ROW: 36, LineKind.REMARK: 32}
_SIDE = 14
_INDENT = 14


class LineList(KeyedList[ListLine]):
    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is the accessible name."""
        super().__init__(name, _LineDelegate(), parent)

    @override
    def title_of(self, line: ListLine) -> str:
        return line.words


class _LineDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        kind = index.data(LINE_ROLE).kind
        return QSize(0, px(self._view, _HEIGHTS[kind]))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: ListLine = index.data(LINE_ROLE)
        rect: QRect = option.rect
        painter.save()
        if line.kind is LineKind.ROW:
            paint_row_ground(painter, self._view, rect, option.state)
        _RowPainter(painter, self._view, tokens_of(self._view.palette())).paint(line, rect)
        painter.restore()

    @property
    def _view(self) -> LineList:
        parent = self.parent()
        assert isinstance(parent, LineList)
        return parent


class _RowPainter(LinePainter):
    def paint(self, line: ListLine, rect: QRect) -> None:
        side, quiet = px(self.view, _SIDE), self.tokens.text_quiet
        inner = rect.adjusted(side, 0, -side, 0)
        low = self.indented(inner, px(self.view, _INDENT))
        match line.kind:
            case LineKind.SECTION:
                self.write_head(line.words, line.right, inner.adjusted(0, px(self.view, 8), 0, 0), quiet)
            case LineKind.GROUP:
                self.write(line.words, TextStyle.STRONG, quiet, inner)
            case LineKind.ROW:
                self._paint_row(line, low if line.indented else inner)
            case LineKind.REMARK:
                self.write(line.words, TextStyle.BODY, quiet, low)

    def _paint_row(self, line: ListLine, inner: QRect) -> None:
        """What it asks takes its room, up to half of the line; the name has the rest."""
        asked = QFontMetrics(text_font(self.view.font(), TextStyle.BODY)).horizontalAdvance(line.right)
        gap = px(self.view, _SIDE) if line.right else 0
        name, rest = QRect(inner), QRect(inner)
        rest.setWidth(min(asked + 2, inner.width() // 2))
        name.setWidth(inner.width() - rest.width() - gap)
        if self.mirrored:
            name.moveRight(inner.right())
        else:
            rest.moveRight(inner.right())
        self.write(line.words, TextStyle.NAME, self.tokens.text, name)
        self.write(line.right, TextStyle.BODY, self.tokens.text_quiet, rest, end=True)
