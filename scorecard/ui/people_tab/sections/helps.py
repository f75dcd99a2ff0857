"""“How can I help?”: asked when, what they said, whether it was done, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from scorecard.domain.between import LONG_LENGTH, Help
from scorecard.domain.errors import KnownError
from scorecard.overriding import override
from scorecard.ui.completing.completion import Completion
from scorecard.ui.completing.known import known_to
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.add_field import AddField
from scorecard.ui.people_tab.day_form import DayForm
from scorecard.ui.people_tab.indented import indented
from scorecard.ui.people_tab.sections.adding import AddingSection
from scorecard.ui.people_tab.sections.latest_lines import LatestLines, link_line
from scorecard.ui.people_tab.sections.order_lines import LineOrder, OrderLines
from scorecard.ui.people_tab.short_line import LineDeeds, ShortLine
from scorecard.ui.promise_dialogs.keys import PromiseOrder, letter_of
from scorecard.ui.say_promises import say_plain_day
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import LinkButton

if TYPE_CHECKING:
    from scorecard.services.people.person_page import PersonPage

_DONE, _REOPEN = "done", "reopen"


class HelpsSection(AddingSection):
    tables = ("help",)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(tr("How can I help?"), desk, parent)
        self._helps: dict[str, Help] = {}
        self._today = desk.ask(lambda services: services.promises.today()) or date.min
        self.hint = self.hint_label(tr("Not asked yet. The answer is worth more than a guess."))
        deeds = LineDeeds(edit=tr("&Edit the answer"), remove=tr("&Remove"))
        self.lines = OrderLines(tr("Asked how to help"), deeds, LONG_LENGTH, self._orders, self)
        self.latest = LatestLines(self.lines, self)
        self.form = DayForm(tr("What came of it"), tr("What came of it, for them"), LONG_LENGTH, self)
        self.field = AddField(tr("Add how I can help"), tr("What they answered"), LONG_LENGTH, self)
        self.unanswered = LinkButton(tr("Asked, no answer yet"), self)
        self.fields.append(self.field)
        for place in (self.field, self.form.words):
            Completion(place, known_to(desk))
        self.lists.append(self.lines)
        self.body.addLayout(indented(self.hint))
        self.body.addWidget(self.latest)
        self.body.addLayout(indented(self.form))
        self.body.addLayout(indented(self.field))
        self.body.addLayout(link_line(self.unanswered))
        self._connect()

    @override
    def _show(self, page: PersonPage) -> None:
        if self.other_person:
            self.form.hide()
        self._today = page.today
        self._helps = {asked.id: asked for asked in page.helps}
        self.hint.setVisible(not page.helps)
        waiting = any(not asked.answer and asked.done_on is None for asked in page.helps)
        self.unanswered.setVisible(not waiting)  # one question waits for its answer at a time
        self.latest.show_items(page.helps, lambda asked: help_line(asked, page.today), afresh=self.other_person)

    @override
    def flush(self) -> bool:
        if self.form.typed and self.form.isVisible():
            self.form.act()
        return super().flush() and not self.form.typed

    @override
    def unsaved_text(self) -> str:
        return "\n".join(filter(None, (self.form.typed, super().unsaved_text())))

    @override
    def give_up_text(self) -> None:
        super().give_up_text()
        self.form.hide()

    def _orders(self, key: str) -> Sequence[LineOrder]:
        asked = self._helps.get(key)
        if asked is None:
            return ()
        done = LineOrder(
            _DONE, tr("Done…") if asked.done_on is None else tr("What came of it…"),
            tr("d", "key that marks help as done"), ("d",),
        )  # fmt: skip
        reopen = LineOrder(_REOPEN, tr("Not done after all"), letter_of(PromiseOrder.REOPEN), ("o",))
        return (done,) if asked.done_on is None else (done, reopen)

    def _take(self, order: str, key: str) -> None:
        asked = self._helps[key]
        if order == _REOPEN:
            self.desk.do(lambda services: services.people.helps.reopen(key))
            return
        question = tr("“{words}”: what came of it?").format(words=_said(asked))
        self.form.ask(key, question, tr("&Note it"), asked.done_on or self._today, asked.outcome)

    def _do(self, key: str, outcome: str, day: date) -> None:
        def refused(error: KnownError) -> None:
            self.form.show()
            self.desk.failed.emit(error)

        if self.desk.do(lambda services: services.people.helps.do(key, outcome, day), refused):
            self._back()

    def _back(self) -> None:
        if self.lines.lines:
            self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        helps = self.field
        helps.entered.connect(
            lambda words: self.add(self.field, words, lambda services, who: services.people.helps.ask(who, words))
        )
        self.unanswered.clicked.connect(self._ask_only)
        self.lines.edited.connect(
            lambda key, words: self.desk.do(lambda services: services.people.helps.answer(key, words))
        )
        self.lines.removed.connect(lambda key: self.desk.do(lambda services: services.people.helps.remove(key)))
        self.lines.ordered.connect(self._take)
        self.form.taken.connect(self._do)
        self.form.left.connect(self._back)

    def _ask_only(self) -> None:
        person_id = self.person_id
        self.desk.do(lambda services: services.people.helps.ask(person_id))
        self._back()


def help_line(asked: Help, today: date) -> ShortLine:
    """When it was asked, the answer, and below it when it was done and what came of it."""
    aside = tr("Asked {day}").format(day=say_plain_day(asked.asked_on, today))
    below = ""
    if asked.done_on is not None:
        below = tr("Done {day}").format(day=say_plain_day(asked.done_on, today))
    return ShortLine(asked.id, _said(asked), aside, " · ".join(filter(None, (below, asked.outcome))))


def _said(asked: Help) -> str:
    return asked.answer or tr("No answer yet")
