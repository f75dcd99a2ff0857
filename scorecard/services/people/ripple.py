"""What came of a day for others: who got something from it, and what. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from scorecard.domain.marks import Scored
from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.services.pages import DayPage, RowPage

_FOR_OTHERS = (Direction.AT_LEAST, Direction.TALLY)
_COUNTED = (Kind.COUNT, Kind.NUMBER, Kind.DURATION, Kind.YES_NO)


@dataclass(frozen=True, slots=True)
class Gift:
    """The value that a measure got on the day."""

    name: str
    terms: Terms
    value: Decimal


@dataclass(frozen=True, slots=True)
class Ripple:
    """`whom` is somebody in the list of people, or a measure's own words; without gifts it was ticked that they were
    served.
    """

    whom: str
    gifts: tuple[Gift, ...] = ()


def ripples(page: DayPage, names: Mapping[str, str], served: Sequence[str]) -> tuple[Ripple, ...]:
    """`names` says who the measures are done for, by the ids of measures; `served` who was ticked as served.

    People come first, those with gifts before others; then those whom only a measure's own words name.
    """
    gifts = [(row, gift) for row in page.rows if (gift := _gift(row)) is not None]
    people = _gathered((names[row.measure.id], gift) for row, gift in gifts if row.measure.id in names)
    others = _gathered(
        (row.measure.to_whom, gift) for row, gift in gifts if row.measure.to_whom and row.measure.id not in names
    )
    known = {one.whom.casefold() for one in people}
    ticked = tuple(Ripple(name) for name in served if name.casefold() not in known)
    return (*people, *ticked, *others)


def _gift(row: RowPage) -> Gift | None:
    mark, terms = row.entry.mark, row.terms
    wanted = terms.kind in _COUNTED and terms.direction in _FOR_OTHERS
    if not wanted or not isinstance(mark, Scored) or mark.value <= 0:
        return None
    return Gift(row.measure.name, terms, mark.value)


def _gathered(found: Iterable[tuple[str, Gift]]) -> tuple[Ripple, ...]:
    """By whom they are for, whatever the case of the words, in the order of the card."""
    whom: dict[str, str] = {}
    gifts: dict[str, list[Gift]] = {}
    for words, gift in found:
        whom.setdefault(words.casefold(), words)
        gifts.setdefault(words.casefold(), []).append(gift)
    return tuple(Ripple(whom[key], tuple(some)) for key, some in gifts.items())
