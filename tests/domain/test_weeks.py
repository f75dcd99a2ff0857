"""Calendar weeks as ISO 8601 counts them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.weeks import Week

DAYS = st.dates(date(1, 1, 8), date(9998, 12, 31))


@pytest.mark.parametrize(
    ("day", "monday", "year", "number"),
    [
        (date(2026, 11, 20), date(2026, 11, 16), 2026, 47),
        (date(2026, 12, 31), date(2026, 12, 28), 2026, 53),
        (date(2027, 1, 3), date(2026, 12, 28), 2026, 53),
        (date(2027, 1, 4), date(2027, 1, 4), 2027, 1),
        (date(2024, 2, 29), date(2024, 2, 26), 2024, 9),
        (date(2024, 12, 30), date(2024, 12, 30), 2025, 1),
        (date(2021, 1, 1), date(2020, 12, 28), 2020, 53),
        (date(2023, 1, 1), date(2022, 12, 26), 2022, 52),
    ],
)
def test_a_day_belongs_to_the_week_of_its_monday(day, monday, year, number):
    week = Week.of(day)
    assert (week.monday, week.year, week.number) == (monday, year, number)


@given(DAYS)
def test_a_week_has_seven_days_from_monday_to_sunday(day):
    week = Week.of(day)
    assert day in week.days
    assert [of_week.isoweekday() for of_week in week.days] == [1, 2, 3, 4, 5, 6, 7]
    assert week.days[-1] == week.sunday
    assert {Week.of(of_week) for of_week in week.days} == {week}
    assert {of_week.isocalendar()[:2] for of_week in week.days} == {(week.year, week.number)}


@given(DAYS)
def test_weeks_follow_each_other_without_a_gap(day):
    week = Week.of(day)
    assert week.next.monday - week.sunday == timedelta(days=1)
    assert week.next.previous == week
    assert week.previous < week < week.next
