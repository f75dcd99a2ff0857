"""What stands in the goal editor, as typed, and the draft it means. No widgets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from fractions import Fraction

from PySide6.QtCore import QLocale

from scorecard.domain.errors import EmptyNameError, TextTooLongError
from scorecard.domain.goals import (
    Counted,
    Goal,
    ImpossibleGoalError,
    Part,
    Span,
    period_of,
    read_target,
)
from scorecard.domain.periods import Period
from scorecard.domain.texts import clean_name
from scorecard.services.goal_pages import GoalDraft
from scorecard.ui.goals.wording import say_period
from scorecard.ui.say import decimal_point, say_number
from scorecard.ui.text import tr
from scorecard.words.errors import say_error
from scorecard.words.goal_names import read_perspective, say_goal_fault, say_perspective


class Field(Enum):
    NAME = auto()
    TARGET = auto()


class FormProblem(Exception):  # noqa: N818
    """Why a form means no goal yet: the field to look at, and the sentence beside it."""

    def __init__(self, field: Field, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class GoalForm:
    """`target` is as typed; `first_day` begins the quarter or year that is chosen."""

    span: Span
    first_day: date
    name: str = ""
    counted: Counted = Counted.TOTAL
    target: str = ""
    unit: str = ""
    perspective: str = ""
    key_result: str = ""
    why: str = ""
    parts: frozenset[Part] = frozenset()


def form_of(goal: Goal) -> GoalForm:
    return GoalForm(
        span=goal.span,
        first_day=goal.first_day,
        name=goal.name,
        counted=goal.counted,
        target=typed_target(goal.counted, goal.target),
        unit=goal.unit,
        perspective=say_perspective(goal.perspective, tr),
        key_result=goal.key_result,
        why=goal.why,
        parts=goal.parts,
    )


def typed_target(counted: Counted, target: Decimal | None) -> str:
    """As it could have been typed: times in hours."""
    if target is None:
        return ""
    if counted is not Counted.TIME:
        return say_number(target)
    hours = Fraction(target) / 60
    if (hours * 1000).denominator == 1:
        return say_number(target / 60)
    return f"{int(target) // 60}:{int(target) % 60:02}" if target == int(target) else f"{say_number(target)} min"


def draft_of(form: GoalForm) -> GoalDraft:
    """The draft the form means; raises FormProblem."""
    try:
        name = clean_name(form.name)
    except (EmptyNameError, TextTooLongError) as error:
        raise FormProblem(Field.NAME, say_error(error, tr)) from error
    return sketch_of(form, name)


def sketch_of(form: GoalForm, name: str = "") -> GoalDraft:
    """The same without a name; raises FormProblem for a target that is none."""
    try:
        target = read_target(form.counted, form.target, decimal_point())
    except ImpossibleGoalError as error:
        raise FormProblem(Field.TARGET, say_goal_fault(error.fault, tr)) from error
    return GoalDraft(
        name=name,
        counted=form.counted,
        span=form.span,
        first_day=form.first_day,
        target=target,
        unit=form.unit,
        perspective=read_perspective(form.perspective, tr),
        key_result=form.key_result,
        why=form.why,
        parts=form.parts,
    )


def periods_offered(span: Span, today: date, chosen: date, locale: QLocale) -> Sequence[tuple[str, str]]:
    """(first day, name): the present one, those beside it, and the one that is chosen."""
    present = period_of(span, today)
    wanted = [present.previous, present, present.next, present.next.next]
    here = period_of(span, chosen)
    if here not in wanted:
        wanted.append(here)
    wanted.sort(key=lambda period: period.first)
    return [(period.first.isoformat(), _say(period, present, locale)) for period in wanted]


def _say(period: Period, present: Period, locale: QLocale) -> str:
    name = say_period(period, locale)
    return tr("{period}, the present one").format(period=name) if period == present else name
