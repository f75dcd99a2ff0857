"""Ranges of days away: which become one, which are refused, and what is left when a day is taken out."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import count, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.away import AwayOverlapError, AwayRange, BackwardRangeError, is_away, with_range, without_day

FIRST = date(2026, 11, 2)
REASONS = ("", "Ill", "Holiday")


def nov(first: int, last: int, reason: str = "", name: str = "") -> AwayRange:
    return AwayRange(name or f"{first}–{last}", date(2026, 11, first), date(2026, 11, last), reason)


def days_of(ranges: Iterable[AwayRange]) -> dict[date, str]:
    """Each day away with its reason."""
    return {
        date.fromordinal(number): away.reason
        for away in ranges
        for number in range(away.first_day.toordinal(), away.last_day.toordinal() + 1)
    }


def ids() -> Iterable[str]:
    return (f"new {n}" for n in count())


@pytest.mark.parametrize(
    ("known", "wanted", "whole"),
    [
        (nov(2, 4), nov(5, 6), nov(2, 6, name="2–4")),  # day upon day
        (nov(5, 6), nov(2, 4), nov(2, 6, name="5–6")),
        (nov(2, 4, "Ill"), nov(3, 6, "Ill"), nov(2, 6, "Ill", "2–4")),
        (nov(2, 9, "Ill"), nov(3, 6, "Ill"), nov(2, 9, "Ill")),
        (nov(3, 4), nov(2, 6, "Ill"), nov(2, 6, "Ill", "3–4")),  # it had no reason yet
    ],
)
def test_what_meets_for_the_same_reason_becomes_one(known: AwayRange, wanted: AwayRange, whole: AwayRange) -> None:
    assert with_range([known], wanted) == (whole,)


@pytest.mark.parametrize(
    "wanted", [nov(4, 6, "Holiday"), nov(2, 3, "Holiday"), nov(1, 9, "Holiday"), nov(3, 3), nov(4, 9)]
)
def test_a_day_is_away_for_one_reason_only(wanted: AwayRange) -> None:
    known = nov(2, 4, "Ill")

    with pytest.raises(AwayOverlapError) as refused:
        with_range([known], wanted)

    assert refused.value.known == known


def test_day_upon_day_for_another_reason_stays_apart() -> None:
    known, wanted = nov(2, 4, "Ill"), nov(5, 6, "Holiday")

    assert with_range([known], wanted) == (known, wanted)


def test_a_range_without_a_reason_that_reaches_further_is_not_swallowed() -> None:
    with pytest.raises(AwayOverlapError):
        with_range([nov(2, 9)], nov(3, 4, "Ill"))


def test_a_range_that_is_changed_takes_the_place_of_itself() -> None:
    known, other = nov(2, 4, "Ill", "a"), nov(9, 10, "Trip", "b")

    assert with_range([known, other], nov(3, 8, "Still ill", "a")) == (nov(3, 8, "Still ill", "a"), other)
    assert with_range([known, other], nov(3, 8, "Trip", "a")) == (nov(3, 10, "Trip", "a"),)


def test_the_last_day_is_not_before_the_first() -> None:
    with pytest.raises(BackwardRangeError):
        with_range([], nov(4, 3))


@pytest.mark.parametrize(
    ("day", "left"),
    [
        (1, [nov(2, 6)]),
        (2, [nov(3, 6, name="2–6")]),
        (4, [nov(2, 3, name="2–6"), nov(5, 6, name="new 0")]),
        (6, [nov(2, 5, name="2–6")]),
        (7, [nov(2, 6)]),
    ],
)
def test_a_day_is_taken_out_of_its_range(day: int, left: list[AwayRange]) -> None:
    assert without_day([nov(2, 6)], date(2026, 11, day), iter(ids()).__next__) == tuple(left)


def test_the_only_day_of_a_range_takes_it_along() -> None:
    assert without_day([nov(2, 2)], date(2026, 11, 2), str) == ()


def test_the_ends_of_the_calendar_are_days_like_others() -> None:
    last = AwayRange("a", date.max, date.max)

    assert with_range([last], AwayRange("b", date.min, date.min)) == (AwayRange("b", date.min, date.min), last)
    assert without_day([last], date.max, str) == ()


@st.composite
def spans(draw: st.DrawFn) -> AwayRange:
    first, length = draw(st.integers(0, 24)), draw(st.integers(0, 6))
    first_day = FIRST + timedelta(days=first)
    return AwayRange(
        f"{draw(st.integers())}", first_day, first_day + timedelta(days=length), draw(st.sampled_from(REASONS))
    )


@given(st.lists(spans(), max_size=8), st.integers(0, 30))
def test_ranges_never_meet_and_every_day_is_there_once(wishes: list[AwayRange], taken: int) -> None:
    ranges: tuple[AwayRange, ...] = ()
    for wanted in wishes:
        before = days_of(ranges)
        try:
            after = with_range(ranges, wanted)
        except AwayOverlapError:
            continue
        if all(away.id != wanted.id for away in ranges):
            assert days_of(after) == before | days_of([wanted])
        assert all(one.last_day < other.first_day for one, other in pairwise(after))
        assert len({away.id for away in after}) == len(after)
        ranges = after

    day = FIRST + timedelta(days=taken)
    left = without_day(ranges, day, iter(ids()).__next__)
    assert not is_away(day, left)
    assert days_of(left) == {known: reason for known, reason in days_of(ranges).items() if known != day}
