"""A promise in one line, read while it is typed: "Send the estimates to Cassandra by Friday !commitment"."""

from dataclasses import dataclass
from enum import StrEnum

from scorecard.domain.due import Due
from scorecard.domain.people import Person
from scorecard.domain.promises import Level


class Part(StrEnum):
    """What a stretch of the line was understood as."""

    PERSON = "person"
    DUE = "due"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Understood:
    """Characters `start` to `end` of the line."""

    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a line names. `person` is None for somebody not written down yet."""

    name: str
    person: Person | None = None


@dataclass(frozen=True, slots=True)
class LineReading:
    """What a line says. `words` is what remains of it once the understood parts are taken out.

    `dues` and `addressees` hold every way to read the date and the person, the likeliest first; more than one means
    that the user is shown all of them. Empty: the line names none. `level` is None where the line names none.
    """

    words: str
    level: Level | None = None
    dues: tuple[Due, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    parts: tuple[Understood, ...] = ()
