"""What changed between two stretches of days: which they are, what is known of them, and whether it is for the better.

Plain values, so that they can be imported before numpy is; `claims.py` works them out.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, auto

from scorecard.domain.measures import Direction, Terms
from scorecard.domain.periods import Length, Period, earlier

SEED = 1
CLEAR = 0.05
LEAST_DAYS = 14
LEAST_WEEKS = 4  # of weekly totals
LEAST_OF_ONE_DAY = 7  # of what is due on one day of the week
WEEKS = 8
_NEAR_NOTHING = 0.1  # a base of which the change is more than nine tenths is none


@dataclass(frozen=True, slots=True)
class Change:
    """Two stretches beside each other: how many values are known in each, their means, and how likely chance is.

    `p` is None while fewer than `least` are known in one of them. `rounds` is how often the values were dealt out;
    `exact`: in every possible way. Otherwise `seed` makes the same answer come out every time.
    """

    n: int
    n_before: int
    mean: float | None
    mean_before: float | None
    least: int = LEAST_DAYS
    p: float | None = None
    seed: int = SEED
    rounds: int = 0
    exact: bool = False

    @property
    def enough(self) -> bool:
        return min(self.n, self.n_before) >= self.least

    @property
    def clear(self) -> bool:
        return self.p is not None and self.p < CLEAR

    @property
    def difference(self) -> float | None:
        """How much higher the mean is than it was before."""
        if self.mean is None or self.mean_before is None:
            return None
        return self.mean - self.mean_before

    @property
    def relative(self) -> float | None:
        """The difference as a part of the mean before: 0.31 is 31 % more. None where that is nothing to compare with:
        zero or below, or next to nothing beside the mean of now."""
        if self.mean is None or self.mean_before is None or self.mean < 0:
            return None
        if self.mean_before <= _NEAR_NOTHING * self.mean:
            return None
        return self.mean / self.mean_before - 1


class Verdict(Enum):
    """Whether a clear change is for the better, by what the measure asks."""

    BETTER = auto()
    WORSE = auto()
    NEITHER = auto()


@dataclass(frozen=True, slots=True)
class Comparison:
    """`length` is that of the period; a week, and all, are too short or too long: then it's eight weeks (`weeks`)."""

    length: Length
    first: date
    last: date
    before_first: date
    before_last: date

    @property
    def weeks(self) -> bool:
        return self.length in (Length.WEEK, Length.ALL)


def comparison_of(period: Period, today: date) -> Comparison:
    """The period as far as it has come against the whole one before; of a week and of all the last eight weeks against
    the eight before."""
    last = min(period.last, today)
    if period.length in (Length.WEEK, Length.ALL):
        days = 7 * WEEKS
        first = earlier(last, days - 1)
        before_last = earlier(first, 1)
        return Comparison(period.length, first, last, earlier(before_last, days - 1), before_last)
    before = period.previous
    return Comparison(period.length, period.first, last, before.first, before.last)


def least_of(terms: Terms) -> int:
    """How many days, or weekly totals, have to be known in each stretch before anything is claimed."""
    if terms.weekly:
        return LEAST_WEEKS
    return LEAST_OF_ONE_DAY if len(terms.due) == 1 else LEAST_DAYS


def verdict_of(terms: Terms, change: Change) -> Verdict:
    if not change.clear or change.mean is None or change.mean_before is None:
        return Verdict.NEITHER
    gain = change.mean - change.mean_before
    match terms.direction:
        case Direction.TALLY:
            gain = 0.0
        case Direction.AT_MOST:
            gain = -gain
        case Direction.BETWEEN:
            gain = _outside(terms, change.mean_before) - _outside(terms, change.mean)
        case Direction.AT_LEAST:
            pass
    if not gain:
        return Verdict.NEITHER
    return Verdict.BETTER if gain > 0 else Verdict.WORSE


def _outside(terms: Terms, mean: float) -> float:
    """How far a mean lies outside of what is asked."""
    return max(float(terms.target or Decimal(0)) - mean, mean - float(terms.upper or Decimal(0)), 0.0)
