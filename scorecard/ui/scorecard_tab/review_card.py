"""The quality reviews that are due, below the promises. Made after the first picture, once there is one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QMargins, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.ui import say
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import text_font
from scorecard.ui.theme.tokens import RADIUS_SMALL, Tokens
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.drawing import focus_ring, px, write
from scorecard.ui.widgets.plain_tip import plain_tip

_MOST = 3
_INSET = 18
_BEFORE = 6  # the words, for the ring of the keyboard


@dataclass(frozen=True, slots=True)
class ReviewDue:
    person_id: str
    name: str
    day: date


class ReviewsCard(Card):
    """`person_asked` carries who is to be looked at; `all_asked`: more are due than there is room for."""

    person_asked = Signal(object)
    all_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.lines: list[NameLink] = []
        self.more = LinkButton("", self)
        self.more.clicked.connect(self.all_asked)
        # The lines reach further out than the heading, so that the ring of the keyboard stands clear of their words.
        inset, side = px(self, _INSET - _BEFORE), px(self, _BEFORE)
        self._heading_margins = QMargins(side, 0, side, px(self, 3))
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(inset, px(self, _INSET), inset, px(self, _INSET - 4))
        self.set_title(tr("Quality review"))
        self.body.setSpacing(0)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._shown: Sequence[ReviewDue] = ()

    @property
    def stops(self) -> list[QWidget]:
        """What Tab comes to, in order."""
        return [line for line in (*self.lines, self.more) if not line.isHidden()]

    def show_reviews(self, due: Sequence[ReviewDue], today: date) -> None:
        """Goes out of sight when none is due."""
        self._shown = due[:_MOST]
        while len(self.lines) < len(self._shown):
            self._add_line()
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(self._shown))
            if place < len(self._shown):
                line.show_words(_short(self._shown[place], today), _say(self._shown[place], today))
        left = len(due) - len(self._shown)
        self.more.setText(tr("and %n more", "", left))
        self.more.setVisible(left > 0)
        self.setVisible(bool(due))

    def _add_line(self) -> None:
        place = len(self.lines)
        line = NameLink("", self)
        line.clicked.connect(lambda: self.person_asked.emit(self._shown[place].person_id))
        self.body.insertWidget(place, line)
        self.lines.append(line)


class NameLink(LinkButton):
    """A name that may be longer than its line."""

    def show_words(self, words: str, spoken: str) -> None:
        self.setText(words.replace("&", "&&"))
        self.setToolTip(plain_tip(spoken))
        self.setAccessibleName(spoken)
        self.updateGeometry()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, 40), self.sizeHint().height())

    @override
    def paint_button(self, painter: QPainter, tokens: Tokens) -> None:
        font = text_font(self.font(), self.text_style)
        font.setUnderline(self.hovered)
        side = px(self, _BEFORE)
        words = self.rect().adjusted(side, 0, -side, 0)
        shown = QFontMetrics(font).elidedText(self.shown_words, Qt.TextElideMode.ElideRight, words.width())
        if self.hasFocus():
            focus_ring(painter, self.rect(), RADIUS_SMALL, tokens)
        write(painter, words, font, tokens.accent, shown, Qt.AlignmentFlag.AlignLeft)


def _short(review: ReviewDue, today: date) -> str:
    if review.day == today:
        return review.name
    return tr("{name}, since {day}").format(name=review.name, day=say.say_short_day(review.day))


def _say(review: ReviewDue, today: date) -> str:
    if review.day == today:
        return tr("Quality review with {name} today").format(name=review.name)
    day = say.say_short_day(review.day)
    return tr("Quality review with {name}, due since {day}").format(name=review.name, day=day)
