"""Check-ins: a few factors rated from 1 to 10, added up and divided by the last of them. The arithmetic is exact."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import assert_never

from scorecard.domain.errors import KnownError

LEAST, MOST = 1, 10
MOST_FACTORS = 12
EVIDENCE_LENGTH = 500
THOUSANDTHS = 1000


class Subject(StrEnum):
    """Whom a check-in is about. Stored by value."""

    ME = "me"
    PERSON = "person"
    TEAM = "team"


class Cadence(StrEnum):
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    NEVER = "never"


class DefinitionFault(StrEnum):
    UNREADABLE = "unreadable"
    TOO_LARGE = "too large"
    NOT_TEXT = "not text"
    NOT_TOML = "not toml"
    TOO_DEEP = "too deep"
    TOO_MANY_FILES = "too many files"
    MISSING = "missing"
    UNKNOWN_KEY = "unknown key"
    WRONG_KIND = "wrong kind"
    EMPTY = "empty"
    TOO_LONG = "too long"
    BAD_ID = "bad id"
    SAME_ID = "same id"
    CADENCE = "cadence"
    SUBJECT = "subject"
    TWICE = "twice"
    NO_DIVISOR = "no divisor"
    TWO_DIVISORS = "two divisors"
    ONLY_DIVISOR = "only divisor"
    TOO_MANY_FACTORS = "too many factors"


class BrokenDefinitionError(KnownError):
    """A definition that can't be used. `part` is what of it, as it is written there; `file` is the name of its file."""

    def __init__(self, fault: DefinitionFault, part: str = "", file: str = "") -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.part = part
        self.file = file


class CheckinFault(StrEnum):
    GONE = "definition changed or gone"
    UNANSWERED = "unanswered"
    OUT_OF_SCALE = "out of scale"
    SUBJECT = "not of that subject"
    NOBODY = "nobody named"


class ImpossibleCheckinError(KnownError):
    """Answers that make no result. `factor` is the name of the first that does not fit, where it is one of them."""

    def __init__(self, fault: CheckinFault, factor: str = "") -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.factor = factor


@dataclass(frozen=True, slots=True)
class Factor:
    """One thing that is rated; `one` and `ten` say what the ends of the scale mean."""

    id: str
    name: str
    one: str
    ten: str
    divisor: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A factor as it was rated on a day, under the name it had then."""

    name: str
    value: int


@dataclass(frozen=True, slots=True)
class Definition:
    """What is rated, how often, and about whom. Raises BrokenDefinitionError."""

    id: str
    name: str
    cadence: Cadence
    subjects: tuple[Subject, ...]
    factors: tuple[Factor, ...]

    def __post_init__(self) -> None:
        if not self.subjects:
            raise BrokenDefinitionError(DefinitionFault.EMPTY, "subjects")
        if len(self.factors) > MOST_FACTORS:
            raise BrokenDefinitionError(DefinitionFault.TOO_MANY_FACTORS)
        _refuse_twice(subject.value for subject in self.subjects)
        _refuse_twice(factor.id for factor in self.factors)
        _refuse_twice(factor.name for factor in self.factors)
        divisors = sum(factor.divisor for factor in self.factors)
        if divisors != 1:
            raise BrokenDefinitionError(DefinitionFault.TWO_DIVISORS if divisors else DefinitionFault.NO_DIVISOR)
        if len(self.factors) == 1:
            raise BrokenDefinitionError(DefinitionFault.ONLY_DIVISOR)

    @property
    def ordered(self) -> tuple[Factor, ...]:
        """As they are asked and stored: those that are added up, then the divisor."""
        return tuple(sorted(self.factors, key=lambda factor: factor.divisor))

    @property
    def formula(self) -> str:
        return say_formula([_inside(factor.name) for factor in self.ordered])

    def factor_named(self, name: str) -> Factor | None:
        return next((factor for factor in self.factors if factor.name.casefold() == name.casefold()), None)

    def parts(self, values: Mapping[str, int]) -> tuple[Part, ...]:
        """`values` are by the ids of the factors. Raises ImpossibleCheckinError unless each has one from 1 to 10."""
        if not values.keys() <= {factor.id for factor in self.factors}:
            raise ImpossibleCheckinError(CheckinFault.GONE)
        for factor in self.ordered:
            if factor.id not in values:
                raise ImpossibleCheckinError(CheckinFault.UNANSWERED, factor.name)
            if not LEAST <= values[factor.id] <= MOST:
                raise ImpossibleCheckinError(CheckinFault.OUT_OF_SCALE, factor.name)
        return tuple(Part(factor.name, values[factor.id]) for factor in self.ordered)


@dataclass(frozen=True, slots=True)
class Checkin:
    """One result, with the parts and the formula of its day. `result` is in whole thousandths."""

    id: str
    definition_id: str
    day: date
    subject: Subject
    person_id: str | None
    parts: tuple[Part, ...]
    formula: str
    result: Fraction
    evidence: str = ""

    def value_of(self, factor: str) -> int | None:
        """What the factor of that name was rated."""
        return next((part.value for part in self.parts if part.name.casefold() == factor.casefold()), None)


def result_of(parts: tuple[Part, ...]) -> Fraction:
    """The sum of all parts but the last, divided by the last."""
    *addends, divisor = parts
    return Fraction(sum(part.value for part in addends), divisor.value)


def in_thousandths(result: Fraction) -> int:
    """Rounded half up, as it is stored."""
    return _rounded(result * THOUSANDTHS)


def in_tenths(result: Fraction) -> int:
    """Rounded half up, as it is shown."""
    return _rounded(result * 10)


def _rounded(number: Fraction) -> int:
    return (2 * number.numerator + number.denominator) // (2 * number.denominator)


def say_formula(terms: list[str]) -> str:
    """ "(reliability + credibility) ÷ self-orientation": the last one divides."""
    *addends, divisor = terms
    total = " + ".join(addends)
    return f"({total}) ÷ {divisor}" if len(addends) > 1 else f"{total} ÷ {divisor}"


def next_day(cadence: Cadence, last: date) -> date | None:
    """The day on which the next one is due; None for never."""
    if last.year == MAXYEAR:
        return None
    match cadence:
        case Cadence.WEEKLY:
            return last + timedelta(days=7)
        case Cadence.MONTHLY:
            return _months_later(last, 1)
        case Cadence.QUARTERLY:
            return _months_later(last, 3)
        case Cadence.NEVER:
            return None
        case _ as never:
            assert_never(never)


def _months_later(day: date, months: int) -> date:
    """The same day of the month, or the last one of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _inside(name: str) -> str:
    """A name inside a formula: small, unless it begins with an abbreviation."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _refuse_twice(words: Iterable[str]) -> None:
    seen: set[str] = set()
    for word in words:
        if word.casefold() in seen:
            raise BrokenDefinitionError(DefinitionFault.TWICE, word)
        seen.add(word.casefold())
