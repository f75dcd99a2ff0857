"""What every deed on a person asks first: who is it, which day is meant, and is there anything to write."""

from collections.abc import Mapping
from datetime import date

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.clock import Clock
from scorecard.domain.ids import new_id
from scorecard.domain.people import People, Person
from scorecard.domain.profiles import ImpossiblePersonError, PersonFault, Profile
from scorecard.domain.texts import clean_text, whole_line
from scorecard.services.promises import Promises
from scorecard.store import people as stored
from scorecard.store.record import Work
from scorecard.store.store import Store


class Keeping:
    """Handed to all deeds. Nothing is changed by what raises an error."""

    def __init__(self, store: Store, clock: Clock, promises: Promises) -> None:
        self.store = store
        self._clock = clock
        self._promises = promises

    def today(self) -> date:
        return self._promises.today()

    def fresh_id(self) -> str:
        return new_id(self._clock.now())

    @property
    def people(self) -> People:
        return self._promises.book().people

    def person(self, person_id: str | None) -> Person:
        """Who that is now; raises ImpossiblePersonError for somebody who was deleted."""
        person = self.people.get(person_id)
        if person is None:
            raise ImpossiblePersonError(PersonFault.GONE)
        return person

    def day(self, day: date | None) -> date:
        """Today unless another was chosen; raises ImpossiblePersonError for one to come."""
        today = self.today()
        if day is not None and day > today:
            raise ImpossiblePersonError(PersonFault.FUTURE, today)
        return day or today

    def deed(self, verb: Verb, person_id: str, more: Mapping[str, str] | None = None) -> Deed:
        return Deed(verb, {"person": self.person(person_id).name} | dict(more or {}))

    def profile(self, work: Work, person_id: str) -> Profile:
        return stored.read_profile(work.connection, person_id) or Profile(person_id)


def worded(text: str, limit: int) -> str:
    """One line with something in it; raises ImpossiblePersonError and TextTooLongError."""
    words = whole_line(text, limit)
    if not words:
        raise ImpossiblePersonError(PersonFault.NOTHING)
    return words


def told(text: str, limit: int) -> str:
    """Any number of lines, perhaps none; raises TextTooLongError."""
    return clean_text(text, limit).strip()
