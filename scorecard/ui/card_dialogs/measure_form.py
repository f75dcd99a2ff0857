"""What stands in the measure editor, as typed, and which of it matters. No widgets."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, StrEnum, auto

from scorecard.domain.measures import EVERY_DAY, WORKING_DAYS, Direction, Kind, Measure, Terms
from scorecard.ui.say import say_number, say_value


class Field(Enum):
    NAME = auto()
    WHY = auto()
    TO_WHOM = auto()
    GROUP = auto()
    KIND = auto()
    DIRECTION = auto()
    TARGET = auto()
    UPPER = auto()
    SCALE = auto()
    UNIT = auto()
    DUE = auto()
    WEEKDAYS = auto()
    WEIGHT = auto()
    PLAN = auto()


class Rhythm(StrEnum):
    EVERY_DAY = "every day"
    WORKING_DAYS = "working days"
    CHOSEN_DAYS = "chosen days"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class MeasureForm:
    """`target` and `upper` are as typed. `weekdays` matter for chosen days only; Monday = 0."""

    name: str = ""
    why: str = ""
    to_whom: str = ""
    plan: str = ""
    group: str = ""
    kind: Kind = Kind.COUNT
    direction: Direction = Direction.AT_LEAST
    target: str = ""
    upper: str = ""
    scale: int = 5
    unit: str = ""
    weight: int = 1
    rhythm: Rhythm = Rhythm.WORKING_DAYS
    weekdays: frozenset[int] = WORKING_DAYS


def directions_for(kind: Kind) -> tuple[Direction, ...]:
    return (Direction.AT_LEAST, Direction.TALLY) if kind in (Kind.YES_NO, Kind.PROMISES) else tuple(Direction)


def form_of(measure: Measure, terms: Terms, group: str) -> MeasureForm:
    return MeasureForm(
        name=measure.name,
        why=measure.why,
        to_whom=measure.to_whom,
        plan=measure.plan,
        group=group,
        kind=terms.kind,
        direction=terms.direction,
        target=_typed(terms.kind, terms.target),
        upper=_typed(terms.kind, terms.upper),
        scale=terms.scale or 5,
        unit=terms.unit,
        weight=terms.weight,
        rhythm=_rhythm_of(terms),
        weekdays=terms.due,
    )


def usual_target(kind: Kind, scale: int) -> str:
    """What stands in the target field until something is typed there."""
    match kind:
        case Kind.RATING:
            return str(scale * 4 // 5)
        case Kind.DURATION:
            return "1:00"
        case Kind.COUNT:
            return "3"
        case Kind.PROMISES:
            return "100"
        case Kind.YES_NO | Kind.NUMBER:
            return ""


def shown_fields(form: MeasureForm, *, unit_of_count: bool = False) -> frozenset[Field]:
    """The fields that mean something for what is chosen. `unit_of_count`: this count came with a unit."""
    fields = set(Field) - {Field.TARGET, Field.UPPER, Field.SCALE, Field.UNIT, Field.WEEKDAYS, Field.WEIGHT}
    scored = form.direction is not Direction.TALLY
    when = {
        Field.WEIGHT: scored,
        Field.TARGET: scored and form.kind is not Kind.YES_NO,
        Field.UPPER: form.direction is Direction.BETWEEN,
        Field.SCALE: form.kind is Kind.RATING,
        Field.UNIT: form.kind is Kind.NUMBER or (form.kind is Kind.COUNT and unit_of_count),
        Field.WEEKDAYS: form.rhythm is Rhythm.CHOSEN_DAYS,
    }
    return frozenset(fields | {field for field, shown in when.items() if shown})


def _rhythm_of(terms: Terms) -> Rhythm:
    if terms.weekly:
        return Rhythm.WEEKLY
    known = {EVERY_DAY: Rhythm.EVERY_DAY, WORKING_DAYS: Rhythm.WORKING_DAYS}
    return known.get(terms.due, Rhythm.CHOSEN_DAYS)


def _typed(kind: Kind, value: Decimal | None) -> str:
    if value is None:
        return ""
    return say_number(value) if kind is Kind.PROMISES else say_value(kind, value)
