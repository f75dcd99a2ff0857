"""What one measure got on one day: a value, skipped, or nothing known."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Scored:
    value: Decimal


@dataclass(frozen=True, slots=True)
class Skipped:
    pass


@dataclass(frozen=True, slots=True)
class Unknown:
    pass


Mark = Scored | Skipped | Unknown

UNKNOWN = Unknown()
SKIPPED = Skipped()


@dataclass(frozen=True, slots=True)
class Entry:
    """The mark of one measure on one day. `from_memory`: scored after the fact, drawn hollow in charts."""

    measure_id: str
    day: date
    mark: Mark = UNKNOWN
    note: str = ""
    from_memory: bool = False
