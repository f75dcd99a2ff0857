"""How a card is painted: only those in sight, and measured without being painted."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from scorecard.overriding import override
from scorecard.ui.commitments_tab.card_layout import CardLayout, CardPlaces
from scorecard.ui.commitments_tab.card_model import CardModel
from scorecard.ui.commitments_tab.card_words import CardWords, Urgency
from scorecard.ui.theme.tokens import RADIUS_CARD, Tokens, tokens_of
from scorecard.ui.widgets.drawing import box, focus_ring, write
from scorecard.ui.widgets.painted_list import Index, RowDelegate

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_HOVERED, _FOCUSED = QStyle.StateFlag.State_MouseOver, QStyle.StateFlag.State_HasFocus


class CardDelegate(RowDelegate[CardWords, CardLayout]):
    def __init__(self, cards: CardModel, view: QAbstractItemView) -> None:
        super().__init__(cards, view, CardLayout)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        words = self.rows.words(index.row())
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        tokens = tokens_of(self.view.palette())
        places = self.layout.places(words, rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = tokens.outline if state & _HOVERED else tokens.border
        box(painter, places.card, RADIUS_CARD, tokens.window if words.settled else tokens.surface, edge)
        if state & _FOCUSED:
            focus_ring(painter, places.card, RADIUS_CARD, tokens)
        self._write(painter, words, places, tokens)
        painter.restore()

    def person_rect(self, index: Index, rect: QRect) -> QRect:
        """Where the name of the person stands on the card in `rect`."""
        words = self.rows.words(index.row())
        second = self.layout.places(words, rect).second
        room = self.layout.person_room(words, second.width())
        name = QRect(second)
        name.setWidth(min(room, self.layout.body_metrics.horizontalAdvance(words.person)))
        return QStyle.visualRect(self.view.layoutDirection(), second, name)

    def _write(self, painter: QPainter, words: CardWords, places: CardPlaces, tokens: Tokens) -> None:
        layout, quiet = self.layout, tokens.text_quiet
        title_ink = quiet if words.settled else tokens.text
        for line, rect in zip(layout.titles(words.title, places.second.width()), places.titles, strict=True):
            write(painter, rect, layout.title_font, title_ink, line, _LEFT)
        room = layout.person_room(words, places.second.width())
        person = layout.body_metrics.elidedText(words.person, Qt.TextElideMode.ElideRight, room)
        write(painter, places.second, layout.body_font, quiet, person, _LEFT)
        write(painter, places.second, layout.when_font, _ink(words.urgency, tokens), words.when, _RIGHT)
        if words.more:
            more = layout.small_metrics.elidedText(words.more, Qt.TextElideMode.ElideRight, places.more.width())
            write(painter, places.more, layout.small_font, quiet, more, _LEFT)

    @override
    def in_full(self, words: CardWords, width: int) -> str:
        lines = (words.title, f"{words.person} · {words.when}", words.more)
        return "\n".join(filter(None, lines)) if self.layout.is_shortened(words, width) else ""


def _ink(urgency: Urgency, tokens: Tokens) -> str:
    match urgency:
        case Urgency.QUIET:
            return tokens.text_quiet
        case Urgency.TODAY:
            return tokens.fair
        case Urgency.OVERDUE:
            return tokens.poor
