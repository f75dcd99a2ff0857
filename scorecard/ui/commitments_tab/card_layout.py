"""Where the lines of a card are: heights without painting, and titles broken into at most two lines."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from scorecard.ui.commitments_tab.card_words import CardWords
from scorecard.ui.theme.text_styles import TextStyle, text_font
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.two_lines import in_two_lines

_SIDE = 14
_TOP = 14
_BOTTOM = 13
_BETWEEN = 10  # cards
_LEAD = 7  # between lines


@dataclass(frozen=True, slots=True)
class CardPlaces:
    """The rects of a card's lines; `more` is empty without a third line."""

    card: QRect
    titles: tuple[QRect, ...]
    second: QRect
    more: QRect


class CardLayout:
    """Made for one font; widths may change. What was measured is kept."""

    def __init__(self, widget: QWidget) -> None:
        self.title_font = text_font(widget.font(), TextStyle.NAME)
        self.body_font = text_font(widget.font(), TextStyle.BODY)
        self.when_font = text_font(widget.font(), TextStyle.MEDIUM)
        self.small_font = text_font(widget.font(), TextStyle.SMALL)
        self.small_font.setWeight(QFont.Weight.Normal)
        self.title_metrics = QFontMetrics(self.title_font)
        self.body_metrics = QFontMetrics(self.body_font)
        self.when_metrics = QFontMetrics(self.when_font)
        self.small_metrics = QFontMetrics(self.small_font)
        self.side, self.between = px(widget, _SIDE), px(widget, _BETWEEN)
        self._top, self._bottom, self._lead = px(widget, _TOP), px(widget, _BOTTOM), px(widget, _LEAD)
        self._title_height = self.title_metrics.height()
        self._second_height = max(self.body_metrics.height(), self.when_metrics.height())
        self._more_height = self.small_metrics.height()
        self._advances: dict[str, int] = {}
        self._broken: dict[tuple[str, int], tuple[str, ...]] = {}

    def height(self, words: CardWords, width: int) -> int:
        """With the gap below the card."""
        lines = 1 if self._advance(words.title) <= width - 2 * self.side else 2
        more = self._lead + self._more_height if words.more else 0
        inner = lines * self._title_height + self._lead + self._second_height + more
        return self._top + inner + self._bottom + self.between

    def places(self, words: CardWords, rect: QRect) -> CardPlaces:
        card = rect.adjusted(0, 0, 0, -self.between)
        left, width, y = card.left() + self.side, card.width() - 2 * self.side, card.top() + self._top
        titles = []
        for _ in self.titles(words.title, width):
            titles.append(QRect(left, y, width, self._title_height))
            y += self._title_height
        second = QRect(left, y + self._lead, width, self._second_height)
        y += 2 * self._lead + self._second_height
        return CardPlaces(card, tuple(titles), second, QRect(left, y, width, self._more_height if words.more else 0))

    def titles(self, title: str, width: int) -> tuple[str, ...]:
        """One line, or two of which the second may end in "…"."""
        if self._advance(title) <= width:
            return (title,)
        known = self._broken.get((title, width))
        if known is None:
            known = self._broken[title, width] = in_two_lines(title, self.title_font, self.title_metrics, width)
        return known

    def is_shortened(self, words: CardWords, width: int) -> bool:
        inner = width - 2 * self.side
        return (
            self.titles(words.title, inner)[-1].endswith("…")
            or self.body_metrics.horizontalAdvance(words.person) > self.person_room(words, inner)
            or self.small_metrics.horizontalAdvance(words.more) > inner
        )

    def person_room(self, words: CardWords, width: int) -> int:
        return max(0, width - self.when_metrics.horizontalAdvance(words.when) - self.side)

    def _advance(self, title: str) -> int:
        known = self._advances.get(title)
        if known is None:
            known = self._advances[title] = self.title_metrics.horizontalAdvance(title)
        return known
