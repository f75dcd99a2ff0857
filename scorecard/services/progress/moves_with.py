"""Which measures of the card move together from day to day. It never says that one is the cause of the other.

Each pair is held together by the ranks of its values (Spearman), on the days on which both are known. Most things
people count have days of the week that are theirs: two that are both high on Mondays would seem to move together. So
what is usual on a weekday is taken out of the ranks, and chance deals the values out anew among days of one weekday
only. A slow trend that both have is not taken out: it counts as moving together.

Many pairs are looked at, and some of them would look striking by chance: of those that are told, at most one in twenty
is expected to be false (Benjamini and Hochberg, over all pairs that were looked at).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import numpy as np

from scorecard.domain.measures import Measure
from scorecard.domain.periods import Period, earlier
from scorecard.services.progress.changed import SEED
from scorecard.services.progress.grid import Counts, Numbers, Truths
from scorecard.services.progress.history import History
from scorecard.services.progress.measure_marks import track_of

LEAST_STRETCH = 8 * 7  # under so many days, what moves together is not looked for
WIDENED_DAYS = 26 * 7
LEAST_PAIRS = 20  # days on which both are known
LEAST_SHOWN = 0.3
SAME_FROM = 0.95
FALSE_SHARE = 0.05
ROUNDS = 2000
_AT_ONCE = 250  # rounds
_SETTLED = 100  # rounds as striking as what was seen: after these, p is above 5 % whatever the rest would say
_WEEK_DAYS = 7
_HAIR = 1e-9

Stopped = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two measures on the `n` days on which both are known.

    `rho` is their rank correlation within the weekdays, None when one of them never differs there; `rho_of_all` is
    that of all the days. `p` says how often chance does as much, in `rounds` rounds; `found`: it stands the test.
    """

    one: Measure
    other: Measure
    n: int
    rho: float | None = None
    rho_of_all: float | None = None
    p: float | None = None
    rounds: int = 0
    seed: int = SEED
    found: bool = False

    @property
    def same(self) -> bool:
        """Whether they say nearly the same."""
        return self.rho_of_all is not None and self.rho_of_all >= SAME_FROM

    @property
    def told(self) -> bool:
        """Whether it is worth telling: clear, not weak, and more than the same thing twice."""
        return self.found and self.rho is not None and abs(self.rho) >= LEAST_SHOWN and not self.same


@dataclass(frozen=True, slots=True)
class Together:
    """The pairs of the days from `first` to `last`. `widened`: the period was too short, and it's the last 26 weeks.

    `pairs` are those with enough days, `most_days` is the highest number of days that any pair has.
    """

    first: date
    last: date
    widened: bool
    pairs: tuple[Pair, ...]
    most_days: int = 0

    @property
    def told(self) -> tuple[Pair, ...]:
        """The strongest first."""
        return tuple(sorted((pair for pair in self.pairs if pair.told), key=lambda pair: -abs(pair.rho or 0.0)))

    @property
    def same(self) -> tuple[Pair, ...]:
        return tuple(pair for pair in self.pairs if pair.same)


def stretch_of(period: Period, today: date) -> tuple[date, date, bool]:
    """The days that are looked at, and whether they are more than the period."""
    last = min(period.last, today)
    first = min(period.first, last)
    widened = (last - first).days + 1 < LEAST_STRETCH
    return (earlier(last, WIDENED_DAYS - 1) if widened else first), last, widened


def moves_together(history: History, period: Period, seed: int = SEED, stopped: Stopped = lambda: False) -> Together:
    """Of the daily measures on the card at the end of the period. `stopped`: nobody waits for it any more."""
    first, last, widened = stretch_of(period, history.today)
    columns = _columns(history, first, last)
    weekdays = (first.weekday() + np.arange((last - first).days + 1)) % _WEEK_DAYS
    most, pairs = 0, []
    for (one, values), (other, others) in combinations(columns, 2):
        known = ~np.isnan(values) & ~np.isnan(others)
        n = int(known.sum())
        most = max(most, n)
        if n >= LEAST_PAIRS and not stopped():
            pairs.append(_pair(one, other, values[known], others[known], weekdays[known], seed))
    return Together(first, last, widened, _told_apart(pairs), most)


def _columns(history: History, first: date, last: date) -> list[tuple[Measure, Numbers]]:
    """The values of each measure, day by day; NaN where they aren't known, and on days away."""
    found = []
    for column, measure in enumerate(history.grid.card.measures):
        terms = measure.terms_on(last)
        if terms is not None and terms.on_card and terms.daily:
            found.append((measure, track_of(history, column, terms, first, last).counted))
    return found


def _pair(one: Measure, other: Measure, values: Numbers, others: Numbers, weekdays: Counts, seed: int) -> Pair:
    ranks, other_ranks = ranks_of(values), ranks_of(others)
    of_all = _correlation(ranks - ranks.mean(), other_ranks - other_ranks.mean())
    left, right = _without_weekdays(ranks, weekdays), _without_weekdays(other_ranks, weekdays)
    rho = _correlation(left, right)
    if rho is None:
        return Pair(one, other, len(values), rho_of_all=of_all, seed=seed)
    p, rounds = _chance(left, right, weekdays, seed)
    return Pair(one, other, len(values), rho, of_all, p, rounds, seed)


def _told_apart(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    tested = [pair.p for pair in pairs if pair.p is not None]
    found = iter(discoveries(tested, FALSE_SHARE))
    return tuple(
        Pair(
            pair.one, pair.other, pair.n, pair.rho, pair.rho_of_all, pair.p, pair.rounds, pair.seed,
            pair.p is not None and next(found),
        )
        for pair in pairs
    )  # fmt: skip


def discoveries(chances: Sequence[float], false_share: float) -> tuple[bool, ...]:
    """Which of the p stand when at most `false_share` of those that do may be false (Benjamini and Hochberg)."""
    if not chances:
        return ()
    found = np.asarray(chances, np.float64)
    in_order = np.sort(found)
    below = np.flatnonzero(in_order <= false_share * np.arange(1, len(found) + 1) / len(found))
    highest = in_order[below[-1]] if below.size else -1.0
    return tuple((found <= highest).tolist())


def rank_correlation(values: Sequence[float] | Numbers, others: Sequence[float] | Numbers) -> float | None:
    """Spearman's, with equal values sharing their mean rank; None when one of them never differs."""
    ranks, other_ranks = ranks_of(np.asarray(values, np.float64)), ranks_of(np.asarray(others, np.float64))
    return _correlation(ranks - ranks.mean(), other_ranks - other_ranks.mean())


def ranks_of(values: Numbers) -> Numbers:
    """1 for the least; equal values share the mean of their ranks."""
    _, where, numbers = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(numbers)
    return np.asarray((ends - (numbers - 1) / 2)[where], np.float64)


def _without_weekdays(ranks: Numbers, weekdays: Counts) -> Numbers:
    """How far each rank lies above the mean of its weekday."""
    sums = np.bincount(weekdays, ranks, _WEEK_DAYS)
    numbers = np.bincount(weekdays, minlength=_WEEK_DAYS)
    return ranks - (sums / np.maximum(numbers, 1))[weekdays]


def _correlation(left: Numbers, right: Numbers) -> float | None:
    """Of two columns around zero."""
    spread = float(np.sqrt((left @ left) * (right @ right)))
    return None if spread < _HAIR else float(np.clip(left @ right / spread, -1, 1))


def _chance(left: Numbers, right: Numbers, weekdays: Counts, seed: int) -> tuple[float, int]:
    """How often dealing out `right` among the days of each weekday does as much as was seen, and in how many rounds.

    It ends early only where the p can't come to be below 5 % any more.
    """
    chance = np.random.default_rng(seed)
    seen = abs(float(left @ right)) - _HAIR * len(left)
    days: list[Truths] = [weekdays == weekday for weekday in np.unique(weekdays)]
    as_much = rounds = 0
    while rounds < ROUNDS and as_much < _SETTLED:
        sums = np.zeros(_AT_ONCE)
        for of_weekday in days:
            dealt = np.tile(right[of_weekday], (_AT_ONCE, 1))
            sums += chance.permuted(dealt, axis=1, out=dealt) @ left[of_weekday]
        as_much += int((np.abs(sums) >= seen).sum())
        rounds += _AT_ONCE
    return (as_much + 1) / (rounds + 1), rounds
