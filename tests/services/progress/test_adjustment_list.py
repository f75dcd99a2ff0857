"""Adjustments of a period, and whether they show: by the rules of `services/adjusting.py`, out of the history."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.away import AwayRange
from scorecard.domain.marks import SKIPPED, Entry, Mark, Scored
from scorecard.domain.measures import Kind, Measure, Terms
from scorecard.domain.periods import Length, Period
from scorecard.domain.reflections import Adjustment
from scorecard.domain.snapshot import Card, Snapshot
from scorecard.services.adjusting import adjustment_effect
from scorecard.services.progress.adjustment_list import Effect, adjusted_in, effects_of
from scorecard.services.progress.history import History
from tests.services.progress.grids import history_of_entries

TODAY = date(2026, 11, 20)
FIRST = TODAY - timedelta(days=60)
QUARTER = Period.of(Length.QUARTER, TODAY)
CALLS = Measure("m0", "Calls", (Terms(FIRST, Kind.COUNT, target=Decimal(4)),))

marks = st.one_of(st.none(), st.just(SKIPPED), st.integers(0, 6).map(lambda n: Scored(Decimal(n))))


def entries(values: list[Mark | None]) -> list[Entry]:
    days = (FIRST + timedelta(days=n) for n in range(len(values)))
    return [Entry("m0", day, mark) for day, mark in zip(days, values, strict=True) if mark is not None]


def scored(*values: int) -> list[Mark | None]:
    return [Scored(Decimal(value)) for value in values]


def effect_of(history: History, day: date) -> Effect:
    (effect,) = effects_of(Adjustment(day, "call first", measures=("m0",)), history)
    return effect


@given(st.lists(marks, min_size=61, max_size=61), st.integers(0, 60), st.integers(0, 60))
def test_before_and_after_are_the_days_that_one_adjustment_is_told_of(
    values: list[Mark | None], ago: int, gone: int
) -> None:
    day, away = TODAY - timedelta(days=ago), AwayRange("a", FIRST + timedelta(days=gone), FIRST + timedelta(days=gone))
    adjustment = Adjustment(day, "call first", TODAY, True, True, ("m0",))
    found = entries(values)
    snapshot = Snapshot(
        FIRST, TODAY, Card((CALLS,)), {(entry.day, "m0"): entry for entry in found}, away=(away,)
    )  # fmt: skip
    wanted = adjustment_effect(adjustment, snapshot, "m0")
    history = history_of_entries([CALLS], found, FIRST, TODAY, [away])
    (shown,) = effects_of(adjustment, history)
    assert (shown.change.n_before, shown.change.n) == (len(wanted.before), len(wanted.after))
    assert shown.change.enough == wanted.enough
    for mean, exact in ((shown.change.mean_before, wanted.mean_before), (shown.change.mean, wanted.mean_after)):
        assert mean == (None if exact is None else pytest.approx(float(exact)))


def test_it_is_clear_only_when_the_test_says_so() -> None:
    """Of the 184,756 ways to deal out ten and ten … chance does this in fewer than one of a hundred."""
    day = TODAY - timedelta(days=10)
    values = scored(*[1] * 51, *[3] * 10)
    history = history_of_entries([CALLS], entries(values), FIRST, TODAY)
    effect = effect_of(history, day)
    assert (effect.change.n_before, effect.change.n) == (14, 10)
    assert (effect.change.mean_before, effect.change.mean) == (0.25, 0.75)
    assert effect.change.clear
    assert effect.open, "four days after it are still to come"


def test_with_fewer_than_five_days_nothing_can_be_concluded() -> None:
    day = TODAY - timedelta(days=4)
    history = history_of_entries([CALLS], entries(scored(*[1] * 57, *[4] * 4)), FIRST, TODAY)
    effect = effect_of(history, day)
    assert (effect.change.enough, effect.change.clear, effect.change.n) == (False, False, 4)


def test_those_of_the_period_the_latest_first_and_measures_that_are_gone_left_out() -> None:
    days = [TODAY, date(2026, 10, 1), date(2026, 9, 30), date(2026, 11, 1)]
    history = history_of_entries([CALLS], [], FIRST, TODAY)
    found = adjusted_in([Adjustment(day, "x", measures=("gone",)) for day in days], QUARTER)
    assert [one.day for one in found] == [TODAY, date(2026, 11, 1), date(2026, 10, 1)]
    assert all(effects_of(one, history) == () for one in found)


def test_the_first_and_the_last_day_of_the_calendar() -> None:
    history = history_of_entries([CALLS], entries(scored(1, 2)), FIRST, TODAY)
    for day in (date.min, date.max):
        assert effect_of(history, day).change.n == 0
