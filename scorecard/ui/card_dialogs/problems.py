"""Why something typed into the measure editor can't be a target: one sentence each, said beside the field."""

from typing import assert_never

from scorecard.domain.errors import ImpossibleValueError, TermsFault, ValueFault
from scorecard.domain.measures import Direction, Kind
from scorecard.ui.text import tr
from scorecard.words.errors import say_terms_fault


def say_empty_target(direction: Direction) -> str:
    if direction is Direction.BETWEEN:
        return tr("Give the lowest and the highest that is good.")
    return tr("Say how much it asks for.")


def say_terms_problem(fault: TermsFault, direction: Direction) -> str:
    if fault is TermsFault.TARGET:
        if direction is Direction.AT_LEAST:
            return tr("“At least” needs more than zero.")
        return tr("The target can't be less than zero.")
    if fault is TermsFault.RANGE:
        return tr("The second has to be the higher one, and neither less than zero.")
    return say_terms_fault(fault, tr)


def say_value_problem(error: ImpossibleValueError, kind: Kind, *, weekly: bool) -> str:
    match error.fault:
        case ValueFault.NOT_A_NUMBER | ValueFault.NOT_YES_OR_NO:
            return tr("This is not a number.")
        case ValueFault.NOT_WHOLE:
            return tr("A count is a whole number. Choose “Number” for anything finer.")
        case ValueFault.NOT_A_DURATION:
            return tr("Type a time as 90, 1:30 or 1h30.")
        case ValueFault.OUT_OF_SCALE:
            return tr("The scale goes from 1 to {limit}, in whole steps.").format(limit=error.limit)
        case ValueFault.TOO_PRECISE:
            return tr("At most {limit} digits after the decimal point.").format(limit=error.limit)
        case ValueFault.TOO_LARGE:
            return _say_too_large(error, kind, weekly=weekly)
        case ValueFault.NEGATIVE:
            return tr("This can't be less than zero.")
        case ValueFault.NOT_A_SHARE:
            return tr("Give a percentage between 0 and 100.")
        case _ as never:
            assert_never(never)


def _say_too_large(error: ImpossibleValueError, kind: Kind, *, weekly: bool) -> str:
    if kind is not Kind.DURATION:
        return tr("That is more than {limit}.").format(limit=error.limit)
    return tr("A week has only 168 hours.") if weekly else tr("A day has only 24 hours.")
