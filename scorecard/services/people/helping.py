"""“How can I help?” and what came of it; and why the user wants something from somebody, said or not yet."""

from dataclasses import replace
from datetime import date

from scorecard.domain.activities import Verb
from scorecard.domain.between import LONG_LENGTH, Help, Intent
from scorecard.domain.profiles import ImpossiblePersonError, PersonFault
from scorecard.services.people.keeping import Keeping, told
from scorecard.store import people as stored


class Helps:
    """Raises ImpossiblePersonError, TextTooLongError and StoreError; nothing is changed then."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping

    def ask(self, person_id: str, answer: str = "", day: date | None = None) -> str:
        person, when, text = self._keeping.person(person_id), self._keeping.day(day), told(answer, LONG_LENGTH)
        fresh = Help(self._keeping.fresh_id(), person.id, when, text)
        with self._keeping.store.change(self._keeping.deed(Verb.ASK_HELP, person.id)) as work:
            stored.write_help(work, fresh)
        return fresh.id

    def answer(self, help_id: str, text: str) -> None:
        self._change(Verb.ANSWER_HELP, replace(self._known(help_id), answer=told(text, LONG_LENGTH)))

    def do(self, help_id: str, outcome: str = "", day: date | None = None) -> None:
        """It was done; `outcome` says what came of it."""
        known, when = self._known(help_id), self._keeping.day(day)
        if when < known.asked_on:
            raise ImpossiblePersonError(PersonFault.BEFORE, known.asked_on)
        self._change(Verb.DO_HELP, replace(known, done_on=when, outcome=told(outcome, LONG_LENGTH)))

    def reopen(self, help_id: str) -> None:
        """Not done after all; what was said of it stays."""
        self._change(Verb.REOPEN_HELP, replace(self._known(help_id), done_on=None))

    def remove(self, help_id: str) -> None:
        """One that is gone already stays gone."""
        with self._keeping.store.reading() as connection:
            known = stored.read_help(connection, help_id)
        if known is not None:
            with self._keeping.store.change(self._keeping.deed(Verb.REMOVE_HELP, known.person_id)) as work:
                stored.remove_help(work, help_id)

    def _change(self, verb: Verb, asked: Help) -> None:
        with self._keeping.store.change(self._keeping.deed(verb, asked.person_id)) as work:
            stored.write_help(work, asked)

    def _known(self, help_id: str) -> Help:
        with self._keeping.store.reading() as connection:
            known = stored.read_help(connection, help_id)
        if known is None:
            raise ImpossiblePersonError(PersonFault.GONE)
        return known


class Intents:
    """Raises ImpossiblePersonError, TextTooLongError and StoreError; nothing is changed then."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping

    def add(self, person_id: str, words: str, *, said: bool = False, day: date | None = None) -> str:
        person, when = self._keeping.person(person_id), self._keeping.day(day)
        fresh = Intent(self._keeping.fresh_id(), person.id, when, _something(words), when if said else None)
        with self._keeping.store.change(self._keeping.deed(Verb.ADD_INTENT, person.id)) as work:
            stored.write_intent(work, fresh)
        return fresh.id

    def edit(self, intent_id: str, words: str) -> None:
        self._change(Verb.EDIT_INTENT, replace(self._known(intent_id), words=_something(words)))

    def say(self, intent_id: str, day: date | None = None) -> None:
        known, when = self._known(intent_id), self._keeping.day(day)
        if when < known.day:
            raise ImpossiblePersonError(PersonFault.BEFORE, known.day)
        self._change(Verb.SAY_INTENT, replace(known, said_on=when))

    def unsay(self, intent_id: str) -> None:
        """Not said yet, after all."""
        self._change(Verb.UNSAY_INTENT, replace(self._known(intent_id), said_on=None))

    def remove(self, intent_id: str) -> None:
        """One that is gone already stays gone."""
        with self._keeping.store.reading() as connection:
            known = stored.read_intent(connection, intent_id)
        if known is not None:
            with self._keeping.store.change(self._keeping.deed(Verb.REMOVE_INTENT, known.person_id)) as work:
                stored.remove_intent(work, intent_id)

    def _change(self, verb: Verb, intent: Intent) -> None:
        with self._keeping.store.change(self._keeping.deed(verb, intent.person_id)) as work:
            stored.write_intent(work, intent)

    def _known(self, intent_id: str) -> Intent:
        with self._keeping.store.reading() as connection:
            known = stored.read_intent(connection, intent_id)
        if known is None:
            raise ImpossiblePersonError(PersonFault.GONE)
        return known


def _something(words: str) -> str:
    text = told(words, LONG_LENGTH)
    if not text:
        raise ImpossiblePersonError(PersonFault.NOTHING)
    return text
