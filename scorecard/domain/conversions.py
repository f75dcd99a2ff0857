"""What a value that was entered means once its measure is counted in another way; None where it means nothing."""

from decimal import Decimal
from typing import assert_never

from scorecard.domain.completion import WHOLE, completion
from scorecard.domain.errors import ImpossibleValueError
from scorecard.domain.marks import UNKNOWN, Mark, Scored
from scorecard.domain.measures import PLACES, Kind, Terms
from scorecard.domain.values import NO, YES, check_value

_HOURS = frozenset({"h", "hr", "hrs", "hour", "hours"})
_MINUTES = frozenset({"", "m", "min", "mins", "minute", "minutes"})
_AMOUNTS = (Kind.COUNT, Kind.NUMBER)


def converted_mark(mark: Mark, old: Terms, new: Terms) -> Mark:
    """What can't be said under `new` is unknown; what was skipped stays skipped."""
    if not isinstance(mark, Scored):
        return mark
    value = converted(mark.value, old, new)
    return UNKNOWN if value is None else Scored(value)


def converted(value: Decimal, old: Terms, new: Terms) -> Decimal | None:
    """Yes is what met all that was asked under `old`; minutes and hours are told by the unit."""
    if (old.kind, old.scale, old.weekly) == (new.kind, new.scale, new.weekly):
        return value
    meant = _meant(value, old, new)
    if meant is None:
        return None
    try:
        return check_value(new, _plain(round(meant, PLACES)))
    except ImpossibleValueError:
        return None


def _meant(value: Decimal, old: Terms, new: Terms) -> Decimal | None:
    if old.kind is new.kind:
        return _on_scale(value, old, new) if old.kind is Kind.RATING else value
    match new.kind:
        case Kind.YES_NO:
            return _as_yes_or_no(value, old)
        case Kind.COUNT | Kind.NUMBER:
            return _as_minutes(value, new.unit, back=True) if old.kind is Kind.DURATION else value
        case Kind.DURATION:
            return _as_minutes(value, old.unit) if old.kind in _AMOUNTS else None
        case Kind.RATING:
            return value if old.kind in _AMOUNTS else None
        case Kind.PROMISES:
            return None  # the program counts them by itself
        case _ as never:
            assert_never(never)


def _as_yes_or_no(value: Decimal, old: Terms) -> Decimal:
    met = completion(old, value) == WHOLE if old.scores else value > 0
    return YES if met else NO


def _as_minutes(value: Decimal, unit: str, *, back: bool = False) -> Decimal | None:
    """Minutes of an amount in `unit`; `back`: the amount of so many minutes."""
    word = unit.casefold()
    if word in _HOURS:
        return value / 60 if back else value * 60
    return value if word in _MINUTES else None


def _on_scale(value: Decimal, old: Terms, new: Terms) -> Decimal:
    """Of 1 to 5 the double of 1 to 10; back, what lies between two steps is the higher one."""
    if old.scale == new.scale:
        return value
    return value * 2 if (old.scale or 0) < (new.scale or 0) else (value + 1) // 2


def _plain(value: Decimal) -> Decimal:
    """Without zeros at its end, and not as 1E+2."""
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()
