"""Scores by weekday, worked out by hand."""

from datetime import date, timedelta

import pytest

from scorecard.domain.periods import Length, Period
from scorecard.services.progress.weekdays import WeekdayMeans, weekdays_of
from tests.sample.scored import scored

TODAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 16)
YEAR = Period.of(Length.YEAR, TODAY)
QUARTER = Period.of(Length.QUARTER, TODAY)


def mondays(*points: float) -> dict[date, float]:
    """The last one this week."""
    return {MONDAY - timedelta(days=7 * n): number for n, number in enumerate(reversed(points))}


def means(points: dict[date, float], period: Period = YEAR, **more: object) -> WeekdayMeans:
    return weekdays_of(scored(points, TODAY, **more), period)


def test_a_weekday_has_the_mean_the_number_and_the_quartiles_of_its_scores() -> None:
    monday, tuesday, *_ = means(mondays(40, 60, 80, 100) | {TODAY: 50}).days
    assert (monday.n, monday.mean, monday.lower, monday.upper) == pytest.approx((4, 70, 55, 85))
    assert (monday.firm, monday.shown) == (True, 70)
    assert (tuesday.n, tuesday.mean, tuesday.shown, tuesday.firm) == (0, None, None, False)


def test_under_three_scores_a_mean_is_not_firm() -> None:
    assert [means(mondays(*[80] * n)).days[0].firm for n in (1, 2, 3)] == [False, False, True]


def test_thin_days_are_no_scores_and_those_from_memory_are() -> None:
    found = means(mondays(10, 60, 80), thin=[MONDAY - timedelta(days=14)], remembered=[MONDAY])
    assert (found.days[0].n, found.days[0].shown) == (2, 70)
    assert found.n == 2


@pytest.mark.parametrize(
    ("period", "first", "widened"),
    [
        (YEAR, date(2026, 1, 1), False),
        (Period.of(Length.QUARTER, date(2026, 8, 1)), date(2026, 7, 1), False),
        (QUARTER, TODAY - timedelta(days=83), True),
        (Period.of(Length.MONTH, date(2026, 6, 1)), date(2026, 4, 8), True),
        (Period.of(Length.ALL, TODAY, MONDAY), TODAY - timedelta(days=83), True),
    ],
)
def test_a_period_of_less_than_eight_weeks_is_widened_to_twelve(period: Period, first: date, widened: bool) -> None:
    found = means(mondays(80), period)
    assert (found.first, found.widened) == (first, widened)
    assert found.last == min(period.last, TODAY)


def test_only_the_days_of_the_stretch_count() -> None:
    twelve = mondays(*[0] * 3, *[80] * 12)
    assert means(twelve, Period.of(Length.WEEK, TODAY)).days[0].shown == 80
    assert means(twelve, Period.of(Length.WEEK, TODAY)).days[0].n == 12


def test_one_value_repeated_has_no_spread() -> None:
    monday = means(mondays(70, 70, 70)).days[0]
    assert (monday.lower, monday.mean, monday.upper) == pytest.approx((70, 70, 70))


def test_nothing_scored_is_seven_empty_weekdays() -> None:
    found = means({})
    assert [day.weekday for day in found.days] == list(range(7))
    assert found.n == 0
