"""Where a promise stands is read off its steps, by their days."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.due import Due, Span
from scorecard.domain.promises import (
    CameDue,
    Event,
    Level,
    Miss,
    Moved,
    Outcome,
    Promise,
    Relevelled,
    Reopened,
    Settled,
    Standing,
    Step,
    can_be_removed,
    standing,
)
from scorecard.domain.records import count_of
from scorecard.store.promise_rows import promise_row, step_row
from tests.domain.promise_model import told
from tests.domain.promise_strategies import FIRST, LAST, days, promises

NOVEMBER = date(2026, 11, 1)
COMMITMENT, INTENTION = Level.COMMITMENT, Level.GOOD_INTENTION
KEPT, LATE, BROKEN, RELEASED = (Settled(outcome) for outcome in list(Outcome)[1:])
REOPENED = Reopened()


def on(day: int) -> date:
    return date(2026, 11, day)


def to(day: int) -> Moved:
    return Moved(Due.on(on(day)), "Cassandra")


TENTH = Due.on(on(10))


def promise(*steps: tuple[int, Event], due: Due | None = TENTH, level: Level = COMMITMENT) -> Promise:
    taken = tuple(Step(on(day), position, event) for position, (day, event) in enumerate(steps))
    return Promise("p", "Send it", level, NOVEMBER, due, steps=taken)


def stands(*steps: tuple[int, Event], today: int = 25, **parts: Any) -> Standing:
    return standing(promise(*steps, **parts), on(today))


def test_a_promise_is_open_until_it_is_settled() -> None:
    assert stands(today=9).open
    assert not stands((9, KEPT), today=9).open


@pytest.mark.parametrize(("day", "outcome"), [(9, Outcome.KEPT), (10, Outcome.KEPT), (11, Outcome.LATE)])
def test_what_is_kept_after_the_last_day_is_late(day: int, outcome: Outcome) -> None:
    assert stands((day, KEPT)).outcome is outcome


@pytest.mark.parametrize(("day", "outcome"), [(22, Outcome.KEPT), (23, Outcome.LATE)])
def test_a_week_is_kept_in_time_up_to_its_sunday(day: int, outcome: Outcome) -> None:
    assert stands((day, KEPT), due=Due.within(Span.WEEK, on(18))).outcome is outcome


def test_without_a_date_nothing_is_late() -> None:
    state = stands((24, KEPT), due=None)

    assert (state.outcome, state.missed, state.dates) == (Outcome.KEPT, None, ())


@pytest.mark.parametrize(
    ("due", "honest", "missed"),
    [
        (Due.on(on(10)), 9, 10),
        (Due.within(Span.WEEK, on(10)), 14, 15),
        (Due.within(Span.MONTH, on(10)), 29, 30),
    ],
)
def test_a_move_is_honest_before_the_last_day_and_a_miss_from_it_on(due: Due, honest: int, missed: int) -> None:
    later = Moved(Due.on(date(2026, 12, 10)))
    before = stands((honest, later), due=due, today=30)
    after = stands((missed, later), due=due, today=30)

    assert (before.missed, [move.in_time for move in before.moves]) == (None, [True])
    assert (after.missed, [move.in_time for move in after.moves]) == (Miss(due.last_day, COMMITMENT), [False])
    assert before.due == after.due == later.due


def test_a_miss_stays_whatever_follows() -> None:
    missed = Miss(on(10), COMMITMENT)

    for last in ((20, KEPT), (20, RELEASED), (20, BROKEN), (20, LATE), (15, to(28)), (15, Moved(None))):
        assert stands((12, to(20)), last).missed == missed
    for first in (LATE, BROKEN):
        assert stands((12, first), (13, REOPENED), (14, to(28)), (15, KEPT)).missed == missed


def test_the_first_miss_is_the_one_that_stays() -> None:
    state = stands((10, to(12)), (12, to(14)), (16, LATE))

    assert state.missed == Miss(on(10), COMMITMENT)
    assert [(came.day, came.kept) for came in state.dates] == [(on(10), False), (on(12), False), (on(14), False)]


def test_an_open_promise_is_overdue_from_the_day_after_its_last_day() -> None:
    assert not stands(today=10).overdue
    assert stands(today=11).lapsed == Miss(on(10), COMMITMENT)
    assert stands(today=11).missed is None


def test_overdue_is_not_for_ever_until_a_step_says_so() -> None:
    """Somebody enters on the 15th what they agreed on the 8th."""
    assert stands((8, to(20)), today=15).lapsed is None
    assert stands((15, to(20)), today=15).missed == Miss(on(10), COMMITMENT)


def test_another_level_after_the_date_has_passed_cleans_nothing() -> None:
    state = stands((12, Relevelled(INTENTION)), (13, LATE))

    assert state.level is INTENTION
    assert state.missed == Miss(on(10), COMMITMENT)
    assert state.dates == (CameDue(on(10), COMMITMENT, kept=False),)
    assert stands((12, Relevelled(INTENTION))).lapsed == Miss(on(10), COMMITMENT)


def test_another_level_before_the_date_is_the_level_that_counts() -> None:
    assert stands((10, Relevelled(INTENTION)), (13, LATE)).missed == Miss(on(10), INTENTION)


def test_reopening_takes_the_outcome_back_with_what_was_asked_for_it() -> None:
    settled = Settled(Outcome.KEPT, effort=7, strove=True)
    state = stands((5, settled), (6, REOPENED), today=9)

    assert (state.outcome, state.settled_on, state.effort, state.strove) == (Outcome.OPEN, None, None, None)
    assert state.firm_until == on(6)


def test_a_step_that_does_not_fit_changes_nothing() -> None:
    assert stands((5, KEPT), (6, BROKEN)) == stands((5, KEPT))
    assert stands((5, KEPT), (6, to(20))) == stands((5, KEPT))
    assert stands((5, KEPT), (6, Relevelled(INTENTION))) == stands((5, KEPT))
    assert stands((5, REOPENED), today=9) == stands(today=9)


def test_what_is_released_has_no_date_but_those_it_missed() -> None:
    assert stands((8, RELEASED)).dates == ()
    assert [came.day for came in stands((12, to(20)), (13, RELEASED)).dates] == [on(10)]


def test_a_broken_promise_is_missed_on_the_day_it_was_broken_if_that_is_the_earlier_one() -> None:
    assert stands((8, BROKEN)).missed == Miss(on(8), COMMITMENT)
    assert stands((12, BROKEN)).missed == Miss(on(10), COMMITMENT)
    assert stands((12, BROKEN), due=None).missed == Miss(on(12), COMMITMENT)


def test_a_step_of_tomorrow_is_still_to_come() -> None:
    assert stands((9, KEPT), today=8).open
    assert not stands((9, KEPT), today=9).open


def test_steps_of_one_day_follow_each_other_as_they_were_entered() -> None:
    assert stands((9, KEPT), (9, REOPENED), (9, BROKEN)).outcome is Outcome.BROKEN
    assert stands((9, KEPT), (9, BROKEN), (9, REOPENED), today=9).open


@pytest.mark.parametrize(
    ("made", "today", "removable"),
    [(promise(), 9, True), (promise(), 10, False), (promise(due=None), 30, True), (promise((5, KEPT)), 9, False)],
)
def test_only_what_never_came_due_and_has_no_step_can_be_removed(made: Promise, today: int, removable: bool) -> None:
    assert can_be_removed(made, on(today)) is removable


@given(promises(), days)
def test_the_order_of_entry_means_nothing_across_days(made: Promise, today: date) -> None:
    expected = standing(made, today)
    by_day: dict[date, list[Step]] = {}
    for step in made.history:
        by_day.setdefault(step.day, []).append(step)

    for order in list(permutations(by_day))[:24]:
        entered = [step for day in order for step in by_day[day]]
        again = tuple(replace(step, position=position) for position, step in enumerate(entered))
        assert standing(replace(made, steps=again), today) == expected


@given(promises(), days, st.randoms())
def test_the_order_in_which_steps_are_read_means_nothing(made: Promise, today: date, chance: Any) -> None:
    mixed = list(made.steps)
    chance.shuffle(mixed)

    assert standing(replace(made, steps=tuple(mixed)), today) == standing(made, today)


@given(promises())
def test_a_miss_that_a_step_shows_is_there_on_every_later_day(made: Promise) -> None:
    missed = None
    for n in range((LAST - FIRST).days + 5):
        day = FIRST + timedelta(days=n)
        state = standing(made, day)
        missed = missed or state.missed
        assert state.missed == missed
        if missed is not None:
            count = count_of(made, state)
            assert count is not None
            assert (count.day, count.level) == (missed.day, missed.level)
            assert count.verdict != "on time"


@given(promises(), days)
def test_the_standing_is_what_a_plain_tale_of_the_days_comes_to(made: Promise, today: date) -> None:
    story, state = told(*rows_of(made), today), standing(made, today)

    assert (state.level, state.outcome, state.settled_on) == (story.level, story.outcome, story.settled_on)
    assert (state.effort, state.strove) == (story.effort, None if story.strove is None else bool(story.strove))
    assert (state.due.last_day if state.due else None) == story.last_day
    assert (state.missed and (state.missed.day, state.missed.level)) == story.missed
    assert (state.lapsed and (state.lapsed.day, state.lapsed.level)) == story.lapsed
    honest = [(move.day, move.level) for move in state.moves if move.in_time and move.was]
    assert honest == story.honest_moves
    count = count_of(made, state)
    assert (count and (count.day, count.level, count.verdict)) == story.count


@given(promises(), days)
def test_of_all_its_dates_a_promise_keeps_one_at_most_and_the_last(made: Promise, today: date) -> None:
    state = standing(made, today)

    assert all(came.kept is False for came in state.dates[:-1])
    assert [came.kept for came in state.dates[-1:]] != [True] or state.outcome is Outcome.KEPT
    assert [came for came in state.dates if came.kept is None] == (
        [CameDue(state.due.last_day, state.level, None)] if state.open and state.due and not state.overdue else []
    )


def rows_of(made: Promise) -> tuple[Mapping[str, Any], list[Mapping[str, Any]]]:
    return promise_row(made), [step_row(made.id, step) for step in made.steps]
