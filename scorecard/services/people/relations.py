"""Relationship levels: steps up and down, each with its day and what showed it."""

from dataclasses import replace
from datetime import date

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.profiles import ImpossiblePersonError, PersonFault
from scorecard.domain.relations import Relation, RelationLevel, in_time, steps_of
from scorecard.domain.texts import WORDS_LENGTH, whole_line
from scorecard.services.people.keeping import Keeping
from scorecard.store import people as stored
from scorecard.store.record import Work


class Relations:
    """Raises ImpossiblePersonError, TextTooLongError and StoreError; nothing is changed then."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping

    def step(self, person_id: str, level: RelationLevel, evidence: str = "", day: date | None = None) -> str:
        """The id of the step. One to the level on which they were that day already is none."""
        person, when = self._keeping.person(person_id), self._keeping.day(day)
        fresh = Relation(self._keeping.fresh_id(), person.id, when, level, whole_line(evidence, WORDS_LENGTH))
        deed = Deed(Verb.STEP_RELATION, {"person": person.name, "level": level.value})
        with self._keeping.store.change(deed) as work:
            self._check(work, fresh)
            stored.write_relation(work, fresh)
        return fresh.id

    def edit(self, relation_id: str, evidence: str, day: date | None = None) -> None:
        """None: the day stays."""
        with self._keeping.store.reading() as connection:
            known = stored.read_relation(connection, relation_id)
        if known is None:
            raise ImpossiblePersonError(PersonFault.GONE)
        when = known.day if day is None else self._keeping.day(day)
        with self._keeping.store.change(self._keeping.deed(Verb.EDIT_RELATION, known.person_id)) as work:
            edited = replace(known, evidence=whole_line(evidence, WORDS_LENGTH), day=when)
            if when != known.day:
                self._check(work, edited)
            stored.write_relation(work, edited)

    def remove(self, relation_id: str) -> None:
        """One that is gone already stays gone."""
        with self._keeping.store.reading() as connection:
            known = stored.read_relation(connection, relation_id)
        if known is not None:
            with self._keeping.store.change(self._keeping.deed(Verb.REMOVE_RELATION, known.person_id)) as work:
                stored.remove_relation(work, relation_id)

    def _check(self, work: Work, fresh: Relation) -> None:
        others = [known for known in stored.read_relations(work.connection, fresh.person_id) if known.id != fresh.id]
        for step in steps_of(in_time([*others, fresh])):
            if step.relation.id == fresh.id and step.was is fresh.level:
                raise ImpossiblePersonError(PersonFault.SAME_LEVEL)
