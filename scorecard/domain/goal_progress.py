"""How far the entries of a quarter or a year have come towards a goal, as values: exact, and adding up.

The parts of the measures add up to the whole. What is unknown adds nothing, and is never zero.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from fractions import Fraction

from scorecard.domain.goals import Counted, Goal
from scorecard.domain.measures import Kind, Measure

NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """So many values that can't be counted so: of another kind, or of a tally, which has no target."""

    kind: Kind
    tally: bool
    n: int


@dataclass(frozen=True, slots=True)
class Gain:
    """What one measure gave. Of a mean score, `whole` is the sum of weighted completions and `weight` their weight.

    `known` of `asked` entries are known; `n` values are in it, those of days on which it was not asked too.
    """

    measure: Measure
    whole: Fraction = NOTHING
    weight: int = 0
    n: int = 0
    known: int = 0
    asked: int = 0
    left_out: tuple[LeftOut, ...] = ()


class Stand(Enum):
    """Where a goal stands, as a fact."""

    EMPTY = auto()  # no measure works towards it
    UNKNOWN = auto()
    AIMLESS = auto()  # without a target
    OPEN = auto()
    REACHED = auto()
    OVER = auto()  # more than it was to be at most
    ENDED = auto()  # the period is over, and the target was not reached


@dataclass(frozen=True, slots=True)
class Left:
    """So many working days left, or weeks where every measure is a weekly one."""

    n: int
    weekly: bool = False


@dataclass(frozen=True, slots=True)
class GoalProgress:
    """A goal with the entries up to `until`. `gone` of the `days` of its period are, that day with them.

    `limit`: its measures are to be at most something, and so is the goal. `mixed`: some of them are, others not.
    `units` are those that were added up, where there is more than one. `over`: the period has ended.
    """

    goal: Goal
    until: date
    gains: tuple[Gain, ...]
    gone: int
    days: int
    left: Left
    limit: bool = False
    mixed: bool = False
    units: tuple[str, ...] = ()
    over: bool = False

    @property
    def n(self) -> int:
        return sum(gain.n for gain in self.gains)

    @property
    def known(self) -> int:
        return sum(gain.known for gain in self.gains)

    @property
    def asked(self) -> int:
        return sum(gain.asked for gain in self.gains)

    @property
    def weight(self) -> int:
        return sum(gain.weight for gain in self.gains)

    @property
    def amount(self) -> Fraction | None:
        """None while nothing is known."""
        return sum((self.part(gain) for gain in self.gains), NOTHING) if self.n else None

    def part(self, gain: Gain) -> Fraction:
        """What the measure gives to `amount`; these add up to it."""
        if self.goal.counted is not Counted.SCORE:
            return gain.whole
        return 100 * gain.whole / self.weight if self.weight else NOTHING

    @property
    def target(self) -> Fraction | None:
        return None if self.goal.target is None else Fraction(self.goal.target)

    @property
    def share(self) -> Fraction | None:
        """Of the target; it may be more than all, and below nothing."""
        amount, target = self.amount, self.target
        return None if amount is None or target is None else amount / target

    @property
    def gone_share(self) -> Fraction:
        return Fraction(self.gone, self.days)

    @property
    def missing(self) -> Fraction | None:
        """Up to the target; below zero above it."""
        amount, target = self.amount, self.target
        return None if amount is None or target is None else target - amount

    @property
    def each(self) -> Fraction | None:
        """What is missing, or left of what it may be at most, for each working day that is left; totals only."""
        missing = self.missing
        if missing is None or missing <= 0 or not self.left.n or not self.goal.counted.adds_values:
            return None
        return missing / self.left.n

    @property
    def stand(self) -> Stand:
        if not self.gains:
            return Stand.EMPTY
        missing = self.missing
        if missing is None:
            return Stand.UNKNOWN if self.amount is None else Stand.AIMLESS
        if self.limit:
            return Stand.OVER if missing < 0 else Stand.REACHED if self.over else Stand.OPEN
        if missing <= 0:
            # A mean may still fall until the period is over.
            return Stand.OPEN if self.goal.counted is Counted.SCORE and not self.over else Stand.REACHED
        return Stand.ENDED if self.over else Stand.OPEN
