"""The rows of the three lists of the card, and where something lands that is dropped between them. No widgets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from scorecard.domain.measures import Group, Measure, Place, Terms
from scorecard.domain.snapshot import Card
from scorecard.domain.terms_over_time import planned, shown_terms
from scorecard.services.card_order import Spot, standing_at, standing_in


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A heading. `group` is None over the measures that stand in no group; `count` are those under it."""

    group: Group | None
    count: int

    @property
    def key(self) -> str:
        return f"group:{self.group.id}" if self.group is not None else ""


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """`terms` are those of today, `later` those that were chosen for after it."""

    measure: Measure
    terms: Terms
    later: tuple[Terms, ...] = ()

    @property
    def key(self) -> str:
        return f"measure:{self.measure.id}"


@dataclass(frozen=True, slots=True)
class NothingRow:
    """What an empty list says."""

    place: Place

    @property
    def key(self) -> str:
        return ""


Row = GroupRow | MeasureRow | NothingRow


@dataclass(frozen=True, slots=True)
class GroupSpot:
    """Before the group `before`; None: as the last."""

    before: str | None


def rows_of(card: Card, today: date, place: Place) -> tuple[Row, ...]:
    """The card's stand under their groups, also the empty ones, as soon as there is any group."""
    placed = standing_at(card, today, place)
    if place is not Place.CARD or not card.groups:
        return tuple(_row(measure, today) for measure in placed) or (NothingRow(place),)
    found: list[Row] = []
    for group in (*card.groups, None):
        own = standing_in(card, today, group.id if group else None)
        if group is not None or own:
            found += [GroupRow(group, len(own)), *(_row(measure, today) for measure in own)]
    return tuple(found)


def _row(measure: Measure, today: date) -> MeasureRow:
    return MeasureRow(measure, shown_terms(measure, today), planned(measure, today))


def spot_at(rows: Sequence[Row], gap: int, place: Place, measure_id: str) -> Spot:
    """Where a measure lands that is dropped before row number `gap`; above the first heading is below it."""
    headings = [number for number, row in enumerate(rows) if isinstance(row, GroupRow)]
    gap = max(gap, headings[0] + 1) if headings else gap
    above = [row for row in rows[:gap] if isinstance(row, GroupRow)]
    group = above[-1].group if above else None
    following = [row for row in rows[gap:] if not (isinstance(row, MeasureRow) and row.measure.id == measure_id)]
    before = following[0].measure.id if following and isinstance(following[0], MeasureRow) else None
    return Spot(place, group.id if group is not None else None, before)


def group_spot_at(rows: Sequence[Row], gap: int) -> GroupSpot:
    below = [row.group for row in rows[gap:] if isinstance(row, GroupRow) and row.group is not None]
    return GroupSpot(below[0].id if below else None)


def group_gap(rows: Sequence[Row], gap: int) -> int:
    """The gap above the heading that the moved one would come before."""
    return next((n for n, row in enumerate(rows) if n >= gap and isinstance(row, GroupRow)), len(rows))
