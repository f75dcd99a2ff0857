"""Missing days, and how constant scoring has been."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.away import AwayRange
from scorecard.domain.gaps import MOST, Constancy, DayMarks, Gap, constancy_of, gap_of, is_working, stretches
from scorecard.domain.measures import WORKING_DAYS, Direction, Kind, Measure, Place, Terms
from scorecard.domain.snapshot import Card

TODAY = date(2026, 11, 20)  # a Friday
TERMS = Terms(date(2026, 1, 1), Kind.COUNT, target=Decimal(3), due=WORKING_DAYS)
SCORED, SKIPPED, FINISHED = DayMarks(scored=True), DayMarks(skipped=True), DayMarks(finished=True)


def card(*terms: Terms) -> Card:
    return Card(tuple(Measure(f"m{n}", f"Measure {n}", (one,)) for n, one in enumerate(terms)))


CARD = card(TERMS)


def nov(day: int) -> date:
    return date(2026, 11, day)


def days(*numbers: int) -> tuple[date, ...]:
    return tuple(nov(number) for number in numbers)


def test_a_working_day_is_one_on_which_something_is_due_that_the_user_enters() -> None:
    tally = replace(TERMS, direction=Direction.TALLY, target=None)
    kept = replace(TERMS, kind=Kind.PROMISES, target=Decimal(80))

    assert is_working(CARD, nov(20))
    assert not is_working(CARD, nov(21))
    for idle in (tally, kept, replace(TERMS, weekly=True), replace(TERMS, place=Place.BENCH)):
        assert not is_working(card(idle), nov(20))
    assert not is_working(CARD, date(2025, 12, 31))


def test_the_missing_days_are_the_working_days_since_with_nothing_on_them() -> None:
    marks = {nov(12): SCORED, nov(17): SKIPPED, nov(18): FINISHED}

    assert gap_of(CARD, (), marks, nov(12), TODAY) == Gap(nov(12), days(13, 16, 19))


def test_days_away_are_not_missing() -> None:
    away = [AwayRange("a", nov(13), nov(18))]

    assert gap_of(CARD, away, {}, nov(12), TODAY) == Gap(nov(12), days(19))
    assert gap_of(CARD, [AwayRange("a", nov(13), nov(19))], {}, nov(12), TODAY) is None


def test_today_is_not_missing_yet_and_the_day_of_the_last_score_is_not() -> None:
    assert gap_of(CARD, (), {}, nov(19), TODAY) is None


def test_of_a_long_gap_the_last_days_are_listed() -> None:
    gap = gap_of(CARD, (), {}, date(2026, 8, 3), TODAY)

    assert gap is not None
    assert gap.more
    assert len(gap.days) == MOST
    assert gap.days[0] == nov(2)
    assert gap.days[-1] == nov(19)


def test_a_gap_that_fills_the_list_exactly_has_no_more() -> None:
    gap = gap_of(CARD, (), {}, date(2026, 11, 1), TODAY)

    assert gap is not None
    assert not gap.more
    assert len(gap.days) == MOST


def test_a_gap_of_many_years_is_not_walked_through() -> None:
    assert gap_of(card(replace(TERMS, place=Place.RETIRED)), (), {}, date.min, TODAY) is None


def test_constancy_is_about_the_last_twenty_working_days() -> None:
    marks = {TODAY - timedelta(days=n): SCORED for n in range(60)}
    marks[nov(5)] = FINISHED
    del marks[nov(10)]

    assert constancy_of(CARD, (), marks, date(2026, 1, 1), TODAY) == Constancy(18, 20)


def test_today_counts_once_it_is_scored() -> None:
    marks = {nov(day): SCORED for day in range(9, 20)}
    begun = nov(9)

    assert constancy_of(CARD, (), marks, begun, TODAY) == Constancy(9, 9)
    assert constancy_of(CARD, (), marks | {TODAY: SCORED}, begun, TODAY) == Constancy(10, 10)


def test_days_away_and_skipped_days_are_neutral() -> None:
    marks = {nov(day): SCORED for day in range(2, 20)} | {nov(12): SKIPPED, nov(13): DayMarks()}
    away = [AwayRange("a", nov(13), nov(13))]

    assert constancy_of(CARD, away, marks, nov(2), TODAY) == Constancy(12, 12)


def test_of_a_few_days_nothing_is_said() -> None:
    marks = {nov(day): SCORED for day in range(16, 20)}

    assert constancy_of(CARD, (), marks, nov(16), TODAY) is None


def test_a_stretch_goes_over_a_weekend_and_stops_at_a_working_day_and_at_days_away() -> None:
    away = [AwayRange("a", nov(15), nov(15))]

    assert stretches(days(12, 13, 16, 18), CARD, ()) == ((nov(12), nov(16)), (nov(18), nov(18)))
    assert stretches(days(12, 13, 16), CARD, away) == ((nov(12), nov(13)), (nov(16), nov(16)))
    assert stretches((), CARD, ()) == ()


@given(
    st.dictionaries(st.integers(1, 60), st.sampled_from([SCORED, SKIPPED, FINISHED, DayMarks()])),
    st.integers(1, 60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 9)), max_size=3),
)
def test_what_is_listed_is_missing_and_no_more_than_asked(
    known: dict[int, DayMarks], since: int, gone: list[tuple[int, int]]
) -> None:
    marks = {TODAY - timedelta(days=n): mark for n, mark in known.items()}
    away = [
        AwayRange(str(n), TODAY - timedelta(days=first), TODAY - timedelta(days=first) + timedelta(days=length))
        for n, (first, length) in enumerate(gone)
    ]
    gap = gap_of(CARD, away, marks, TODAY - timedelta(days=since), TODAY)
    missing = [
        day
        for n in range(since - 1, 0, -1)
        if (day := TODAY - timedelta(days=n)).weekday() < 5
        and marks.get(day, DayMarks()).missing
        and not any(one.covers(day) for one in away)
    ]

    assert (gap.days if gap else ()) == tuple(missing[-MOST:])
    assert (gap.more if gap else False) == (len(missing) > MOST)
