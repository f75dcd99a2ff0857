"""A bundle being put together: each measure and each of its days once, and nothing that may not be stored."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from scorecard.domain.errors import ImpossibleValueError
from scorecard.domain.marks import UNKNOWN, Mark, Scored
from scorecard.domain.measures import LARGEST, PLACES, Kind, Terms
from scorecard.domain.values import check_value
from scorecard.formats.bundle import (
    FIRST_DAY,
    LAST_DAY,
    MOST_ENTRIES,
    MOST_MEASURES,
    Advice,
    AdviceKind,
    Bundle,
    Cancelled,
    ForeignEntry,
    ForeignMeasure,
    ForeignText,
    LossKind,
    Progress,
)  # fmt: skip
from scorecard.formats.errors import Amount, FileTooLargeError, ImportCancelledError
from scorecard.formats.fitting import distinct, fitting_name, fitting_note, fitting_origin, joined
from scorecard.formats.losses import LossTally

BATCH = 500
_STEP = Decimal(1).scaleb(-PLACES)


def heed(cancelled: Cancelled) -> None:
    """Raises ImportCancelledError where that is so."""
    if cancelled():
        raise ImportCancelledError


@dataclass(slots=True)
class Steps:
    """Tells how far it is, and stops when told to."""

    progress: Progress
    cancelled: Cancelled
    total: int
    done: int = 0

    def step(self) -> None:
        if self.done % BATCH == 0:
            self.progress(self.done, self.total)
            heed(self.cancelled)
        self.done += 1


@dataclass(slots=True)
class Gathering:
    """Lines and records are counted from 1 in whatever the file has."""

    source: str
    losses: LossTally = field(default_factory=LossTally)
    advice: dict[tuple[AdviceKind, str], int] = field(default_factory=dict)
    _measures: dict[str, ForeignMeasure] = field(default_factory=dict)
    _entries: dict[tuple[str, date], ForeignEntry] = field(default_factory=dict)

    def add_measure(self, measure: ForeignMeasure) -> ForeignMeasure:
        """With a number to its origin where another measure has that already."""
        if len(self._measures) >= MOST_MEASURES:
            raise FileTooLargeError(MOST_MEASURES, Amount.MEASURES)
        measure = replace(measure, origin=distinct(fitting_origin(measure.origin), self._measures))
        self._measures[measure.origin] = measure
        return measure

    def named(self, text: str, otherwise: str) -> tuple[str, str]:
        """A measure's name, and the whole text where it had to be cut."""
        name, whole = fitting_name(text, otherwise)
        if whole:
            self.losses.add(LossKind.TEXT_CUT, name)
        return name, whole

    def why(self, name: str, *parts: str) -> str:
        return fitting_note(joined(part.strip() for part in parts), self.losses, name)

    def add_entry(
        self,
        measure: ForeignMeasure,
        day: date | None,
        mark: Mark,
        note: str = "",
        line: int | None = None,
        *,
        from_memory: bool = False,
    ) -> None:
        """The first record for a day stands. One of no day, or of a far one, is no history."""
        if day is None or not FIRST_DAY <= day <= LAST_DAY:
            self.losses.add(LossKind.FAR_DAY, measure.name, line)
        elif (measure.origin, day) in self._entries:
            self.losses.add(LossKind.DUPLICATE, measure.name, line)
        else:
            note = fitting_note(note, self.losses, measure.name, line)
            self._entries[measure.origin, day] = ForeignEntry(measure.origin, day, mark, note, from_memory)
            if len(self._entries) > MOST_ENTRIES:
                raise FileTooLargeError(MOST_ENTRIES, Amount.ENTRIES)

    def valued(
        self, measure: ForeignMeasure, value: Decimal | None, verbatim: str, note: str, line: int | None = None
    ) -> tuple[Mark, str]:
        """The mark of a value, and the note; `verbatim` is kept there where the mark does not say as much."""
        rounded = fitting_value(measure.terms[-1], value)
        if rounded is not None and rounded == value:
            return Scored(rounded), note
        self.losses.add(LossKind.IN_NOTE if rounded is None else LossKind.ROUNDED, measure.name, line)
        return UNKNOWN if rounded is None else Scored(rounded), joined((note.strip(), verbatim.strip()))

    def advise(self, kind: AdviceKind, subject: str = "") -> None:
        self.advice[kind, subject] = self.advice.get((kind, subject), 0) + 1

    def bundle(self, texts: Iterable[ForeignText] = (), program: str = "") -> Bundle:
        """Without entries that say nothing."""
        explained = {loss.subject for loss in self.losses.losses if loss.kind in (LossKind.SCHEDULE, LossKind.TARGET)}
        for measure in self._measures.values():
            if not (measure.terms[-1].scores or measure.offered or measure.name in explained):
                self.advise(AdviceKind.TALLY_ONLY)
        entries = tuple(entry for entry in self._entries.values() if entry.mark != UNKNOWN or entry.note)
        advice = tuple(Advice(kind, subject, count) for (kind, subject), count in self.advice.items())
        return Bundle(
            self.source, tuple(self._measures.values()), entries, self.losses.losses, advice, tuple(texts), program
        )


def check_count(count: int, most: int, amount: Amount) -> None:
    if count > most:
        raise FileTooLargeError(most, amount)


def fitting_value(terms: Terms, value: Decimal | None) -> Decimal | None:
    """`value` to the places that are kept; None when the terms cannot mean it."""
    if value is None or not value.is_finite() or abs(value) > LARGEST:
        return None
    try:
        return check_value(terms, plain(value.quantize(_STEP, ROUND_HALF_UP)))
    except ImpossibleValueError:
        return None


def number_kind(values: Iterable[Decimal]) -> Kind:
    """What holds all of the values that can be held."""
    held = [value for value in values if value.is_finite() and abs(value) <= LARGEST]
    return Kind.COUNT if all(value >= 0 and value == int(value) for value in held) else Kind.NUMBER


def plain(number: Decimal) -> Decimal:
    """Without trailing zeros and without an exponent."""
    return Decimal(int(number)) if number == int(number) else number.normalize()
