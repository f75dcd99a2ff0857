"""What they promised: added in one line, settled by the letters of the own promises, reopened, edited, removed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.domain.between import LONG_LENGTH, Owed, OwedOutcome
from scorecard.domain.errors import KnownError
from scorecard.domain.texts import WORDS_LENGTH
from scorecard.ui.people_tab.day_form import DayForm
from scorecard.ui.people_tab.indented import indented
from scorecard.ui.people_tab.sections.adding import AddingSection
from scorecard.ui.people_tab.sections.latest_lines import LatestLines
from scorecard.ui.people_tab.sections.order_lines import LineOrder, OrderLines
from scorecard.ui.people_tab.sections.promise_words import owed_line, read_owed, say_owed_reading
from scorecard.ui.people_tab.sections.read_field import ReadField
from scorecard.ui.people_tab.short_line import LineDeeds
from scorecard.ui.promise_dialogs.keys import PromiseOrder, letter_of
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_TINY
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label

if TYPE_CHECKING:
    from scorecard.services.people.person_page import PersonPage
    from scorecard.services.services import Services

_REOPEN, _NOTED = "reopen", "noted "


class OwedPart(QWidget):
    def __init__(self, section: AddingSection) -> None:
        super().__init__(section)
        self._section = section
        self._owed: dict[str, Owed] = {}
        self._today = section.desk.ask(lambda services: services.promises.today()) or date.min
        self.heading = Label(tr("They promised"), TextStyle.STRONG, parent=self)
        deeds = LineDeeds(open=tr("&Edit…"), remove=tr("&Remove"))
        self.lines = OrderLines(tr("What they promised"), deeds, WORDS_LENGTH, self._orders, self)
        self.latest = LatestLines(self.lines, self)
        self.form = DayForm(tr("Note"), tr("what there is to remember"), LONG_LENGTH, self)
        self.adding = ReadField(
            tr("Add what they promised"), tr("“Name a tester by Friday”"), WORDS_LENGTH, self._say_reading, self
        )
        self.heading.setBuddy(self.adding.field)
        section.fields.append(self.adding.field)
        section.lists.append(self.lines)
        self._arrange()
        self._connect()

    def show_page(self, page: PersonPage, *, afresh: bool) -> None:
        if afresh:
            self.form.hide()
        self._today = page.today
        self._owed = {owed.id: owed for owed in page.owed}
        self.latest.show_items(page.owed, lambda owed: owed_line(owed, page.today), afresh=afresh)

    def _orders(self, key: str) -> Sequence[LineOrder]:
        owed = self._owed.get(key)
        return owed_orders(owed, self._today) if owed is not None else ()

    def _say_reading(self, line: str) -> str:
        read = self._section.desk.ask(lambda services: read_owed(services, line))
        return say_owed_reading(*read, self._today) if read is not None else ""

    def _add(self, line: str) -> None:
        def wish(services: Services, person_id: str) -> None:
            words, due = read_owed(services, line)
            services.people.owed.make(person_id, words, due)

        self._section.add(self.adding.field, line, wish)

    def _take(self, order: str, key: str) -> None:
        if order == _REOPEN:
            self._section.desk.do(lambda services: services.people.owed.reopen(key))
        elif order.startswith(_NOTED):
            self._ask(OwedOutcome(order.removeprefix(_NOTED)), key)
        else:
            outcome = OwedOutcome(order)
            self._section.desk.do(lambda services: services.people.owed.settle(key, outcome))

    def _ask(self, outcome: OwedOutcome, key: str) -> None:
        owed = self._owed.get(key)
        if owed is not None:
            question = tr("“{words}”: {outcome}", "a promise of theirs").format(
                words=owed.words, outcome=_say_order(outcome).lower()
            )
            self.form.ask(f"{outcome.value} {key}", question, tr("&Note it"), self._today, owed.note)

    def _settle(self, asked: str, note: str, day: date) -> None:
        outcome, _, key = asked.partition(" ")

        def refused(error: KnownError) -> None:
            self.form.show()
            self._section.desk.failed.emit(error)

        settled = OwedOutcome(outcome)
        if self._section.desk.do(lambda services: services.people.owed.settle(key, settled, day, note), refused):
            self._back()

    def _edit(self, key: str) -> None:
        from scorecard.ui.people_tab.sections.owed_dialog import OwedDialog

        owed = self._owed.get(key)
        if owed is not None:
            OwedDialog(self._section.desk, self.window(), owed, self._today).open()

    def _back(self) -> None:
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_TINY))
        column.addLayout(indented(self.heading))
        column.addWidget(self.latest)
        column.addLayout(indented(self.form))
        column.addWidget(self.adding)

    def _connect(self) -> None:
        self.adding.field.entered.connect(self._add)
        self.lines.ordered.connect(self._take)
        self.lines.opened.connect(self._edit)
        self.lines.removed.connect(lambda key: self._section.desk.do(lambda services: services.people.owed.remove(key)))
        self.form.taken.connect(self._settle)
        self.form.left.connect(self._back)


def owed_orders(owed: Owed, today: date) -> tuple[LineOrder, ...]:
    """What can be said of a promise of theirs now. Late is only what had a day that is over."""
    if not owed.open:
        return (LineOrder(_REOPEN, tr("Reopen"), letter_of(PromiseOrder.REOPEN), ("o",)),)
    offered = [one for one in _ORDERS if one[0] is not OwedOutcome.LATE or owed.is_overdue(today)]
    plain = [
        LineOrder(outcome.value, _say_order(outcome), letter_of(order), (order.value,)) for outcome, order in offered
    ]
    noted = [
        LineOrder(
            _NOTED + one.name, tr("{outcome}, with day and note…").format(outcome=one.words), one.letter, one.also, True
        )
        for one in plain
    ]
    return (*plain, *noted)


def _say_order(outcome: OwedOutcome) -> str:
    match outcome:
        case OwedOutcome.KEPT:
            return tr("Kept")
        case OwedOutcome.LATE:
            return tr("Done, but late")
        case OwedOutcome.BROKEN:
            return tr("Broken")
        case OwedOutcome.RELEASED:
            return tr("I let them off")


_ORDERS = (
    (OwedOutcome.KEPT, PromiseOrder.KEEP),
    (OwedOutcome.LATE, PromiseOrder.LATE),
    (OwedOutcome.BROKEN, PromiseOrder.BREAK),
    (OwedOutcome.RELEASED, PromiseOrder.RELEASE),
)
