"""Promises by week and level, kept and missed, as the chart of Progress shows them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scorecard.domain.periods import Length
from scorecard.domain.promises import Level
from scorecard.domain.records import has_kept
from scorecard.domain.weeks import Week
from scorecard.services.reckoning import Reckoned

WEEKS_SHOWN = 10
_LONGER = {Length.QUARTER: 13, Length.YEAR: 52, Length.ALL: 52}


@dataclass(frozen=True, slots=True)
class PromiseWeek:
    """How many promises were kept and missed in a week, by level, as each level understands it."""

    week: Week
    kept: Mapping[Level, int]
    missed: Mapping[Level, int]

    @property
    def is_blank(self) -> bool:
        return not any(self.kept.values()) and not any(self.missed.values())


def weeks_shown(length: Length) -> int:
    """How many weeks are shown beside a period of that length: never fewer than tell something."""
    return _LONGER.get(length, WEEKS_SHOWN)


def promise_weeks(items: Iterable[Reckoned], last: Week, length: int = WEEKS_SHOWN) -> tuple[PromiseWeek, ...]:
    """The `length` weeks that end with `last`, the earliest first. A promise stands in one week at most."""
    weeks = [last]
    while len(weeks) < length:
        weeks.insert(0, weeks[0].previous)
    kept = {week: dict.fromkeys(Level, 0) for week in weeks}
    missed = {week: dict.fromkeys(Level, 0) for week in weeks}
    for item in items:
        week = Week.of(item.count.day) if item.count is not None else None
        if item.count is None or week not in kept or (was_kept := has_kept(item.count)) is None:
            continue
        (kept if was_kept else missed)[week][item.count.level] += 1
    return tuple(PromiseWeek(week, kept[week], missed[week]) for week in weeks)
