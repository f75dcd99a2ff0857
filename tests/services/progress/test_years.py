"""The days and weeks of a calendar of years: cells that are worked out by hand."""

from datetime import date, timedelta

import numpy as np
import pytest

from scorecard.domain.periods import Length, Period
from scorecard.domain.weeks import Week
from scorecard.services.progress.years import (
    MOST_YEARS_OF_DAYS,
    STEPS_FROM,
    YearsOfDays,
    YearsOfWeeks,
    months_of,
    single_years_of,
    steps_of,
    stretch,
    years_of,
)
from scorecard.ui.theme.tokens import FAIR_FROM, GOOD_FROM
from tests.sample.scored import days_from, scored

TODAY = date(2026, 11, 20)
YEAR = Period.of(Length.YEAR, TODAY)


def days(points: dict[date, float], period: Period = YEAR, **more: object) -> YearsOfDays:
    found = years_of(scored(points, TODAY, **more), period)
    assert isinstance(found, YearsOfDays)
    return found


def weeks(points: dict[date, float], **more: object) -> YearsOfWeeks:
    found = years_of(scored(points, TODAY, **more), Period.of(Length.ALL, TODAY, min(points)))
    assert isinstance(found, YearsOfWeeks)
    return found


def test_the_present_year_goes_from_the_first_of_january_to_today() -> None:
    year = days(days_from(date(2026, 3, 2), 80, None, 60))
    assert (year.first, year.day(year.count - 1)) == (date(2026, 1, 1), TODAY)
    at = (date(2026, 3, 2) - year.first).days
    assert year.points[at] == pytest.approx(80)
    assert np.isnan(year.points[at + 1])
    assert np.isnan(year.points[0])
    assert (year.known[at], year.due[at], year.known[at + 1], year.due[0]) == (3, 3, 0, 0)


@pytest.mark.parametrize("length", [Length.WEEK, Length.MONTH, Length.QUARTER, Length.YEAR])
def test_of_every_shorter_period_it_is_the_year_in_which_it_ends(length: Length) -> None:
    year = days({date(2024, 6, 3): 80}, Period.of(length, date(2025, 8, 14)))
    assert year.first == date(2025, 1, 1)
    assert year.last == Period.of(length, date(2025, 8, 14)).last


def test_a_week_over_new_year_that_has_not_reached_it_stays_in_its_year() -> None:
    history = scored({date(2026, 12, 28): 80}, date(2026, 12, 30))
    year = years_of(history, Period.of(Length.WEEK, date(2026, 12, 28)))
    assert (year.first, year.last) == (date(2026, 1, 1), date(2026, 12, 30))


def test_what_is_from_memory_or_thin_is_hollow_and_away_is_no_score() -> None:
    first = date(2026, 3, 2)
    year = days(
        days_from(first, 80, 80, 80),
        remembered=[first],
        thin=[first + timedelta(days=1)],
        away=[(date(2026, 1, 5), date(2026, 1, 6))],
    )
    at = (first - year.first).days
    assert year.hollow[at : at + 3].tolist() == [True, True, False]
    assert year.scored[at : at + 3].tolist() == [True, False, True]
    assert np.flatnonzero(year.gone).tolist() == [4, 5], "also before anything was scored"


@pytest.mark.parametrize(
    ("points", "step"),
    [(0, 0), (59.4, 0), (59.5, 1), (74, 1), (74.5, 2), (84.4, 2), (84.5, 3), (94, 3), (94.5, 4), (100, 4)],
)
def test_the_step_is_that_of_the_points_as_they_are_written(points: float, step: int) -> None:
    assert steps_of(np.array([points, np.nan])).tolist() == [step, -1]


def test_the_steps_divide_where_scores_become_fair_and_good() -> None:
    assert {FAIR_FROM, GOOD_FROM} <= set(STEPS_FROM)


def test_all_has_every_year_by_days_up_to_twelve_and_then_by_weeks() -> None:
    first = date(TODAY.year - MOST_YEARS_OF_DAYS + 1, 5, 1)
    many = days({first: 80}, Period.of(Length.ALL, TODAY, first))
    assert many.first == date(first.year, 1, 1)
    more = weeks({first - timedelta(days=365): 80})
    assert more.first == Week(date.fromisocalendar(first.year - 1, 1, 1))


def test_a_week_has_the_mean_of_its_scores_and_says_how_many_they_are() -> None:
    first = date(1990, 1, 1)
    decades = weeks(
        days_from(first, 80, 60, 10, None, 70) | {date(1990, 1, 8): 50, TODAY: 90},
        thin=[date(1990, 1, 3)],
        remembered=[date(1990, 1, 8), date(1990, 1, 1)],
        away=[(date(1990, 1, 15), date(1990, 1, 15))],
    )
    assert decades.week(0).monday == first
    assert decades.points[:2] == pytest.approx([70, 50])
    assert decades.n[:3].tolist() == [3, 1, 0]
    assert decades.hollow[:3].tolist() == [False, True, False]
    assert np.isnan(decades.points[2])
    assert decades.gone[:3].tolist() == [False, False, True]
    assert decades.week(decades.count - 1) == Week.of(TODAY)


def test_a_year_of_weeks_begins_with_its_first_week_not_with_january() -> None:
    decades = weeks({date(1993, 1, 2): 80})
    assert decades.first.monday == date(1991, 12, 30), "2 January 1993 lies in week 53 of 1992"


def test_a_history_without_days_is_a_year_of_gaps() -> None:
    year = days({})
    assert np.isnan(year.points).all()
    assert not year.hollow.any()
    assert stretch(year, year.first, year.last).mean is None


def test_months_are_told_from_the_latest_on() -> None:
    first = date(2025, 12, 30)
    some = days(days_from(first, 80, 60, 100), Period.of(Length.ALL, TODAY, first), thin=[date(2026, 1, 1)])
    months = months_of(some)
    assert [months[0].first, months[0].last, months[-1].first] == [date(2026, 11, 1), TODAY, date(2025, 1, 1)]
    december = months[11]
    assert (december.n, december.mean, december.lowest, december.highest) == pytest.approx((2, 70, 60, 80))
    assert (months[10].n, months[10].mean) == (0, None)


def test_years_of_weeks_weigh_each_day_alike() -> None:
    decades = weeks({date(1990, 1, 1): 90, date(1990, 1, 8): 60, date(1990, 1, 9): 60, TODAY: 40})
    years = single_years_of(decades)
    assert len(years) == 2026 - 1990 + 1
    assert (years[-1].n, years[-1].mean, years[-1].lowest, years[-1].highest) == pytest.approx((3, 70, 60, 90))
    assert (years[0].n, years[0].mean) == pytest.approx((1, 40))
    assert years[0].last == TODAY
    assert years[1].mean is None
