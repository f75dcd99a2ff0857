"""Somebody at the keyboard of a Commitments tab; the store is the witness."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scorecard.domain.due import Due
from scorecard.domain.people import People
from scorecard.domain.promises import Level, Outcome
from scorecard.services.promises import PromiseDraft
from scorecard.services.quick_line.reader import Addressee, LineReading, Part, Understood
from scorecard.services.reckoning import Reckoned
from scorecard.services.services import Services
from scorecard.ui.commitments_tab.lane import Lane
from scorecard.ui.commitments_tab.tab import CommitmentsTab
from scorecard.ui.desk import Desk
from scorecard.ui.promise_dialogs.keys import LEVEL_OF, PromiseOrder

TODAY = date(2026, 11, 20)
NEXT_FRIDAY = date(2026, 11, 27)

Promised = Callable[..., str]


class PlainReader:
    """Understands "to Name" at the end of a line, "by Friday", which it reads in two ways, and "!commitment"."""

    def read(
        self, line: str, today: date, people: People, declined: frozenset[Part] = frozenset()
    ) -> LineReading:  # fmt: skip
        words, parts = line, []
        level = Level.COMMITMENT if "!commitment" in words else None
        if level is not None:
            start = line.index("!commitment")
            parts.append(Understood(Part.LEVEL, start, start + len("!commitment")))
            words = words.replace("!commitment", "")
        dues: tuple[Due, ...] = ()
        if "by Friday" in words and Part.DUE not in declined:
            dues = (Due.on(NEXT_FRIDAY), Due.on(TODAY))
            words = words.replace("by Friday", "")
        named: tuple[Addressee, ...] = ()
        before, found, name = words.strip().rpartition(" to ")
        if found and Part.PERSON not in declined:
            known = [person for person in people.present if person.name.casefold().startswith(name.strip().casefold())]
            named = tuple(Addressee(person.name, person) for person in known) or (Addressee(name.strip()),)
            words = before
        return LineReading(" ".join(words.split()), level, dues, named, tuple(parts))


@dataclass
class Steps:
    """In place of the dialogs: does what needs no question, and remembers all it was asked."""

    desk: Desk
    taken: list[tuple[PromiseOrder, str]] = field(default_factory=list)
    drafts: list[PromiseDraft | None] = field(default_factory=list)

    def take(self, order: PromiseOrder, item: Reckoned) -> None:
        self.taken.append((order, item.promise.words))
        promise_id = item.promise.id
        if order in LEVEL_OF:
            self.desk.do(lambda services: services.promises.relevel(promise_id, LEVEL_OF[order]))
        elif order is PromiseOrder.KEEP:
            self.desk.do(lambda services: services.promises.settle(promise_id, Outcome.KEPT))

    def new(self, draft: PromiseDraft | None = None) -> None:
        self.drafts.append(draft)


@dataclass
class Promiser:
    tab: CommitmentsTab
    services: Services
    steps: Steps
    qtbot: QtBot

    def lane(self, level: Level) -> Lane:
        return self.tab.board.lane(level)

    def cards(self, level: Level) -> list[str]:
        return [item.promise.words for item in self.lane(level).list.cards.cards]

    @property
    def current(self) -> str:
        """The card that has the keyboard."""
        lane = self.tab.board.entered
        item = lane.list.current if lane is not None else None
        return item.promise.words if item is not None else ""

    def press(self, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            widget = QApplication.focusWidget() or self.tab
            if isinstance(key, str):
                QTest.keyClicks(widget, key)
            else:
                QTest.keyClick(widget, key, modifier)

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.tab, text)

    def write(self, text: str) -> None:
        self.tab.add_quickly()
        self.type(text)

    def offered(self) -> tuple[str, ...]:
        """The names under the quick line."""
        return self.tab.quick_add.field.offered

    def promises(self) -> dict[str, Reckoned]:
        """All of the store, by their words."""
        found = self.services.promises.book().reckoned(self.services.promises.today())
        return {item.promise.words: item for item in found}


@pytest.fixture
def promise(services: Services) -> Promised:
    """promise("Call Ana", Level.COMMITMENT, due, "Ana"): the id of a new promise."""

    def make(
        words: str,
        level: Level = Level.BEST_EFFORT,
        due: date | None = None,
        to_whom: str = "",
        made_on: date = date(2026, 11, 2),
    ) -> str:
        draft = PromiseDraft(words, level, Due.on(due) if due else None, to_whom=to_whom, made_on=made_on)
        return services.promises.make(draft)

    return make


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def open_tab(services: Services, desk: Desk, qtbot: QtBot) -> Callable[..., Promiser]:
    def show(*, attached: bool = True, width: int = 1180, real_steps: bool = False) -> Promiser:
        if attached:
            desk.attach(services)
        steps = Steps(desk)
        tab = CommitmentsTab(desk, steps=None if real_steps else steps, reader=PlainReader())  # type: ignore[arg-type]
        desk.setParent(tab)
        qtbot.addWidget(tab)
        tab.resize(width, 820)
        tab.show()
        qtbot.waitExposed(tab)
        tab.activateWindow()
        qtbot.waitUntil(tab.isActiveWindow)
        tab.start_keyboard()
        return Promiser(tab, services, steps, qtbot)

    return show
