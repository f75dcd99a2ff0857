"""The tenth measure: which one waits on the bench? It can be refused."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from scorecard.domain.measures import Place
from scorecard.domain.snapshot import Card
from scorecard.domain.terms_over_time import shown_terms
from scorecard.overriding import override
from scorecard.services.card_order import standing_at
from scorecard.ui.card_dialogs.line_list import LineList
from scorecard.ui.card_dialogs.list_line import LineKind, ListLine
from scorecard.ui.say_terms import say_asked
from scorecard.ui.text import tr
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label

_WIDTH, _LINE, _AROUND = 640, 36, 16
ITSELF = "itself"


class RoomDialog(Dialog):
    """`decided` carries the id of the measure that makes room, or ITSELF for the tenth, if that was offered."""

    decided = Signal(str)

    def __init__(self, card: Card, today: date, name: str, parent: QWidget | None, *, itself: bool) -> None:
        """`name` is that of the tenth; `itself`: it may be the one that waits, because it has no place yet."""
        super().__init__(
            tr("Which one waits on the bench?"), tr("Put it on the &bench"), tr("&Leave the card as it is"), parent
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = tr("The card has room for nine measures. “{name}” would be the tenth.").format(name=name or tr("It"))
        self.question = Label(words, quiet=True, parent=self)
        self.question.setWordWrap(True)
        self.lines = LineList(tr("Measures of which one makes room"), self)
        shown = _lines(card, today, name, itself=itself)
        self.lines.show_lines(shown)
        self.lines.setMinimumHeight(px(self, _LINE) * len(shown) + px(self, _AROUND))
        self.secondary.setToolTip(tr("Nothing is changed then."))
        self.setMinimumWidth(px(self, _WIDTH))
        self.content.addWidget(self.question)
        self.content.addWidget(self.lines, 1)
        self.lines.activated.connect(lambda _: self.accept())
        self.focus_first(self.lines)

    @override
    def accept(self) -> None:
        if self.lines.key is not None:
            key = self.lines.key
            super().accept()
            self.decided.emit(key)


def _lines(card: Card, today: date, name: str, *, itself: bool) -> Sequence[ListLine]:
    own = [ListLine(LineKind.ROW, name, tr("the new one"), ITSELF, indented=False)] if itself else []
    return own + [
        ListLine(LineKind.ROW, known.name, say_asked(shown_terms(known, today)), known.id, indented=False)
        for known in standing_at(card, today, Place.CARD)
    ]
