"""Days the user was away: neutral everywhere."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from scorecard.domain.days import ONE_DAY
from scorecard.domain.errors import KnownError


@dataclass(frozen=True, slots=True)
class AwayRange:
    """From `first_day` to `last_day`, both included."""

    id: str
    first_day: date
    last_day: date
    reason: str = ""

    def covers(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    def overlaps(self, other: "AwayRange") -> bool:
        return self.first_day <= other.last_day and other.first_day <= self.last_day

    def touches(self, other: "AwayRange") -> bool:
        """Whether there is no day between them."""
        later, earlier = max(self.first_day, other.first_day), min(self.last_day, other.last_day)
        return later.toordinal() <= earlier.toordinal() + 1

    def holds(self, other: "AwayRange") -> bool:
        """Whether every day of the other is one of its own."""
        return self.first_day <= other.first_day and other.last_day <= self.last_day


class BackwardRangeError(KnownError):
    """The last day is before the first."""


class AwayOverlapError(KnownError):
    """Some of these days are away already, for another reason: `known` is where."""

    def __init__(self, known: AwayRange) -> None:
        super().__init__(known.id)
        self.known = known


def is_away(day: date, ranges: Iterable[AwayRange]) -> bool:
    return any(away.covers(day) for away in ranges)


def reasons_between(ranges: Iterable[AwayRange], first_day: date, last_day: date) -> tuple[str, ...]:
    """Why one was away on any of these days, each reason once, in the order of the days."""
    met = sorted(
        (away for away in ranges if away.first_day <= last_day and first_day <= away.last_day),
        key=lambda away: away.first_day,
    )
    return tuple(dict.fromkeys(away.reason for away in met if away.reason))


def with_range(ranges: Iterable[AwayRange], wanted: AwayRange) -> tuple[AwayRange, ...]:
    """The ranges with `wanted` among them, in place of the one with its id.

    What overlaps it or follows it day upon day for the same reason becomes one with it, and so does a range without a
    reason that lies within it. The id is then that of the earliest, unless `wanted` had its own before. Raises
    BackwardRangeError, and AwayOverlapError where a day would be away for two reasons.
    """
    if wanted.last_day < wanted.first_day:
        raise BackwardRangeError
    others = sorted(ranges, key=lambda away: away.first_day)
    is_new = all(away.id != wanted.id for away in others)
    others = [away for away in others if away.id != wanted.id]
    joined = [away for away in others if _is_one(wanted, away)]
    apart = [away for away in others if away not in joined]
    whole = replace(
        wanted,
        id=joined[0].id if joined and is_new else wanted.id,
        first_day=min(away.first_day for away in (wanted, *joined)),
        last_day=max(away.last_day for away in (wanted, *joined)),
    )
    for away in apart:
        if away.overlaps(wanted):
            raise AwayOverlapError(away)
    return tuple(sorted((*apart, whole), key=lambda away: away.first_day))


def without_day(ranges: Iterable[AwayRange], day: date, make_id: Callable[[], str]) -> tuple[AwayRange, ...]:
    """The ranges with `day` taken out; one that goes on after it is two then, the later one with an id of its own."""
    left: list[AwayRange] = []
    for away in ranges:
        left += _parted(away, day, make_id) if away.covers(day) else [away]
    return tuple(sorted(left, key=lambda away: away.first_day))


def _is_one(wanted: AwayRange, known: AwayRange) -> bool:
    if known.reason == wanted.reason:
        return known.touches(wanted)
    return not known.reason and wanted.holds(known)


def _parted(away: AwayRange, day: date, make_id: Callable[[], str]) -> Sequence[AwayRange]:
    before = [replace(away, last_day=day - ONE_DAY)] if away.first_day < day else []
    after = [replace(away, first_day=day + ONE_DAY)] if day < away.last_day else []
    if before and after:
        after = [replace(after[0], id=make_id())]
    return [*before, *after]
