"""Where measures and groups stand, and where they stand once one of them was moved. Pure: a card in, rows out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from scorecard.domain.measures import Group, Measure, Place
from scorecard.domain.snapshot import Card
from scorecard.domain.terms_over_time import placed, shown_terms


@dataclass(frozen=True, slots=True)
class Spot:
    """At `place`, and on the card in `group_id` (None: in no group), before the measure `before`; None: as the last.

    Off the card a measure keeps its group, to come back to it.
    """

    place: Place
    group_id: str | None = None
    before: str | None = None


def place_of(measure: Measure, today: date) -> Place:
    return shown_terms(measure, today).place


def group_of(card: Card, measure: Measure) -> str | None:
    """None as well where the group is no longer there."""
    return measure.group_id if any(group.id == measure.group_id for group in card.groups) else None


def standing_at(card: Card, today: date, place: Place) -> tuple[Measure, ...]:
    """The measures of a place: those of the card in its order, the others in theirs, whatever their groups."""
    found = [measure for measure in card.measures if place_of(measure, today) is place]
    return tuple(found) if place is Place.CARD else tuple(sorted(found, key=_position))


def standing_in(card: Card, today: date, group_id: str | None) -> tuple[Measure, ...]:
    """The measures on the card that stand in a group, or in none."""
    return tuple(m for m in standing_at(card, today, Place.CARD) if group_of(card, m) == group_id)


def spot_beside(card: Card, today: date, measure_id: str, by: int) -> Spot | None:
    """One further down (1) or up (−1), past the edge of its group into the next one; None at the very end."""
    measure = card.measure(measure_id)
    place = place_of(measure, today)
    if place is Place.RETIRED:
        return None
    if place is Place.BENCH:
        return _beside([m.id for m in standing_at(card, today, place)], measure_id, by, Spot(place))
    group_id = group_of(card, measure)
    own = [m.id for m in standing_in(card, today, group_id)]
    if (beside := _beside(own, measure_id, by, Spot(place, group_id))) is not None:
        return beside
    groups = [*(group.id for group in card.groups), None]
    other = groups.index(group_id) + by
    if not 0 <= other < len(groups):
        return None
    next_one = standing_in(card, today, groups[other])
    return Spot(place, groups[other], next_one[0].id if by > 0 and next_one else None)


def _beside(ids: Sequence[str], measure_id: str, by: int, spot: Spot) -> Spot | None:
    index = ids.index(measure_id) + by
    if not 0 <= index < len(ids):
        return None
    following = index if by < 0 else index + 1
    return replace(spot, before=ids[following] if following < len(ids) else None)


def moved(card: Card, today: date, measure_id: str, spot: Spot) -> tuple[Measure, ...]:
    """The measures that are no longer as they were once one of them stands at `spot`."""
    known = card.measure(measure_id)
    fresh = known if place_of(known, today) is spot.place else placed(known, spot.place, today)
    if spot.place is Place.CARD:
        fresh = replace(fresh, group_id=spot.group_id)
    order = [measure for measure in sorted(card.measures, key=_position) if measure.id != measure_id]
    order.insert(_index(card, today, order, spot), fresh)
    before = {measure.id: measure for measure in card.measures}
    numbered = [replace(measure, position=position) for position, measure in enumerate(order)]
    return tuple(measure for measure in numbered if measure != before[measure.id])


def _index(card: Card, today: date, order: Sequence[Measure], spot: Spot) -> int:
    ids = [measure.id for measure in order]
    if spot.before in ids:
        return ids.index(spot.before)
    on_card = spot.place is Place.CARD
    there = standing_in(card, today, spot.group_id) if on_card else standing_at(card, today, spot.place)
    return max((ids.index(measure.id) + 1 for measure in there if measure.id in ids), default=len(ids))


def regrouped(groups: Sequence[Group], group_id: str, before: str | None) -> tuple[Group, ...]:
    """The groups with one moved before another (None: as the last), each with its new position."""
    known = next(group for group in groups if group.id == group_id)
    order = [group for group in groups if group.id != group_id]
    ids = [group.id for group in order]
    order.insert(ids.index(before) if before in ids else len(order), known)
    return tuple(replace(group, position=position) for position, group in enumerate(order))


def _position(measure: Measure) -> tuple[int, str]:
    return measure.position, measure.id
