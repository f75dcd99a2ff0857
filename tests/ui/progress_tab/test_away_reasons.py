"""Why one was away is said wherever a chart shows that one was: pointed at, walked to by keys, in the table."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale

from scorecard.domain.away import AwayRange, reasons_between
from scorecard.domain.periods import Length, Period
from scorecard.domain.snapshot import Snapshot
from scorecard.domain.weeks import Week
from scorecard.services.progress.courses import course_of
from scorecard.services.progress.history import History
from scorecard.services.progress.measure_pages import measures_page
from scorecard.services.progress.years import years_of
from scorecard.services.week_chart import week_bars
from scorecard.ui.progress_tab import course_table, day_table, year_table
from scorecard.ui.progress_tab.course_reading import read_course
from scorecard.ui.progress_tab.measures_reading import read_measures
from scorecard.ui.progress_tab.reading import read_week
from scorecard.ui.progress_tab.year_reading import read_years
from tests.sample.scored import days_from, scored

TODAY = date(2026, 11, 20)
BRITISH = QLocale("en_GB")
MONTH, YEAR = Period.of(Length.MONTH, TODAY), Period.of(Length.YEAR, TODAY)
GONE = (date(2026, 11, 9), date(2026, 11, 10))


def life(reason: str = "conference", points: float = 80) -> History:
    return scored(days_from(date(2026, 11, 2), *[points] * 7), TODAY, away=[GONE], reason=reason)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ((1, 30), ("fair", "flu")),
        ((1, 4), ("fair",)),
        ((5, 9), ("flu",)),
        ((20, 21), ()),
        ((25, 30), ()),
    ],
)
def test_reasons_are_told_once_each_in_the_order_of_their_days(days: tuple[int, int], told: tuple[str, ...]) -> None:
    november = [date(2026, 11, n) for n in range(1, 31)]
    ranges = [
        AwayRange("c", november[9], november[10], "fair"),
        AwayRange("b", november[5], november[7], "flu"),
        AwayRange("a", november[1], november[3], "fair"),
        AwayRange("d", november[24], november[26]),
    ]

    assert reasons_between(ranges, november[days[0] - 1], november[days[1] - 1]) == told


def test_the_week_says_it_of_its_days_and_in_its_table() -> None:
    ranges = (AwayRange("a", *GONE, "conference"),)
    bars = week_bars(Snapshot(date(2026, 11, 2), date(2026, 11, 15), away=ranges), Week.of(GONE[0]), TODAY)

    assert read_week(bars, BRITISH).sentences[:3] == (
        "Mon 9 November · away: conference",
        "Tue 10 November · away: conference",
        "Wed 11 November · not scored",
    )
    assert day_table.table_rows(bars, BRITISH)[0][3] == "away: conference"


def test_the_days_of_a_month_say_it_and_their_table() -> None:
    course = course_of(life(), MONTH)

    assert read_course(course, BRITISH).sentences[8].startswith("Mon 9 November · away: conference")
    assert course_table.table_rows(course, BRITISH)[8][-1] == "away: conference"


def test_the_weeks_of_a_year_say_it_and_their_table() -> None:
    course = course_of(life(), YEAR)
    at = next(n for n, band in enumerate(course.bands) if band.first == GONE[0])

    assert read_course(course, BRITISH).sentences[at].endswith("away: conference")
    assert course_table.table_rows(course, BRITISH)[at][-1].endswith("away: conference")


def test_the_calendar_says_it_of_days_and_its_table_beside_the_week() -> None:
    years = years_of(life(), YEAR)

    assert read_years(years, TODAY, BRITISH).sentences[GONE[0].timetuple().tm_yday - 1] == (
        "Mon 9 November · away: conference"
    )
    rows = year_table.table_rows(years, BRITISH)
    assert [row[-1] for row in rows[:3]] == ["", "conference", ""]


def test_the_calendar_of_decades_says_it_of_weeks() -> None:
    history = scored({date(1990, 1, 1): 80.0, TODAY: 80.0}, TODAY, away=[GONE], reason="conference")
    years = years_of(history, Period.of(Length.ALL, TODAY, date(1990, 1, 1)))

    reading = read_years(years, TODAY, BRITISH)
    assert reading.sentences[-2] == "Week 46 · 9–15 November · away: conference"
    assert year_table.table_rows(years, BRITISH)[0][-2:] == ("2", "conference")


def test_without_a_reason_it_is_only_said_that_one_was_away() -> None:
    assert read_course(course_of(life(""), MONTH), BRITISH).sentences[8].startswith("Mon 9 November · away · ")
    assert read_years(years_of(life(""), YEAR), TODAY, BRITISH).sentences[312] == "Mon 9 November · away"


def test_a_shaded_stretch_of_a_measure_can_be_pointed_at_and_says_it() -> None:
    reading = read_measures(measures_page(life(), MONTH), BRITISH)
    panel = reading.picture.panels[0]
    at = next(n for n, spot in enumerate(panel.spots) if spot.span is not None)

    assert panel.spots[at].span == pytest.approx((8 / 30, 10 / 30))
    assert reading.sentences[1 + at] == "9–10 November · away: conference · Measure 0"


def test_a_value_of_a_day_away_says_it() -> None:
    history = scored(days_from(date(2026, 11, 2), *[80] * 10), TODAY, away=[(GONE[0], GONE[0])], reason="conference")
    reading = read_measures(measures_page(history, MONTH), BRITISH)
    of_the_day = [words for words in reading.sentences if words.startswith("Mon 9 November")][:2]

    assert of_the_day == [
        "Mon 9 November · 80 · away: conference · Measure 0",
        "Mon 9 November · away: conference · Measure 0",
    ]
