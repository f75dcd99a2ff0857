"""Promises by week and level, as the chart of Progress shows them."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.due import Due
from scorecard.domain.people import People
from scorecard.domain.periods import Length
from scorecard.domain.promises import Event, Level, Moved, Outcome, Promise, Relevelled, Settled, Step
from scorecard.domain.records import has_kept
from scorecard.domain.weeks import Week
from scorecard.services.promise_weeks import WEEKS_SHOWN, promise_weeks, weeks_shown
from scorecard.services.reckoning import Reckoned, reckon
from tests.domain.promise_strategies import LAST, promises

COMMITMENT, EFFORT, INTENTION = Level
THIS, NOBODY = Week(date(2026, 11, 16)), People()
TODAY = date(2026, 11, 22)
KEPT = Settled(Outcome.KEPT)


def made(level: Level, due: int, *steps: tuple[int, Event]) -> Reckoned:
    taken = tuple(Step(date(2026, 11, day), position, event) for position, (day, event) in enumerate(steps))
    promise = Promise("p", "Send it", level, date(2026, 11, 1), Due.on(date(2026, 11, due)), steps=taken)
    return reckon(promise, NOBODY, TODAY)


def test_without_promises_there_are_ten_blank_weeks_up_to_the_last() -> None:
    weeks = promise_weeks((), THIS)

    assert [len(weeks), weeks[-1].week, weeks[0].week] == [WEEKS_SHOWN, THIS, Week(date(2026, 9, 14))]
    assert all(week.is_blank for week in weeks)


def test_each_promise_stands_in_the_week_of_the_day_it_was_kept_or_of_the_date_it_missed() -> None:
    items = [
        made(COMMITMENT, 18, (13, KEPT)),  # kept last week, five days early
        made(COMMITMENT, 13, (17, KEPT)),  # late this week: last week's date was missed
        made(COMMITMENT, 13, (13, Moved(Due.on(date(2026, 11, 20)))), (20, KEPT)),  # its first date was missed
        made(COMMITMENT, 20),  # overdue
        made(EFFORT, 13, (17, KEPT)),  # a best effort that is done late is done
        made(EFFORT, 20),  # and one that is overdue says nothing yet
        made(INTENTION, 20, (20, Settled(Outcome.BROKEN, strove=True))),
        made(COMMITMENT, 17, (18, Relevelled(INTENTION)), (19, Settled(Outcome.KEPT, strove=True))),
    ]
    *_, last, this = promise_weeks(items, THIS)

    assert (last.kept, last.missed) == (
        {COMMITMENT: 1, EFFORT: 1, INTENTION: 0},
        {COMMITMENT: 2, EFFORT: 0, INTENTION: 0},
    )
    assert (this.kept, this.missed) == (
        {COMMITMENT: 0, EFFORT: 0, INTENTION: 1},
        {COMMITMENT: 2, EFFORT: 0, INTENTION: 0},
    )
    assert not this.is_blank


@given(st.lists(promises(), max_size=8), st.integers(1, 12))
def test_the_weeks_hold_every_promise_that_is_counted_and_none_twice(some: list[Promise], length: int) -> None:
    items = [reckon(promise, NOBODY, LAST) for promise in some]
    weeks = promise_weeks(items, Week.of(LAST), length)

    assert [week.week for week in weeks] == sorted({week.week for week in weeks})
    assert len(weeks) == length
    counted = [
        item.count
        for item in items
        if item.count and has_kept(item.count) is not None and item.count.day >= weeks[0].week.monday
    ]
    assert sum(sum(week.kept.values()) + sum(week.missed.values()) for week in weeks) == len(counted)
    assert sum(sum(week.kept.values()) for week in weeks) == sum(bool(has_kept(count)) for count in counted)


def test_a_longer_period_is_shown_with_more_weeks() -> None:
    assert [weeks_shown(length) for length in Length] == [10, 10, 13, 52, 52]
