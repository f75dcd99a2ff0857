"""Which of the user's measures a foreign one is, and where it goes when it is none of them."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from scorecard.domain.measures import Measure, Place
from scorecard.domain.snapshot import Card
from scorecard.formats.bundle import OWN_STORE, ForeignMeasure
from scorecard.formats.fitting import folded
from scorecard.services.importing_wishes import NEW, Wishes, origins_of, wish_for


class Match(StrEnum):
    """How a foreign measure found one of ours."""

    NONE = "none"  # it becomes a new one
    ORIGIN = "origin"  # imported before, or one of ours out of a copy of the store
    CHOSEN = "chosen"  # the user said which
    NAME = "name"  # same name and kind: offered, and may be refused

    @property
    def joins(self) -> bool:
        """Whether it goes into one of ours that it was not before."""
        return self in (Match.CHOSEN, Match.NAME)


Matches = Mapping[str, tuple[Match, Measure]]


def known_before(foreigners: Iterable[ForeignMeasure], card: Card) -> dict[str, Measure]:
    """Those of ours that foreign ones became in an earlier import, or that they are copies of; no measure twice."""
    foreigners = list(foreigners)
    by_origin = {origin: measure for measure in card.measures for origin in measure.origins}
    by_id = {f"{OWN_STORE}:{measure.id}": measure for measure in card.measures}
    before: dict[str, Measure] = {}
    taken: set[str] = set()
    for known in (by_origin, by_id):
        for foreign in foreigners:
            found = [known[origin] for origin in origins_of(foreign) if origin in known]
            free = next((measure for measure in found if measure.id not in taken), None)
            if free is not None and foreign.origin not in before:
                before[foreign.origin] = free
                taken.add(free.id)
    return before


def matches_of(
    foreigners: Sequence[ForeignMeasure], card: Card, before: Mapping[str, Measure], wishes: Wishes
) -> Matches:
    """The existing measure of each foreign one that has one, no measure twice. No wish counts for those of `before`."""
    matches = {one.origin: (Match.ORIGIN, before[one.origin]) for one in foreigners if one.origin in before}
    taken = {measure.id for measure in before.values()}
    free = {measure.id: measure for measure in card.measures if measure.id not in taken}

    def match(foreign: ForeignMeasure, how: Match, found: Measure | None) -> None:
        if found is not None and foreign.origin not in matches:
            matches[foreign.origin] = how, free.pop(found.id)

    for foreign in foreigners:
        match(foreign, Match.CHOSEN, free.get(wish_for(wishes, foreign.origin).joins or NEW))
    for foreign in foreigners:
        if wish_for(wishes, foreign.origin).joins is None:
            match(foreign, Match.NAME, _named(foreign, free.values()))
    return matches


def _named(foreign: ForeignMeasure, free: Iterable[Measure]) -> Measure | None:
    sought = (folded(foreign.name), foreign.terms[-1].kind)
    return next((known for known in free if (folded(known.name), known.terms[-1].kind) == sought), None)


def places_of(foreigners: Sequence[ForeignMeasure], matches: Matches, wishes: Wishes, room: int) -> dict[str, Place]:
    """Where the new measures go: those wished onto the card first, then the others in the order of the file."""
    new = [foreign for foreign in foreigners if foreign.origin not in matches]
    wished = {foreign.origin: wish_for(wishes, foreign.origin).place for foreign in new}
    places: dict[str, Place] = {}
    for foreign in sorted(new, key=lambda foreign: wished[foreign.origin] is not Place.CARD):
        place = wished[foreign.origin] or (Place.RETIRED if foreign.archived else Place.CARD)
        if place is Place.CARD:
            place = Place.CARD if room > 0 else Place.BENCH
            room -= 1
        places[foreign.origin] = place
    return places
