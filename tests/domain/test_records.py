"""Promises are counted by level, each once, and a rate comes with how sure one can be of it."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.due import Due
from scorecard.domain.promises import Event, Level, Moved, Outcome, Promise, Relevelled, Settled, Step, standing
from scorecard.domain.records import (
    Count,
    Distance,
    Record,
    Verdict,
    count_of,
    distance_of,
    has_kept,
    mean_effort,
    record_of,
)
from tests.domain.promise_strategies import days, promises

COMMITMENT, EFFORT, INTENTION = Level
Z = 1.6448536  # of 90 %, from a printed table


def on(day: int) -> date:
    return date(2026, 11, day)


def counted(*steps: tuple[int, Event], level: Level = COMMITMENT, today: int = 25) -> Count | None:
    taken = tuple(Step(on(day), position, event) for position, (day, event) in enumerate(steps))
    made = Promise("p", "Send it", level, on(1), Due.on(on(10)), steps=taken)
    return count_of(made, standing(made, on(today)))


def settled(outcome: Outcome, effort: int | None = None, strove: bool | None = None) -> Settled:
    return Settled(outcome, effort, strove)


KEPT, LATE, BROKEN, RELEASED = (Settled(outcome) for outcome in list(Outcome)[1:])
LATER = Moved(Due.on(on(20)))


@pytest.mark.parametrize(
    ("steps", "today", "counts"),
    [
        ((), 10, None),
        ((), 11, (on(10), "overdue")),
        (((5, KEPT),), 25, (on(5), "on time")),
        (((12, KEPT),), 25, (on(10), "late")),
        (((12, LATE),), 25, (on(10), "late")),
        (((8, BROKEN),), 25, (on(8), "broken")),
        (((12, BROKEN),), 25, (on(10), "broken")),
        (((8, RELEASED),), 25, None),
        (((12, RELEASED),), 25, None),
        (((9, LATER),), 19, None),
        (((9, LATER), (18, KEPT)), 25, (on(18), "on time")),
        (((10, LATER),), 19, (on(10), "missed")),
        (((10, LATER),), 25, (on(10), "overdue")),
        (((12, LATER), (18, KEPT)), 25, (on(10), "late")),
        (((12, LATER), (18, RELEASED)), 25, (on(10), "missed")),
        (((12, LATER), (22, BROKEN)), 25, (on(10), "broken")),
    ],
)
def test_what_a_promise_counts_for(
    steps: tuple[tuple[int, Event], ...], today: int, counts: tuple[date, str] | None
) -> None:
    count = counted(*steps, today=today)

    assert (count and (count.day, count.verdict)) == counts


def test_a_promise_dragged_to_another_lane_after_its_date_counts_where_it_was_missed() -> None:
    count = counted((12, Relevelled(INTENTION)), (13, settled(Outcome.KEPT, strove=True)))

    assert count is not None
    assert (count.level, has_kept(count)) == (COMMITMENT, False)


@pytest.mark.parametrize(
    ("level", "verdict", "strove", "kept"),
    [
        (COMMITMENT, Verdict.ON_TIME, None, True),
        (COMMITMENT, Verdict.LATE, True, False),
        (COMMITMENT, Verdict.BROKEN, None, False),
        (COMMITMENT, Verdict.OVERDUE, None, False),
        (COMMITMENT, Verdict.MISSED, None, False),
        (EFFORT, Verdict.ON_TIME, None, True),
        (EFFORT, Verdict.LATE, None, True),
        (EFFORT, Verdict.BROKEN, True, False),
        (EFFORT, Verdict.OVERDUE, None, None),
        (EFFORT, Verdict.MISSED, None, None),
        (INTENTION, Verdict.ON_TIME, None, None),
        (INTENTION, Verdict.ON_TIME, False, False),
        (INTENTION, Verdict.BROKEN, True, True),
        (INTENTION, Verdict.LATE, True, True),
    ],
)
def test_each_level_understands_keeping_in_its_own_way(
    level: Level, verdict: Verdict, strove: bool | None, kept: bool | None
) -> None:
    base = counted((5, settled(Outcome.KEPT, strove=strove)))
    assert base is not None

    assert has_kept(replace(base, level=level, verdict=verdict)) is kept


def test_a_record_counts_what_is_known() -> None:
    counts = [counted((5, settled(Outcome.KEPT, strove=strove)), level=INTENTION) for strove in (True, None, False)]

    assert record_of(count for count in counts if count) == Record(1, 2)


def test_the_mean_effort_is_that_of_those_who_were_asked() -> None:
    counts = [counted((5, settled(Outcome.KEPT, effort)), level=EFFORT) for effort in (8, None, 3)]

    assert mean_effort(count for count in counts if count) == (Fraction(11, 2), 2)
    assert mean_effort(()) == (None, 0)


@pytest.mark.parametrize(
    ("kept", "n", "low", "high"),
    [
        # 14 of 15: (14/15 + z²/30 ± z·√(14/15·1/15/15 + z²/900)) / (1 + z²/15), z² = 2.7055434
        # = (0.9333333 + 0.0901848 ± 1.6448536·√(0.0041481 + 0.0030062)) / 1.1803696 = (1.0235181 ± 0.1391255)/1.1803696
        (14, 15, 0.74925, 0.98498),
        # 4 of 12: (0.3333333 + 0.1127310 ± 1.6448536·√(0.0185185 + 0.0046971)) / 1.2254619
        (4, 12, 0.15949, 0.56851),
        # 1 of 2: (0.5 + 0.6763858 ± 1.6448536·√(0.125 + 0.1690965)) / 2.3527717
        (1, 2, 0.12087, 0.87913),
        # 0 of 5: the upper end is z²/5 / (1 + z²/5)
        (0, 5, 0.0, 0.35112),
        (5, 5, 0.64888, 1.0),
    ],
)
def test_the_interval_is_wilson_s_at_ninety_percent(kept: int, n: int, low: float, high: float) -> None:
    assert Record(kept, n).interval == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share_and_solves_wilson_s_equation(record: tuple[int, int]) -> None:
    kept, n = record
    low, high = Record(kept, n).interval
    share = kept / n

    assert 0 <= low <= share <= high <= 1
    for bound in (low, high):
        if 0 < bound < 1:
            assert abs(share - bound) == pytest.approx(Z * sqrt(bound * (1 - bound) / n), rel=1e-5, abs=1e-9)


@given(st.integers(0, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_of_the_missed_mirrors_that_of_the_kept(record: tuple[int, int]) -> None:
    kept, n = record
    low, high = Record(kept, n).interval

    assert Record(n - kept, n).interval == pytest.approx((1 - high, 1 - low))


def test_of_nothing_nothing_is_known() -> None:
    assert (Record(0, 0).share, Record(0, 0).interval, Record(0, 0).enough) == (None, (0.0, 1.0), False)


@pytest.mark.parametrize(("n", "enough"), [(4, False), (5, True), (6, True)])
def test_five_are_enough_for_a_rate(n: int, enough: bool) -> None:
    assert Record(3, n).enough is enough
    assert Record(3, n).share == Fraction(3, n)


@pytest.mark.parametrize(
    ("days_ahead", "distance"),
    [
        (0, Distance.TWO_DAYS), (2, Distance.TWO_DAYS), (3, Distance.WEEK), (7, Distance.WEEK), (8, Distance.MONTH),
        (31, Distance.MONTH), (32, Distance.LONGER), (None, Distance.NO_DATE),
    ],
)  # fmt: skip
def test_how_far_ahead_a_promise_is_made(days_ahead: int | None, distance: Distance) -> None:
    made = date(2026, 1, 1)
    last_day = date.fromordinal(made.toordinal() + days_ahead) if days_ahead is not None else None

    assert distance_of(made, last_day) is distance


@given(st.lists(promises(), max_size=6), days)
def test_no_level_s_record_counts_more_than_the_promises_of_that_level(made: list[Promise], today: date) -> None:
    counts = [count for one in made if (count := count_of(one, standing(one, today))) is not None]
    records = [record_of(count for count in counts if count.level is level) for level in Level]

    assert sum(record.n for record in records) <= len(counts) <= len(made)
    assert all(0 <= record.kept <= record.n for record in records)
