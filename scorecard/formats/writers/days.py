"""What is written of days: the same plain values for every format."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class WrittenMeasure:
    """`unit` stands behind its name; `kind` is a plain word of ours, as in the store; a rating has a `scale`."""

    id: str
    name: str
    kind: str = "count"
    unit: str = ""
    scale: int | None = None


@dataclass(frozen=True, slots=True)
class WrittenEntry:
    """`value` is None for what was skipped, or has only a note. `shown` is the value as a person writes it."""

    measure_id: str
    value: Decimal | None = None
    skipped: bool = False
    note: str = ""
    from_memory: bool = False
    shown: str = ""
    asked: str = ""


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """`score` is whole points, None while too little is known; `answers` are pairs of a prompt and what was written.

    `weekly` are those of the review of the week that begins on this day; `promises` are finished lines, each with
    whether it is done.
    """

    day: date
    entries: tuple[WrittenEntry, ...] = ()
    score: int | None = None
    known: int = 0
    due: int = 0
    grade: str = ""
    felt: str = ""
    finished: bool = False
    away: str | None = None
    answers: tuple[tuple[str, str], ...] = ()
    weekly: tuple[tuple[str, str], ...] = ()
    promises: tuple[tuple[bool, str], ...] = ()
    tags: tuple[str, ...] = ()

    def entry(self, measure_id: str) -> WrittenEntry | None:
        return next((entry for entry in self.entries if entry.measure_id == measure_id), None)


@dataclass(frozen=True, slots=True)
class Headings:
    """The words in the files, in the user's language."""

    day: str = "Day"
    score: str = "Score"
    known: str = "Known"
    grade: str = "Grade"
    felt: str = "Felt"
    finished: str = "Finished"
    away: str = "Away"
    yes: str = "yes"
    skipped: str = "skipped"
    from_memory: str = "from memory"
    note_of: str = "{measure}: note"
    measures: str = "Scorecard"
    measure: str = "Measure"
    value: str = "Value"
    asked: str = "Target"
    note: str = "Note"
    promises: str = "Promises"
    reflection: str = "Reflection"
    week: str = "Week"


def named(measures: tuple[WrittenMeasure, ...]) -> dict[str, str]:
    """A heading for each: its name with the unit, and a number where two would be the same."""
    found: dict[str, str] = {}
    for measure in measures:
        words = f"{measure.name} ({measure.unit})" if measure.unit else measure.name
        again = sum(known.casefold() == words.casefold() for known in found.values())
        found[measure.id] = words if not again else f"{words} [{measure.id}]"
    return found


def noted(measures: tuple[WrittenMeasure, ...], days: tuple[WrittenDay, ...]) -> frozenset[str]:
    """The measures that somebody wrote a note beside."""
    return frozenset(entry.measure_id for day in days for entry in day.entries if entry.note)


def plain(value: Decimal) -> str:
    """Without an exponent, and without zeros that say nothing."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
