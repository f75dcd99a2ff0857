"""The second step: the work that is nearest to one's own, and which of its measures one believes in."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.overriding import override
from scorecard.services.outlines import Offer
from scorecard.services.starters import Starter
from scorecard.ui.card_dialogs.line_list import LineList
from scorecard.ui.card_dialogs.list_line import LineKind, ListLine
from scorecard.ui.finishing.step import Step, explanation
from scorecard.ui.guided_start.offer_list import OfferList
from scorecard.ui.guided_start.wording import say_room
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP, GAP_SMALL, GAP_WIDE
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label

OTHER_WORK = "other"
_LIST_WIDTH = 240


class WorkStep(Step):
    """`chosen` carries the key of a work, `ticked` and `edit_asked` the place of an offer."""

    chosen = Signal(str)
    ticked = Signal(int)
    edit_asked = Signal(int)
    own_asked = Signal()
    decided = Signal()

    def __init__(self, starters: Sequence[Starter], taken: int, parent: QWidget) -> None:
        """`taken`: how many measures are on the card already."""
        super().__init__(tr("Which work is nearest to yours?"), tr("Ne&xt: my work"), parent)
        self._about = {starter.key: starter.about for starter in starters}
        self._taken = taken
        self.works = LineList(tr("Kinds of work"), self)
        self.about = Label("", quiet=True, parent=self)
        self.offers = OfferList(tr("Measures"), self)
        self.count = Label("", quiet=True, parent=self)
        self.edit = QuietButton(tr("&Change it"), self)
        self.own = QuietButton(tr("Add one of my &own"), self)
        self._lay_out()
        self.works.show_lines([*(_line(s.key, s.name) for s in starters), _line(OTHER_WORK, tr("Something else"))])
        self._connect()

    @property
    @override
    def first(self) -> QWidget:
        return self.works

    def show_offers(self, work: str, offers: Sequence[Offer], *, afresh: bool) -> None:
        self.works.blockSignals(True)
        self.works.choose(work)
        self.works.blockSignals(False)
        self.about.setText(self._about.get(work) or _about_other())
        self.offers.show_offers(offers, afresh=afresh)
        self.offers.setEnabled(bool(offers))
        self.offers.setAccessibleDescription(self.about.text())
        self.edit.setEnabled(self.offers.current is not None)
        ticked = sum(offer.taken for offer in offers)
        words = tr("{n} of {all} ticked").format(n=ticked, all=len(offers)) if offers else ""
        self.count.setText(say_room(self._taken, ticked) or words)

    def go_to_offer(self, place: int) -> None:
        self.offers.go_to(place)
        self.offers.setFocus()

    def _connect(self) -> None:
        self.works.chosen.connect(lambda: self.chosen.emit(self.works.key or OTHER_WORK))
        self.works.activated.connect(lambda _: self.decided.emit())
        self.offers.ticked.connect(self.ticked)
        self.offers.edit_asked.connect(self.edit_asked)
        self.offers.moved.connect(self.edit.setEnabled)
        self.edit.clicked.connect(lambda: self.edit_asked.emit(self.offers.currentIndex().row()))
        self.own.clicked.connect(self.own_asked)

    def _lay_out(self) -> None:
        lead = tr(
            "Leave a tick at what you believe in: three to seven are plenty, one is enough. "
            "Space sets a tick or takes it away, Enter changes a measure."
        )
        self.column.addWidget(explanation(lead, self))
        self.works.setFixedWidth(px(self, _LIST_WIDTH))
        self.about.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(px(self, GAP_WIDE))
        line.addWidget(self.works)
        line.addLayout(self._right(), 1)
        self.column.addLayout(line, 1)

    def _right(self) -> QVBoxLayout:
        under = QHBoxLayout()
        under.setSpacing(px(self, GAP_SMALL))
        self.count.setWordWrap(True)
        under.addWidget(self.count, 1)
        under.addWidget(self.edit)
        under.addWidget(self.own)
        right = QVBoxLayout()
        right.setSpacing(px(self, GAP))
        right.addWidget(self.about)
        right.addWidget(self.offers, 1)
        right.addLayout(under)
        return right


def _line(key: str, name: str) -> ListLine:
    return ListLine(LineKind.ROW, name, key=key, indented=False)


def _about_other() -> str:
    return tr(
        "Begin with measures of your own. A good one is concrete, can be counted every day or every week, and is worth "
        "something to somebody you can name. One is enough for today."
    )
