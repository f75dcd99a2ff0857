"""What stands in the measure editor, as typed, and the draft it means. No widgets."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum, auto

from scorecard.domain.errors import (
    EmptyNameError,
    ImpossibleTermsError,
    ImpossibleValueError,
    TermsFault,
    TextTooLongError,
)
from scorecard.domain.measures import EVERY_DAY, WORKING_DAYS, Direction, Kind, Measure, Place, Terms
from scorecard.domain.texts import clean_line, clean_name
from scorecard.domain.values import read_value
from scorecard.services.cards import Draft
from scorecard.ui.card_dialogs.problems import say_empty_target, say_terms_problem, say_value_problem
from scorecard.ui.say import decimal_point, say_value
from scorecard.ui.text import tr
from scorecard.words.errors import say_error

UNIT_LENGTH = 20


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


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What the editor does not change: from when on the terms hold, and where the measure stands."""

    first_day: date
    place: Place = Place.CARD
    reason: str = ""


class FormProblem(Exception):  # noqa: N818
    """Why a form means no measure yet: the field to look at, and the sentence beside it."""

    def __init__(self, field: Field, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
        self.sentence = sentence


def directions_for(kind: Kind) -> tuple[Direction, ...]:
    return (Direction.AT_LEAST, Direction.TALLY) if kind is Kind.YES_NO else tuple(Direction)


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


def draft_of(form: MeasureForm, whereabouts: Whereabouts) -> Draft:
    """The draft the form means; raises FormProblem."""
    terms = terms_of(form, whereabouts)
    return Draft(_name(form), terms, form.why, form.to_whom, form.plan, form.group)


def terms_of(form: MeasureForm, whereabouts: Whereabouts) -> Terms:
    """The terms the form means, whatever its name; raises FormProblem."""
    fields = shown_fields(form)
    counted = form.kind in (Kind.NUMBER, Kind.COUNT)
    try:
        return Terms(
            first_day=whereabouts.first_day,
            kind=form.kind,
            direction=form.direction,
            target=_bound(form, Field.TARGET, whereabouts) if Field.TARGET in fields else None,
            upper=_bound(form, Field.UPPER, whereabouts) if Field.UPPER in fields else None,
            scale=form.scale if form.kind is Kind.RATING else None,
            unit=clean_line(form.unit, UNIT_LENGTH) if counted else "",
            weight=form.weight,
            due=_due(form),
            weekly=form.rhythm is Rhythm.WEEKLY,
            place=whereabouts.place,
            reason=whereabouts.reason,
        )
    except ImpossibleTermsError as error:
        raise FormProblem(_field_of(error.fault), say_terms_problem(error.fault, form.direction)) from error


def _name(form: MeasureForm) -> str:
    try:
        return clean_name(form.name)
    except (EmptyNameError, TextTooLongError) as error:
        raise FormProblem(Field.NAME, say_error(error, tr)) from error


def _bound(form: MeasureForm, field: Field, whereabouts: Whereabouts) -> Decimal:
    typed = form.target if field is Field.TARGET else form.upper
    if not typed.strip():
        raise FormProblem(field, say_empty_target(form.direction))
    weekly = form.rhythm is Rhythm.WEEKLY
    scale = form.scale if form.kind is Kind.RATING else None
    asking = Terms(whereabouts.first_day, form.kind, Direction.TALLY, scale=scale, weekly=weekly)
    try:
        return read_value(asking, typed, decimal_point())
    except ImpossibleValueError as error:
        raise FormProblem(field, say_value_problem(error, form.kind, weekly=weekly)) from error


def _due(form: MeasureForm) -> frozenset[int]:
    match form.rhythm:
        case Rhythm.EVERY_DAY:
            return EVERY_DAY
        case Rhythm.WORKING_DAYS:
            return WORKING_DAYS
        case Rhythm.CHOSEN_DAYS:
            return form.weekdays
        case Rhythm.WEEKLY:
            return form.weekdays or EVERY_DAY


def _rhythm_of(terms: Terms) -> Rhythm:
    if terms.weekly:
        return Rhythm.WEEKLY
    known = {EVERY_DAY: Rhythm.EVERY_DAY, WORKING_DAYS: Rhythm.WORKING_DAYS}
    return known.get(terms.due, Rhythm.CHOSEN_DAYS)


def _typed(kind: Kind, value: Decimal | None) -> str:
    return "" if value is None else say_value(kind, value)


def _field_of(fault: TermsFault) -> Field:
    return {
        TermsFault.WEIGHT: Field.WEIGHT,
        TermsFault.DUE_DAYS: Field.WEEKDAYS,
        TermsFault.SCALE: Field.SCALE,
        TermsFault.DIRECTION: Field.DIRECTION,
        TermsFault.TARGET: Field.TARGET,
        TermsFault.RANGE: Field.UPPER,
    }[fault]
