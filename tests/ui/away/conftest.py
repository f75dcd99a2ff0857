"""A window over a real store, and somebody at its keyboard who comes back after some days."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.measures import WORKING_DAYS
from scorecard.services.services import Services
from scorecard.ui.away.aways_dialog import AwaysDialog
from scorecard.ui.away.gap_dialog import GapDialog
from scorecard.ui.desk import Desk
from scorecard.ui.main_window import MainWindow, Surroundings
from scorecard.ui.preferences import Preferences
from scorecard.ui.theme.theme import Theme
from scorecard.ui.window_commands import WindowCommands
from tests.fake_clock import BERLIN, FixedClock
from tests.ui.conftest import TODAY, Choose

LAST_SCORED = date(2026, 11, 13)  # a Friday
MONDAY, TUESDAY, WEDNESDAY, YESTERDAY = (TODAY - timedelta(days=n) for n in (4, 3, 2, 1))
CTRL = Qt.KeyboardModifier.ControlModifier

AnyDialog = TypeVar("AnyDialog", bound=QDialog)


@dataclass
class Sitting:
    """One sitting at the window."""

    window: MainWindow
    commands: WindowCommands
    services: Services
    qtbot: QtBot

    @property
    def bar(self) -> str:
        """What the bar of missing days says; empty while there is none."""
        gaps = self.commands.away.gaps
        bar = gaps.bar if gaps is not None else None
        return bar.words.text() if bar is not None and bar.isVisible() else ""

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(keyboard_of(self.window), key, modifier)

    def dialog(self, kind: type[AnyDialog]) -> AnyDialog:
        (found,) = (dialog for dialog in self.window.findChildren(kind) if dialog.isVisible())
        self.qtbot.waitUntil(found.isActiveWindow)
        return found

    def settle(self) -> None:
        """Waits until what changed has been looked at."""
        gaps = self.commands.away.gaps
        assert gaps is not None
        self.qtbot.waitUntil(lambda: not gaps.settling)

    def look_at_missing(self) -> GapDialog:
        gaps = self.commands.away.gaps
        assert gaps is not None
        assert gaps.bar is not None
        QTest.mouseClick(gaps.bar.look, Qt.MouseButton.LeftButton)
        return self.dialog(GapDialog)

    def open_ranges(self) -> AwaysDialog:
        self.commands.menu.actions["aways"].trigger()
        return self.dialog(AwaysDialog)

    def away(self) -> list[tuple[date, date, str]]:
        return [(away.first_day, away.last_day, away.reason) for away in self.services.aways.ranges()]


def keyboard_of(widget: QWidget) -> QWidget:
    focused: QWidget | None = widget.focusWidget()
    return widget if focused is None else focused


def press(widget: QWidget, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(keyboard_of(widget), key, modifier)


def type_text(widget: QWidget, text: str) -> None:
    QTest.keyClicks(keyboard_of(widget), text)


@pytest.fixture
def calls(choose: Choose) -> str:
    return choose("Calls", due=WORKING_DAYS)


@pytest.fixture
def scored_in_time(services: Services, clock: FixedClock, calls: str) -> Callable[..., None]:
    """Scores the days, each in its own evening."""

    def score(*days: date) -> None:
        now = clock.now()
        for day in days:
            clock.set(datetime(day.year, day.month, day.day, 18, 0, tzinfo=BERLIN))
            services.scoring.score(calls, day, Decimal(3))
        clock.set(now)

    return score


@pytest.fixture
def sit_down_at(services: Services, clock: FixedClock, home: Path, qtbot: QtBot) -> Callable[[], Sitting]:
    """Opens the program; again, with what the last sitting left in its settings file."""

    def open_window() -> Sitting:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        desk = Desk()
        surroundings = Surroundings(Theme(app), Preferences(home / "window.ini"))
        window = MainWindow(desk, services.scoring.page(services.scoring.today()), surroundings)
        desk.setParent(window)
        qtbot.addWidget(window)
        commands = WindowCommands(window, home / "data" / "scorecard.db", clock)
        desk.attach(services)
        commands.follow_store(writable=True)
        window.resize(1180, 860)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.scorecard.start_keyboard()
        return Sitting(window, commands, services, qtbot)

    return open_window


@pytest.fixture
def after_a_gap(scored_in_time: Callable[..., None], sit_down_at: Callable[[], Sitting]) -> Sitting:
    """Friday evening; nothing was entered since the Friday before."""
    scored_in_time(LAST_SCORED)
    return sit_down_at()
