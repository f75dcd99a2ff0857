"""What may be claimed of numbers: that one stretch differs from the one before, when chance does not explain it.

A permutation test of the difference of means, two-sided: the values of both stretches are dealt out anew many times,
and counted is how often their means come to lie as far apart. It takes the days for independent of each other.
"""

from collections.abc import Sequence
from itertools import combinations
from math import comb

import numpy as np
from numpy.typing import NDArray

from scorecard.services.progress.changed import LEAST_DAYS, SEED, Change
from scorecard.services.progress.grid import Numbers

ROUNDS = 2000
_MOST_EXACT = 4000  # ways to deal out, so many that all of them are still tried
_FEW_VALUES = 40  # different ones, so few that dealing out how many there are of each is the faster way
_HAIR = 1e-9


def change_of(
    values_now: Sequence[float] | Numbers,
    values_before: Sequence[float] | Numbers,
    seed: int = SEED,
    least: int = LEAST_DAYS,
) -> Change:
    """NaN is a value that is not known: it is left out. Neither the order of the values nor the time changes it."""
    now, before = _known(values_now), _known(values_before)
    change = Change(now.size, before.size, _mean(now), _mean(before), least, seed=seed)
    if not change.enough or not now.size or not before.size:
        return change
    pool = np.sort(np.concatenate((now, before)))
    exact = comb(pool.size, now.size) <= _MOST_EXACT
    sums = _all_sums(pool, now.size) if exact else _drawn_sums(pool, now.size, seed)
    apart = np.abs(sums / now.size - (pool.sum() - sums) / before.size)
    seen = abs(now.mean() - before.mean())
    hair = _HAIR * max(1.0, float(np.abs(pool).max()))
    as_far = int((apart >= seen - hair).sum())
    # What was seen is one of the ways too, and among all of them it is counted already.
    p = as_far / sums.size if exact else (as_far + 1) / (sums.size + 1)
    return Change(
        now.size, before.size, _mean(now), _mean(before), least, float(p), seed, int(sums.size), exact
    )  # fmt: skip


def _known(values: Sequence[float] | Numbers) -> Numbers:
    numbers = np.asarray(values, np.float64).ravel()
    return numbers[~np.isnan(numbers)]


def _mean(known: Numbers) -> float | None:
    return float(known.mean()) if known.size else None


def _all_sums(pool: Numbers, size: int) -> Numbers:
    """The sum of every choice of `size` values."""
    chosen = np.array(list(combinations(range(pool.size), size)))
    sums: Numbers = pool[chosen].sum(axis=1)
    return sums


def _drawn_sums(pool: Numbers, size: int, seed: int) -> Numbers:
    """The sums of `ROUNDS` random choices of `size` values."""
    chance = np.random.default_rng(seed)
    values, numbers = np.unique(pool, return_counts=True)
    if values.size <= _FEW_VALUES:
        of_each = chance.multivariate_hypergeometric(numbers, size, size=ROUNDS)
        return np.asarray(of_each @ values, np.float64)
    keys = chance.random((ROUNDS, pool.size))
    bounds = np.partition(keys, size, axis=1)[:, size : size + 1]
    taken: NDArray[np.bool_] = keys < bounds
    return np.asarray(taken @ pool, np.float64)
