"""Choosing what to measure: adding, editing, ordering, benching and retiring measures; starter sets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.clock import Clock
from scorecard.domain.days import score_date
from scorecard.domain.errors import CardFullError
from scorecard.domain.ids import new_id
from scorecard.domain.measures import CARD_SIZE, Group, Measure, Place, Terms
from scorecard.domain.snapshot import Card
from scorecard.domain.texts import clean_line, clean_name
from scorecard.services.scoring import Scoring
from scorecard.store import measures, reading, settings
from scorecard.store.record import Work
from scorecard.store.store import Store

REASON_LENGTH = 1000


@dataclass(frozen=True, slots=True)
class Draft:
    """What an editor or a starter set says of a measure. `group` is a name; empty for none."""

    name: str
    terms: Terms
    why: str = ""
    to_whom: str = ""
    plan: str = ""
    group: str = ""


class Cards:
    """Each change reads the card anew inside its transaction: an import may have written to it meanwhile."""

    def __init__(self, store: Store, clock: Clock, scoring: Scoring) -> None:
        self._store = store
        self._clock = clock
        self._scoring = scoring

    def add(self, draft: Draft) -> str:
        """The id of the new measure, last in its group. Raises CardFullError, EmptyNameError, StoreError."""
        self._refuse_tenth(draft.terms)
        with self._store.change(Deed(Verb.ADD_MEASURE, {"measure": clean_name(draft.name)})) as work:
            return self._write_new(work, reading.read_card(work.connection), draft)

    def edit(self, measure_id: str, draft: Draft) -> None:
        """Name and words change everywhere; terms that differ hold from `draft.terms.first_day` on."""
        in_force = self._scoring.card().measure(measure_id).terms_on(draft.terms.first_day)
        if in_force is None or not in_force.on_card:
            self._refuse_tenth(draft.terms)
        with self._store.change(Deed(Verb.EDIT_MEASURE, {"measure": clean_name(draft.name)})) as work:
            card = reading.read_card(work.connection)
            known = card.measure(measure_id)
            in_force = known.terms_on(draft.terms.first_day)
            group = self._group(work, card, draft.group)
            edited = _worded(known, draft, group)
            if in_force is None or replace(in_force, first_day=draft.terms.first_day) != draft.terms:
                edited = edited.with_terms(draft.terms)
            measures.write_measure(work, edited)

    def place(self, measure_id: str, place: Place, reason: str = "") -> None:
        """Puts a measure on the card, on the bench or into retirement from today on. Raises CardFullError."""
        known = self._scoring.card().measure(measure_id)
        today = self._scoring.today()
        terms = known.terms_on(today) or known.terms[0]
        if terms.place is place:
            return
        self._refuse_tenth(replace(terms, first_day=today, place=place))
        words = clean_line(reason, REASON_LENGTH)
        subject = {"measure": known.name, "place": place.value}
        with self._store.change(Deed(Verb.PLACE_MEASURE, subject)) as work:
            known = reading.read_card(work.connection).measure(measure_id)
            terms = known.terms_on(today) or known.terms[0]
            moved = replace(terms, first_day=today, place=place, reason=words)
            measures.write_measure(work, known.with_terms(moved))

    def reorder(self, measure_ids: Sequence[str]) -> None:
        """Gives the measures the order of their ids. Measures of one group stay together whatever the order."""
        with self._store.change(Deed(Verb.MOVE_MEASURE)) as work:
            card = reading.read_card(work.connection)
            for position, measure_id in enumerate(measure_ids):
                measures.write_measure(work, replace(card.measure(measure_id), position=position))

    def start(self, name: str, drafts: Sequence[Draft], day_end: time | None = None) -> None:
        """Takes over a card that was set up: measures that find no room on it wait on the bench. One activity.

        `name` is that of the starter set, if there was one. `day_end`: when the user's day is to end, if that is new.
        """
        today = self._scoring.today()
        if day_end is not None:
            today = min(today, score_date(self._clock.now(), day_end))
        with self._store.change(Deed(Verb.START_CARD, {"starter": name})) as work:
            card = reading.read_card(work.connection)
            room = CARD_SIZE - len(card.on(today))
            for number, draft in enumerate(drafts):
                place = Place.CARD if number < room else Place.BENCH
                first_day = min(today, draft.terms.first_day)
                terms = replace(draft.terms, place=place, first_day=first_day)
                self._write_new(work, card, replace(draft, terms=terms), number)
            if day_end is not None:
                settings.write_day_end(work, day_end)

    def count_on_card(self, day: date) -> int:
        return len(self._scoring.card().on(day))

    def _refuse_tenth(self, terms: Terms) -> None:
        if terms.on_card and self.count_on_card(max(terms.first_day, self._scoring.today())) >= CARD_SIZE:
            raise CardFullError

    def _write_new(self, work: Work, card: Card, draft: Draft, number: int = 0) -> str:
        measure_id = new_id(self._clock.now())
        position = max((measure.position for measure in card.measures), default=-1) + 1 + number
        fresh = Measure(measure_id, draft.name, (draft.terms,), position=position)
        measures.write_measure(work, _worded(fresh, draft, self._group(work, card, draft.group)))
        return measure_id

    def _group(self, work: Work, card: Card, name: str) -> str | None:
        """The id of the group with that name, made if there is none yet."""
        wanted = clean_line(name)
        if not wanted:
            return None
        for group_id, known, _ in self._groups(work, card):
            if known.casefold() == wanted.casefold():
                return group_id
        position = max((place for _, _, place in self._groups(work, card)), default=-1) + 1
        group = Group(new_id(self._clock.now()), wanted, position)
        measures.write_group(work, group)
        return group.id

    def _groups(self, work: Work, card: Card) -> list[tuple[str, str, int]]:
        """The stored groups and those made in this transaction."""
        stored = [(group.id, group.name, group.position) for group in card.groups]
        fresh = [change.after for change in work.changes if change.table.name == "measure_group" and change.after]
        return stored + [(row["id"], row["name"], row["position"]) for row in fresh]


def _worded(measure: Measure, draft: Draft, group_id: str | None) -> Measure:
    return replace(
        measure,
        name=clean_name(draft.name),
        why=clean_line(draft.why),
        to_whom=clean_line(draft.to_whom),
        plan=clean_line(draft.plan),
        group_id=group_id,
    )
