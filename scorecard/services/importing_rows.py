"""What becomes of one measure of a file: a line of the plan, as plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from scorecard.domain.measures import Kind, Measure, Place, Terms
from scorecard.domain.snapshot import Card
from scorecard.services.importing_matches import Match


@dataclass(frozen=True, slots=True)
class PlanRow:
    """`measure_id` is the existing measure's or the new one's, `asked` its terms of today, `group` its group's name.
    `crowded`: it was wished onto the card, which has no room.

    `new` entries are added, `same` are here already, `kept` differ from ours, which stay. Of the new ones `converted`
    get another value and `in_notes` none: theirs stands in the note. The days are those of all its entries up to today.

    What is `left_out`, by a wish or because it is only `offered`, brings none of its `out` entries.
    """

    origin: str
    name: str
    match: Match
    measure_id: str
    becomes: str
    kind: Kind
    place: Place
    new: int = 0
    same: int = 0
    kept: int = 0
    first_day: date | None = None
    last_day: date | None = None
    offered: bool = False
    left_out: bool = False
    out: int = 0
    converted: int = 0
    in_notes: int = 0
    group: str = ""
    asked: Terms | None = None
    crowded: bool = False

    @property
    def fixed(self) -> bool:
        """Whether it came before: it can be left out, and nothing else can be wished of it."""
        return self.match is Match.ORIGIN


def joinable(rows: Iterable[PlanRow], card: Card, origin: str) -> list[Measure]:
    """The measures of ours that the one of `origin` may join: those that none of the others surely is."""
    sure = (Match.ORIGIN, Match.CHOSEN)
    taken = {row.measure_id for row in rows if row.match in sure and row.origin != origin}
    return [known for known in card.measures if known.id not in taken and not known.terms[-1].kind.computed]
