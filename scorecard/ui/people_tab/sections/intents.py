"""Intent: why the user wants something from somebody, and whether that was said to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from scorecard.domain.between import LONG_LENGTH, Intent
from scorecard.overriding import override
from scorecard.ui.completing.completion import Completion
from scorecard.ui.completing.known import known_to
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.add_field import AddField
from scorecard.ui.people_tab.indented import indented
from scorecard.ui.people_tab.sections.adding import AddingSection
from scorecard.ui.people_tab.sections.latest_lines import LatestLines
from scorecard.ui.people_tab.sections.order_lines import LineOrder, OrderLines
from scorecard.ui.people_tab.short_line import LineDeeds, ShortLine
from scorecard.ui.say_promises import say_plain_day
from scorecard.ui.text import tr

if TYPE_CHECKING:
    from scorecard.services.people.person_page import PersonPage

_SAY, _UNSAY = "say", "unsay"


class IntentsSection(AddingSection):
    tables = ("intent",)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(tr("My intent"), desk, parent)
        self._intents: dict[str, Intent] = {}
        self.hint = self.hint_label(tr("Why do you want something from them? Said aloud, it earns trust."))
        deeds = LineDeeds(edit=tr("&Edit"), remove=tr("&Remove"))
        self.lines = OrderLines(tr("My intent"), deeds, LONG_LENGTH, self._orders, self)
        self.latest = LatestLines(self.lines, self)
        self.field = AddField(tr("Add an intent"), tr("I want … from them, because …"), LONG_LENGTH, self)
        self.fields.append(self.field)
        Completion(self.field, known_to(desk))
        self.lists.append(self.lines)
        self.body.addLayout(indented(self.hint))
        self.body.addWidget(self.latest)
        self.body.addLayout(indented(self.field))
        self._connect()

    @override
    def _show(self, page: PersonPage) -> None:
        self._intents = {intent.id: intent for intent in page.intents}
        self.hint.setVisible(not page.intents)
        self.latest.show_items(page.intents, lambda one: intent_line(one, page.today), afresh=self.other_person)

    def _orders(self, key: str) -> Sequence[LineOrder]:
        intent = self._intents.get(key)
        if intent is None:
            return ()
        letter = tr("s", "key that marks an intent as said")
        if intent.said:
            return (LineOrder(_UNSAY, tr("Not said yet"), letter, ("s",)),)
        return (LineOrder(_SAY, tr("Said to them"), letter, ("s",)),)

    def _take(self, order: str, key: str) -> None:
        if order == _SAY:
            self.desk.do(lambda services: services.people.intents.say(key))
        else:
            self.desk.do(lambda services: services.people.intents.unsay(key))

    def _connect(self) -> None:
        self.field.entered.connect(
            lambda words: self.add(self.field, words, lambda services, who: services.people.intents.add(who, words))
        )
        self.lines.edited.connect(
            lambda key, words: self.desk.do(lambda services: services.people.intents.edit(key, words))
        )
        self.lines.removed.connect(lambda key: self.desk.do(lambda services: services.people.intents.remove(key)))
        self.lines.ordered.connect(self._take)


def intent_line(intent: Intent, today: date) -> ShortLine:
    if intent.said_on is None:
        below = tr("Not said yet · since {day}").format(day=say_plain_day(intent.day, today))
    else:
        below = tr("Said {day}").format(day=say_plain_day(intent.said_on, today))
    return ShortLine(intent.id, intent.words, below=below)
