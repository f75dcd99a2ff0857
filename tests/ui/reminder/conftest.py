"""The whole window over a real store, on Friday 20 November 2026, 18:00, with one count on the card."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.main_window import MainWindow, Surroundings
from scorecard.ui.preferences import Preferences
from scorecard.ui.theme.theme import Theme
from scorecard.ui.window_commands import WindowCommands
from tests.fake_clock import FixedClock
from tests.ui.conftest import Choose

Open = Callable[[], MainWindow]


@pytest.fixture
def preferences(home: Path) -> Preferences:
    return Preferences(home / "window.ini")


@pytest.fixture
def thanks(choose: Choose) -> str:
    return choose("Thank-yous")


@pytest.fixture
def open_window(
    services: Services, clock: FixedClock, home: Path, preferences: Preferences, qtbot: QtBot, thanks: str
) -> Open:
    def open_one() -> MainWindow:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        desk = Desk()
        surroundings = Surroundings(Theme(app), preferences)
        window = MainWindow(desk, services.scoring.page(services.scoring.today()), surroundings)
        desk.setParent(window)
        qtbot.addWidget(window)
        commands = WindowCommands(window, home / "data" / "scorecard.db", clock)
        desk.attach(services)
        commands.follow_store(writable=True)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.scorecard.start_keyboard()
        return window

    return open_one


def look(window: MainWindow) -> None:
    """At the clock, as the program does once a minute."""
    watch = commands_of(window)._watch
    assert watch is not None
    watch.look()


def commands_of(window: MainWindow) -> WindowCommands:
    commands = window.findChild(WindowCommands)
    assert commands is not None
    return commands
