"""What the form of the measure editor means: the draft of a measure, or the one thing that is in the way."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scorecard.domain.errors import (
    EmptyNameError,
    ImpossibleTermsError,
    ImpossibleValueError,
    TermsFault,
    TextTooLongError,
)
from scorecard.domain.measures import EVERY_DAY, WORKING_DAYS, Direction, Kind, Place, Terms
from scorecard.domain.texts import clean_line, clean_name
from scorecard.domain.values import read_value
from scorecard.services.cards import Draft
from scorecard.ui.card_dialogs.measure_form import Field, MeasureForm, Rhythm, shown_fields
from scorecard.ui.card_dialogs.problems import say_empty_target, say_terms_problem, say_value_problem
from scorecard.ui.say import decimal_point
from scorecard.ui.text import tr
from scorecard.words.errors import say_error

UNIT_LENGTH = 20


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
    weekly = form.rhythm is Rhythm.WEEKLY and not form.kind.computed
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


def _field_of(fault: TermsFault) -> Field:
    return {
        TermsFault.WEIGHT: Field.WEIGHT,
        TermsFault.DUE_DAYS: Field.WEEKDAYS,
        TermsFault.SCALE: Field.SCALE,
        TermsFault.DIRECTION: Field.DIRECTION,
        TermsFault.TARGET: Field.TARGET,
        TermsFault.RANGE: Field.UPPER,
        TermsFault.WEEKLY: Field.DUE,
    }[fault]
