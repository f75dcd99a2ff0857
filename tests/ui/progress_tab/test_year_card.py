"""The card "The year so far": walked along by keys, read out, opened by a click, as a table, and empty."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scorecard.domain.periods import Length, Period
from scorecard.services.progress.history import History
from scorecard.services.progress.years import years_of
from scorecard.ui.progress_tab.chart_card import Face
from scorecard.ui.progress_tab.year_canvas import YearCanvas
from scorecard.ui.progress_tab.year_card import YearCard
from scorecard.ui.progress_tab.year_reading import read_years
from scorecard.ui.progress_tab.year_table import headings, table_rows
from scorecard.ui.theme.palette import palette_of
from scorecard.ui.theme.tokens import DARK, LIGHT
from tests.sample.scored import days_from, scored

TODAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 16)
BRITISH = QLocale("en_GB")
YEAR = Period.of(Length.YEAR, TODAY)
POINTS = days_from(MONDAY, 92, 78, 54, 88, 87)
HISTORY = scored(
    POINTS,
    TODAY,
    remembered=[MONDAY],
    thin=[date(2026, 11, 17)],
    away=[(date(2026, 11, 9), date(2026, 11, 10))],
    first_day=date(2026, 11, 2),
)


def all_since(first: date) -> tuple[History, Period]:
    points = {first + timedelta(days=n): 80.0 for n in range(0, (TODAY - first).days + 1, 3)}
    return scored(points, TODAY), Period.of(Length.ALL, TODAY, first)


@pytest.fixture
def card(qtbot: QtBot) -> YearCard:
    made = YearCard()
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(700, 300)
    return made


@pytest.fixture
def canvas(card: YearCard, qtbot: QtBot) -> YearCanvas:
    """Of a card that is shown, its first picture drawn."""
    card.show_history(HISTORY, YEAR, BRITISH)
    with qtbot.waitSignal(card.canvas.drawn, timeout=20_000):
        card.show()
    return card.canvas


def place_of(canvas: YearCanvas, day: date) -> QPoint:
    left, bottom, right, top = canvas.places().frame((day - date(2026, 1, 1)).days)
    return QPoint(round((left + right) / 2), round(canvas.height() - (bottom + top) / 2))


def focus(canvas: YearCanvas, qtbot: QtBot) -> None:
    canvas.window().activateWindow()
    canvas.setFocus()
    qtbot.waitUntil(canvas.hasFocus)


def test_a_click_opens_the_day_and_the_margin_opens_none(card: YearCard, canvas: YearCanvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.day_chosen) as chosen:
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place_of(canvas, date(2026, 3, 4)))
    assert chosen.args == [date(2026, 3, 4)]
    with qtbot.assertNotEmitted(card.day_chosen):
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(2, canvas.height() - 2))


def test_pointing_names_the_day_without_a_new_picture(canvas: YearCanvas, qtbot: QtBot) -> None:
    before = canvas.grab().toImage()
    with qtbot.assertNotEmitted(canvas.drawn):
        QTest.mouseMove(canvas, place_of(canvas, MONDAY))
        assert canvas.pointed_day == MONDAY
        assert canvas.grab().toImage() != before
        QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
        assert canvas.grab().toImage() == before


def test_keys_go_by_weeks_and_days_from_today_on(card: YearCard, canvas: YearCanvas, qtbot: QtBot) -> None:
    focus(canvas, qtbot)
    assert canvas.cursor_day == TODAY
    walked = []
    keys = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Home)
    for key in keys:
        qtbot.keyClick(canvas, key)
        walked.append(canvas.cursor_day)
    friday, thursday = date(2026, 11, 13), date(2026, 11, 12)
    assert walked == [friday, thursday, friday, TODAY, TODAY, date(2026, 1, 1)]
    with qtbot.waitSignal(card.day_chosen) as chosen:
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert chosen.args == [date(2026, 1, 1)]


def test_the_day_under_the_cursor_is_read_out(canvas: YearCanvas, qtbot: QtBot) -> None:
    seen = QAccessible.queryAccessibleInterface(canvas)
    assert seen.text(QAccessible.Text.Name) == "The year so far"
    assert seen.text(QAccessible.Text.Description).endswith("mean 80")
    focus(canvas, qtbot)
    assert seen.text(QAccessible.Text.Description).startswith("Fri 20 November · 87 · 3 of 3. ")


def test_the_cursor_stays_where_it_is_when_a_day_is_scored(card: YearCard, canvas: YearCanvas, qtbot: QtBot) -> None:
    focus(canvas, qtbot)
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    card.show_history(scored(POINTS | {date(2026, 11, 13): 50.0}, TODAY), YEAR, BRITISH)
    assert canvas.cursor_day == date(2026, 1, 1)
    card.show_history(HISTORY, Period.of(Length.YEAR, date(2025, 5, 5)), BRITISH)
    assert canvas.cursor_day is None


def test_from_right_to_left_time_runs_to_the_left(card: YearCard, qtbot: QtBot) -> None:
    card.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    card.show_history(HISTORY, YEAR, BRITISH)
    with qtbot.waitSignal(card.canvas.drawn, timeout=20_000):
        card.show()
    canvas = card.canvas
    assert place_of(canvas, TODAY).x() < place_of(canvas, date(2026, 1, 1)).x()
    focus(canvas, qtbot)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.cursor_day == date(2026, 11, 13)


def test_the_calendar_takes_on_the_colours_of_a_new_palette(card: YearCard, canvas: YearCanvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.drawn):
        card.setPalette(palette_of(DARK))
    at = place_of(canvas, TODAY)
    assert canvas.grab().toImage().pixelColor(at).name() == DARK.ramp[3]


def test_a_year_in_which_nothing_is_scored_says_what_to_do(card: YearCard, qtbot: QtBot) -> None:
    card.show_history(scored({}, TODAY), YEAR, BRITISH)
    card.show()
    assert card.face is Face.EMPTY
    assert "as soon as" in card.empty.text()
    assert card.right_label.text() == ""


def test_the_years_grow_the_card_and_decades_are_shown_by_weeks(card: YearCard, qtbot: QtBot) -> None:
    heights = []
    for first in (date(2026, 1, 1), date(2024, 3, 1), date(2015, 3, 1), date(1977, 3, 1)):
        card.show_history(*all_since(first), BRITISH)
        heights.append(card.canvas.sizeHint().height())
    assert heights[0] < heights[1] < heights[2]
    assert heights[3] < heights[2], "by weeks"
    with qtbot.waitSignal(card.canvas.drawn, timeout=20_000):
        card.show()
    assert card.title_label.accessibleName() == "Year by year"
    with qtbot.waitSignal(card.day_chosen) as chosen:
        qtbot.keyClick(card.canvas, Qt.Key.Key_End)
        qtbot.keyClick(card.canvas, Qt.Key.Key_Return)
    assert chosen.args == [MONDAY]


def test_a_day_says_why_it_is_hollow_or_missing() -> None:
    said = read_years(years_of(HISTORY, YEAR), TODAY, BRITISH).sentences
    at = (MONDAY - date(2026, 1, 1)).days
    assert said[at] == "Mon 16 November · 92 · 3 of 3 · from memory"
    assert said[at + 1] == "Tue 17 November · 78 · 1 of 3 · too little for a score"
    assert said[at - 7] == "Mon 9 November · away"
    assert said[at - 1] == "Sun 15 November · not scored"
    assert len(said) == 324
    assert said[-1] == "Fri 20 November · 87 · 3 of 3"


def test_days_of_other_years_are_told_with_their_year() -> None:
    said = read_years(years_of(HISTORY, Period.of(Length.YEAR, date(2025, 5, 5))), TODAY, BRITISH).sentences
    assert said[0] == "Wed 1 January 2025 · not scored"


def test_a_week_says_its_mean_and_of_how_many_days() -> None:
    years = years_of(*all_since(date(1977, 3, 1)))
    reading = read_years(years, TODAY, BRITISH)
    at = (MONDAY - reading.picture.first).days // 7
    assert reading.sentences[at].startswith("Week 47 · 16–22 November · mean 80 · 1 day")
    assert reading.sentences[0].endswith("not scored")


def test_the_table_of_a_year_has_its_days(card: YearCard, canvas: YearCanvas) -> None:
    assert card.table.rowCount() == 0, "filled when it is seen"
    card.toggle.click()
    assert card.face is Face.TABLE
    assert card.brackets.isVisible()
    years = years_of(HISTORY, YEAR)
    rows = table_rows(years, BRITISH)
    assert headings(years, BRITISH)[:3] == ("Week from", "Mon", "Tue")
    assert rows[0] == ("16 November", "(92)", "(78)", "54", "88", "87", "", "", "80", "4", "")
    assert rows[1][:4] == ("9 November", "away", "away", "")
    assert rows[-1][0] == "29 December 2025"
    assert card.table.item(0, 3).text() == "54"


def test_the_table_of_some_years_has_months_and_that_of_decades_has_years(card: YearCard, canvas: YearCanvas) -> None:
    card.toggle.click()
    card.show_history(*all_since(date(2024, 3, 1)), BRITISH)
    assert card.table.horizontalHeaderItem(0).text() == "Month"
    assert [card.table.item(0, n).text() for n in range(2)] == ["November 2026", "80"]
    assert card.table.rowCount() == 35
    assert not card.brackets.isVisible()
    card.show_history(*all_since(date(1977, 3, 1)), BRITISH)
    assert card.table.horizontalHeaderItem(0).text() == "Year"
    assert [card.table.item(0, n).text() for n in range(2)] == ["2026", "80"]
    assert card.table.rowCount() == 50


@pytest.mark.parametrize("locale", ["ar_EG", "he_IL", "hi_IN", "ja_JP", "de_DE"])
def test_names_and_figures_are_those_of_the_locale(locale: str) -> None:
    picture = read_years(years_of(HISTORY, YEAR), TODAY, QLocale(locale), mirrored=True).picture
    assert picture.months[0] == QLocale(locale).standaloneMonthName(1, QLocale.FormatType.ShortFormat)
    assert picture.months[11] == "", "December has not come"
    assert picture.mirrored
