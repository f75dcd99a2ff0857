"""Being away on the day that is shown: one key, one button, and neutral everywhere."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from scorecard.domain.marks import Scored
from scorecard.services.services import Services
from scorecard.ui.main_window import PROGRESS, SCORECARD
from tests.ui.away.conftest import CTRL, LAST_SCORED, MONDAY, YESTERDAY, Sitting
from tests.ui.conftest import TODAY

BOTH = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def sitting(calls: str, sit_down_at: Callable[[], Sitting]) -> Sitting:
    return sit_down_at()


def subtitle(sitting: Sitting) -> str:
    return sitting.window.scorecard.header.subtitle.text()


def test_one_key_is_away_today_and_the_same_key_is_here_again(sitting: Sitting) -> None:
    sitting.press(Qt.Key.Key_A, modifier=BOTH)

    assert sitting.away() == [(TODAY, TODAY, "")]
    assert subtitle(sitting) == "Week 47 · away"
    strip = sitting.window.scorecard.strip.buttons[4]
    assert strip.reading.away
    assert strip.reading.score == "away"
    assert sitting.window.scorecard.panel.left.text() == "You are away: the day counts for nothing."

    sitting.press(Qt.Key.Key_A, modifier=BOTH)
    assert sitting.away() == []
    assert subtitle(sitting) == "Week 47 · 0 of 1 measures scored"


def test_the_button_says_what_it_does(sitting: Sitting) -> None:
    button = sitting.window.scorecard.header.away_button
    assert button.text() == "Away today"

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert sitting.away() == [(TODAY, TODAY, "")]
    assert button.text() == "Not away"

    sitting.window.open_day(YESTERDAY)
    assert button.text() == "Away that day"


def test_a_day_to_come_can_be_away(sitting: Sitting) -> None:
    sitting.window.open_day(TODAY + timedelta(days=3))
    sitting.press(Qt.Key.Key_A, modifier=BOTH)

    assert sitting.away() == [(TODAY + timedelta(days=3), TODAY + timedelta(days=3), "")]
    assert subtitle(sitting) == "Week 48 · This day has not begun yet · away"


def test_a_day_away_can_still_be_scored_and_counts_for_nothing(
    sitting: Sitting, services: Services, calls: str
) -> None:
    sitting.press(Qt.Key.Key_A, modifier=BOTH)
    QTest.keyClicks(sitting.window.focusWidget(), "4")

    entry = services.scoring.snapshot(TODAY, TODAY).entries[TODAY, calls]
    assert entry.mark == Scored(Decimal(4))
    assert services.scoring.page(TODAY).score.value is None


def test_here_on_one_day_of_a_range_leaves_the_others(sitting: Sitting, services: Services) -> None:
    services.aways.add(MONDAY, TODAY, "Trip")
    sitting.window.open_day(YESTERDAY)
    assert subtitle(sitting) == "Week 47 · away: Trip"

    sitting.press(Qt.Key.Key_A, modifier=BOTH)

    assert sitting.away() == [(MONDAY, YESTERDAY - timedelta(days=1), "Trip"), (TODAY, TODAY, "Trip")]


def test_the_reason_stands_on_the_strip_for_the_pointer_and_for_a_screen_reader(
    sitting: Sitting, services: Services
) -> None:
    services.aways.add(YESTERDAY, YESTERDAY, "Ill")

    yesterday = sitting.window.scorecard.strip.buttons[3]
    assert yesterday.toolTip() == "Ill"
    assert yesterday.accessibleName() == "Thursday, 19 November, away: Ill"


def test_a_reason_that_looks_like_html_is_shown_as_it_was_written(sitting: Sitting, services: Services) -> None:
    services.aways.add(YESTERDAY, YESTERDAY, "<img src='//server/x.png'> ill")

    assert "<img" not in sitting.window.scorecard.strip.buttons[3].toolTip()


def test_ctrl_z_takes_it_back_and_goes_where_it_is_seen(sitting: Sitting) -> None:
    sitting.press(Qt.Key.Key_A, modifier=BOTH)
    sitting.window.open_day(LAST_SCORED)

    sitting.press(Qt.Key.Key_Z, modifier=CTRL)

    assert sitting.away() == []
    assert sitting.window.scorecard.day == TODAY


def test_an_undo_of_a_range_stays_on_a_day_of_it(sitting: Sitting, services: Services) -> None:
    services.aways.add(MONDAY, TODAY, "Trip")
    sitting.window.open_day(YESTERDAY)

    sitting.commands.undo()

    assert sitting.window.scorecard.day == YESTERDAY


def test_the_menu_says_what_the_key_does(sitting: Sitting) -> None:
    menu = sitting.commands.menu
    menu.about_to_show.emit()
    assert menu.actions["away"].text() == "Away today"

    menu.actions["away"].trigger()
    menu.about_to_show.emit()
    assert menu.actions["away"].text() == "Not away"
    assert menu.actions["undo"].text() == "&Undo away, Fri 20 Nov"


def test_from_another_page_the_key_shows_the_day_it_is_about(sitting: Sitting) -> None:
    sitting.window.go_to_page(PROGRESS)

    sitting.commands.menu.actions["away"].trigger()

    assert sitting.window.page_key == SCORECARD
    assert sitting.away() == [(TODAY, TODAY, "")]


def test_without_a_card_there_is_nothing_to_be_away_from(sit_down_at: Callable[[], Sitting]) -> None:
    sitting = sit_down_at()

    sitting.commands.menu.about_to_show.emit()
    sitting.window.scorecard.switch_away()

    assert sitting.window.scorecard.header.away_button.isHidden()
    assert not sitting.commands.menu.actions["away"].isEnabled()
    assert sitting.away() == []
