"""Measures, the groups they stand in, and the terms they ask, each with its first day of validity."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import assert_never

from scorecard.domain.errors import ImpossibleTermsError, TermsFault

EVERY_DAY = frozenset(range(7))
WORKING_DAYS = frozenset(range(5))
WEIGHTS = (1, 2, 3)
RATING_SCALES = (5, 10)
CARD_SIZE = 9

PLACES = 3  # digits after the decimal point of every value and target
LARGEST = Decimal(1_000_000_000)
WHOLE_SHARE = Decimal(100)  # percent


def can_be_kept(number: Decimal) -> bool:
    return number.is_finite() and abs(number) <= LARGEST and number == round(number, PLACES)


class Kind(StrEnum):
    YES_NO = "yes_no"
    COUNT = "count"
    NUMBER = "number"
    DURATION = "duration"
    RATING = "rating"
    PROMISES = "promises"  # the share of what came due that day and was kept, counted by the program

    @property
    def computed(self) -> bool:
        """Whether the program counts the value by itself: it is never typed, and never stored."""
        return self is Kind.PROMISES


class Direction(StrEnum):
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BETWEEN = "between"
    TALLY = "tally"


class Place(StrEnum):
    CARD = "card"
    BENCH = "bench"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Terms:
    """What a measure asks from `first_day` on, until the next terms.

    `target` is the least, the most, or the lower end of *between*; `upper` is the upper end of *between*. Durations
    are in minutes, kept promises in percent. `scale` is the highest rating, 5 or 10. `due` holds weekdays, Monday = 0;
    weekly measures have one total for the calendar week and ignore it. Raises ImpossibleTermsError when the parts do
    not fit together.
    """

    first_day: date
    kind: Kind
    direction: Direction = Direction.AT_LEAST
    target: Decimal | None = None
    upper: Decimal | None = None
    scale: int | None = None
    unit: str = ""
    weight: int = 1
    due: frozenset[int] = EVERY_DAY
    weekly: bool = False
    place: Place = Place.CARD
    reason: str = ""

    def __post_init__(self) -> None:
        if fault := _fault(self):
            raise ImpossibleTermsError(fault)

    @property
    def scores(self) -> bool:
        """Whether a value earns points at all: a tally is only counted."""
        return self.direction is not Direction.TALLY

    @property
    def daily(self) -> bool:
        return not self.weekly

    @property
    def on_card(self) -> bool:
        return self.place is Place.CARD

    def due_on(self, day: date) -> bool:
        return self.on_card and (self.weekly or day.weekday() in self.due)


def _fault(terms: Terms) -> TermsFault | None:
    if terms.weight not in WEIGHTS:
        return TermsFault.WEIGHT
    if not terms.due or not terms.due <= EVERY_DAY:
        return TermsFault.DUE_DAYS
    if (terms.kind is Kind.RATING) != (terms.scale in RATING_SCALES):
        return TermsFault.SCALE
    if terms.kind is Kind.YES_NO:
        return _yes_no_fault(terms)
    if terms.kind is Kind.PROMISES and (fault := _promises_fault(terms)):
        return fault
    return _target_fault(terms)


def _yes_no_fault(terms: Terms) -> TermsFault | None:
    if terms.direction not in (Direction.AT_LEAST, Direction.TALLY):
        return TermsFault.DIRECTION
    return TermsFault.TARGET if terms.target is not None or terms.upper is not None else None


def _promises_fault(terms: Terms) -> TermsFault | None:
    if terms.weekly:
        return TermsFault.WEEKLY
    if terms.direction not in (Direction.AT_LEAST, Direction.TALLY):
        return TermsFault.DIRECTION
    return TermsFault.TARGET if terms.target is not None and terms.target > WHOLE_SHARE else None


def _target_fault(terms: Terms) -> TermsFault | None:
    target, upper = terms.target, terms.upper
    if any(bound is not None and not can_be_kept(bound) for bound in (target, upper)):
        return TermsFault.TARGET
    if target is not None and terms.scale is not None and not 1 <= target <= terms.scale:
        return TermsFault.TARGET
    if upper is not None and terms.scale is not None and upper > terms.scale:
        return TermsFault.RANGE
    match terms.direction:
        case Direction.TALLY:
            return TermsFault.TARGET if target is not None or upper is not None else None
        case Direction.AT_LEAST:
            return None if target is not None and target > 0 and upper is None else TermsFault.TARGET
        case Direction.AT_MOST:
            return None if target is not None and target >= 0 and upper is None else TermsFault.TARGET
        case Direction.BETWEEN:
            fits = target is not None and upper is not None and 0 <= target <= upper
            return None if fits else TermsFault.RANGE
        case _ as never:
            assert_never(never)


@dataclass(frozen=True, slots=True)
class Group:
    """A heading on the card; groups stand in the order of their positions."""

    id: str
    name: str
    position: int = 0


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing counted every day or every week. `terms` are ordered by their first day, one for each.

    `origin` tells which foreign record it was imported from ("loop:9f3…"), so that a second import finds it again;
    where several records became one measure, each stands on a line.
    """

    id: str
    name: str
    terms: tuple[Terms, ...]
    why: str = ""
    to_whom: str = ""
    plan: str = ""
    group_id: str | None = None
    position: int = 0
    origin: str | None = None

    def terms_on(self, day: date) -> Terms | None:
        """The terms in force on `day`; None before the first."""
        found = None
        for terms in self.terms:
            if terms.first_day > day:
                break
            found = terms
        return found

    @property
    def origins(self) -> tuple[str, ...]:
        return tuple(self.origin.split("\n")) if self.origin else ()

    def with_origin(self, origin: str) -> "Measure":
        """The same measure, found again by `origin` too."""
        new = [line for line in origin.split("\n") if line not in self.origins]
        return replace(self, origin="\n".join((*self.origins, *new))) if new else self

    def with_terms(self, terms: Terms) -> "Measure":
        """The same measure with `terms` valid from their first day on, until the next that are already there."""
        others = [known for known in self.terms if known.first_day != terms.first_day]
        return replace(self, terms=tuple(sorted([*others, terms], key=lambda known: known.first_day)))
