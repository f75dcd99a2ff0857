"""One foreign measure's share of a plan: its line, the measure it goes into, and the entries that are new. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from scorecard.domain.marks import UNKNOWN, Entry
from scorecard.domain.measures import Measure, Place
from scorecard.domain.snapshot import Card
from scorecard.domain.terms_over_time import shown_terms
from scorecard.formats.bundle import ForeignEntry, ForeignMeasure, LossKind
from scorecard.formats.losses import LossTally
from scorecard.services.importing_fitting import Fit, fitted
from scorecard.services.importing_groups import NewGroups
from scorecard.services.importing_matches import Match
from scorecard.services.importing_rows import PlanRow
from scorecard.services.importing_wishes import Wishes, as_new, group_of, wish_for

Entries = Mapping[tuple[date, str], Entry]

_LOSSES = {Fit.CONVERTED: LossKind.CONVERTED, Fit.IN_NOTE: LossKind.IN_NOTE}


@dataclass(frozen=True, slots=True)
class Part:
    """`changed`: an existing measure that is not as it was."""

    row: PlanRow
    measure: Measure
    changed: bool = False
    entries: tuple[Entry, ...] = ()


@dataclass(slots=True)
class Making:
    """Makes the parts of one plan, one after the other. `places` are those of the new measures."""

    card: Card
    existing: Entries
    today: date
    new_id: Callable[[], str]
    wishes: Wishes
    places: Mapping[str, Place]
    losses: LossTally
    groups: NewGroups = field(init=False)
    _made: int = 0

    def __post_init__(self) -> None:
        self.groups = NewGroups(self.card.groups, self.new_id)

    def part(self, foreign: ForeignMeasure, match: Match, known: Measure | None, own: Sequence[ForeignEntry]) -> Part:
        known = known or self._made_new(foreign, earliest(own) or self.today)
        missing = [entry for entry in own if _says_nothing(self._ours(known, entry))]
        measure = _covering(known, earliest(missing))
        if match is not Match.ORIGIN:
            measure = measure.with_origin(foreign.origin)
        fits = {entry.day: fitted(foreign, measure, entry) for entry in own}
        added = [fits[entry.day] for entry in missing]
        for one in added:
            if one.fit in _LOSSES:
                self.losses.add(_LOSSES[one.fit], foreign.name)
            if one.cut:
                self.losses.add(LossKind.TEXT_CUT, foreign.name)
        same = sum(_same(fits[entry.day].entry, self._ours(known, entry)) for entry in own)
        row = replace(
            self._row(foreign, match, measure),
            new=len(added),
            same=same,
            kept=len(own) - len(added) - same,
            first_day=earliest(own),
            last_day=max((entry.day for entry in own), default=None),
            converted=sum(one.fit is Fit.CONVERTED for one in added),
            in_notes=sum(one.fit is Fit.IN_NOTE for one in added),
        )
        changed = match is not Match.NONE and measure != known
        return Part(row, measure, changed, tuple(one.entry for one in added))

    def left_out(self, foreign: ForeignMeasure, before: Measure | None, count: int) -> PlanRow:
        measure = before or as_new(foreign, wish_for(self.wishes, foreign.origin), self.today, self.today)
        match = Match.NONE if before is None else Match.ORIGIN
        return replace(self._row(foreign, match, measure), left_out=True, out=count, crowded=False)

    def _row(self, foreign: ForeignMeasure, match: Match, measure: Measure) -> PlanRow:
        asked = shown_terms(measure, self.today)
        wished = wish_for(self.wishes, foreign.origin).place
        groups = {group.id: group.name for group in (*self.card.groups, *self.groups.new)}
        return PlanRow(
            origin=foreign.origin,
            name=foreign.name,
            match=match,
            measure_id=measure.id,
            becomes=measure.name,
            kind=asked.kind,
            place=asked.place,
            offered=foreign.offered,
            group=groups.get(measure.group_id or "", ""),
            asked=asked,
            crowded=match is Match.NONE and wished is Place.CARD and asked.place is Place.BENCH,
        )

    def _made_new(self, foreign: ForeignMeasure, first_day: date) -> Measure:
        wish, place = wish_for(self.wishes, foreign.origin), self.places[foreign.origin]
        measure = as_new(foreign, wish, first_day, self.today)
        if wish.why is None and measure.why != foreign.why:
            self.losses.add(LossKind.TEXT_CUT, foreign.name)
        position = max((known.position for known in self.card.measures), default=-1) + 1 + self._made
        self._made += 1
        return replace(
            measure,
            id=self.new_id(),
            terms=tuple(replace(known, place=place) for known in measure.terms),
            group_id=self.groups.id_of(group_of(foreign, wish)),
            position=position,
        )

    def _ours(self, measure: Measure, entry: ForeignEntry) -> Entry | None:
        return self.existing.get((entry.day, measure.id))


def earliest(entries: Iterable[ForeignEntry]) -> date | None:
    return min((entry.day for entry in entries), default=None)


def _says_nothing(ours: Entry | None) -> bool:
    return ours is None or (ours.mark == UNKNOWN and not ours.note)


def _same(theirs: Entry, ours: Entry | None) -> bool:
    return ours is not None and (ours.mark, ours.note) == (theirs.mark, theirs.note)


def _covering(measure: Measure, first_day: date | None) -> Measure:
    """The measure with its first terms valid from `first_day` on, if they begin later."""
    first = measure.terms[0]
    if first_day is None or first.first_day <= first_day:
        return measure
    return measure.with_terms(replace(first, first_day=first_day, reason=""))
