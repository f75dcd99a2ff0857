"""How promises were kept, counted by level and never mixed.

Every promise counts at most once, at the level it had when its first date was missed, or else when it was settled.
The rules are those of docs/decisions/0012-counting-promises.md; the interval is Wilson's score interval (E. B. Wilson,
1927, JASA 22:209).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import sqrt
from statistics import NormalDist

from scorecard.domain.promises import Level, Outcome, Promise, Standing

ENOUGH = 5  # under so many, a rate says nothing
CONFIDENCE = 0.90


class Verdict(StrEnum):
    ON_TIME = "on time"
    LATE = "late"
    BROKEN = "broken"
    OVERDUE = "overdue"
    MISSED = "missed"  # a date was missed; the promise lives on, or was released since


@dataclass(frozen=True, slots=True)
class Count:
    """What one promise adds. `day` is the day it was kept, or the date that was missed."""

    promise: Promise
    standing: Standing
    day: date
    level: Level
    verdict: Verdict


def count_of(promise: Promise, state: Standing) -> Count | None:
    """`state` is where the promise stands. None for what does not count: released, or open and not due yet."""
    if state.missed is not None:
        return Count(promise, state, state.missed.day, state.missed.level, _verdict_of_missed(state))
    if state.lapsed is not None:
        return Count(promise, state, state.lapsed.day, state.lapsed.level, Verdict.OVERDUE)
    if state.outcome is Outcome.KEPT and state.settled_on is not None:
        return Count(promise, state, state.settled_on, state.level, Verdict.ON_TIME)
    return None


def _verdict_of_missed(state: Standing) -> Verdict:
    match state.outcome:
        case Outcome.KEPT | Outcome.LATE:
            return Verdict.LATE
        case Outcome.BROKEN:
            return Verdict.BROKEN
        case Outcome.OPEN | Outcome.RELEASED:
            return Verdict.OVERDUE if state.overdue else Verdict.MISSED


@dataclass(frozen=True, slots=True)
class Record:
    """`kept` of `n`. `share` is None for none at all; `enough` says whether it may be shown as a rate."""

    kept: int
    n: int

    @property
    def share(self) -> Fraction | None:
        return Fraction(self.kept, self.n) if self.n else None

    @property
    def enough(self) -> bool:
        return self.n >= ENOUGH

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's score interval at 90 % confidence, between 0 and 1; (0, 1) when nothing is known."""
        if not self.n:
            return 0.0, 1.0
        z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
        share = self.kept / self.n
        weight = 1 + z * z / self.n
        centre = (share + z * z / (2 * self.n)) / weight
        margin = z / weight * sqrt(share * (1 - share) / self.n + z * z / (4 * self.n * self.n))
        low = 0.0 if self.kept == 0 else max(0.0, centre - margin)
        high = 1.0 if self.kept == self.n else min(1.0, centre + margin)
        return low, high


def has_kept(count: Count) -> bool | None:
    """Whether a promise was kept as its level understands it; None for what that level does not count.

    Commitment: in time. Best effort: done, whenever. Good intention: striven for, whatever came of it.
    """
    match count.level:
        case Level.COMMITMENT:
            return count.verdict is Verdict.ON_TIME
        case Level.BEST_EFFORT:
            if count.verdict in (Verdict.OVERDUE, Verdict.MISSED):
                return None
            return count.verdict is not Verdict.BROKEN
        case Level.GOOD_INTENTION:
            return count.standing.strove


def record_of(counts: Iterable[Count]) -> Record:
    """The record of promises of one level."""
    known = [kept for count in counts if (kept := has_kept(count)) is not None]
    return Record(sum(known), len(known))


def mean_effort(counts: Iterable[Count]) -> tuple[Fraction | None, int]:
    """The mean effort, 0 to 10, of those that were asked, and how many those are."""
    efforts = [count.standing.effort for count in counts if count.standing.effort is not None]
    return (Fraction(sum(efforts), len(efforts)) if efforts else None), len(efforts)


class Distance(StrEnum):
    """How far ahead a promise was made."""

    TWO_DAYS = "two days"
    WEEK = "week"
    MONTH = "month"
    LONGER = "longer"
    NO_DATE = "no date"


def distance_of(made_on: date, last_day: date | None) -> Distance:
    """From the day it was made to the last day it could be kept in time."""
    if last_day is None:
        return Distance.NO_DATE
    days = (last_day - made_on).days
    if days <= 2:
        return Distance.TWO_DAYS
    if days <= 7:
        return Distance.WEEK
    return Distance.MONTH if days <= 31 else Distance.LONGER
