"""Somebody at the keyboard of the People tab; the store is the witness."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.touches import Way
from scorecard.services.people.list_page import PersonRow
from scorecard.services.people.profiles import PersonDraft
from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab import page
from scorecard.ui.people_tab.tab import PeopleTab
from scorecard.ui.preferences import Preferences
from tests.ui.conftest import TODAY

Known = Callable[..., str]


@dataclass
class Visitor:
    tab: PeopleTab
    services: Services
    qtbot: QtBot

    @property
    def names(self) -> list[str]:
        """Whom the list shows."""
        return [row.name for row in self.tab.list.people.items]

    @property
    def current(self) -> str:
        return self.tab.list.current.name if self.tab.list.current is not None else ""

    @property
    def opened(self) -> str:
        """Whose page is in sight."""
        view = self.tab.person.made
        seen = view is not None and view.isVisible() and view.page is not None
        return view.page.person.name if seen and view is not None and view.page is not None else ""

    def press(self, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            widget = QApplication.focusWidget() or self.tab
            if isinstance(key, str):
                QTest.keyClicks(widget, key)
            else:
                QTest.keyClick(widget, key, modifier)

    def front(self, dialog: QWidget) -> None:
        dialog.activateWindow()
        self.qtbot.waitUntil(dialog.isActiveWindow)

    def row(self, name: str) -> PersonRow:
        return next(row for row in self.services.people.rows() if row.name == name)


@pytest.fixture
def known(services: Services) -> Known:
    """known("Ana", role="CIO", touched=12): the id of a new person, in touch so many days ago."""

    def add(name: str, touched: int | None = None, **more: object) -> str:
        made = services.people.profiles.add(PersonDraft(name, **more))  # type: ignore[arg-type]
        if touched is not None:
            services.people.touches.add(made, Way.MET, day=TODAY - timedelta(days=touched))
        return made

    return add


@pytest.fixture
def three(known: Known) -> None:
    known("Ana", 20, role="Developer", groups=("team",), rhythm=14)
    known("Cassandra Kelly", 3, role="CIO", organisation="Northwind", groups=("client",), rhythm=14)
    known("Neal", organisation="Northwind")


@pytest.fixture
def preferences(home: Path) -> Preferences:
    return Preferences(home / "window.ini")


@pytest.fixture
def open_tab(
    services: Services, preferences: Preferences, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Visitor]:
    """Opens the tab, whose page has no sections: those have tests of their own."""
    for column in ("_above", "_first_column", "_second_column"):
        monkeypatch.setattr(page, column, lambda: ())

    def show(width: int = 1180, height: int = 820) -> Visitor:
        desk = Desk()
        desk.attach(services)
        tab = PeopleTab(desk, None, preferences)
        desk.setParent(tab)
        qtbot.addWidget(tab)
        tab.resize(width, height)
        tab.show()
        qtbot.waitExposed(tab)
        tab.activateWindow()
        qtbot.waitUntil(tab.isActiveWindow)
        tab.start_keyboard()
        return Visitor(tab, services, qtbot)

    return show
