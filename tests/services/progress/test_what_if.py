"""A period under another card: scored anew by the same rules, and nothing is changed by it."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.grades import GradeScale
from scorecard.domain.marks import Entry, Scored
from scorecard.domain.measures import EVERY_DAY, Direction, Kind, Measure, Place, Terms
from scorecard.domain.periods import Length, Period
from scorecard.domain.settings import Settings
from scorecard.services.progress.history import History
from scorecard.services.progress.scores import worth_of
from scorecard.services.progress.what_if import GradeDays, Instead, changed_history, what_if
from tests.sample.measured import measured
from tests.services.progress.grids import assert_unchanged, history_of_entries, witness

TODAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 16)
WEEK = Period.of(Length.WEEK, TODAY)
MONTH = Period.of(Length.MONTH, TODAY)
ALL = Period.of(Length.ALL, TODAY, TODAY - timedelta(days=179))
LIFE = measured(TODAY)


def count(number: int, target: int = 4, **more: object) -> Measure:
    terms = Terms(MONDAY, Kind.COUNT, target=Decimal(target), **more)  # type: ignore[arg-type]
    return Measure(f"m{number}", f"Measure {number}", (terms,))


def week(*values: tuple[int | None, ...], measures: list[Measure] | None = None) -> History:
    """The days from Monday on, each with the values of its measures."""
    entries = [
        Entry(f"m{number}", MONDAY + timedelta(days=n), Scored(Decimal(value)))
        for n, of_day in enumerate(values)
        for number, value in enumerate(of_day)
        if value is not None
    ]
    return history_of_entries(measures or [count(0), count(1)], entries, MONDAY, TODAY)


def scores(history: History) -> list[float | None]:
    return [None if np.isnan(score) else round(score, 6) for score in history.scores.score[:5].tolist()]


HALVES = week((4, 2), (4, 0), (None, 4), (2, 2))


def test_by_hand_another_weight() -> None:
    assert scores(HALVES) == [75, 50, 100, 50, None]
    found = what_if(HALVES, WEEK, {"m0": Instead(weight=3)})
    assert (found.counted.mean, found.counted.n) == (68.75, 4)
    assert found.would_be.mean == pytest.approx((87.5 + 75 + 50) / 3), "with a quarter known, Wednesday is thin"
    assert found.would_be.n == 3


def test_by_hand_another_target() -> None:
    changed = changed_history(HALVES, WEEK, {"m1": Instead(target=Decimal(2))})
    assert scores(changed) == [100, 50, 100, 75, None]


def test_by_hand_other_due_days() -> None:
    changed = changed_history(HALVES, WEEK, {"m1": Instead(due=frozenset({0, 2}))})
    assert scores(changed) == [75, 100, 100, 50, None]


def test_by_hand_off_the_card_and_onto_it() -> None:
    assert scores(changed_history(HALVES, WEEK, {"m1": Instead(place=Place.BENCH)})) == [100, 100, None, 50, None]
    waiting = week((4, 2), (4, 0), measures=[count(0), count(1, place=Place.BENCH)])
    assert scores(waiting)[:2] == [100, 100]
    assert scores(changed_history(waiting, WEEK, {"m1": Instead(place=Place.CARD)}))[:2] == [75, 50]


def test_grades_count_days_before_and_after() -> None:
    found = what_if(HALVES, WEEK, {"m1": Instead(target=Decimal(2))}).grades
    assert {one.grade: (one.counted, one.would_be) for one in found if one.counted or one.would_be} == {
        "A+": (1, 2), "C": (1, 1), "F": (2, 1),
    }  # fmt: skip
    assert [one.grade for one in found][:2] == ["A+", "A"]
    assert found[-1] == GradeDays("F", 2, 1)


def test_days_keep_the_grades_of_their_time_and_hidden_ones_stay_hidden() -> None:
    scales = (GradeScale((("good", 70),)), GradeScale((("great", 50),), first_day=MONDAY + timedelta(days=2)))
    told = History(replace(HALVES.grid, settings=Settings(scales=scales)), TODAY)
    found = {one.grade: one.counted for one in what_if(told, WEEK, {}).grades}
    assert found == {"great": 2, "F": 1, "good": 1}
    hidden = History(replace(HALVES.grid, settings=Settings(scales=(GradeScale(shown=False),))), TODAY)
    assert what_if(hidden, WEEK, {}).grades == ()


@pytest.mark.parametrize("period", [WEEK, MONTH, ALL], ids=lambda period: period.length)
def test_without_a_change_it_is_what_it_was(period: Period) -> None:
    found = what_if(LIFE, period, {"m0": Instead()})
    assert found.counted == found.would_be
    assert not found.differs
    assert all(one.counted == one.would_be for one in found.grades)
    assert sum(one.counted for one in found.grades) == found.counted.n


@given(st.sampled_from([WEEK, MONTH, ALL]), st.integers(0, 8))
def test_to_ask_what_was_asked_changes_nothing(period: Period, column: int) -> None:
    """Though the terms are written anew, for every day of the period."""
    terms = LIFE.grid.measure(column).terms[-1]
    same = Instead(terms.weight, due=terms.due, place=terms.place)
    changed = changed_history(LIFE, period, {f"m{column}": same})
    np.testing.assert_array_equal(changed.scores.points, LIFE.scores.points)
    np.testing.assert_array_equal(changed.scores.due_weight, LIFE.scores.due_weight)


CHANGES = [
    Instead(weight=3),
    Instead(target=Decimal(1), upper=Decimal(9)),
    Instead(target=Decimal(2)),
    Instead(due=EVERY_DAY),
    Instead(place=Place.RETIRED),
]


@pytest.mark.parametrize("instead", CHANGES, ids=str)
def test_looking_changes_nothing_and_no_day_outside_of_the_period(instead: Instead) -> None:
    before, points = witness(LIFE), LIFE.scores.points.copy()
    for column in range(9):
        changed = changed_history(LIFE, MONTH, {f"m{column}": instead})
        outside = [n for n in range(LIFE.grid.days) if LIFE.grid.day(n) not in MONTH]
        np.testing.assert_array_equal(changed.scores.points[outside], points[outside])
        _ = worth_of(changed.grid)
    assert_unchanged(LIFE, before)
    np.testing.assert_array_equal(LIFE.scores.points, points)


def test_a_target_is_not_put_on_terms_of_another_kind() -> None:
    """It was a rating until Wednesday: five times a day means nothing there."""
    rating = Terms(MONDAY, Kind.RATING, target=Decimal(4), scale=5)
    counted = Terms(MONDAY + timedelta(days=2), Kind.COUNT, target=Decimal(4))
    history = week((4,), (2,), (4,), (2,), measures=[Measure("m0", "Calls", (rating, counted))])
    assert scores(changed_history(history, WEEK, {"m0": Instead(target=Decimal(8))})) == [100, 50, 50, 25, None]


def test_impossible_terms_stay_as_they_were() -> None:
    between = Terms(MONDAY, Kind.COUNT, Direction.BETWEEN, Decimal(1), Decimal(4))
    history = week((4,), measures=[Measure("m0", "Calls", (between,))])
    assert scores(changed_history(history, WEEK, {"m0": Instead(target=Decimal(9))})) == scores(history)


def test_a_change_of_terms_within_the_period_keeps_its_day() -> None:
    """The weight is another one all along; the target is raised on Wednesday as it was."""
    raised = replace(count(0).terms[0], first_day=MONDAY + timedelta(days=2), target=Decimal(8))
    history = week((4, 4), (4, 4), (4, 4), measures=[replace(count(0), terms=(*count(0).terms, raised)), count(1)])
    assert scores(history)[:3] == [100, 100, 75]
    changed = changed_history(history, WEEK, {"m0": Instead(weight=3)})
    assert scores(changed)[:3] == [100, 100, 62.5]
    assert changed.scores.due_weight[:3].tolist() == [4, 4, 4]
