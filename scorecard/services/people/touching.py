"""Attention given and received: dated touches, and “served today” in one key."""

from dataclasses import replace
from datetime import date

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.profiles import ImpossiblePersonError, PersonFault
from scorecard.domain.touches import TOUCH_NOTE_LENGTH, Direction, Touch, Way
from scorecard.services.people.keeping import Keeping, told
from scorecard.store import people as stored
from scorecard.store import people_book


class Touches:
    """Raises ImpossiblePersonError, TextTooLongError and StoreError; nothing is changed then."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping

    def add(
        self,
        person_id: str,
        way: Way,
        direction: Direction = Direction.GIVEN,
        present: bool | None = None,
        note: str = "",
        day: date | None = None,
    ) -> str:
        person, when = self._keeping.person(person_id), self._keeping.day(day)
        text = told(note, TOUCH_NOTE_LENGTH)
        fresh = Touch(self._keeping.fresh_id(), person.id, when, way, direction, present, text)
        with self._keeping.store.change(self._deed(Verb.ADD_TOUCH, fresh)) as work:
            stored.write_touch(work, fresh)
        return fresh.id

    def edit(self, touch: Touch) -> None:
        """All of it but whose it is."""
        known = self._known(touch.id)
        if known is None:
            raise ImpossiblePersonError(PersonFault.GONE)
        day, note = self._keeping.day(touch.day), told(touch.note, TOUCH_NOTE_LENGTH)
        edited = replace(touch, person_id=known.person_id, day=day, note=note)
        with self._keeping.store.change(self._deed(Verb.EDIT_TOUCH, edited)) as work:
            stored.write_touch(work, edited)

    def remove(self, touch_id: str) -> None:
        """One that is gone already stays gone."""
        known = self._known(touch_id)
        if known is not None:
            with self._keeping.store.change(self._deed(Verb.REMOVE_TOUCH, known)) as work:
                stored.remove_touch(work, touch_id)

    def toggle_served(self, person_id: str, day: date | None = None) -> bool:
        """Whether they were served that day, after the key. Taking it back takes those touches only that say no more.

        With a note or whether one was present it is a touch of its own, which stays.
        """
        person, when = self._keeping.person(person_id), self._keeping.day(day)
        subject = {"person": person.name, "day": when.isoformat()}
        with self._keeping.store.reading() as connection:
            served = person.id in people_book.served_on(connection, when)
            known = stored.read_touches_between(connection, when, when)
        if not served:
            fresh = Touch(self._keeping.fresh_id(), person.id, when, Way.SERVED)
            with self._keeping.store.change(Deed(Verb.SERVE_PERSON, subject)) as work:
                stored.write_touch(work, fresh)
            return True
        plain = [touch for touch in known if touch == Touch(touch.id, person.id, when, Way.SERVED)]
        with self._keeping.store.change(Deed(Verb.UNSERVE_PERSON, subject)) as work:
            for touch in plain:
                stored.remove_touch(work, touch.id)
        with self._keeping.store.reading() as connection:
            return person.id in people_book.served_on(connection, when)

    def _known(self, touch_id: str) -> Touch | None:
        with self._keeping.store.reading() as connection:
            return stored.read_touch(connection, touch_id)

    def _deed(self, verb: Verb, touch: Touch) -> Deed:
        return self._keeping.deed(verb, touch.person_id, {"way": touch.way.value, "day": touch.day.isoformat()})
