"""Days as they felt beside their scores: how often a grade was better than what was counted, and how often worse.

A felt grade covers a band of points, by the bounds of its day. A score within it is "as counted". Plain values, so
that they can be imported before numpy is; `feeling.py` works them out.
"""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from scorecard.domain.periods import Period
from scorecard.services.progress.changed import CLEAR


class Felt(IntEnum):
    """Beside the score."""

    WORSE = -1
    AS_COUNTED = 0
    BETTER = 1


@dataclass(frozen=True, slots=True)
class FeltDay:
    """`points` is the score as it is shown; None when the day has none. `low` to `high` is what its grade covers."""

    day: date
    grade: str
    low: int
    high: int
    points: int | None
    remembered: bool = False

    @property
    def felt(self) -> Felt | None:
        return None if self.points is None else Felt((self.low > self.points) - (self.high < self.points))

    @property
    def apart(self) -> int:
        """How many points lie between the score and the grade; 0 within it."""
        if self.points is None:
            return 0
        return max(self.low - self.points, self.points - self.high, 0)


@dataclass(frozen=True, slots=True)
class FeltSpot:
    """The `n` days of one grade whose scores lie near each other, from `least` to `most`; `last` is the latest.

    `across` and `upward` are counted in grades from the lowest: 0.5 is the middle of the lowest one.
    """

    grade: str
    felt: Felt
    across: float
    upward: float
    n: int
    remembered: int
    least: int
    most: int
    last: date

    @property
    def hollow(self) -> bool:
        """More than half of its days are from memory."""
        return 2 * self.remembered > self.n


@dataclass(frozen=True, slots=True)
class FeltGrade:
    """All days that felt like one grade, and the mean of their scores."""

    grade: str
    mean: float
    better: int
    as_counted: int
    worse: int

    @property
    def n(self) -> int:
        return self.better + self.as_counted + self.worse


@dataclass(frozen=True, slots=True)
class Feeling:
    """Of `n` days with a felt grade and a score. `unscored` have a grade only; of `strange` the grade is in no scale.

    `letters` are the grades from the lowest, `bounds` where each begins; `foreign` days had other bounds. `days` are
    all of them, where they are few. `p`: how likely chance alone is to part better and worse so far, by a sign test
    that takes the days for independent; None while that would say too little.
    """

    period: Period
    today: date
    letters: tuple[str, ...]
    bounds: tuple[int, ...]
    n: int = 0
    better: int = 0
    worse: int = 0
    unscored: int = 0
    strange: int = 0
    foreign: int = 0
    p: float | None = None
    spots: tuple[FeltSpot, ...] = ()
    grades: tuple[FeltGrade, ...] = ()
    days: tuple[FeltDay, ...] = ()

    @property
    def clear(self) -> bool:
        return self.p is not None and self.p < CLEAR
