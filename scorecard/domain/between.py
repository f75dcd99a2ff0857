"""What is between the user and somebody: what they care about, help offered, intent, what they owe, what was agreed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LONG_LENGTH = 2000  # of answers, outcomes, intents and notes


class ConcernKind(StrEnum):
    RESPONSIBILITY = "responsibility"
    CONCERN = "concern"


@dataclass(frozen=True, slots=True)
class Concern:
    """What somebody answers for, or cares about, as a short line."""

    id: str
    person_id: str
    kind: ConcernKind
    words: str
    position: int


@dataclass(frozen=True, slots=True)
class Help:
    """“How can I help?”, asked on a day: what they said, when it was done, and what came of it."""

    id: str
    person_id: str
    asked_on: date
    answer: str = ""
    done_on: date | None = None
    outcome: str = ""

    @property
    def open(self) -> bool:
        """There is an answer, and nothing was done yet."""
        return self.done_on is None and bool(self.answer)


@dataclass(frozen=True, slots=True)
class Intent:
    """Why the user wants something from somebody; `said_on` is None until they have said so."""

    id: str
    person_id: str
    day: date
    words: str
    said_on: date | None = None

    @property
    def said(self) -> bool:
        return self.said_on is not None


class OwedOutcome(StrEnum):
    KEPT = "kept"
    LATE = "late"
    BROKEN = "broken"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class Owed:
    """What somebody promised to the user. `outcome` is None while it is open."""

    id: str
    person_id: str
    words: str
    made_on: date
    due_day: date | None = None
    settled_on: date | None = None
    outcome: OwedOutcome | None = None
    note: str = ""

    @property
    def open(self) -> bool:
        return self.outcome is None

    def is_overdue(self, today: date) -> bool:
        return self.open and self.due_day is not None and self.due_day < today


@dataclass(frozen=True, slots=True)
class FactorPlan:
    """One line on how to improve a factor of a check-in; `checkin` and `factor` are ids of its definition."""

    person_id: str
    checkin: str
    factor: str
    words: str
    changed_on: date


@dataclass(frozen=True, slots=True)
class Agreed:
    """A measure that was agreed with a client or a team."""

    person_id: str
    measure_id: str
    agreed_on: date
