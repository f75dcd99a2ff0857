"""The reminder, the tray and the start with the session, as they are set."""

from collections.abc import Callable, Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from scorecard.domain.reminders import Reminder
from scorecard.services.autostart import Autostart, Launch
from scorecard.ui.main_window import MainWindow
from scorecard.ui.preferences import Preferences
from scorecard.ui.reminder.background_card import BackgroundCard
from scorecard.ui.reminder.kept import keep_reminder, read_reminder
from scorecard.ui.reminder.settings_card import ReminderCard
from scorecard.ui.settings_dialog.dialog import SettingsDialog
from scorecard.ui.tray.wish import TrayWish, read_tray
from tests.ui.reminder.conftest import Open, commands_of

# Only the offscreen platform says so, which has no trays.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)


@pytest.fixture
def tray(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    yield
    QGuiApplication.setQuitOnLastWindowClosed(True)


@pytest.fixture
def settings(open_window: Open, qtbot: QtBot) -> Callable[[], tuple[MainWindow, SettingsDialog]]:
    def opened() -> tuple[MainWindow, SettingsDialog]:
        window = open_window()
        commands_of(window).open_settings()
        dialog = window.findChild(SettingsDialog)
        assert dialog is not None
        qtbot.waitExposed(dialog)
        return window, dialog

    return opened


def closing_hides(window: MainWindow) -> bool:
    return window.hides


def reminder_card(dialog: SettingsDialog) -> ReminderCard:
    return dialog.reminder


def test_a_reminder_is_chosen_and_its_time_too(
    settings: Callable[[], tuple[MainWindow, SettingsDialog]], preferences: Preferences
) -> None:
    _, dialog = settings()
    card = reminder_card(dialog)
    assert not card.on.isChecked()
    assert not card.at.isEnabled()

    QTest.keyClick(card.on, Qt.Key.Key_Space)
    assert read_reminder(preferences) == Reminder(True, time(17, 30))

    QTest.keyClick(card.at, Qt.Key.Key_Down)
    assert read_reminder(preferences) == Reminder(True, time(17, 45))


def test_the_card_says_when_the_next_one_comes(settings: Callable[[], tuple[MainWindow, SettingsDialog]]) -> None:
    """It is 18:00: half past five has passed, and is not caught up, for nobody had asked for it."""
    window, dialog = settings()
    card = reminder_card(dialog)
    card.on.click()
    assert card.next.text().startswith("The next one: Saturday, 21 November, 17:30.")
    assert not commands_of(window).reminders.stands

    for _ in range(3):
        QTest.keyClick(card.at, Qt.Key.Key_Down)
    assert card.next.text().startswith("The next one: Friday, 20 November, 18:15.")


def test_a_time_between_the_quarters_joins_the_list(
    settings: Callable[[], tuple[MainWindow, SettingsDialog]], preferences: Preferences
) -> None:
    keep_reminder(preferences, Reminder(True, time(17, 37)))
    _, dialog = settings()
    choice = reminder_card(dialog).at

    assert choice.chosen == time(17, 37)
    assert choice.itemText(choice.currentIndex() + 1) == "17:45"


def test_one_can_be_seen_at_once_and_counts_for_nothing(
    settings: Callable[[], tuple[MainWindow, SettingsDialog]], preferences: Preferences
) -> None:
    window, dialog = settings()
    reminder_card(dialog).show_one.click()
    reminders = commands_of(window).reminders

    assert reminders.bar is not None
    assert reminders.bar.isVisible()
    assert reminders.bar.action_buttons == ()
    assert not reminders.stands
    assert preferences.reminded() == ""


def test_without_a_tray_none_is_offered_and_it_is_said(
    settings: Callable[[], tuple[MainWindow, SettingsDialog]],
) -> None:
    _, dialog = settings()

    assert not dialog.background.icon.isEnabled()
    assert not dialog.background.stays.isEnabled()
    assert "no tray" in dialog.background.tray_remark.text()


def test_the_tray_is_chosen_and_left_again(
    tray: None, settings: Callable[[], tuple[MainWindow, SettingsDialog]], preferences: Preferences
) -> None:
    window, dialog = settings()
    card = dialog.background
    assert not card.stays.isEnabled()

    card.icon.click()
    assert read_tray(preferences) is TrayWish.ICON
    assert not closing_hides(window)
    card.stays.click()
    assert read_tray(preferences) is TrayWish.ICON_AND_WINDOW
    assert closing_hides(window)
    assert commands_of(window).reminders.tray.icon is not None

    card.icon.click()
    assert read_tray(preferences) is TrayWish.NONE
    assert not card.stays.isChecked()
    assert not closing_hides(window)
    assert commands_of(window).reminders.tray.icon is None


# Starting with the session


def test_it_starts_with_the_session_by_one_tick(home: Path, qtbot: QtBot) -> None:
    entry = home / ".config" / "autostart" / "org.scorecard.Scorecard.desktop"
    card = BackgroundCard(None, autostart=Autostart(entry, Launch(("scorecard",))))
    qtbot.addWidget(card)

    card.start.click()
    assert entry.exists()
    card.start.click()
    assert not entry.exists()


def test_where_the_entry_cannot_be_written_it_is_said_and_the_tick_goes(home: Path, qtbot: QtBot) -> None:
    (home / "file").write_text("no folder")
    card = BackgroundCard(None, autostart=Autostart(home / "file" / "autostart" / "x.desktop", Launch(("scorecard",))))
    qtbot.addWidget(card)

    card.start.click()

    assert not card.start.isChecked()
    assert card.start_remark.text().startswith("That could not be written: ")


def test_where_the_system_has_no_such_entries_it_is_said(qtbot: QtBot) -> None:
    card = BackgroundCard(None, autostart=Autostart(None, Launch(("scorecard",))))
    qtbot.addWidget(card)

    assert not card.start.isEnabled()
    assert "its own settings" in card.start_remark.text()
