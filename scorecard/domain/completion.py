"""How much of what a measure asks one value is: the completion, between 0 and 1, exact."""

from decimal import Decimal
from fractions import Fraction
from typing import assert_never

from scorecard.domain.measures import Direction, Kind, Terms

NONE = Fraction(0)
WHOLE = Fraction(1)


def completion(terms: Terms, value: Decimal) -> Fraction:
    """0 ≤ c ≤ 1 for `value` under `terms` (product.md, "Completion"). Terms that are only a tally have none."""
    amount = Fraction(value)
    if terms.kind is Kind.YES_NO:
        return WHOLE if amount > 0 else NONE
    match terms.direction:
        case Direction.AT_LEAST:
            return _at_least(amount, _bound(terms.target))
        case Direction.AT_MOST:
            return _at_most(amount, _bound(terms.target))
        case Direction.BETWEEN:
            return _between(amount, _bound(terms.target), _bound(terms.upper))
        case Direction.TALLY:
            raise ValueError("a tally has no completion")
        case _ as never:
            assert_never(never)


def _bound(value: Decimal | None) -> Fraction:
    assert value is not None, "Terms checks this when they are made"
    return Fraction(value)


def _at_least(amount: Fraction, target: Fraction) -> Fraction:
    return _clamped(amount / target)


def _at_most(amount: Fraction, target: Fraction) -> Fraction:
    if target == 0:
        return WHOLE if amount <= 0 else NONE
    return _clamped(2 - amount / target)


def _between(amount: Fraction, lower: Fraction, upper: Fraction) -> Fraction:
    outside = max(lower - amount, amount - upper, NONE)
    width = upper - lower
    if width == 0:
        return WHOLE if outside == 0 else NONE
    return _clamped(1 - outside / width)


def _clamped(share: Fraction) -> Fraction:
    return min(WHOLE, max(NONE, share))
