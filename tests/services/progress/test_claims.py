"""What is claimed of two stretches of days: nothing unless chance does not explain it."""

from math import nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.services.progress.changed import LEAST_DAYS, Change
from scorecard.services.progress.claims import ROUNDS, change_of

values = st.lists(st.one_of(st.just(nan), st.integers(-3, 9).map(float)), max_size=40)


@given(values, values)
def test_the_same_values_get_the_same_answer_in_any_order(now: list[float], before: list[float]) -> None:
    assert change_of(now, before) == change_of(now[::-1], sorted(before, reverse=True))


@given(values, values)
def test_what_is_not_known_is_left_out_and_n_is_what_is_known(now: list[float], before: list[float]) -> None:
    change = change_of(now, before)
    known_now, known_before = ([value for value in of if value == value] for of in (now, before))
    assert (change.n, change.n_before) == (len(known_now), len(known_before))
    assert change == change_of(known_now, known_before)
    assert change.enough == (min(change.n, change.n_before) >= LEAST_DAYS) == (change.p is not None)


@given(values, values)
def test_chance_is_the_same_whichever_way_one_looks(now: list[float], before: list[float]) -> None:
    there, back = change_of(now, before), change_of(before, now)
    if there.p is not None and back.p is not None:
        assert 0 < there.p <= 1
        assert there.p == pytest.approx(back.p, abs=0.08), "two draws of the same chance"


@pytest.mark.parametrize("many", [True, False], ids=["many different values", "few"])
def test_groups_of_the_same_origin_seldom_differ_clearly(many: bool) -> None:
    """At most 7 % of 600 pairs, where 5 % are expected."""
    chance = np.random.default_rng(20261120)
    draws = chance.normal(90, 30, (600, 2, 40)) if many else chance.poisson(3.0, (600, 2, 40)).astype(float)
    clear = sum(change_of(now, before).clear for now, before in draws)
    assert 0.02 <= clear / 600 <= 0.07


@pytest.mark.parametrize("many", [True, False], ids=["many different values", "few"])
def test_a_shift_is_found(many: bool) -> None:
    chance = np.random.default_rng(7)
    before = chance.normal(90, 30, (100, 40)) if many else chance.poisson(3.0, (100, 40)).astype(float)
    now = chance.normal(120, 30, (100, 40)) if many else chance.poisson(5.0, (100, 40)).astype(float)
    changes = [change_of(one, other) for one, other in zip(now, before, strict=True)]
    assert sum(change.clear for change in changes) >= 95
    assert all((change.difference or 0) > 0 for change in changes if change.clear)
    assert all(change.rounds == ROUNDS and not change.exact for change in changes)


def test_few_values_are_dealt_out_in_every_way() -> None:
    """Of 70 ways to deal out 1 to 8 in fours, two lie as far apart as 5–8 and 1–4."""
    change = change_of([5, 6, 7, 8], [1, 2, 3, 4], least=4)
    assert (change.exact, change.rounds, change.p) == (True, 70, 2 / 70)
    assert change.clear
    assert not change_of([5, 6, 7, 4], [1, 2, 3, 8], least=4).clear


def test_one_value_repeated_is_no_change() -> None:
    change = change_of([3.0] * 20, [3.0] * 30)
    assert change.p == 1
    assert change.difference == 0
    assert change.relative == 0
    assert not change.clear


def test_nothing_is_claimed_of_too_few_days_or_of_none() -> None:
    change = change_of([9.0] * 13, [1.0] * 40)
    assert (change.enough, change.p, change.clear) == (False, None, False)
    assert change_of([], []) == Change(0, 0, None, None)
    assert change_of([], [], least=0).p is None


@pytest.mark.parametrize(
    ("now", "before", "relative"),
    [(3.0, 2.0, 0.5), (1.0, 2.0, -0.5), (0.0, 2.0, -1.0), (2.0, 0.0, None), (5.0, 0.4, None), (-1.0, 2.0, None)],
)
def test_a_change_is_relative_only_to_something(now: float, before: float, relative: float | None) -> None:
    change = change_of([now] * 20, [before] * 20)
    assert change.relative == (None if relative is None else pytest.approx(relative))
    assert change.difference == pytest.approx(now - before)
