"""One column of a table as a measure: what kind its cells have in common, and what each of them says."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum, auto

from scorecard.domain.errors import ImpossibleValueError
from scorecard.domain.marks import SKIPPED, UNKNOWN, Mark, Scored
from scorecard.domain.measures import LARGEST, PLACES, Direction, Kind, Terms
from scorecard.domain.values import NO, YES, check_value
from scorecard.formats.bundle import UNDATED, LossKind
from scorecard.formats.cells import DASHES, answer_in, is_skip, minutes_in, number_in

_STEP = Decimal(1).scaleb(-PLACES)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is not blank."""

    line: int
    day: date
    text: str


class _Sort(Enum):
    NUMBER = auto()
    DURATION = auto()
    ANSWER = auto()
    SKIP = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """How the cells of one column are read. A dash is *no* where yes has a word and no has none, else *skipped*."""

    terms: Terms
    point: str
    dash_is_no: bool = False

    def read(self, text: str) -> tuple[Mark, LossKind | None]:
        """The mark of a cell, and how the mark falls short of the text where it does."""
        if self.dash_is_no and text.strip() in DASHES:
            return Scored(NO), None
        if is_skip(text):
            return SKIPPED, None
        exact = _exact(text, self.terms.kind, self.point)
        if exact is None or abs(exact) > LARGEST:
            return UNKNOWN, LossKind.IN_NOTE
        value = _rounded(exact)
        try:
            check_value(self.terms, value)
        except ImpossibleValueError:
            return UNKNOWN, LossKind.IN_NOTE
        return Scored(value), None if value == exact else LossKind.ROUNDED


def column_of(texts: Sequence[str], point: str) -> Column:
    """The kind that most cells have. Only a yes is asked for: no table tells a target, so the rest is only counted."""
    leading = _leading(texts, point)
    if leading is _Sort.ANSWER:
        answers = {answer_in(text) for text in texts}
        dashed = any(text.strip() in DASHES for text in texts)
        return Column(Terms(UNDATED, Kind.YES_NO), point, dash_is_no=dashed and False not in answers)
    if leading is None:
        return Column(Terms(UNDATED, Kind.YES_NO, Direction.TALLY), point)
    kind = Kind.DURATION if leading is _Sort.DURATION else _number_kind(texts, point)
    return Column(Terms(UNDATED, kind, Direction.TALLY), point)


def _leading(texts: Sequence[str], point: str) -> _Sort | None:
    """The sort that most cells can be read as; 0 and 1 may be answers too, and 0 a time, where there are such."""
    sorts = Counter(_sort(text, point) for text in texts)
    numbers = [number_in(text, point) for text in texts]
    readable = {
        _Sort.NUMBER: sorts[_Sort.NUMBER],
        _Sort.DURATION: sorts[_Sort.DURATION] + numbers.count(NO),
        _Sort.ANSWER: sorts[_Sort.ANSWER] + numbers.count(NO) + numbers.count(YES),
    }
    return max((sort for sort in readable if sorts[sort]), key=lambda sort: readable[sort], default=None)


def _sort(text: str, point: str) -> _Sort:
    if is_skip(text):
        return _Sort.SKIP
    if answer_in(text) is not None:
        return _Sort.ANSWER
    if number_in(text, point) is not None:
        return _Sort.NUMBER
    return _Sort.OTHER if minutes_in(text) is None else _Sort.DURATION


def _number_kind(texts: Sequence[str], point: str) -> Kind:
    numbers = [number for text in texts if (number := number_in(text, point)) is not None and abs(number) <= LARGEST]
    whole = all(number >= 0 and _rounded(number) == int(number) for number in numbers)
    return Kind.COUNT if whole else Kind.NUMBER


def _exact(text: str, kind: Kind, point: str) -> Decimal | None:
    if kind is Kind.DURATION:
        minutes = minutes_in(text)
        # A bare number may be minutes or hours; only nothing is the same in both.
        return NO if minutes is None and number_in(text, point) == 0 else minutes
    if kind is Kind.YES_NO and (answer := answer_in(text)) is not None:
        return YES if answer else NO
    return number_in(text, point)


def _rounded(number: Decimal) -> Decimal:
    """To the places a value may have, and without trailing zeros."""
    rounded = number.quantize(_STEP, ROUND_HALF_UP)
    return Decimal(int(rounded)) if rounded == int(rounded) else rounded.normalize()
