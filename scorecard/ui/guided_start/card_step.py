"""The third step: the card as it will be, when its days end, and what happens next."""

from collections.abc import Sequence
from datetime import time
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.services.outlines import Offer
from scorecard.ui.card_dialogs.line_list import LineList
from scorecard.ui.finishing.step import Step, StepArea, explanation
from scorecard.ui.guided_start.wording import card_lines
from scorecard.ui.settings_dialog.day_end_choice import DayEndChoice
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP, GAP_SMALL, GAP_WIDE
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label

_SIDE_WIDTH = 268
_UP, _DOWN = "Alt+Up", "Alt+Down"


class CardStep(Step):
    """`edit_asked` carries the place of an offer, `move_asked` also −1 for up, 1 for down; `day_end_chosen` a time."""

    edit_asked = Signal(int)
    move_asked = Signal(int, int)
    day_end_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", tr("Ne&xt: my card"), parent)
        self.lines = LineList(tr("Measures on the card"), self)
        self.day_end = DayEndChoice(self)
        self.edit = QuietButton(tr("E&dit…"), self)
        self.up = QuietButton(tr("Move u&p"), self)
        self.down = QuietButton(tr("Mo&ve down"), self)
        self._connect()
        self._lay_out()

    @property
    @override
    def first(self) -> QWidget:
        return self.lines

    def show_offers(self, offers: Sequence[Offer]) -> None:
        self.lines.show_lines(card_lines(offers))
        self.title = tr("Your card: %n measure(s)", "", sum(offer.taken for offer in offers))
        self.changed.emit()

    def go_to_offer(self, place: int) -> None:
        self.lines.choose(str(place))

    def _move(self, by: int) -> None:
        if self.lines.key is not None:
            self.move_asked.emit(int(self.lines.key), by)

    def _edit(self) -> None:
        if self.lines.key is not None:
            self.edit_asked.emit(int(self.lines.key))

    def _connect(self) -> None:
        self.lines.activated.connect(lambda _: self._edit())
        self.edit.clicked.connect(self._edit)
        self.day_end.activated.connect(lambda _: self.day_end_chosen.emit(self.day_end.day_end))
        for button, keys, by in ((self.up, _UP, -1), (self.down, _DOWN, 1)):
            button.setToolTip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
            button.clicked.connect(partial(self._move_by_button, by))
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._move, by))

    def _move_by_button(self, by: int, _checked: bool = False) -> None:
        self._move(by)

    def show_day_end(self, day_end: time) -> None:
        self.day_end.set_day_end(day_end)

    def _lay_out(self) -> None:
        lead = tr(
            "Nothing here is final. Enter changes a measure, Alt with Up and Down moves it, also into another group. "
            "Later, a change holds from its day on and leaves the days before as they were."
        )
        self.column.addWidget(explanation(lead, self))
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP))
        column.addWidget(self._day_card(side))
        column.addWidget(self._next_card(side))
        column.addStretch(1)
        self.area = StepArea(side, self)
        self.area.setFixedWidth(px(self, _SIDE_WIDTH))
        line = QHBoxLayout()
        line.setSpacing(px(self, GAP_WIDE))
        line.addLayout(self._list(), 1)
        line.addWidget(self.area)
        self.column.addLayout(line, 1)

    def _list(self) -> QVBoxLayout:
        under = QHBoxLayout()
        under.setSpacing(px(self, GAP_SMALL))
        for button in (self.edit, self.up, self.down):
            under.addWidget(button)
        under.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(px(self, GAP_SMALL))
        column.addWidget(self.lines, 1)
        column.addLayout(under)
        return column

    def _day_card(self, parent: QWidget) -> Card:
        card = Card(tr("The day"), parent=parent)
        label = Label(tr("My day &ends at"), parent=card)
        label.setBuddy(self.day_end)
        line = QHBoxLayout()
        line.setSpacing(px(self, GAP_SMALL))
        line.addWidget(label)
        line.addWidget(self.day_end)
        line.addStretch(1)
        card.body.setSpacing(px(self, GAP_SMALL))
        card.body.addLayout(line)
        hint = tr("What you score before then still belongs to the day before.")
        card.body.addWidget(_wrapped(hint, card))
        return card

    def _next_card(self, parent: QWidget) -> Card:
        card = Card(tr("What happens next"), parent=parent)
        card.body.setSpacing(px(self, 2))
        for number, (when, what) in enumerate(_next()):
            if number:
                card.body.addSpacing(px(self, GAP_SMALL))
            card.body.addWidget(Label(when, TextStyle.NAME, parent=card))
            card.body.addWidget(_wrapped(what, card))
        return card


def _next() -> tuple[tuple[str, str], ...]:
    return (
        (
            tr("Every evening, about a minute"),
            tr("Type what you counted, write two or three lines, finish the day, and go home knowing how it went."),
        ),
        (tr("Once a week"), tr("Look at the week, and change one thing.")),
        (tr("It stays with you"), tr("All of it is one file on this computer. Nothing is sent anywhere.")),
    )


def _wrapped(words: str, parent: QWidget) -> Label:
    label = Label(words, quiet=True, parent=parent)
    label.setWordWrap(True)
    return label
