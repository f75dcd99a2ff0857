"""What the user wants to become of another program's measures, in place of what the plan proposes. Pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from scorecard.domain.measures import Measure, Place, Terms
from scorecard.domain.terms_over_time import amended
from scorecard.formats.bundle import Bundle, ForeignMeasure

NEW = ""
"""In place of the id of one of ours: none of them, a new one."""

WHY_LENGTH = 1000  # as the store keeps it


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted of one measure of a file; None leaves that to the plan.

    `comes` False leaves it out, True brings in what is only offered. `joins` is the id of one of ours, or NEW. The rest
    is said of a new one: `group` is a name, empty for none; of `asked` neither first day nor place counts.
    """

    comes: bool | None = None
    joins: str | None = None
    name: str | None = None
    why: str | None = None
    to_whom: str | None = None
    plan: str | None = None
    group: str | None = None
    place: Place | None = None
    asked: Terms | None = None


Wishes = Mapping[str, Wish]  # by the origins of the measures

NO_WISH = Wish()
NO_WISHES: Wishes = MappingProxyType({})


def wish_for(wishes: Wishes, origin: str) -> Wish:
    return wishes.get(origin, NO_WISH)


def with_wish(wishes: Wishes, origin: str, wish: Wish) -> Wishes:
    """The wishes with another one for a measure; one that wants nothing is none."""
    others = {known: other for known, other in wishes.items() if known != origin}
    return others if wish == NO_WISH else {**others, origin: wish}


def coming(measures: Iterable[ForeignMeasure], wishes: Wishes, before: Collection[str]) -> list[ForeignMeasure]:
    """The measures that come along: what is only offered by a wish, or because it came before. `before`: origins."""
    found = []
    for foreign in measures:
        comes = wish_for(wishes, foreign.origin).comes
        if comes is None:
            comes = not foreign.offered or foreign.origin in before
        if comes:
            found.append(foreign)
    return found


def origins_of(foreign: ForeignMeasure) -> tuple[str, ...]:
    """More than one for a measure of another store of ours into which several went."""
    return tuple(foreign.origin.split("\n"))


def as_new(foreign: ForeignMeasure, wish: Wish, first_day: date, today: date) -> Measure:
    """The measure that it becomes when it is none of ours, without its id, group, place and position yet.

    What it is wished to ask, it asks at all times: only what is wished differently differs.
    """
    first, *later = foreign.terms
    terms = (replace(first, first_day=first_day), *(known for known in later if known.first_day > first_day))
    plain = Measure("", foreign.name if wish.name is None else wish.name, terms, origin=foreign.origin)
    measure = replace(
        plain,
        why=(foreign.why if wish.why is None else wish.why)[:WHY_LENGTH],
        to_whom=(foreign.to_whom if wish.to_whom is None else wish.to_whom)[:WHY_LENGTH],
        plan=(foreign.plan if wish.plan is None else wish.plan)[:WHY_LENGTH],
    )
    if wish.asked is None:
        return measure
    return amended(measure, replace(wish.asked, first_day=first_day, reason=""), today)


def group_of(foreign: ForeignMeasure, wish: Wish) -> str:
    """The name of the group that it stands in as a new one; empty for none."""
    return foreign.group if wish.group is None else wish.group


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a measure of a file would become as a new one; `group` is the name of its group."""

    measure: Measure
    group: str


def proposed(bundle: Bundle, origin: str, wish: Wish, today: date) -> Proposal:
    foreign = next(foreign for foreign in bundle.measures if foreign.origin == origin)
    return Proposal(as_new(foreign, wish, today, today), group_of(foreign, wish))
