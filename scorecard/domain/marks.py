"""What one measure got on one day: a value, skipped, or nothing known."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Scored:
    """A value, in the unit of the terms of its day; durations in minutes."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Skipped:
    """Not asked that day, by the user's own word: neutral in every score."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nothing is known. Never zero."""


Mark = Scored | Skipped | Unknown

UNKNOWN = Unknown()
SKIPPED = Skipped()


@dataclass(frozen=True, slots=True)
class Entry:
    """The mark of one measure on one day. `from_memory`: scored after the fact, drawn hollow in charts.

    `computed`: counted by the program from something else; such a mark is never stored.
    """

    measure_id: str
    day: date
    mark: Mark = UNKNOWN
    note: str = ""
    from_memory: bool = False
    computed: bool = False
