"""The reminder in the window: when it comes, what becomes of it, and that it tells nothing private."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from scorecard.domain.reminders import Reminded, Reminder
from scorecard.services.services import Services
from scorecard.ui.main_window import PROGRESS, MainWindow
from scorecard.ui.preferences import Preferences
from scorecard.ui.reminder.commands import ReminderCommands, say_reminder
from scorecard.ui.reminder.kept import (
    keep_reminded,
    keep_reminder,
    read_reminded,
    read_reminder,
)
from scorecard.ui.tray.wish import TrayWish, keep_tray, read_tray
from scorecard.ui.widgets.notice_bar import NoticeBar
from tests.fake_clock import BERLIN, FixedClock
from tests.ui.conftest import TODAY
from tests.ui.reminder.conftest import Open, commands_of, look

HALF_PAST_SIX = Reminder(on=True, at=time(18, 30))


def bar_is_shown(window: MainWindow) -> bool:
    bar = reminders(window).bar
    return bar is not None and bar.isVisible()


def bar_of(window: MainWindow) -> NoticeBar:
    bar = reminders(window).bar
    assert bar is not None
    return bar


def reminders(window: MainWindow) -> ReminderCommands:
    return commands_of(window).reminders


def wait_until(window: MainWindow, clock: FixedClock, hour: int, minute: int = 0, day: int = 20) -> None:
    """The clock goes on, and the program looks at it as it does once a minute."""
    clock.set(datetime(2026, 11, day, hour, minute, tzinfo=BERLIN))
    look(window)


@pytest.fixture
def reminding(preferences: Preferences) -> None:
    keep_reminder(preferences, HALF_PAST_SIX)


def test_it_is_off_at_first(open_window: Open, clock: FixedClock, preferences: Preferences) -> None:
    window = open_window()
    wait_until(window, clock, 23)

    assert not read_reminder(preferences).on
    assert not bar_is_shown(window)


def test_it_comes_at_its_time_once(open_window: Open, clock: FixedClock, reminding: None) -> None:
    window = open_window()
    wait_until(window, clock, 18, 29)
    assert not bar_is_shown(window)

    wait_until(window, clock, 18, 30)
    assert bar_is_shown(window)

    bar_of(window).close_button.click()
    wait_until(window, clock, 18, 31)
    assert not bar_is_shown(window)


def test_it_is_seen_on_every_page(open_window: Open, clock: FixedClock, reminding: None) -> None:
    window = open_window()
    window.go_to_page(PROGRESS)
    wait_until(window, clock, 18, 30)

    assert bar_is_shown(window)


def test_a_late_start_catches_up_once(
    open_window: Open, clock: FixedClock, reminding: None, preferences: Preferences
) -> None:
    clock.set(datetime(2026, 11, 20, 21, 0, tzinfo=BERLIN))
    assert bar_is_shown(open_window())
    assert read_reminded(preferences).days == (TODAY,)

    assert not bar_is_shown(open_window())


def test_sleep_over_several_days_is_caught_up_for_the_last_one_only(
    open_window: Open, clock: FixedClock, reminding: None, preferences: Preferences
) -> None:
    window = open_window()
    wait_until(window, clock, 20, day=23)

    assert bar_is_shown(window)
    assert read_reminded(preferences).days == (date(2026, 11, 23),)


def test_a_finished_day_is_left_in_peace(
    open_window: Open, clock: FixedClock, services: Services, reminding: None
) -> None:
    window = open_window()
    services.scoring.fill_and_finish(TODAY, {})
    wait_until(window, clock, 18, 30)

    assert not bar_is_shown(window)


def test_a_day_away_is_left_in_peace(open_window: Open, clock: FixedClock, services: Services, reminding: None) -> None:
    window = open_window()
    services.aways.add(TODAY, TODAY, "ill")
    wait_until(window, clock, 18, 30)

    assert not bar_is_shown(window)


def test_it_goes_by_itself_when_the_day_is_finished_and_not_when_something_is_scored(
    open_window: Open, clock: FixedClock, services: Services, thanks: str, reminding: None
) -> None:
    window = open_window()
    wait_until(window, clock, 18, 30)
    services.scoring.score(thanks, TODAY, Decimal(3))
    assert bar_is_shown(window)

    services.scoring.fill_and_finish(TODAY, {})
    assert not bar_is_shown(window)
    assert not reminders(window).stands


def test_it_goes_when_a_new_day_begins(open_window: Open, clock: FixedClock, reminding: None) -> None:
    window = open_window()
    wait_until(window, clock, 18, 30)
    wait_until(window, clock, 4, day=21)

    assert not bar_is_shown(window)


@pytest.mark.parametrize(("button", "minutes"), [(0, 15), (1, 60)])
def test_it_is_put_off_by_a_button(
    open_window: Open, clock: FixedClock, reminding: None, button: int, minutes: int
) -> None:
    window = open_window()
    wait_until(window, clock, 18, 40)
    QTest.keyClick(bar_of(window).action_buttons[button], Qt.Key.Key_Return)
    assert not bar_is_shown(window)

    clock.advance(minutes=minutes - 1)
    look(window)
    assert not bar_is_shown(window)

    clock.advance(minutes=1)
    look(window)
    assert bar_is_shown(window)


def test_it_is_put_off_by_the_menu_while_it_stands(open_window: Open, clock: FixedClock, reminding: None) -> None:
    window = open_window()
    menu = commands_of(window).menu
    menu.about_to_show.emit()
    assert not menu.actions["snooze"].isVisible()

    wait_until(window, clock, 18, 30)
    menu.about_to_show.emit()
    assert menu.actions["snooze"].isVisible()
    menu.actions["snooze"].trigger()

    assert not bar_is_shown(window)
    wait_until(window, clock, 18, 45)
    assert bar_is_shown(window)


def test_what_was_put_off_survives_a_restart(
    open_window: Open, clock: FixedClock, reminding: None, preferences: Preferences
) -> None:
    window = open_window()
    wait_until(window, clock, 18, 30)
    reminders(window).snooze(1)

    clock.set(datetime(2026, 11, 20, 19, 29, tzinfo=BERLIN))
    later = open_window()
    assert not bar_is_shown(later)
    wait_until(later, clock, 19, 30)
    assert bar_is_shown(later)


def test_a_reminder_switched_off_while_it_stands_goes(open_window: Open, clock: FixedClock, reminding: None) -> None:
    window = open_window()
    wait_until(window, clock, 18, 30)
    reminders(window).choose(Reminder(on=False, at=time(18, 30)))

    assert not bar_is_shown(window)


def test_a_minute_before_its_time_it_wakes_for_it_and_never_while_it_is_off(
    open_window: Open, clock: FixedClock, reminding: None
) -> None:
    window = open_window()
    watch = reminders(window).watch
    assert watch is not None
    assert not watch._timer.isActive()

    wait_until(window, clock, 18, 29)
    assert watch._timer.isActive()
    assert watch._timer.interval() == timedelta(minutes=1).total_seconds() * 1000

    reminders(window).choose(Reminder(on=False))
    assert not watch._timer.isActive()


def test_it_tells_nothing_private(open_window: Open, clock: FixedClock, reminding: None) -> None:
    window = open_window()
    wait_until(window, clock, 18, 30)

    assert bar_of(window).sentence.text() == say_reminder()
    assert "Thank-yous" not in say_reminder()
    assert not any(letter.isdigit() for letter in say_reminder())


def test_opening_it_goes_to_today(open_window: Open, clock: FixedClock, reminding: None) -> None:
    window = open_window()
    window.open_day(TODAY - timedelta(days=3))
    window.go_to_page(PROGRESS)
    wait_until(window, clock, 18, 30)
    window.showMinimized()

    reminders(window).open()

    assert not window.isMinimized()
    assert window.scorecard.isVisible()
    assert window.scorecard.day == TODAY


# What is kept


@pytest.mark.parametrize("reminder", [Reminder(), HALF_PAST_SIX, Reminder(on=False, at=time(0, 5))])
def test_the_reminder_is_kept(preferences: Preferences, reminder: Reminder) -> None:
    keep_reminder(preferences, reminder)

    assert read_reminder(preferences) == reminder


def test_what_came_of_it_is_kept(preferences: Preferences) -> None:
    reminded = Reminded((TODAY, date(2026, 11, 19)), datetime(2026, 11, 20, 19, 0, tzinfo=BERLIN), date(2026, 11, 1))
    keep_reminded(preferences, reminded)

    assert read_reminded(preferences) == reminded


@pytest.mark.parametrize(
    "words", ["", "nonsense", "25:00", "off", "2026-99-99 again=soon not= =", "again=2026-11-20T10:00"]
)
def test_a_file_that_somebody_edited_is_no_error(preferences: Preferences, words: str) -> None:
    preferences.set_reminder(words)
    preferences.set_reminded(words)
    preferences.set_tray(words)

    assert read_reminder(preferences) == Reminder()
    assert read_reminded(preferences) == Reminded()
    assert read_tray(preferences) is TrayWish.NONE


def test_the_wish_for_the_tray_is_kept(preferences: Preferences) -> None:
    keep_tray(preferences, TrayWish.ICON_AND_WINDOW)

    assert read_tray(preferences) is TrayWish.ICON_AND_WINDOW
