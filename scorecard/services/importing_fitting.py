"""What an entry of another program means under the terms that its measure has here: nothing of it is dropped. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, auto

from scorecard.domain.conversions import converted
from scorecard.domain.errors import ImpossibleValueError
from scorecard.domain.marks import UNKNOWN, Entry, Scored
from scorecard.domain.measures import Kind, Measure, Terms
from scorecard.domain.texts import NOTE_LENGTH
from scorecard.domain.values import check_value
from scorecard.formats.bundle import ForeignEntry, ForeignMeasure
from scorecard.formats.fitting import joined


class Fit(Enum):
    AS_IT_WAS = auto()  # the same value, or one that can be told back from it
    CONVERTED = auto()  # another value; that of the file stands in the note
    IN_NOTE = auto()  # no value: that of the file stands in the note


@dataclass(frozen=True, slots=True)
class Fitted:
    """An entry as it is to be kept. `cut`: its note became too long for all of it."""

    entry: Entry
    fit: Fit = Fit.AS_IT_WAS
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A value of the file on so many `days`, and what it is read as; None: it stands in the note."""

    value: Decimal
    theirs: Terms
    meant: Decimal | None
    ours: Terms
    days: int


def fitted(foreign: ForeignMeasure, measure: Measure, entry: ForeignEntry) -> Fitted:
    """The entry under the terms that `measure` has on its day."""
    mark, note = entry.mark, entry.note
    if not isinstance(mark, Scored):
        return Fitted(Entry(measure.id, entry.day, mark, note, entry.from_memory))
    theirs, ours = _both(foreign, measure, entry.day)
    meant = meaning(mark.value, theirs, ours)
    if meant is not None and _told_back(mark.value, meant, theirs, ours):
        return Fitted(Entry(measure.id, entry.day, Scored(meant), note, entry.from_memory))
    whole = joined((note, _verbatim(mark.value, theirs)))
    kept = UNKNOWN if meant is None else Scored(meant)
    from_memory = entry.from_memory and meant is not None
    fit = Fit.IN_NOTE if meant is None else Fit.CONVERTED
    return Fitted(Entry(measure.id, entry.day, kept, whole[-NOTE_LENGTH:], from_memory), fit, len(whole) > NOTE_LENGTH)


def meaning(value: Decimal, theirs: Terms, ours: Terms) -> Decimal | None:
    """What a value of the file is under terms of ours; None where they cannot mean it."""
    meant = converted(value, theirs, ours)
    try:
        return None if meant is None else check_value(ours, meant)
    except ImpossibleValueError:
        return None


def readings(foreign: ForeignMeasure, measure: Measure, entries: Iterable[ForeignEntry]) -> tuple[Reading, ...]:
    """What the values of the file are read as, each once and in their order, wherever that is not the same."""
    counts: Counter[tuple[Decimal, Terms, Terms]] = Counter()
    for entry in entries:
        if isinstance(entry.mark, Scored):
            counts[entry.mark.value, *_both(foreign, measure, entry.day)] += 1
    found: Counter[tuple[Decimal, Terms, Decimal | None, Terms]] = Counter()
    for (value, theirs, ours), days in counts.items():
        meant = meaning(value, theirs, ours)
        if meant != value or theirs.kind is not ours.kind:
            found[value, theirs, meant, ours] += days
    return tuple(sorted((Reading(*of, days) for of, days in found.items()), key=lambda one: one.value))


def _both(foreign: ForeignMeasure, measure: Measure, day: date) -> tuple[Terms, Terms]:
    """The terms of a day, there and here."""
    return _in_force(foreign.terms, day), _in_force(measure.terms, day)


def _in_force(terms: Sequence[Terms], day: date) -> Terms:
    """Before the first of them, those."""
    found = terms[0]
    for later in terms[1:]:
        if later.first_day > day:
            break
        found = later
    return found


def _told_back(value: Decimal, meant: Decimal, theirs: Terms, ours: Terms) -> bool:
    return meant == value or converted(meant, ours, theirs) == value


def _verbatim(value: Decimal, theirs: Terms) -> str:
    unit = "min" if theirs.kind is Kind.DURATION else theirs.unit
    return " ".join(part for part in (format(value, "f"), unit) if part)
