"""Which of the user's measures a foreign one is, and where it goes when it is none of them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum

from scorecard.domain.measures import Measure, Place
from scorecard.domain.snapshot import Card
from scorecard.formats.bundle import OWN_STORE, ForeignMeasure
from scorecard.formats.fitting import folded


class Match(StrEnum):
    """How a foreign measure found one of ours."""

    NONE = "none"  # it becomes a new one
    ORIGIN = "origin"  # imported before, or one of ours out of a copy of the store
    NAME = "name"  # same name and kind: offered, and may be refused


def matches_of(
    foreigners: Sequence[ForeignMeasure], card: Card, apart: Collection[str]
) -> dict[str, tuple[Match, Measure]]:
    """The existing measure of each foreign one that has one, no measure twice."""
    by_origin = {measure.origin: measure for measure in card.measures if measure.origin is not None}
    by_id = {f"{OWN_STORE}:{measure.id}": measure for measure in card.measures}
    free = {measure.id: measure for measure in card.measures}
    matches: dict[str, tuple[Match, Measure]] = {}
    for known in (by_origin, by_id):
        for foreign in foreigners:
            found = known.get(foreign.origin)
            if found is not None and found.id in free and foreign.origin not in matches:
                matches[foreign.origin] = Match.ORIGIN, found
                del free[found.id]
    for foreign in foreigners:
        if foreign.origin in matches or foreign.origin in apart:
            continue
        if (named := _named(foreign, free.values())) is not None:
            matches[foreign.origin] = Match.NAME, named
            del free[named.id]
    return matches


def _named(foreign: ForeignMeasure, free: Iterable[Measure]) -> Measure | None:
    sought = (folded(foreign.name), foreign.terms[-1].kind)
    return next((known for known in free if (folded(known.name), known.terms[-1].kind) == sought), None)


def places_of(
    foreigners: Sequence[ForeignMeasure], matches: Mapping[str, tuple[Match, Measure]], room: int
) -> dict[str, Place]:
    """Where the new measures go, in the order of the file."""
    places: dict[str, Place] = {}
    for foreign in foreigners:
        if foreign.origin in matches:
            continue
        if foreign.archived:
            places[foreign.origin] = Place.RETIRED
        else:
            places[foreign.origin] = Place.CARD if room > 0 else Place.BENCH
            room -= 1
    return places
