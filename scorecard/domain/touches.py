"""Attention: touches, given or received, and how long ago the last one was beside the rhythm one would like."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

TOUCH_NOTE_LENGTH = 2000


class Way(StrEnum):
    """How it came about. Stored by value."""

    SERVED = "served"
    MET = "met"
    TALKED = "talked"
    WROTE = "wrote"
    HELPED = "helped"


class Direction(StrEnum):
    GIVEN = "given"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Touch:
    """`present`: whether the user was really there; None is not said, never no."""

    id: str
    person_id: str
    day: date
    way: Way
    direction: Direction = Direction.GIVEN
    present: bool | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """The last touch as of `today`, beside the rhythm in days; each is None where there is none."""

    today: date
    last: date | None = None
    rhythm: int | None = None

    @property
    def days(self) -> int | None:
        """Since the last touch."""
        return None if self.last is None else (self.today - self.last).days

    @property
    def due_on(self) -> date | None:
        """The day by which one would like to have been in touch; None without a rhythm or a touch."""
        if self.last is None or self.rhythm is None:
            return None
        return self.last + min(timedelta(days=self.rhythm), date.max - self.last)

    @property
    def due(self) -> bool:
        """With a rhythm, and never yet in touch: due, but late for nothing."""
        if self.rhythm is None:
            return False
        return self.due_on is None or self.due_on <= self.today

    @property
    def overdue(self) -> bool:
        return self.due_on is not None and self.due_on < self.today

    @property
    def silence(self) -> tuple[float, int]:
        """The longest silence against the rhythm first, for sorting: those with no rhythm come last, by their days."""
        days = -1 if self.days is None else self.days
        if self.rhythm is None:
            return 1.0, -days
        return -(1.0 if self.days is None else days / self.rhythm), -days
