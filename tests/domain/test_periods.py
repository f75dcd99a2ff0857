"""The stretches that Progress looks at."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.periods import Length, Period, earlier

FRIDAY = date(2026, 11, 20)
CALENDAR = [Length.WEEK, Length.MONTH, Length.QUARTER, Length.YEAR]
days = st.dates(date(1, 2, 1), date(9999, 1, 1))


@pytest.mark.parametrize(
    ("length", "first", "last"),
    [
        (Length.WEEK, date(2026, 11, 16), date(2026, 11, 22)),
        (Length.MONTH, date(2026, 11, 1), date(2026, 11, 30)),
        (Length.QUARTER, date(2026, 10, 1), date(2026, 12, 31)),
        (Length.YEAR, date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_is_the_calendars(length: Length, first: date, last: date) -> None:
    assert Period.of(length, FRIDAY) == Period(length, first, last)


def test_all_goes_from_the_first_day_that_holds_anything_to_the_day_itself() -> None:
    assert Period.of(Length.ALL, FRIDAY, date(2024, 3, 3)) == Period(Length.ALL, date(2024, 3, 3), FRIDAY)
    assert Period.of(Length.ALL, FRIDAY) == Period(Length.ALL, FRIDAY, FRIDAY)
    assert Period.of(Length.ALL, FRIDAY, FRIDAY + timedelta(days=9)).days == 1


@given(st.sampled_from(CALENDAR), days)
def test_every_day_lies_in_just_one_period_of_a_length(length: Length, day: date) -> None:
    period = Period.of(length, day)
    assert day in period
    assert period.first - timedelta(days=1) not in period
    assert period.last + timedelta(days=1) not in period
    assert all(Period.of(length, edge) == period for edge in (period.first, period.last))


@given(st.sampled_from(CALENDAR), days)
def test_the_next_one_begins_where_this_one_ends_and_leads_back(length: Length, day: date) -> None:
    period = Period.of(length, day)
    assert period.next.first == period.last + timedelta(days=1)
    assert period.next.previous == period == period.previous.next


def test_there_is_nothing_beside_all_nor_beyond_the_calendar() -> None:
    whole = Period.of(Length.ALL, FRIDAY, date(2024, 3, 3))
    assert (whole.previous, whole.next) == (whole, whole)
    first_year, last_year = Period.of(Length.YEAR, date.min), Period.of(Length.YEAR, date.max)
    assert (first_year.previous, last_year.next) == (first_year, last_year)
    assert earlier(date.min + timedelta(days=3), 9) == date.min
    assert earlier(FRIDAY, 20) == date(2026, 10, 31)
