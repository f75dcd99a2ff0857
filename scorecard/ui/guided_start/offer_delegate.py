"""How an offered measure is painted: its tick, its name, what it asks, and below who is better off by it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from scorecard.overriding import override
from scorecard.ui.guided_start.offer_model import OfferModel
from scorecard.ui.guided_start.wording import OfferWords
from scorecard.ui.theme.icons import paint_icon
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.theme.tokens import RADIUS_SMALL, Tokens, tokens_of
from scorecard.ui.widgets.drawing import box, fill_round, px, write
from scorecard.ui.widgets.painted_list import Index, RowDelegate
from scorecard.ui.widgets.row_ground import paint_row_ground

_SIDE = 12
_TOP = 9
_TICK = 18
_TICK_GAP = 12
_LINE_GAP = 2
_BETWEEN = 14
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_MOST = 10_000


class OfferLayout:
    """For one font. Rects mirror for right-to-left."""

    def __init__(self, view: QWidget) -> None:
        self.name_font = text_font(view.font(), TextStyle.NAME)
        self.body_font = text_font(view.font(), TextStyle.BODY)
        self._name = QFontMetrics(self.name_font)
        self._body = QFontMetrics(self.body_font)
        self._side, self._top, self._tick = px(view, _SIDE), px(view, _TOP), px(view, _TICK)
        self._indent = self._tick + px(view, _TICK_GAP)
        self._gap, self._between = px(view, _LINE_GAP), px(view, _BETWEEN)
        self._mirrored = view.isRightToLeft()

    def height(self, words: OfferWords, width: int) -> int:
        room = max(1, width - 2 * self._side - self._indent)
        reason = self._body.boundingRect(QRect(0, 0, room, _MOST), _WRAPPED, words.reason).height()
        return 2 * self._top + self._name.height() + (self._gap + reason if words.reason else 0)

    def tick(self, rect: QRect) -> QRect:
        top = rect.top() + self._top + (self._name.height() - self._tick) // 2
        left = rect.right() + 1 - self._side - self._tick if self._mirrored else rect.left() + self._side
        return QRect(left, top, self._tick, self._tick)

    def tick_zone(self, rect: QRect) -> QRect:
        """Where a click ticks: the whole of the row's beginning."""
        zone = QRect(rect)
        zone.setWidth(self._side + self._indent)
        if self._mirrored:
            zone.moveRight(rect.right())
        return zone

    def head(self, rect: QRect) -> QRect:
        inner = rect.adjusted(self._side, self._top, -self._side, 0)
        inner.setHeight(self._name.height())
        return inner.adjusted(0, 0, -self._indent, 0) if self._mirrored else inner.adjusted(self._indent, 0, 0, 0)

    def name(self, words: OfferWords, head: QRect) -> tuple[str, QRect]:
        """The name, cut to what is left of its line."""
        room = max(1, head.width() - self._body.horizontalAdvance(words.asked) - self._between)
        place = QRect(head)
        place.setWidth(room)
        if self._mirrored:
            place.moveRight(head.right())
        return self._name.elidedText(words.name, Qt.TextElideMode.ElideRight, room), place

    def reason(self, rect: QRect) -> QRect:
        below = self.head(rect)
        below.setTop(below.bottom() + 1 + self._gap)
        below.setBottom(rect.bottom())
        return below


class OfferDelegate(RowDelegate[OfferWords, OfferLayout]):
    def __init__(self, offers: OfferModel, view: QAbstractItemView) -> None:
        super().__init__(offers, view, OfferLayout)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        words = self.rows.words(index.row())
        tokens = tokens_of(self.view.palette())
        layout, rect = self.layout, option.rect
        head = layout.head(rect)
        name, place = layout.name(words, head)
        painter.save()
        paint_row_ground(painter, self.view, rect, option.state)
        paint_tick(painter, layout.tick(rect), tokens, ticked=words.taken)
        ink = tokens.text if words.taken else tokens.text_quiet
        write(painter, place, layout.name_font, ink, name, Qt.AlignmentFlag.AlignLeft)
        write(painter, head, layout.body_font, tokens.text_quiet, words.asked, Qt.AlignmentFlag.AlignRight)
        painter.setPen(QColor(tokens.text_quiet))
        painter.drawText(layout.reason(rect), _WRAPPED, words.reason)
        painter.restore()


def paint_tick(painter: QPainter, square: QRect, tokens: Tokens, *, ticked: bool) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if ticked:
        fill_round(painter, square, RADIUS_SMALL - 1, tokens.accent)
        inset = square.width() // 6
        paint_icon(painter, "check", square.adjusted(inset, inset, -inset, -inset), tokens.on_accent)
    else:
        box(painter, square, RADIUS_SMALL - 1, tokens.surface, tokens.outline)
    painter.restore()
