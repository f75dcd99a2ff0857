"""Days the user was away: neutral everywhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class AwayRange:
    """From `first_day` to `last_day`, both included."""

    id: str
    first_day: date
    last_day: date
    reason: str = ""

    def covers(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day


def is_away(day: date, ranges: Iterable[AwayRange]) -> bool:
    return any(away.covers(day) for away in ranges)
