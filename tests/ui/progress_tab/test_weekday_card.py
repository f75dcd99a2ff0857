"""The card "By weekday": its words, its table, its keys."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from scorecard.domain.periods import Length, Period
from scorecard.services.progress.history import History
from scorecard.ui.progress_tab.chart_card import Face
from scorecard.ui.progress_tab.weekday_canvas import WeekdayCanvas
from scorecard.ui.progress_tab.weekday_card import WeekdayCard
from scorecard.ui.theme.palette import palette_of
from scorecard.ui.theme.tokens import LIGHT
from tests.sample.scored import scored

TODAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 16)
BRITISH = QLocale("en_GB")
YEAR = Period.of(Length.YEAR, TODAY)
WEEK = Period.of(Length.WEEK, TODAY)


def history() -> History:
    """Four Mondays with 60 to 90, two Tuesdays with 50."""
    mondays = {MONDAY - timedelta(days=7 * n): 60.0 + 10 * n for n in range(4)}
    tuesdays = {day + timedelta(days=1): 50.0 for day in list(mondays)[:2]}
    return scored(mondays | tuesdays, TODAY)


@pytest.fixture
def card(qtbot: QtBot) -> WeekdayCard:
    made = WeekdayCard()
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(640, 330)
    return made


@pytest.fixture
def canvas(card: WeekdayCard, qtbot: QtBot) -> WeekdayCanvas:
    card.show_history(history(), YEAR, BRITISH)
    with qtbot.waitSignal(card.canvas.drawn, timeout=20_000):
        card.show()
    return card.canvas


def test_under_the_chart_stand_the_means_with_their_numbers(card: WeekdayCard, canvas: WeekdayCanvas) -> None:
    assert card.summary.text() == "Monday 75 (n 4) · Tuesday 50 (n 2)"
    assert card.right_label.text().startswith("6 day")


def test_a_short_period_is_widened_and_says_so(card: WeekdayCard) -> None:
    card.show_history(history(), WEEK, BRITISH)
    assert card.right_label.text().startswith("12 weeks up to Fri 20 November · 6 day")


def test_keys_walk_along_the_weekdays_and_they_are_read_out(canvas: WeekdayCanvas, qtbot: QtBot) -> None:
    seen = QAccessible.queryAccessibleInterface(canvas)
    assert seen.text(QAccessible.Text.Name).startswith("By weekday · 6 day")
    canvas.window().activateWindow()
    canvas.setFocus()
    qtbot.waitUntil(canvas.hasFocus)
    said = seen.text(QAccessible.Text.Description)
    assert said.startswith("Monday · mean 75 · 4 day")
    assert "middle half 68 to 83. " in said
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.cursor_weekday == 1
    assert "too few to compare" in seen.text(QAccessible.Text.Description)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert seen.text(QAccessible.Text.Description).startswith("Wednesday · no day scored")


def test_the_same_numbers_stand_in_a_table(card: WeekdayCard, canvas: WeekdayCanvas) -> None:
    card.toggle.click()
    assert card.face is Face.TABLE
    assert not card.summary.isVisible()
    assert [card.table.item(0, n).text() for n in range(5)] == ["Monday", "75", "4", "68", "83"]
    assert [card.table.item(6, n).text() for n in range(3)] == ["Sunday", "", "0"]


def test_without_a_score_the_card_says_what_it_waits_for(card: WeekdayCard) -> None:
    card.show_history(scored({}, TODAY), YEAR, BRITISH)
    card.show()
    assert card.face is Face.EMPTY
    assert not card.summary.isVisible()
    assert "After a few" in card.empty.text()


def test_one_day_is_a_hollow_mean_and_says_that_it_is_too_few(card: WeekdayCard) -> None:
    card.show_history(scored({MONDAY: 80.0}, TODAY), WEEK, BRITISH)
    picture = card.canvas._picture
    assert picture.columns[0].hollow
    assert picture.hollow
    assert [column.mean is None for column in picture.columns] == [False] + 6 * [True]
