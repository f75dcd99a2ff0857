"""A window part over a real store: keys and clicks go in at the top, the store is the witness."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scorecard.domain.marks import Entry, Mark
from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.services.cards import Draft
from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.finishing.flow import Finishing
from scorecard.ui.scorecard_tab.measure_row import MeasureRow
from scorecard.ui.scorecard_tab.tab import ScorecardTab
from tests.fake_clock import FixedClock
from tests.fresh_stores import fresh_store

TODAY = date(2026, 11, 20)
FIRST_DAY = date(2026, 1, 1)

Choose = Callable[..., str]


@dataclass
class Person:
    """Somebody at the keyboard of a Scorecard tab."""

    tab: ScorecardTab
    services: Services
    qtbot: QtBot

    def row(self, name: str) -> MeasureRow:
        return next(row for row in self.tab.rows if row.row.measure.name == name)

    def enter(self, name: str) -> MeasureRow:
        row = self.row(name)
        row.enter()
        return row

    @property
    def entered(self) -> str:
        row = self.tab.entered_row
        return row.row.measure.name if row is not None else ""

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.tab.focusWidget() or self.tab, key)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.tab.focusWidget() or self.tab, text)

    def entry(self, name: str, day: date = TODAY) -> Entry:
        measure = next(m for m in self.services.scoring.card().measures if m.name == name)
        found = self.services.scoring.snapshot(day, day).entries
        return found.get((day, measure.id), Entry(measure.id, day))

    def mark(self, name: str, day: date = TODAY) -> Mark:
        return self.entry(name, day).mark


@pytest.fixture
def services(home: Path, clock: FixedClock) -> Iterator[Services]:
    path = home / "data" / "scorecard.db"
    fresh_store(path, clock.now())
    services = Services(path, clock)
    yield services
    services.close()


@pytest.fixture
def choose(services: Services) -> Choose:
    """Puts a measure on the card: choose("Calls", Kind.COUNT, target=3)."""

    def add(name: str, kind: Kind = Kind.COUNT, target: int | None = 3, **more: object) -> str:
        if kind is Kind.YES_NO or more.get("direction") is Direction.TALLY:
            target = None
        if kind is Kind.RATING:
            more.setdefault("scale", 5)
        words = {key: more.pop(key) for key in ("why", "group") if key in more}
        value = Decimal(target) if target is not None else None
        terms = Terms(FIRST_DAY, kind, target=value, **more)  # type: ignore[arg-type]
        return services.cards.add(Draft(name, terms, **words))  # type: ignore[arg-type]

    return add


@pytest.fixture
def sit_down(services: Services, qtbot: QtBot) -> Callable[[], Person]:
    """Opens the tab on today, shown and with the keyboard on it."""

    def open_tab() -> Person:
        desk = Desk()
        desk.attach(services)
        tab = ScorecardTab(desk, services.scoring.page(services.scoring.today()))
        qtbot.addWidget(tab)
        desk.setParent(tab)
        tab.finish_asked.connect(Finishing(desk, tab).begin)
        tab.resize(1180, 860)
        tab.show()
        qtbot.waitExposed(tab)
        tab.activateWindow()
        qtbot.waitUntil(tab.isActiveWindow)
        tab.start_keyboard()
        return Person(tab, services, qtbot)

    return open_tab
