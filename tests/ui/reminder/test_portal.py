"""Notifications through a portal on a bus of the test's own."""

from collections.abc import Iterator
from datetime import datetime, time

import pytest
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from scorecard.domain.reminders import Reminder
from scorecard.services.services import Services
from scorecard.ui.main_window import MainWindow
from scorecard.ui.preferences import Preferences
from scorecard.ui.reminder.commands import say_reminder
from scorecard.ui.reminder.kept import keep_reminder
from tests.fake_clock import BERLIN, FixedClock
from tests.fakes.desktop import FakeDesktop, desktop_on, missing, private_bus
from tests.ui.conftest import TODAY
from tests.ui.reminder.conftest import Open, commands_of, look

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"{missing()} is not installed")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with private_bus() as address:
        yield address


@pytest.fixture
def bus(address: str) -> Iterator[QDBusConnection]:
    yield QDBusConnection.connectToBus(address, "test of the portal")
    QDBusConnection.disconnectFromBus("test of the portal")


@pytest.fixture
def desktop(address: str) -> Iterator[FakeDesktop]:
    with desktop_on(address, "portal") as desktop:
        yield desktop


@pytest.fixture
def reminded(
    open_window: Open, clock: FixedClock, preferences: Preferences, bus: QDBusConnection
) -> Iterator[MainWindow]:
    """The window, minimised, whose reminder has just come."""
    keep_reminder(preferences, Reminder(on=True, at=time(18, 30)))
    window = open_window()
    commands_of(window).reminders.find_bus = lambda: bus
    window.showMinimized()
    clock.set(datetime(2026, 11, 20, 18, 30, tzinfo=BERLIN))
    look(window)
    yield window
    commands_of(window).reminders.find_bus = lambda: None


def test_the_desktop_shows_it_with_no_private_word(desktop: FakeDesktop, reminded: MainWindow, qtbot: QtBot) -> None:
    shown = desktop.hears("notified")

    assert shown["notified"] == ["Scorecard", say_reminder()]
    assert shown["buttons"] == [
        {"label": "In 15 minutes", "action": "15"},
        {"label": "In an hour", "action": "60"},
    ]


def test_a_click_on_it_brings_the_window_on_today(desktop: FakeDesktop, reminded: MainWindow, qtbot: QtBot) -> None:
    desktop.hears("notified")
    desktop.do("press", "open")

    qtbot.waitUntil(lambda: not reminded.isMinimized())
    assert reminded.scorecard.day == TODAY


def test_its_button_puts_it_off(desktop: FakeDesktop, reminded: MainWindow, clock: FixedClock, qtbot: QtBot) -> None:
    desktop.hears("notified")
    desktop.do("press", "60")
    qtbot.waitUntil(lambda: not commands_of(reminded).reminders.stands)
    assert reminded.isMinimized()

    clock.set(datetime(2026, 11, 20, 19, 30, tzinfo=BERLIN))
    look(reminded)
    assert desktop.hears("notified")


def test_it_is_taken_back_when_the_day_is_finished(
    desktop: FakeDesktop, reminded: MainWindow, services: Services, qtbot: QtBot
) -> None:
    desktop.hears("notified")
    services.scoring.fill_and_finish(TODAY, {})

    assert desktop.hears("taken_back")["taken_back"] == "reminder"


def test_without_a_portal_the_bar_says_it_alone(reminded: MainWindow) -> None:
    reminders = commands_of(reminded).reminders

    assert reminders.bar is not None
    assert reminders.bar.isVisibleTo(reminded)
    assert "no notifications" in reminders.say_way()


def test_a_portal_that_comes_later_is_found(
    address: str, reminded: MainWindow, clock: FixedClock, qtbot: QtBot
) -> None:
    commands_of(reminded).reminders.snooze(0)
    with desktop_on(address, "portal") as desktop:
        clock.set(datetime(2026, 11, 20, 18, 45, tzinfo=BERLIN))
        look(reminded)
        assert desktop.hears("notified")
