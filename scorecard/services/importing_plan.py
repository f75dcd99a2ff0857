"""What importing a bundle would change, worked out before anything is: pure, and empty once it has been done."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from scorecard.domain.errors import ImpossibleValueError
from scorecard.domain.marks import UNKNOWN, Entry, Scored
from scorecard.domain.measures import CARD_SIZE, Group, Kind, Measure, Place, Terms
from scorecard.domain.reflections import Answer
from scorecard.domain.snapshot import Card
from scorecard.domain.texts import NOTE_LENGTH
from scorecard.domain.values import check_value
from scorecard.formats.bundle import Advice, Bundle, ForeignEntry, ForeignMeasure, Loss, LossKind
from scorecard.formats.fitting import joined
from scorecard.formats.losses import LossTally
from scorecard.services.importing_groups import NewGroups
from scorecard.services.importing_matches import Match, matches_of, places_of
from scorecard.services.importing_texts import NO_TEXTS, TextsPlan, plan_texts

Entries = Mapping[tuple[date, str], Entry]

WHY_LENGTH = 1000  # as the store keeps it


@dataclass(frozen=True, slots=True)
class PlanRow:
    """What becomes of one foreign measure. `measure_id` is the existing measure's or the new one's.

    `new` entries are added, `same` are here already, `kept` differ from ours, which stay. The days are those of all
    its entries up to today. What is only `offered` is `left_out` until it is asked for; then nothing of it is counted.
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


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """`measures_to_change` are existing ones that learn their origin, or whose first terms begin earlier so that
    they cover the entries."""

    source: str
    rows: tuple[PlanRow, ...]
    measures_to_add: tuple[Measure, ...]
    measures_to_change: tuple[Measure, ...]
    entries_to_add: tuple[Entry, ...]
    losses: tuple[Loss, ...]
    advice: tuple[Advice, ...] = ()
    groups_to_add: tuple[Group, ...] = ()
    texts: TextsPlan = NO_TEXTS

    @property
    def is_empty(self) -> bool:
        return not (self.measures_to_add or self.measures_to_change or self.entries_to_add or self.texts.to_add)

    @property
    def first_day(self) -> date | None:
        return min(self._days, default=None)

    @property
    def last_day(self) -> date | None:
        return max(self._days, default=None)

    @property
    def _days(self) -> list[date]:
        """Of the entries, or where there are none of what was written."""
        return [new.day for new in self.entries_to_add or self.texts.to_add]


def plan_import(
    bundle: Bundle,
    card: Card,
    existing: Entries,
    today: date,
    new_id: Callable[[], str],
    apart: Collection[str] = frozenset(),
    asked: Collection[str] = frozenset(),
    answers: Iterable[Answer] = (),
) -> ImportPlan:
    """What `bundle` would add to `card` and to the `existing` entries and `answers`, which must hold all its days.

    Measures are matched by origin, then by name and kind, unless their origin is in `apart`. New ones go on the card
    while it has room, the rest on the bench. What is only offered is left out, unless its origin is `asked` for or it
    came along before. Nothing that is already here is overwritten.
    """
    losses = LossTally()
    entries = _entries_by_origin(bundle, today, losses)
    before = {measure.origin for measure in card.measures}
    wanted = {*asked, *before}
    coming = [foreign for foreign in bundle.measures if not foreign.offered or foreign.origin in wanted]
    matches = matches_of(coming, card, apart)
    new_places = places_of(coming, matches, CARD_SIZE - len(card.on(today)))
    groups = NewGroups(card.groups, new_id)
    position = max((measure.position for measure in card.measures), default=-1) + 1
    parts: list[_Part] = []
    for foreign in coming:
        own = entries.get(foreign.origin, [])
        match, known = matches.get(foreign.origin, (Match.NONE, None))
        if known is None:
            known = _new_measure(foreign, new_places[foreign.origin], _earliest(own) or today, new_id(), position)
            if known.why != foreign.why:
                losses.add(LossKind.TEXT_CUT, foreign.name)
            known = replace(known, group_id=groups.id_of(foreign.group))
            position += 1
        parts.append(_part(foreign, match, known, own, existing, losses))
    texts = plan_texts(bundle, answers, today, losses)
    left_out = [_left_out(foreign) for foreign in bundle.measures if foreign.offered and foreign.origin not in wanted]
    return ImportPlan(
        source=bundle.source,
        rows=(*(part.row for part in parts), *left_out),
        measures_to_add=tuple(part.measure for part in parts if part.row.match is Match.NONE),
        measures_to_change=tuple(part.measure for part in parts if part.changed),
        entries_to_add=tuple(entry for part in parts for entry in part.entries),
        losses=bundle.losses + losses.losses,
        advice=bundle.advice,
        groups_to_add=tuple(groups.new),
        texts=texts,
    )


def _left_out(foreign: ForeignMeasure) -> PlanRow:
    terms = foreign.terms[-1]
    return PlanRow(
        foreign.origin, foreign.name, Match.NONE, "", foreign.name, terms.kind, terms.place, offered=True, left_out=True
    )


def _entries_by_origin(bundle: Bundle, today: date, losses: LossTally) -> dict[str, list[ForeignEntry]]:
    """Entries that say something, up to today; those of later days are lost."""
    names = {measure.origin: measure.name for measure in bundle.measures}
    entries: dict[str, list[ForeignEntry]] = defaultdict(list)
    for entry in bundle.entries:
        if entry.day > today:
            losses.add(LossKind.FUTURE, names[entry.origin])
        elif entry.mark != UNKNOWN or entry.note:
            entries[entry.origin].append(entry)
    return entries


def _new_measure(foreign: ForeignMeasure, place: Place, first_day: date, measure_id: str, position: int) -> Measure:
    first, *later = foreign.terms
    terms = (replace(first, first_day=first_day), *(known for known in later if known.first_day > first_day))
    return Measure(
        id=measure_id,
        name=foreign.name,
        terms=tuple(replace(known, place=place) for known in terms),
        why=foreign.why[:WHY_LENGTH],
        to_whom=foreign.to_whom[:WHY_LENGTH],
        plan=foreign.plan[:WHY_LENGTH],
        position=position,
        origin=foreign.origin,
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """One foreign measure's share of the plan. `changed`: an existing measure that is not as it was."""

    row: PlanRow
    measure: Measure
    changed: bool
    entries: tuple[Entry, ...]


def _part(
    foreign: ForeignMeasure,
    match: Match,
    known: Measure,
    own: Sequence[ForeignEntry],
    existing: Entries,
    losses: LossTally,
) -> _Part:
    missing = [entry for entry in own if _says_nothing(existing.get((entry.day, known.id)))]
    measure = _covering(known, _earliest(missing))
    if measure.origin is None and match is not Match.ORIGIN:
        measure = replace(measure, origin=foreign.origin)
    fitted = {entry.day: _fitted(measure, entry) for entry in own}
    same = sum(_same(fitted[entry.day], existing.get((entry.day, known.id))) for entry in own)
    added = tuple(fitted[entry.day] for entry in missing)
    for entry, ours in zip(missing, added, strict=True):
        if ours.mark != entry.mark:
            losses.add(LossKind.IN_NOTE, foreign.name)
    row = PlanRow(
        origin=foreign.origin,
        name=foreign.name,
        match=match,
        measure_id=known.id,
        becomes=known.name,
        kind=measure.terms[-1].kind,
        place=measure.terms[-1].place,
        new=len(added),
        same=same,
        kept=len(own) - len(added) - same,
        first_day=_earliest(own),
        last_day=max((entry.day for entry in own), default=None),
        offered=foreign.offered,
    )
    return _Part(row, measure, match is not Match.NONE and measure != known, added)


def _earliest(entries: Iterable[ForeignEntry]) -> date | None:
    return min((entry.day for entry in entries), default=None)


def _says_nothing(ours: Entry | None) -> bool:
    return ours is None or (ours.mark == UNKNOWN and not ours.note)


def _same(theirs: Entry, ours: Entry | None) -> bool:
    return ours is not None and (ours.mark, ours.note) == (theirs.mark, theirs.note)


def _covering(measure: Measure, earliest: date | None) -> Measure:
    """The measure with its first terms valid from `earliest` on, if they begin later."""
    first = measure.terms[0]
    if earliest is None or first.first_day <= earliest:
        return measure
    return measure.with_terms(replace(first, first_day=earliest, reason=""))


def _fitted(measure: Measure, entry: ForeignEntry) -> Entry:
    """The entry under the measure's own terms of that day: a value they cannot mean stands in the note."""
    terms = measure.terms_on(entry.day)
    mark, note = entry.mark, entry.note
    if terms is not None and isinstance(mark, Scored) and not _fits(mark.value, terms):
        note = joined((note, format(mark.value, "f")))[-NOTE_LENGTH:]
        mark = UNKNOWN
    return Entry(measure.id, entry.day, mark, note, entry.from_memory)


def _fits(value: Decimal, terms: Terms) -> bool:
    try:
        check_value(terms, value)
    except ImpossibleValueError:
        return False
    return True
