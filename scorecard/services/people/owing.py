"""What others promised to the user: made, settled, reopened. It is theirs, so it counts for nobody's record."""

from dataclasses import replace
from datetime import date

from scorecard.domain.activities import Verb
from scorecard.domain.between import LONG_LENGTH, Owed, OwedOutcome
from scorecard.domain.profiles import ImpossiblePersonError, PersonFault
from scorecard.domain.texts import WORDS_LENGTH
from scorecard.services.people.keeping import Keeping, told, worded
from scorecard.store import people as stored


class OwedPromises:
    """Raises ImpossiblePersonError, TextTooLongError and StoreError; nothing is changed then."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping

    def make(
        self, person_id: str, words: str, due_day: date | None = None, made_on: date | None = None, note: str = ""
    ) -> str:
        person, when = self._keeping.person(person_id), self._keeping.day(made_on)
        _check_due(when, due_day)
        text = told(note, LONG_LENGTH)
        fresh = Owed(self._keeping.fresh_id(), person.id, worded(words, WORDS_LENGTH), when, due_day, note=text)
        self._write(Verb.MAKE_OWED, fresh)
        return fresh.id

    def edit(self, owed_id: str, words: str, due_day: date | None, note: str) -> None:
        known = self._known(owed_id)
        _check_due(known.made_on, due_day)
        line, text = worded(words, WORDS_LENGTH), told(note, LONG_LENGTH)
        self._write(Verb.EDIT_OWED, replace(known, words=line, due_day=due_day, note=text))

    def settle(self, owed_id: str, outcome: OwedOutcome, day: date | None = None, note: str | None = None) -> None:
        """None: the note stays. Late is only what had a day, and came after it."""
        known, when = self._known(owed_id), self._keeping.day(day)
        if not known.open:
            raise ImpossiblePersonError(PersonFault.SETTLED)
        if when < known.made_on:
            raise ImpossiblePersonError(PersonFault.BEFORE, known.made_on)
        if outcome is OwedOutcome.LATE and (known.due_day is None or when <= known.due_day):
            raise ImpossiblePersonError(PersonFault.NOT_LATE)
        text = known.note if note is None else told(note, LONG_LENGTH)
        self._write(Verb.SETTLE_OWED, replace(known, outcome=outcome, settled_on=when, note=text))

    def reopen(self, owed_id: str) -> None:
        known = self._known(owed_id)
        if known.open:
            raise ImpossiblePersonError(PersonFault.OPEN)
        self._write(Verb.REOPEN_OWED, replace(known, outcome=None, settled_on=None))

    def remove(self, owed_id: str) -> None:
        """One that is gone already stays gone."""
        with self._keeping.store.reading() as connection:
            known = stored.read_one_owed(connection, owed_id)
        if known is not None:
            deed = self._keeping.deed(Verb.REMOVE_OWED, known.person_id, {"words": known.words})
            with self._keeping.store.change(deed) as work:
                stored.remove_owed(work, owed_id)

    def _known(self, owed_id: str) -> Owed:
        with self._keeping.store.reading() as connection:
            known = stored.read_one_owed(connection, owed_id)
        if known is None:
            raise ImpossiblePersonError(PersonFault.GONE)
        return known

    def _write(self, verb: Verb, owed: Owed) -> None:
        subject = {"words": owed.words, "outcome": owed.outcome.value if owed.outcome else ""}
        with self._keeping.store.change(self._keeping.deed(verb, owed.person_id, subject)) as work:
            stored.write_owed(work, owed)


def _check_due(made_on: date, due_day: date | None) -> None:
    if due_day is not None and due_day < made_on:
        raise ImpossiblePersonError(PersonFault.BEFORE, made_on)
