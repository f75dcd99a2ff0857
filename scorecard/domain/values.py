"""The values an entry may have, and how typed text is read as one."""

import re
import unicodedata
from decimal import Decimal
from typing import assert_never

from scorecard.domain.errors import ImpossibleValueError, ValueFault
from scorecard.domain.measures import LARGEST, PLACES, WHOLE_SHARE, Kind, Terms

MINUTES_A_DAY = 24 * 60
MINUTES_A_WEEK = 7 * MINUTES_A_DAY

YES = Decimal(1)
NO = Decimal(0)

# Patterns, not compiled at import: the first picture does not wait for them, and re keeps what it has compiled.
_CLOCK = r"(?P<hours>\d{1,4}):(?P<minutes>[0-5]\d)"
_HOURS = r"(?i)(?P<hours>\d{1,4}(?:[.,]\d{1,3})?)\s*h\s*(?:(?P<minutes>[0-5]?\d)\s*(?:m|min)?)?"
_MINUTES = r"(?i)(?P<minutes>\d+(?:[.,]\d+)?)\s*(?:m|min)?"


def check_value(terms: Terms, value: Decimal) -> Decimal:
    """`value` itself when an entry under `terms` may have it; raises ImpossibleValueError when not."""
    if not value.is_finite():
        raise ImpossibleValueError(ValueFault.NOT_A_NUMBER)
    if abs(value) > LARGEST:
        raise ImpossibleValueError(ValueFault.TOO_LARGE, int(LARGEST))
    if value != round(value, PLACES):
        raise ImpossibleValueError(ValueFault.TOO_PRECISE, PLACES)
    _check_kind(terms, value)
    return value


def _check_kind(terms: Terms, value: Decimal) -> None:
    match terms.kind:
        case Kind.YES_NO:
            if value not in (NO, YES):
                raise ImpossibleValueError(ValueFault.NOT_YES_OR_NO)
        case Kind.COUNT:
            if value != value.to_integral_value():
                raise ImpossibleValueError(ValueFault.NOT_WHOLE)
            if value < 0:
                raise ImpossibleValueError(ValueFault.NEGATIVE)
        case Kind.RATING:
            _check_rating(terms, value)
        case Kind.DURATION:
            _check_duration(terms, value)
        case Kind.NUMBER:
            pass
        case Kind.PROMISES:
            _check_share(value)
        case _ as never:
            assert_never(never)


def _check_rating(terms: Terms, value: Decimal) -> None:
    if value != value.to_integral_value() or not 1 <= value <= (terms.scale or 0):
        raise ImpossibleValueError(ValueFault.OUT_OF_SCALE, terms.scale)


def _check_share(value: Decimal) -> None:
    if not 0 <= value <= WHOLE_SHARE:
        raise ImpossibleValueError(ValueFault.NOT_A_SHARE)


def _check_duration(terms: Terms, value: Decimal) -> None:
    if value < 0:
        raise ImpossibleValueError(ValueFault.NEGATIVE)
    longest = MINUTES_A_WEEK if terms.weekly else MINUTES_A_DAY
    if value > longest:
        raise ImpossibleValueError(ValueFault.TOO_LARGE, longest)


def read_value(terms: Terms, text: str, decimal_point: str = ".") -> Decimal:
    """The value that typed `text` means under `terms`; raises ImpossibleValueError when it means none.

    `decimal_point` is the locale's. The other of "." and "," is understood too where it cannot be a thousands mark:
    "2,5" is 2.5 everywhere, "1,234" is 1234 where the locale writes 1,234. Digits of any script are digits.
    """
    point, thousands = (",", ".") if decimal_point == "," else (".", ",")
    typed = _ascii_digits(text.strip()).replace("−", "-").replace("٫", point).replace("٬", thousands)
    match terms.kind:
        case Kind.YES_NO:
            value = _yes_no(typed)
        case Kind.DURATION:
            value = _duration(typed)
        case Kind.COUNT | Kind.NUMBER | Kind.RATING | Kind.PROMISES:
            value = _number(typed, point, thousands)
        case _ as never:
            assert_never(never)
    return +check_value(terms, value)  # plus makes 0 of −0


def read_number(text: str, decimal_point: str = ".") -> Decimal:
    """A typed number by itself, of whatever size; raises ImpossibleValueError."""
    point, thousands = (",", ".") if decimal_point == "," else (".", ",")
    return _number(_ascii_digits(text.strip()).replace("−", "-"), point, thousands)


def read_minutes(text: str) -> Decimal:
    """The minutes of a typed time, longer than a week too; raises ImpossibleValueError."""
    return _duration(_ascii_digits(text.strip()))


def _ascii_digits(text: str) -> str:
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in text)


def _yes_no(typed: str) -> Decimal:
    if typed in ("1", "0"):
        return Decimal(typed)
    raise ImpossibleValueError(ValueFault.NOT_YES_OR_NO)


def _duration(typed: str) -> Decimal:
    """Minutes of "90", "1:30", "1h30", "1.5h", "45 min"."""
    if found := re.fullmatch(_CLOCK, typed):
        return Decimal(found["hours"]) * 60 + Decimal(found["minutes"])
    if found := re.fullmatch(_HOURS, typed):
        return Decimal(found["hours"].replace(",", ".")) * 60 + Decimal(found["minutes"] or 0)
    if found := re.fullmatch(_MINUTES, typed):
        return Decimal(found["minutes"].replace(",", "."))
    raise ImpossibleValueError(ValueFault.NOT_A_DURATION)


def _number(typed: str, point: str, thousands: str) -> Decimal:
    plain = re.sub(r"(?<=\d)[\s'’](?=\d{3}(?!\d))", "", typed)
    plain = _without_thousands(plain, point, thousands).replace(",", ".")
    if not re.fullmatch(r"[+-]?(\d+(\.\d*)?|\.\d+)", plain):
        raise ImpossibleValueError(ValueFault.NOT_A_NUMBER)
    return Decimal(plain)


def _without_thousands(typed: str, point: str, thousands: str) -> str:
    """No number begins "0,": what stands after it are decimals."""
    if re.fullmatch(rf"[+-]?[1-9]\d{{0,2}}(\{thousands}\d{{3}})+(\{point}\d*)?", typed):
        return typed.replace(thousands, "")
    return typed
