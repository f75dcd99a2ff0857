"""What is between us and Ana: one section of her page at a time, with somebody at the keyboard."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.errors import KnownError
from scorecard.services.people.person_page import PersonPage
from scorecard.services.people.profiles import PersonDraft
from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.people_tab import page
from scorecard.ui.people_tab.page import PersonPageView
from scorecard.ui.people_tab.section import Section
from scorecard.ui.people_tab.short_lines import ShortLines

Kind = TypeVar("Kind", bound=Section)
Open = Callable[..., "Reader"]


@dataclass
class Reader:
    window: QWidget
    view: PersonPageView
    services: Services
    qtbot: QtBot
    failures: list[KnownError] = field(default_factory=list)
    places: list[object] = field(default_factory=list)

    def section(self, kind: type[Kind]) -> Kind:
        return next(one for one in self.view.sections if isinstance(one, kind))

    @property
    def stored(self) -> PersonPage:
        found = self.services.people.page(self.view.person_id or "")
        assert found is not None
        return found

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.view, key, modifier)

    def type(self, text: str, *keys: Qt.Key) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.view, text)
        self.press(*keys)

    def activate(self) -> None:
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def go_to(self, lines: ShortLines, row: int = 0) -> None:
        self.activate()
        lines.setFocus()
        lines.setCurrentRow(row)

    def choose(self, words: str) -> None:
        """A line of the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(one for one in menu.actions() if one.text().replace("&", "").startswith(words))
        menu.close()
        action.trigger()

    def front(self) -> QDialog:
        """The dialog that was opened, with the keyboard in it."""
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        dialog.activateWindow()
        self.qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    def undo(self) -> None:
        self.services.undoing.undo()


@pytest.fixture
def ana(services: Services) -> str:
    return services.people.profiles.add(PersonDraft("Ana López"))


@pytest.fixture
def read(services: Services, ana: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Open:
    """read(TouchesSection): her page with nothing else on it."""

    def open_page(*kinds: type[Section]) -> Reader:
        for column in ("_above", "_first_column"):
            monkeypatch.setattr(page, column, lambda: ())
        monkeypatch.setattr(page, "_second_column", lambda: kinds)
        desk, window = Desk(), QWidget()
        desk.setParent(window)
        desk.attach(services)
        qtbot.addWidget(window)
        view = PersonPageView(desk, window)
        QVBoxLayout(window).addWidget(view)
        reader = Reader(window, view, services, qtbot)
        desk.failed.connect(reader.failures.append)
        view.place_asked.connect(reader.places.append)
        window.resize(420, 860)
        window.show()
        reader.activate()
        view.show_person(ana)
        return reader

    return open_page


def words_of(lines: ShortLines) -> list[str]:
    return [line.words for line in lines.lines]


def below(lines: ShortLines) -> list[str]:
    return [line.below for line in lines.lines]
