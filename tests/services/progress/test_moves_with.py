"""Which measures move together: rank correlation within the weekdays, and false discoveries kept few."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.away import AwayRange
from scorecard.domain.marks import Entry, Scored
from scorecard.domain.measures import Kind, Measure, Place, Terms
from scorecard.domain.periods import Length, Period
from scorecard.services.progress.history import History
from scorecard.services.progress.moves_with import (
    LEAST_PAIRS,
    ROUNDS,
    discoveries,
    moves_together,
    rank_correlation,
    ranks_of,
    stretch_of,
)
from tests.services.progress.grids import history_of_entries

TODAY = date(2026, 11, 20)
FIRST = TODAY - timedelta(days=199)
YEAR = Period.of(Length.YEAR, TODAY)
WEEK = Period.of(Length.WEEK, TODAY)

chances = st.lists(st.floats(0, 1), min_size=1, max_size=30)


def measure(number: int, **more: object) -> Measure:
    terms = Terms(FIRST, Kind.COUNT, target=Decimal(5), **more)  # type: ignore[arg-type]
    return Measure(f"m{number}", f"Measure {number}", (terms,))


def life(*columns: Sequence[float | None], away: Sequence[AwayRange] = (), **more: object) -> History:
    """One value a day up to today, the last of each column; None is a gap."""
    entries = [
        Entry(f"m{number}", TODAY - timedelta(days=ago), Scored(Decimal(str(value))))
        for number, column in enumerate(columns)
        for ago, value in enumerate(reversed(column))
        if value is not None
    ]
    return history_of_entries([measure(n, **more) for n in range(len(columns))], entries, FIRST, TODAY, away)


def noise(seed: int, columns: int, days: int = 120) -> list[list[float]]:
    found: list[list[float]] = np.random.default_rng(seed).poisson(4, (columns, days)).tolist()
    return found


def bound(seed: int = 3, days: int = 100) -> list[list[float]]:
    """Two that rise and fall together, and one that has nothing to do with them."""
    chance = np.random.default_rng(seed)
    one = chance.poisson(6, days)
    other = np.maximum(one + chance.integers(-2, 3, days), 0)
    return [one.tolist(), other.tolist(), chance.poisson(6, days).tolist()]


def test_equal_values_share_the_mean_of_their_ranks() -> None:
    assert ranks_of(np.array([3.0, 1.0, 3.0, 7.0, 3.0])).tolist() == [3, 1, 3, 5, 3]


@pytest.mark.parametrize(
    ("values", "others", "rho"),
    [
        ([1, 2, 3, 4, 5], [10, 20, 30, 40, 5000], 1.0),
        ([1, 2, 3, 4, 5], [9, 8, 7, 6, 5], -1.0),
        ([106, 100, 86, 101, 99, 103, 97, 113, 112, 110], [7, 27, 2, 50, 28, 29, 20, 12, 6, 17], -29 / 165),
        ([1, 2, 2, 3], [1, 3, 2, 4], 0.9486832980505138),
        ([4, 4, 4, 4], [1, 2, 3, 4], None),
    ],
)
def test_a_rank_correlation_worked_out_by_hand(values: list[float], others: list[float], rho: float | None) -> None:
    assert rank_correlation(values, others) == (None if rho is None else pytest.approx(rho))


def test_false_discoveries_by_hand() -> None:
    """The example of Benjamini and Hochberg's paper: four of fifteen."""
    found = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
        1.0,
    ]  # fmt: skip
    assert discoveries(found, 0.05) == (*[True] * 4, *[False] * 11)
    assert discoveries(found[::-1], 0.05) == (*[False] * 11, *[True] * 4)
    assert discoveries([0.04, 0.045], 0.05) == (True, True), "one above its own line stands with the next"
    assert discoveries([0.04, 0.3], 0.05) == (False, False)
    assert discoveries([], 0.05) == ()


@given(chances)
def test_a_smaller_p_stands_wherever_a_larger_one_does(found: list[float]) -> None:
    stands = discoveries(found, 0.05)
    assert all(stands[n] for n in range(len(found)) for m in range(len(found)) if stands[m] and found[n] <= found[m])


@given(chances, st.integers(0, 29))
def test_a_p_that_falls_takes_no_discovery_away(found: list[float], which: int) -> None:
    which %= len(found)
    lower = [p / 2 if n == which else p for n, p in enumerate(found)]
    pairs = zip(discoveries(found, 0.05), discoveries(lower, 0.05), strict=True)
    assert all(after or not before for before, after in pairs)


@given(chances)
def test_fewer_stand_than_without_looking_at_how_many_there_are(found: list[float]) -> None:
    pairs = zip(found, discoveries(found, 0.05), strict=True)
    assert all(p <= 0.05 for p, stands in pairs if stands)


def test_two_that_rise_and_fall_together_are_told_and_the_third_is_not() -> None:
    together = moves_together(life(*bound()), YEAR)
    (told,) = together.told
    assert (told.one.id, told.other.id, told.n) == ("m0", "m1", 100)
    assert told.rho is not None
    assert told.rho > 0.7
    assert told.p == pytest.approx(1 / (ROUNDS + 1))
    assert len(together.pairs) == 3


def test_against_is_less_than_nothing() -> None:
    one, other, _ = bound()
    (told,) = moves_together(life(one, [20 - value for value in other]), YEAR).told
    assert told.rho is not None
    assert told.rho < -0.7


def test_the_same_seed_gives_the_same_answer() -> None:
    history = life(*noise(1, 4))
    assert moves_together(history, YEAR) == moves_together(history, YEAR)
    assert moves_together(history, YEAR, seed=2).pairs != moves_together(history, YEAR).pairs


def test_what_both_do_on_mondays_is_not_told() -> None:
    """Both are high on Mondays and Tuesdays, and otherwise have nothing to do with each other."""
    first = TODAY - timedelta(days=139)
    usual = [10 if (first + timedelta(days=n)).weekday() < 2 else 0 for n in range(140)]
    one, other = (
        [base + extra for base, extra in zip(usual, of, strict=True)] for of in noise(11, 2, 140)
    )  # fmt: skip
    together = moves_together(life(one, other), YEAR)
    (pair,) = together.pairs
    assert pair.rho_of_all is not None
    assert pair.rho_of_all > 0.3
    assert together.told == ()


def test_noise_is_seldom_told() -> None:
    """In 40 cards of five measures, 400 pairs: at most one card in ten, where one in twenty is expected."""
    told = [bool(moves_together(life(*noise(seed, 5)), YEAR).told) for seed in range(40)]
    assert sum(told) <= 4


def test_nineteen_days_are_too_few() -> None:
    one, other, _ = bound(days=LEAST_PAIRS - 1)
    together = moves_together(life(one, other), YEAR)
    assert (together.pairs, together.most_days) == ((), LEAST_PAIRS - 1)


def test_only_days_on_which_both_are_known_count_and_none_away() -> None:
    one, other, _ = bound()
    away = AwayRange("a", TODAY - timedelta(days=9), TODAY)
    gaps: list[float | None] = [None if n < 30 else value for n, value in enumerate(other)]
    (pair,) = moves_together(life(one, gaps, away=[away]), YEAR).pairs
    assert pair.n == 60


def test_two_that_say_nearly_the_same_are_no_news() -> None:
    one = bound()[0]
    together = moves_together(life(one, [2 * value + 1 for value in one]), YEAR)
    assert together.told == ()
    assert [pair.rho_of_all for pair in together.same] == [pytest.approx(1.0)]


def test_one_value_repeated_moves_with_nothing() -> None:
    (pair,) = moves_together(life([3.0] * 50, bound(days=50)[0]), YEAR).pairs
    assert (pair.rho, pair.p, pair.told, pair.same) == (None, None, False, False)


@pytest.mark.parametrize("more", [{"weekly": True}, {"place": Place.BENCH}])
def test_weekly_measures_and_the_bench_are_left_out(more: dict[str, Any]) -> None:
    assert moves_together(life(*bound(), **more), YEAR).pairs == ()


def test_under_eight_weeks_it_is_the_last_26() -> None:
    assert stretch_of(WEEK, TODAY) == (TODAY - timedelta(days=181), TODAY, True)
    assert stretch_of(YEAR, TODAY) == (date(2026, 1, 1), TODAY, False)
    assert stretch_of(Period.of(Length.QUARTER, TODAY), TODAY)[2], "51 days so far"
    past = Period.of(Length.QUARTER, date(2026, 5, 1))
    assert stretch_of(past, TODAY) == (past.first, past.last, False)


def test_nothing_is_looked_at_when_nobody_waits_any_more() -> None:
    assert moves_together(life(*bound()), YEAR, stopped=lambda: True).pairs == ()
