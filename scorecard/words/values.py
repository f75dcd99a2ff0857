"""Values and what is asked of them, as plain words: in exports, and on the command line."""

from collections.abc import Callable
from decimal import Decimal
from typing import assert_never

from scorecard.domain.measures import Direction, Kind, Terms

Tr = Callable[..., str]


def say_plain_value(terms: Terms, value: Decimal, tr: Tr) -> str:
    """With a decimal point, as every program reads it: "1:30" for a time, "yes" for yes."""
    return say_of_kind(terms.kind, value, tr, terms.unit)


def say_of_kind(kind: Kind | None, value: Decimal, tr: Tr, unit: str = "") -> str:
    """As `say_plain_value`; the bare number where nobody knows of what kind it is."""
    if kind is Kind.YES_NO:
        return tr("yes") if value else tr("no")
    if kind is Kind.DURATION and value == int(value):
        return f"{int(value) // 60}:{int(value) % 60:02}"
    number = _plain(value)
    unit = "%" if kind is Kind.PROMISES else unit
    return f"{number} {unit}" if unit else number


def say_asked(terms: Terms, tr: Tr) -> str:
    """ "at least 3": what the measure asked; empty where there is nothing to say."""
    target = say_plain_value(terms, terms.target, tr) if terms.target is not None else ""
    match terms.direction:
        case Direction.TALLY:
            words = tr("only counted")
        case Direction.AT_LEAST:
            words = tr("at least {target}").format(target=target) if target else ""
        case Direction.AT_MOST:
            words = tr("at most {target}").format(target=target)
        case Direction.BETWEEN:
            upper = say_plain_value(terms, terms.upper or Decimal(0), tr)
            words = tr("between {lower} and {upper}").format(lower=target, upper=upper)
        case _ as never:
            assert_never(never)
    return tr("{target} a week").format(target=words) if terms.weekly and words else words


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
