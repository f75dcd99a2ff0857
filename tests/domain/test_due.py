"""A promise is due on a day, within a week or within a month; its last day decides what is in time."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.due import Due, Span

spans = st.sampled_from(Span)
days = st.dates()


@pytest.mark.parametrize(
    ("span", "day", "first", "last", "shown"),
    [
        (Span.DAY, "2026-11-20", "2026-11-20", "2026-11-20", "2026-11-20"),
        (Span.WEEK, "2026-11-20", "2026-11-16", "2026-11-22", "2026-11-16"),
        (Span.WEEK, "2026-11-22", "2026-11-16", "2026-11-22", "2026-11-16"),
        (Span.WEEK, "2027-01-01", "2026-12-28", "2027-01-03", "2026-12-28"),
        (Span.MONTH, "2026-11-20", "2026-11-01", "2026-11-30", "2026-11-24"),
        (Span.MONTH, "2027-02-28", "2027-02-01", "2027-02-28", "2027-02-22"),
        (Span.MONTH, "2028-02-01", "2028-02-01", "2028-02-29", "2028-02-23"),
        (Span.MONTH, "2026-12-31", "2026-12-01", "2026-12-31", "2026-12-25"),
    ],
)
def test_the_days_of_a_date(span: Span, day: str, first: str, last: str, shown: str) -> None:
    due = Due.within(span, date.fromisoformat(day))

    assert [due.first_day.isoformat(), due.last_day.isoformat(), due.shown_from.isoformat()] == [first, last, shown]


@pytest.mark.parametrize(("span", "day"), [(Span.WEEK, date(2026, 11, 20)), (Span.MONTH, date(2026, 11, 20))])
def test_a_week_begins_on_a_monday_and_a_month_on_the_first(span: Span, day: date) -> None:
    with pytest.raises(ValueError, match="no first day"):
        Due(span, day)


@given(spans, days)
def test_a_stretch_holds_the_day_it_was_made_from_even_at_the_ends_of_the_calendar(span: Span, day: date) -> None:
    due = Due.within(span, day)

    assert due.first_day <= day <= due.last_day
    assert due.first_day <= due.shown_from <= due.last_day
    assert (due.last_day - due.shown_from).days <= 6
    assert not due.is_over(day)


@given(spans, days, st.integers(0, 31))
def test_every_day_of_a_stretch_makes_the_same_stretch(span: Span, day: date, later: int) -> None:
    due = Due.within(span, day)
    other = min(due.last_day, due.first_day + timedelta(days=min(later, (date.max - due.first_day).days)))

    assert Due.within(span, other) == due


@given(spans, days, days)
def test_it_is_over_from_the_day_after_its_last_day_on(span: Span, day: date, today: date) -> None:
    due = Due.within(span, day)

    assert due.is_over(today) is (today > due.last_day)


@pytest.mark.parametrize("span", Span)
@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_calendar_s_ends_are_days_like_others(span: Span, day: date) -> None:
    due = Due.within(span, day)

    assert due.first_day <= due.shown_from <= due.last_day
