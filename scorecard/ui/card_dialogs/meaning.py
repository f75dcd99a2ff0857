"""What the terms of a measure mean for its score, in one sentence with an example."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from scorecard.domain.completion import completion
from scorecard.domain.grades import rounded
from scorecard.domain.measures import EVERY_DAY, Direction, Kind, Terms
from scorecard.ui.say import say_due, say_target, say_value_with_unit
from scorecard.ui.text import tr

_HALF = Decimal("0.5")
_WHOLE_STEPS = (Kind.COUNT, Kind.RATING, Kind.PROMISES)


def say_meaning(terms: Terms) -> str:
    """ "Scored on Monday to Friday: at least 3 for 100 points; 2 gives 67." """
    if not terms.scores:
        return tr("Counted {days} and shown in the charts; it never changes a score.").format(days=_say_days(terms))
    return tr("Scored {days}: {asked}").format(days=_say_days(terms), asked=_say_asked(terms))


def _say_days(terms: Terms) -> str:
    if terms.weekly:
        return tr("once a week, on the week's total")
    return say_due(terms) if terms.due == EVERY_DAY else tr("on {days}").format(days=say_due(terms))


def _say_asked(terms: Terms) -> str:
    if terms.kind is Kind.YES_NO:
        return tr("yes for 100 points, no for none.")
    target, upper = terms.target or Decimal(0), terms.upper or Decimal(0)
    if terms.direction is Direction.AT_MOST and target == 0:
        return tr("none at all for 100 points, anything else for 0.")
    if terms.direction is Direction.BETWEEN and target == upper:
        exact = say_value_with_unit(terms, target)
        return tr("exactly {target} for 100 points, anything else for 0.").format(target=exact)
    return _say_with_example(terms, _example(terms, target, upper))


def _say_with_example(terms: Terms, example: Decimal) -> str:
    return tr("{target} for 100 points; {value} gives {points}.").format(
        target=_say_plain_target(terms),
        value=say_value_with_unit(terms, example),
        points=rounded(100 * completion(terms, example)),
    )


def _say_plain_target(terms: Terms) -> str:
    """The target without its rhythm, which the sentence begins with."""
    return say_target(replace(terms, weekly=False))


def _example(terms: Terms, target: Decimal, upper: Decimal) -> Decimal:
    """A value that misses the target by about a third of it, in steps that the kind has."""
    whole = terms.kind in _WHOLE_STEPS
    match terms.direction:
        case Direction.AT_LEAST if terms.scale:
            return max(Decimal(1), target - 1)
        case Direction.AT_LEAST:
            return _floor(target * 2 / 3) if whole else _rounded(target * _HALF)
        case Direction.AT_MOST:
            return min(target + 1, Decimal(terms.scale or target + 1)) if whole else _rounded(target * 3 * _HALF)
        case Direction.BETWEEN:
            beyond = upper + 1 if whole else _rounded(upper + (upper - target) * _HALF)
            return max(Decimal(1), target - 1) if terms.scale and beyond > terms.scale else beyond
        case Direction.TALLY:
            return target


def _floor(value: Decimal) -> Decimal:
    return Decimal(Fraction(value).__floor__())


def _rounded(value: Decimal) -> Decimal:
    """At most three digits after the point, as every value has."""
    return round(value, 3).normalize()
