"""The card "Day by day" of a month or more: said in words, walked along by keys, opened by a click, and as a table."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scorecard.charts.course_picture import Tick
from scorecard.charts.week_picture import Tone
from scorecard.domain.periods import Length, Period
from scorecard.services.progress.course import Course
from scorecard.services.progress.courses import course_of
from scorecard.services.progress.history import History
from scorecard.ui.progress_tab.chart_card import Face
from scorecard.ui.progress_tab.course_card import CourseCard
from scorecard.ui.progress_tab.course_reading import read_course
from scorecard.ui.progress_tab.course_scale import scales_of
from scorecard.ui.progress_tab.course_table import headings, table_rows
from scorecard.ui.progress_tab.course_wording import course_summary, course_words, legend_words
from scorecard.ui.theme.palette import palette_of
from scorecard.ui.theme.tokens import LIGHT
from tests.sample.scored import days_from, scored

TODAY = date(2026, 11, 20)
BRITISH = QLocale("en_GB")
NOVEMBER = Period.of(Length.MONTH, TODAY)
QUARTER = Period.of(Length.QUARTER, TODAY)
YEAR = Period.of(Length.YEAR, TODAY)


def nov(day: int) -> date:
    return date(2026, 11, day)


LIFE = scored(
    {
        **days_from(date(2025, 6, 1), 60, 70, 80),
        **days_from(date(2026, 6, 1), 90, 92, 94),
        **days_from(date(2026, 10, 5), 70, 75),
        **days_from(nov(9), 92, 78, 54, 30, 85),
    },
    TODAY,
    thin=[nov(12)],
    remembered=[nov(11)],
    away=[(nov(14), nov(15))],
)
ALL = Period.of(Length.ALL, TODAY, date(2025, 6, 1))
DECADE = scored({TODAY - timedelta(days=7 * n): 80.0 for n in range(520)}, TODAY)


def course(period: Period = NOVEMBER, history: History = LIFE) -> Course:
    return course_of(history, period)


def ticks(scale: tuple[Tick, ...]) -> list[tuple[float, str]]:
    return [(tick.start, tick.words) for tick in scale]


@pytest.fixture
def card(qtbot: QtBot) -> CourseCard:
    made = CourseCard()
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(1124, 340)
    return made


def shown(card: CourseCard, qtbot: QtBot, period: Period = NOVEMBER, history: History = LIFE) -> CourseCard:
    with qtbot.waitSignal(card.canvas.drawn, timeout=20_000):
        card.show_history(history, period, BRITISH)
        card.show()
    return card


def place_of(card: CourseCard, n: int) -> QPoint:
    chart = card.canvas._chart
    return QPoint(round(chart.layout.plot.centre(n)), card.canvas.height() // 2)


def focus(card: CourseCard, qtbot: QtBot) -> None:
    card.window().activateWindow()
    card.canvas.setFocus()
    qtbot.waitUntil(card.canvas.hasFocus)


def test_a_month_in_a_line() -> None:
    words = course_summary(course(), BRITISH)
    assert words.startswith("4 day")
    assert "best Monday 9 · " in words
    assert "above last month (2 day" in words


def test_the_month_before_of_a_past_month_is_called_so() -> None:
    october = course(Period.of(Length.MONTH, date(2026, 10, 1)), scored({date(2026, 9, 30): 70, nov(1): 1}, TODAY))
    assert course_summary(october, BRITISH) == "no day scored"
    past = course_of(scored({date(2026, 9, 30): 70, date(2026, 10, 2): 60}, TODAY), october.period)
    assert "below the month before" in course_summary(past, BRITISH)
    assert course_words(past, BRITISH).endswith("month 60 · month before 70")


def test_equal_means_are_as_last_month() -> None:
    same = course(history=scored({date(2026, 10, 1): 70, nov(1): 70.2}, TODAY))
    assert course_summary(same, BRITISH).endswith("as last month")


@pytest.mark.parametrize(
    ("period", "best"),
    [(QUARTER, "best Monday 9 November"), (YEAR, "best week 23"), (ALL, "best week 23 of 2026")],
)
def test_the_best_is_named_as_the_chart_shows_it(period: Period, best: str) -> None:
    assert best in course_summary(course(period), BRITISH).split(" · ")


def test_nothing_stands_beside_all() -> None:
    assert "last" not in course_words(course(ALL), BRITISH)
    assert "mean 78" in course_words(course(ALL), BRITISH)


def test_a_day_is_said_with_its_mean_of_seven_days() -> None:
    said = read_course(course(), BRITISH).sentences
    assert said[8] == "Mon 9 November · 92 · 3 of 3"
    assert said[10] == "Wed 11 November · 54 · 3 of 3 · from memory · 7-day mean 75"
    assert said[11] == "Thu 12 November · 30 · 1 of 3 · too little for a score · 7-day mean 75"
    assert said[13] == "Sat 14 November · away · 7-day mean 77"
    assert said[15] == "Mon 16 November · not scored · 7-day mean 72"
    assert said[25] == "Thu 26 November"


def test_a_week_is_said_with_its_range_and_its_days() -> None:
    said = read_course(course(YEAR), BRITISH).sentences
    assert said[0] == "Week 1 · 1–4 January · no day scored"
    assert said[45].startswith("Week 46 · 9–15 November · 77 · 4 day")
    assert " · from 54 to 92 · 1 day" in said[45]
    assert said[-1] == "Week 53 · 28–31 December"


def test_a_month_of_all_is_said_with_its_year() -> None:
    period = Period.of(Length.ALL, TODAY, DECADE.grid.first_day)
    assert read_course(course(period, DECADE), BRITISH).sentences[-1].startswith("November 2026 · 80 · 3 day")


def test_tones_are_those_of_the_points_as_they_are_shown() -> None:
    bars = read_course(course(history=scored(days_from(nov(1), 84.5, 84.4, 59.4), TODAY)), BRITISH).picture.bars
    assert [bar.tone for bar in bars[:3]] == [Tone.GOOD, Tone.FAIR, Tone.POOR]
    assert [bar.value for bar in bars[:3]] == ["85", "84", "59"]


def test_below_a_month_stand_its_mondays() -> None:
    named, numbered = scales_of(course(), BRITISH)
    assert ticks(named) == [(1, "Mon 2"), (8, "Mon 9"), (15, "Mon 16"), (22, "Mon 23"), (29, "Mon 30")]
    assert [words for _, words in ticks(numbered)] == ["2", "9", "16", "23", "30"]


def test_below_a_quarter_stand_its_weeks_or_its_months() -> None:
    weeks, fewer, months = scales_of(course(QUARTER), BRITISH)
    assert ticks(weeks)[:2] == [(4, "5 Oct"), (11, "12 Oct")]
    assert fewer == weeks[::2]
    assert ticks(months) == [(0, "Oct"), (31, "Nov"), (61, "Dec")]


def test_below_the_weeks_of_a_year_the_months_begin_in_the_middle_of_a_week() -> None:
    months, quarters = scales_of(course(YEAR), BRITISH)
    assert [words for _, words in ticks(months)][:3] == ["Jan", "Feb", "Mar"]
    assert months[1].start == pytest.approx(4 + 6 / 7), "1 February 2026 is a Sunday"
    assert months[0].end == months[1].start
    assert months[-1].end == 53
    assert [words for _, words in ticks(quarters)] == ["Jan", "Apr", "Jul", "Oct"]


def test_where_two_years_are_shown_a_year_stands_for_its_january() -> None:
    months, _ = scales_of(course(ALL), BRITISH)
    assert [words for _, words in ticks(months)][:9] == [
        "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec", "2026", "Feb",
    ]  # fmt: skip


def test_below_a_decade_stand_its_years() -> None:
    period = Period.of(Length.ALL, TODAY, DECADE.grid.first_day)
    years, second, fifth, *_ = scales_of(course(period, DECADE), BRITISH)
    assert [words for _, words in ticks(years)] == [str(year) for year in range(2016, 2027)]
    assert years[1].start == course(period, DECADE).bands.index(
        next(band for band in course(period, DECADE).bands if band.first == date(2017, 1, 1))
    )
    assert [words for _, words in ticks(second)] == ["2016", "2018", "2020", "2022", "2024", "2026"]
    assert [words for _, words in ticks(fifth)] == ["2020", "2025"]


def test_days_away_are_shaded_from_day_to_day_and_in_parts_of_a_week() -> None:
    assert read_course(course(), BRITISH).picture.away == ((13, 15),)
    assert read_course(course(YEAR), BRITISH).picture.away == (pytest.approx((45 + 5 / 7, 46)),)


def test_the_legend_says_what_is_drawn() -> None:
    assert legend_words(course()) == "Line: mean of the last 7 days · Outlined: from memory, or too little for a score"
    assert legend_words(course(history=scored({nov(9): 80}, TODAY))) == ""
    assert "outlined" not in legend_words(course(YEAR))


def test_the_card_is_named_after_what_it_shows(card: CourseCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    assert card.title_label.accessibleName() == "Day by day"
    assert card.canvas.accessibleName() == "Day by day, November 2026"
    card.show_history(LIFE, YEAR, BRITISH)
    assert card.canvas.accessibleName() == "Week by week, 2026"
    assert card.right_label.text() == course_summary(course(YEAR), BRITISH)


def test_a_click_opens_the_day_but_none_to_come(card: CourseCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    with qtbot.waitSignal(card.day_chosen) as chosen:
        qtbot.mouseClick(card.canvas, Qt.MouseButton.LeftButton, pos=place_of(card, 8))
    assert chosen.args == [nov(9)]
    with qtbot.assertNotEmitted(card.day_chosen):
        qtbot.mouseClick(card.canvas, Qt.MouseButton.LeftButton, pos=place_of(card, 20))


def test_a_click_on_a_week_asks_for_the_whole_week(card: CourseCard, qtbot: QtBot) -> None:
    shown(card, qtbot, YEAR)
    with qtbot.waitSignal(card.period_chosen) as chosen, qtbot.assertNotEmitted(card.day_chosen):
        qtbot.mouseClick(card.canvas, Qt.MouseButton.LeftButton, pos=place_of(card, 0))
    assert chosen.args == [Period(Length.WEEK, date(2025, 12, 29), date(2026, 1, 4))]
    with qtbot.assertNotEmitted(card.period_chosen):
        qtbot.mouseClick(card.canvas, Qt.MouseButton.LeftButton, pos=place_of(card, 52))


def test_keys_walk_from_today_and_enter_opens(card: CourseCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    focus(card, qtbot)
    assert card.canvas.accessibleDescription().startswith("Fri 20 November · not scored")
    for key, day in ((Qt.Key.Key_Left, 19), (Qt.Key.Key_End, 30), (Qt.Key.Key_Home, 1), (Qt.Key.Key_Right, 2)):
        qtbot.keyClick(card.canvas, key)
        assert f" {day} November" in card.canvas.accessibleDescription()
    with qtbot.waitSignal(card.day_chosen) as chosen:
        qtbot.keyClick(card.canvas, Qt.Key.Key_Return)
    assert chosen.args == [nov(2)]


def test_enter_on_a_month_of_all_asks_for_the_month(card: CourseCard, qtbot: QtBot) -> None:
    shown(card, qtbot, Period.of(Length.ALL, TODAY, DECADE.grid.first_day), DECADE)
    focus(card, qtbot)
    qtbot.keyClick(card.canvas, Qt.Key.Key_Left)
    with qtbot.waitSignal(card.period_chosen) as chosen:
        qtbot.keyClick(card.canvas, Qt.Key.Key_Return)
    assert chosen.args == [Period.of(Length.MONTH, date(2026, 10, 1))]


def test_mirrored_the_left_key_goes_on_in_time(card: CourseCard, qtbot: QtBot) -> None:
    card.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shown(card, qtbot)
    focus(card, qtbot)
    qtbot.keyClick(card.canvas, Qt.Key.Key_Left)
    assert card.canvas.accessibleDescription().startswith("Sat 21 November")


def test_another_month_begins_the_keyboard_anew(card: CourseCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    focus(card, qtbot)
    qtbot.keyClick(card.canvas, Qt.Key.Key_Home)
    card.show_history(LIFE, NOVEMBER.previous, BRITISH)
    qtbot.keyClick(card.canvas, Qt.Key.Key_Left)
    assert card.canvas.accessibleDescription().startswith("Fri 30 October")


def test_pointing_draws_no_new_picture(card: CourseCard, qtbot: QtBot) -> None:
    shown(card, qtbot, YEAR)
    drawn: list[str] = []
    card.canvas.drawn.connect(lambda: drawn.append("drawn"))
    before = card.canvas.grab().toImage()
    QTest.mouseMove(card.canvas, place_of(card, 45))
    assert card.canvas.grab().toImage() != before
    assert drawn == []


def test_the_table_has_every_day_up_to_today_and_the_means(card: CourseCard, qtbot: QtBot) -> None:
    rows = table_rows(course(), BRITISH)
    assert len(rows) == 22
    assert rows[8] == ("Mon 9 November", "92", "", "3 of 3", "")
    assert rows[10] == ("Wed 11 November", "54", "75", "3 of 3", "from memory")
    assert rows[-2][:2] == ("Mean", "77")
    assert rows[-1][:2] == ("Mean of the one before", "73")


def test_the_table_of_a_year_has_its_weeks_in_other_columns(card: CourseCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    qtbot.mouseClick(card.toggle, Qt.MouseButton.LeftButton)
    assert card.face is Face.TABLE
    assert card.table.columnCount() == 5
    card.show_history(LIFE, YEAR, BRITISH)
    assert card.table.columnCount() == 6
    card.table.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == list(headings(course(YEAR).grain))
    assert lines[46].split("\t")[:5] == ["Week 46 · 9–15 November", "77", "54", "92", "4"]
    card.show_history(LIFE, NOVEMBER, BRITISH)
    card.table.copy()
    assert QGuiApplication.clipboard().text().splitlines()[0].split("\t") == list(headings(course().grain))


def test_the_table_is_filled_only_when_it_is_looked_at(card: CourseCard) -> None:
    card.show_history(LIFE, NOVEMBER, BRITISH)
    assert card.table.rowCount() == 0


def test_an_empty_month_says_so_and_offers_today(card: CourseCard, qtbot: QtBot) -> None:
    card.show_history(scored({date(2026, 10, 1): 80}, TODAY), NOVEMBER, BRITISH)
    card.show()
    assert card.face is Face.EMPTY
    assert card.empty.title.text() == "Nothing is scored in this month"
    assert card.open_button.text() == "Score today"
    with qtbot.waitSignal(card.day_chosen) as chosen:
        qtbot.mouseClick(card.open_button, Qt.MouseButton.LeftButton)
    assert chosen.args == [TODAY]


def test_an_empty_month_of_the_past_offers_its_first_day(card: CourseCard) -> None:
    card.show_history(LIFE, Period.of(Length.MONTH, date(2026, 8, 5)), BRITISH)
    assert card.open_button.text() == "Open Sat 1 August"


def test_a_month_with_nothing_but_days_away_has_its_picture(card: CourseCard) -> None:
    card.show_history(scored({}, TODAY, away=[(nov(2), nov(6))]), NOVEMBER, BRITISH)
    QApplication.processEvents()
    assert card.face is Face.CHART


def test_fifty_years_are_no_more_places_than_two_hundred(card: CourseCard, qtbot: QtBot) -> None:
    first = date(1977, 1, 1)
    history = scored({first + timedelta(days=n): float(n % 101) for n in range(0, 18_220, 3)}, TODAY)
    shown(card, qtbot, Period.of(Length.ALL, TODAY, first), history)
    assert 100 < card.canvas.places().count <= 200
