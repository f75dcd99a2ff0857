"""What importing a bundle would change, worked out before anything is: pure, and empty once it has been done."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date

from scorecard.domain.marks import UNKNOWN, Entry
from scorecard.domain.measures import CARD_SIZE, Group, Measure
from scorecard.domain.reflections import Answer
from scorecard.domain.snapshot import Card
from scorecard.formats.bundle import Advice, Bundle, ForeignEntry, Loss, LossKind
from scorecard.formats.losses import LossTally
from scorecard.services.importing_matches import Match, known_before, matches_of, places_of
from scorecard.services.importing_parts import Entries, Making, Part
from scorecard.services.importing_rows import PlanRow
from scorecard.services.importing_texts import NO_TEXTS, TextsPlan, plan_texts
from scorecard.services.importing_wishes import NO_WISHES, Wishes, coming


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
    wishes: Wishes = NO_WISHES,
    answers: Iterable[Answer] = (),
) -> ImportPlan:
    """What `bundle` would add to `card` and to the `existing` entries and `answers`, which must hold all its days.

    Measures are matched by origin, then as it is wished, then by name and kind. New ones go on the card while it has
    room, the rest on the bench. What is only offered is left out, unless it is wished or came along before. Nothing
    that is already here is overwritten.
    """
    losses = LossTally()
    before = known_before(bundle.measures, card)
    comes = coming(bundle.measures, wishes, before)
    entries, out = _entries_by_origin(bundle, {foreign.origin for foreign in comes}, today, losses)
    matches = matches_of(comes, card, before, wishes)
    places = places_of(comes, matches, wishes, CARD_SIZE - len(card.on(today)))
    making = Making(card, existing, today, new_id, wishes, places, losses)
    parts: dict[str, Part] = {}
    for foreign in comes:
        match, known = matches.get(foreign.origin, (Match.NONE, None))
        parts[foreign.origin] = making.part(foreign, match, known, entries.get(foreign.origin, []))
    return ImportPlan(
        source=bundle.source,
        rows=tuple(
            parts[one.origin].row
            if one.origin in parts
            else making.left_out(one, before.get(one.origin), out[one.origin])
            for one in bundle.measures
        ),
        measures_to_add=tuple(part.measure for part in parts.values() if part.row.match is Match.NONE),
        measures_to_change=tuple(part.measure for part in parts.values() if part.changed),
        entries_to_add=tuple(entry for part in parts.values() for entry in part.entries),
        texts=plan_texts(bundle, answers, today, losses),
        losses=bundle.losses + losses.losses,
        advice=bundle.advice,
        groups_to_add=tuple(making.groups.new),
    )


def _entries_by_origin(
    bundle: Bundle, comes: Collection[str], today: date, losses: LossTally
) -> tuple[dict[str, list[ForeignEntry]], Counter[str]]:
    """Entries that say something, up to today; those of later days are lost. Of measures left out, only how many."""
    names = {measure.origin: measure.name for measure in bundle.measures}
    entries: dict[str, list[ForeignEntry]] = defaultdict(list)
    out: Counter[str] = Counter()
    for entry in bundle.entries:
        if entry.mark == UNKNOWN and not entry.note:
            continue
        if entry.origin not in comes:
            out[entry.origin] += 1
        elif entry.day > today:
            losses.add(LossKind.FUTURE, names[entry.origin])
        else:
            entries[entry.origin].append(entry)
    return entries, out
