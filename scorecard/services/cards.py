"""Choosing what to measure: adding, editing, ordering, benching and retiring measures; starter sets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.clock import Clock
from scorecard.domain.days import score_date
from scorecard.domain.errors import CardFullError
from scorecard.domain.goals import Part, PartKind
from scorecard.domain.ids import new_id
from scorecard.domain.measures import CARD_SIZE, Measure, Place, Terms
from scorecard.domain.snapshot import Card, Snapshot
from scorecard.domain.terms_over_time import amended, placed, shown_terms
from scorecard.domain.texts import clean_line, clean_name
from scorecard.services.card_groups import group_named
from scorecard.services.card_order import Spot, moved, place_of
from scorecard.services.goal_parts import assign_within
from scorecard.services.scoring import Scoring
from scorecard.services.terms_effect import TermsEffect, converted_entries, reach_of, terms_effect
from scorecard.store import entries, measures, reading, settings
from scorecard.store.people import write_served
from scorecard.store.promises import read_people
from scorecard.store.record import Work
from scorecard.store.store import Store

REASON_LENGTH = 1000


@dataclass(frozen=True, slots=True)
class Draft:
    """What an editor or a starter set says of a measure. `group` is a name; empty for none.

    `goals` are the ids of those it works towards by itself; None leaves them as they are.
    `serves` is the id of the person it is done for; empty for nobody in the list, None leaves that as it is.
    """

    name: str
    terms: Terms
    why: str = ""
    to_whom: str = ""
    plan: str = ""
    group: str = ""
    goals: frozenset[str] | None = None
    serves: str | None = None


class Cards:
    """Each change reads the card anew inside its transaction: an import may have written to it meanwhile.

    `to_bench` is the measure that makes room for a tenth; without it a tenth raises CardFullError.
    """

    def __init__(self, store: Store, clock: Clock, scoring: Scoring) -> None:
        self._store = store
        self._clock = clock
        self._scoring = scoring

    def add(self, draft: Draft, to_bench: str | None = None) -> str:
        """The id of the new measure, last in its group. Raises CardFullError, EmptyNameError, StoreError."""
        self._refuse_tenth(draft.terms, to_bench)
        today = self._scoring.today()
        with self._store.change(Deed(Verb.ADD_MEASURE, {"measure": clean_name(draft.name)})) as work:
            self._make_room(work, to_bench)
            measure_id = self._write_new(work, reading.read_card(work.connection), draft)
            _assign(work, measure_id, draft, today)
            return measure_id

    def edit(self, measure_id: str, draft: Draft) -> None:
        """Name and words change everywhere; terms that differ hold from `draft.terms.first_day` on (`amended`).

        Values entered from that day on are converted where the kind is another; the measure stays where it is.
        """
        today = self._scoring.today()
        with self._store.change(Deed(Verb.EDIT_MEASURE, {"measure": clean_name(draft.name)})) as work:
            card = reading.read_card(work.connection)
            known = card.measure(measure_id)
            changed = amended(known, _clean(draft.terms), today)
            if changed.terms != known.terms:
                self._refuse_crowd(card, changed, draft.terms.first_day)
                self._convert(work, known, changed, draft.terms.first_day)
            measures.rewrite_measure(work, known, _worded(changed, draft, self._group(work, draft.group)))
            _assign(work, measure_id, draft, today)

    def effect(self, measure_id: str, terms: Terms, snapshot: Snapshot | None = None) -> TermsEffect:
        """What `edit` with these terms would make different. `snapshot`: what `reach` gave for their first day."""
        today = self._scoring.today()
        changed = amended(self._scoring.card().measure(measure_id), terms, today)
        return terms_effect(snapshot or self.reach(terms.first_day), changed, terms.first_day, today)

    def reach(self, first_day: date) -> Snapshot:
        """The days that terms from `first_day` on could make different."""
        return self._scoring.snapshot(*reach_of(first_day, self._scoring.today()))

    def withdraw(self, measure_id: str, first_day: date) -> None:
        """Takes back terms that were chosen for a day to come."""
        known = self._scoring.card().measure(measure_id)
        if first_day <= self._scoring.today():
            raise ValueError("terms that hold already are not taken back but changed")
        with self._store.change(Deed(Verb.EDIT_MEASURE, {"measure": known.name})) as work:
            known = reading.read_card(work.connection).measure(measure_id)
            left = tuple(terms for terms in known.terms if terms.first_day != first_day)
            measures.rewrite_measure(work, known, replace(known, terms=left))

    def place(self, measure_id: str, place: Place, reason: str = "", to_bench: str | None = None) -> None:
        """Puts a measure on the card, on the bench or into retirement from today on. Raises CardFullError."""
        known = self._scoring.card().measure(measure_id)
        today = self._scoring.today()
        if place_of(known, today) is place:
            return
        self._refuse_tenth(replace(shown_terms(known, today), first_day=today, place=place), to_bench)
        words = clean_line(reason, REASON_LENGTH)
        with self._store.change(_placing(known, place)) as work:
            self._make_room(work, to_bench)
            known = reading.read_card(work.connection).measure(measure_id)
            measures.rewrite_measure(work, known, placed(known, place, today, words))

    def move(self, measure_id: str, spot: Spot, to_bench: str | None = None) -> None:
        """Puts a measure at a spot: into another order, another group, onto the card or the bench."""
        known = self._scoring.card().measure(measure_id)
        today = self._scoring.today()
        stays = place_of(known, today) is spot.place
        if not stays:
            self._refuse_tenth(replace(shown_terms(known, today), first_day=today, place=spot.place), to_bench)
        deed = Deed(Verb.MOVE_MEASURE, {"measure": known.name}) if stays else _placing(known, spot.place)
        with self._store.change(deed) as work:
            self._make_room(work, to_bench)
            card = reading.read_card(work.connection)
            for measure in moved(card, today, measure_id, spot):
                measures.rewrite_measure(work, card.measure(measure.id), measure)

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

    def _refuse_tenth(self, terms: Terms, to_bench: str | None = None) -> None:
        room = CARD_SIZE + (to_bench is not None)
        if terms.on_card and self.count_on_card(max(terms.first_day, self._scoring.today())) >= room:
            raise CardFullError

    def _refuse_crowd(self, card: Card, changed: Measure, first_day: date) -> None:
        """A measure that is asked earlier than it was must find room on the card of those days, too."""
        begun = card.measure(changed.id).terms[0].first_day
        after = Card(tuple(changed if known.id == changed.id else known for known in card.measures))
        days = {terms.first_day for known in card.measures for terms in known.terms} | {first_day}
        if any(len(after.on(day)) > CARD_SIZE for day in days if first_day <= day < begun):
            raise CardFullError

    def _make_room(self, work: Work, measure_id: str | None) -> None:
        if measure_id is not None:
            known = reading.read_card(work.connection).measure(measure_id)
            measures.rewrite_measure(work, known, placed(known, Place.BENCH, self._scoring.today()))

    def _convert(self, work: Work, known: Measure, changed: Measure, first_day: date) -> None:
        last = max(first_day, self._scoring.today())
        stored = reading.read_entries(work.connection, first_day, last)
        entries.rewrite_entries(work, list(converted_entries(known, changed, stored).values()))

    def _write_new(self, work: Work, card: Card, draft: Draft, number: int = 0) -> str:
        measure_id = new_id(self._clock.now())
        position = max((measure.position for measure in card.measures), default=-1) + 1 + number
        fresh = Measure(measure_id, draft.name, (draft.terms,), position=position)
        measures.write_measure(work, _worded(fresh, draft, self._group(work, draft.group)))
        return measure_id

    def _group(self, work: Work, name: str) -> str | None:
        """The id of the group with that name, made if there is none yet."""
        return group_named(work, name, self._clock.now())


def _placing(measure: Measure, place: Place) -> Deed:
    return Deed(Verb.PLACE_MEASURE, {"measure": measure.name, "place": place.value})


def _clean(terms: Terms) -> Terms:
    return replace(terms, reason=clean_line(terms.reason, REASON_LENGTH))


def _assign(work: Work, measure_id: str, draft: Draft, today: date) -> None:
    if draft.goals is not None:
        assign_within(work, Part(PartKind.MEASURE, measure_id), draft.goals, today)
    if draft.serves is not None:
        person = read_people(work.connection).get(draft.serves)
        write_served(work, measure_id, person.id if person is not None else None)


def _worded(measure: Measure, draft: Draft, group_id: str | None) -> Measure:
    return replace(
        measure,
        name=clean_name(draft.name),
        why=clean_line(draft.why),
        to_whom=clean_line(draft.to_whom),
        plan=clean_line(draft.plan),
        group_id=group_id,
    )
