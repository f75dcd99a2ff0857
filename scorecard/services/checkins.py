"""Checking in: one activity for each result; what was once written down is never reckoned anew."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.checkins import (
    EVIDENCE_LENGTH,
    THOUSANDTHS,
    Checkin,
    CheckinFault,
    Definition,
    ImpossibleCheckinError,
    Subject,
    in_thousandths,
    result_of,
)
from scorecard.domain.clock import Clock
from scorecard.domain.errors import FutureDayError
from scorecard.domain.ids import new_id
from scorecard.domain.people import People, Person
from scorecard.domain.promises import Level
from scorecard.domain.records import Record
from scorecard.domain.texts import clean_line, clean_name
from scorecard.services.checkin_definitions import Definitions, DefinitionShelf
from scorecard.services.checkin_page import CheckinPage, SeriesKey, checkin_page, kept_commitments
from scorecard.services.promises import Promises
from scorecard.store import checkins as stored
from scorecard.store import promises as stored_people
from scorecard.store.record import Work
from scorecard.store.store import Store


class Checkins:
    """Raises StoreError, and what else is named; nothing is changed then."""

    def __init__(self, store: Store, clock: Clock, promises: Promises, folders: Sequence[Path]) -> None:
        """`folders` hold the definitions: those of the program, then the user's own."""
        self._store = store
        self._clock = clock
        self._promises = promises
        self._shelf = DefinitionShelf(folders)

    def definitions(self) -> Definitions:
        return self._shelf.definitions()

    def card(self, today: date | None = None) -> CheckinPage:
        """Everything there is to show. None: as of today."""
        today = today or self._promises.today()
        book = self._promises.book()
        with self._store.reading() as connection:
            checkins = stored.read_checkins(connection)
        return checkin_page(self.definitions(), checkins, book.people, book.counts(today)[Level.COMMITMENT], today)

    def history(self, definition_id: str, subject: Subject, person_id: str | None = None) -> tuple[Checkin, ...]:
        """The earliest first."""
        person = self._promises.book().people.get(person_id)
        series = self.card().get(SeriesKey(definition_id, subject, person.id if person else None))
        return series.results if series else ()

    def kept(self, subject: Subject, person_id: str | None = None) -> Record:
        """The measured reliability: all commitments of the last 90 days, or those to one person or team."""
        book, today = self._promises.book(), self._promises.today()
        person = book.people.get(person_id)
        key = SeriesKey("", subject, person.id if person else None)
        return kept_commitments(book.counts(today)[Level.COMMITMENT], book.people, key, today)

    def save(
        self,
        definition_id: str,
        subject: Subject,
        person: str,
        factors: Mapping[str, int],
        evidence: str = "",
        *,
        person_id: str | None = None,
        day: date | None = None,
    ) -> str:
        """The id of the new result. `person` names whom it is about, `person_id` tells people of one name apart.

        `factors` are by the ids of the definition. Raises ImpossibleCheckinError, EmptyNameError, TextTooLongError and
        FutureDayError.
        """
        definition = self._definition(definition_id, subject)
        when, today = day or self._promises.today(), self._promises.today()
        if when > today:
            raise FutureDayError(when)
        parts = definition.parts(factors)
        result = Fraction(in_thousandths(result_of(parts)), THOUSANDTHS)
        sentence = clean_line(evidence, EVIDENCE_LENGTH)
        name = "" if subject is Subject.ME else _named(person)
        with self._store.change(Deed(Verb.CHECK_IN, {"checkin": definition.name, "person": name})) as work:
            whom = self._whom(work, name, person_id) if name else None
            fresh = Checkin(new_id(self._clock.now()), definition.id, when, subject, whom, parts, definition.formula,
                            result, sentence)  # fmt: skip
            stored.write_checkin(work, fresh)
        return fresh.id

    def remove(self, checkin_id: str) -> None:
        """Undo brings it back. One that is gone already stays gone."""
        with self._store.reading() as connection:
            known = stored.read_checkin(connection, checkin_id)
        if known is None:
            return
        definition = self.definitions().get(known.definition_id)
        name = definition.name if definition else known.definition_id
        with self._store.change(Deed(Verb.REMOVE_CHECKIN, {"checkin": name})) as work:
            stored.remove_checkin(work, checkin_id)

    def _definition(self, definition_id: str, subject: Subject) -> Definition:
        definition = self.definitions().get(definition_id)
        if definition is None:
            raise ImpossibleCheckinError(CheckinFault.GONE)
        if subject not in definition.subjects:
            raise ImpossibleCheckinError(CheckinFault.SUBJECT)
        return definition

    def _whom(self, work: Work, name: str, person_id: str | None) -> str:
        """The id of the person or team, who is written down if nobody has that name yet."""
        people = stored_people.read_people(work.connection)
        return _known(people, name, person_id) or self._write_down(work, name)

    def _write_down(self, work: Work, name: str) -> str:
        person = Person(new_id(self._clock.now()), name)
        stored_people.write_person(work, person)
        return person.id


def _named(person: str) -> str:
    if not clean_line(person):
        raise ImpossibleCheckinError(CheckinFault.NOBODY)
    return clean_name(person)


def _known(people: People, name: str, person_id: str | None) -> str | None:
    chosen = people.get(person_id)
    if chosen is not None and chosen.name.casefold() == name.casefold():
        return chosen.id
    found = people.named(name)
    return found[0].id if found else None
