"""The tray icon: its menu, what closing the window means with it, and that it is only there where a tray is."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QDialog, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from scorecard.domain.marks import Scored
from scorecard.domain.measures import Direction, Kind
from scorecard.domain.starts import Arrival
from scorecard.services.services import Services
from scorecard.ui.arriving import Arriving
from scorecard.ui.main_window import MainWindow
from scorecard.ui.preferences import Preferences
from scorecard.ui.tray.tray import Tray
from scorecard.ui.tray.wish import TrayWish, keep_tray
from tests.ui.conftest import TODAY, Choose
from tests.ui.reminder.conftest import Open, commands_of

# Only the offscreen platform says so, which has no trays.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)


class Panel:
    """Whether the desktop has a tray."""

    there = True


@pytest.fixture
def panel(monkeypatch: pytest.MonkeyPatch) -> Iterator[Panel]:
    panel = Panel()
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: panel.there)
    yield panel
    QGuiApplication.setQuitOnLastWindowClosed(True)


@pytest.fixture
def in_tray(preferences: Preferences, panel: Panel) -> None:
    keep_tray(preferences, TrayWish.ICON_AND_WINDOW)


def tray_of(window: MainWindow) -> Tray:
    return commands_of(window).reminders.tray


def icon_of(window: MainWindow) -> QSystemTrayIcon:
    icon = tray_of(window).icon
    assert icon is not None
    return icon


def lines(window: MainWindow) -> list[str]:
    tray_of(window).refresh()
    return [action.text() for action in tray_of(window).menu.menu.actions() if not action.isSeparator()]


def line(window: MainWindow, words: str) -> QAction:
    return next(action for action in tray_of(window).menu.menu.actions() if action.text() == words)


def value(services: Services, measure_id: str) -> Decimal | None:
    entry = services.scoring.snapshot(TODAY, TODAY).entries.get((TODAY, measure_id))
    return entry.mark.value if entry is not None and isinstance(entry.mark, Scored) else None


def test_there_is_no_icon_unless_it_is_wished(open_window: Open, panel: Panel, qtbot: QtBot) -> None:
    window = open_window()

    assert tray_of(window).icon is None
    assert window.close()


def test_a_wished_icon_says_nothing_but_the_name(open_window: Open, in_tray: None, services: Services) -> None:
    icon = tray_of(open_window()).icon

    assert icon is not None
    assert icon.isVisible()
    assert icon.toolTip() == "Scorecard"


def test_its_menu_shows_the_score_of_today_and_its_counts(
    open_window: Open, in_tray: None, services: Services, choose: Choose, thanks: str
) -> None:
    choose("Bugs & worries", direction=Direction.TALLY)
    choose("Deep work", Kind.DURATION, target=90)
    choose("Only on Saturdays", due=frozenset({5}))
    window = open_window()
    services.scoring.score(thanks, TODAY, Decimal(3))

    assert lines(window) == [
        "Today: 100 · 1 of 2", "Thank-yous: 3", "Bugs && worries: 0", "&Open Scorecard", "&Quit",
    ]  # fmt: skip


def test_one_click_counts_one_more_and_can_be_undone(
    open_window: Open, in_tray: None, services: Services, thanks: str
) -> None:
    window = open_window()
    line(window, "Thank-yous: 0").trigger()
    line(window, "Thank-yous: 1").trigger()
    assert value(services, thanks) == 2
    assert lines(window)[2] == "Undo 2 for Thank-yous, Fri 20 Nov"

    line(window, "Undo 2 for Thank-yous, Fri 20 Nov").trigger()
    assert value(services, thanks) is None
    assert not any(words.startswith("Undo") for words in lines(window))


def test_it_counts_today_whatever_day_the_window_shows(
    open_window: Open, in_tray: None, services: Services, thanks: str
) -> None:
    window = open_window()
    window.open_day(TODAY - timedelta(days=1))
    line(window, "Thank-yous: 0").trigger()

    assert value(services, thanks) == 1


def test_a_finished_day_is_counted_no_further(
    open_window: Open, in_tray: None, services: Services, thanks: str
) -> None:
    window = open_window()
    services.scoring.score(thanks, TODAY, Decimal(3))
    services.scoring.fill_and_finish(TODAY, {})

    assert lines(window) == ["Today: 100 · 1 of 1, finished", "&Open Scorecard", "&Quit"]


def test_a_day_away_has_no_score_in_it(open_window: Open, in_tray: None, services: Services) -> None:
    window = open_window()
    services.aways.add(TODAY, TODAY, "a clinic")

    assert lines(window) == ["Today: away", "&Open Scorecard", "&Quit"]


def test_while_the_window_is_covered_so_is_the_menu(open_window: Open, in_tray: None) -> None:
    window = open_window()
    window.hide_now()

    assert lines(window) == ["&Open Scorecard", "&Quit"]


def test_closing_the_window_leaves_it_in_the_tray_and_the_icon_brings_it_back(
    open_window: Open, in_tray: None, qtbot: QtBot
) -> None:
    window = open_window()
    assert not window.close()
    assert window.isHidden()

    icon_of(window).activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert window.isVisible()


def test_quitting_quits_all_the_same(open_window: Open, in_tray: None, qtbot: QtBot) -> None:
    window = open_window()
    with qtbot.waitSignal(window.closing):
        commands_of(window).menu.actions["quit"].trigger()

    hidden = open_window()
    hidden.close()
    with qtbot.waitSignal(hidden.closing):
        line(hidden, "&Quit").trigger()


def test_an_icon_alone_lets_the_window_close(
    open_window: Open, panel: Panel, preferences: Preferences, qtbot: QtBot
) -> None:
    keep_tray(preferences, TrayWish.ICON)
    window = open_window()

    with qtbot.waitSignal(window.closing):
        assert window.close()


def test_where_no_tray_is_the_window_closes_as_windows_do(
    open_window: Open, in_tray: None, panel: Panel, qtbot: QtBot
) -> None:
    panel.there = False
    window = open_window()

    assert tray_of(window).icon is None
    with qtbot.waitSignal(window.closing):
        assert window.close()


def test_when_the_tray_goes_the_hidden_window_waits_among_the_others(
    open_window: Open, in_tray: None, panel: Panel
) -> None:
    window = open_window()
    window.close()

    panel.there = False
    tray_of(window).presence.look()

    assert window.isMinimized()
    assert not window.isHidden()
    assert tray_of(window).icon is None


def test_a_tray_that_comes_later_gets_the_icon(open_window: Open, in_tray: None, panel: Panel) -> None:
    panel.there = False
    window = open_window()
    panel.there = True
    tray_of(window).presence.look()

    assert tray_of(window).icon is not None
    assert not window.close()


def test_text_that_cannot_be_saved_brings_the_hidden_window_back(
    open_window: Open, in_tray: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    window.close()
    monkeypatch.setattr(window.scorecard, "flush", lambda: False)

    assert not window.quit()
    assert window.isVisible()
    assert any(dialog.isVisible() for dialog in window.findChildren(QDialog))
    monkeypatch.undo()


def test_started_with_the_session_the_window_waits_in_the_tray(open_window: Open, in_tray: None) -> None:
    window = open_window()
    window.hide()
    window.stay_back()
    commands_of(window).reminders.tray._settle()
    assert window.isHidden()


def test_a_session_that_starts_it_again_shows_nothing(open_window: Open, in_tray: None) -> None:
    window = open_window()
    window.close()
    arrival = Arrival(background=True)

    Arriving(window, commands_of(window)).follow(Arrival.from_text(arrival.to_text()))
    assert window.isHidden()

    Arriving(window, commands_of(window)).follow(Arrival())
    assert window.isVisible()


def test_the_keyboard_reaches_the_menu_through_the_menu_of_the_window(open_window: Open, in_tray: None) -> None:
    window = open_window()
    commands_of(window).menu.about_to_show.emit()
    assert commands_of(window).menu.actions["tray"].isVisible()

    commands_of(window).menu.actions["tray"].trigger()
    menu = tray_of(window).menu.menu
    assert menu.isVisible()
    menu.close()


def test_a_message_of_the_tray_leads_to_today(open_window: Open, in_tray: None) -> None:
    window = open_window()
    window.close()
    icon_of(window).messageClicked.emit()

    assert window.isVisible()
    assert window.scorecard.day == TODAY
