"""Promising, renegotiating and settling: one activity for each, and nothing is overwritten."""

from dataclasses import dataclass, replace
from datetime import date

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.clock import Clock
from scorecard.domain.due import Due
from scorecard.domain.errors import EmptyNameError, ImpossibleStepError, StepFault
from scorecard.domain.ids import new_id
from scorecard.domain.people import People, Person
from scorecard.domain.promises import (
    MOST_EFFORT,
    Event,
    Level,
    Moved,
    Outcome,
    Promise,
    Relevelled,
    Reopened,
    Settled,
    Step,
    can_be_removed,
    standing,
)
from scorecard.domain.texts import NAME_LENGTH, WORDS_LENGTH, clean_line, clean_name, clean_text, whole_line
from scorecard.services.changes import Changes
from scorecard.services.promise_book import Book, BookKeeper
from scorecard.services.scoring import Scoring
from scorecard.store import promises as stored
from scorecard.store.people_merging import merge_rows
from scorecard.store.record import Work
from scorecard.store.store import Store

LINE_LENGTH = 1000  # of "how we will know it is done" and of the why


@dataclass(frozen=True, slots=True)
class PromiseDraft:
    """What an editor or a quick line says of a promise. `to_whom` is a name; empty for oneself.

    `person_id`, where it is known, decides between persons of one name.
    """

    words: str
    level: Level
    due: Due | None = None
    to_whom: str = ""
    person_id: str | None = None
    made_on: date | None = None
    done_when: str = ""
    why: str = ""
    notes: str = ""


class Promises:
    """Nothing is changed by what raises an error: ImpossibleStepError for what a promise can't do, TextTooLongError,
    StoreError.
    """

    def __init__(self, store: Store, clock: Clock, scoring: Scoring, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._scoring = scoring
        self._keeper = BookKeeper(store, clock, changes)

    def book(self) -> Book:
        return self._keeper.book()

    def prepare(self) -> None:
        """Reads what the first look at the book would wait for. It may run in a thread. Raises StoreError."""
        self._keeper.prepare()

    def today(self) -> date:
        return self._scoring.today()

    def make(self, draft: PromiseDraft) -> str:
        """The id of the new promise. Raises EmptyNameError for one without words."""
        made_on = draft.made_on or self.today()
        _check_made_on(made_on, draft.due, self.today())
        fresh = Promise(new_id(self._clock.now()), _words(draft.words), draft.level, made_on, draft.due)
        with self._store.change(_deed(Verb.MAKE_PROMISE, fresh)) as work:
            stored.write_promise(work, _worded(fresh, draft, self._person(work, draft)))
        return fresh.id

    def edit(self, promise_id: str, draft: PromiseDraft) -> None:
        """Words change in place. Another level is a step of its own, another date too, unless it corrects a slip.

        A slip is a date changed on the very day the promise was made, before any other step, while not yet due.
        """
        today = self.today()
        with self._store.change(Deed(Verb.EDIT_PROMISE, {"promise": _words(draft.words)})) as work:
            known = _known(work, promise_id)
            made_on = draft.made_on or known.made_on
            first_step = min((step.day for step in known.steps), default=today)
            if made_on != known.made_on:
                _check_made_on(made_on, known.due, min(first_step, today))
            state = standing(known, today)
            edited = replace(_worded(known, draft, self._person(work, draft)), made_on=made_on)
            if draft.due != state.due and _is_fresh(known, today):
                _check_made_on(made_on, draft.due, today)
                edited = replace(edited, due=draft.due)
                stored.write_promise(work, edited)
            else:
                stored.write_promise(work, edited)
                if draft.due != state.due:
                    edited = _take(work, edited, Moved(draft.due), today, today)
            if draft.level is not state.level:
                _take(work, edited, Relevelled(draft.level), today, today)

    def settle(
        self,
        promise_id: str,
        outcome: Outcome,
        *,
        day: date | None = None,
        effort: int | None = None,
        strove: bool | None = None,
        note: str = "",
    ) -> None:
        """`day` is when it was kept, broken or released; None: today, but in time for one that was kept."""
        if outcome is Outcome.OPEN or not (effort is None or 0 <= effort <= MOST_EFFORT):
            raise ValueError("no way to settle a promise")
        today = self.today()
        with self._store.change(_deed(Verb.SETTLE_PROMISE, self._now(promise_id), outcome=outcome.value)) as work:
            known = _known(work, promise_id)
            when = day or _day_settled(known, outcome, today)
            _take(work, known, Settled(outcome, effort, strove), when, today, note)

    def move(
        self, promise_id: str, due: Due | None, *, told: str = "", day: date | None = None, note: str = ""
    ) -> None:
        """Renegotiates: `told` names who knows of it, `day` is when they were told; None: today."""
        today, event = self.today(), Moved(due, whole_line(told, NAME_LENGTH))
        with self._store.change(_deed(Verb.MOVE_PROMISE, self._now(promise_id))) as work:
            _take(work, _known(work, promise_id), event, day or today, today, note)

    def relevel(self, promise_id: str, level: Level, note: str = "") -> None:
        today, deed = self.today(), _deed(Verb.RELEVEL_PROMISE, self._now(promise_id), level=level.value)
        with self._store.change(deed) as work:
            _take(work, _known(work, promise_id), Relevelled(level), today, today, note)

    def reopen(self, promise_id: str, note: str = "") -> None:
        today = self.today()
        with self._store.change(_deed(Verb.REOPEN_PROMISE, self._now(promise_id))) as work:
            known = _known(work, promise_id)
            day = max([today, *(step.day for step in known.steps)])
            _take(work, known, Reopened(), day, today, note)

    def remove(self, promise_id: str) -> None:
        """Only what never came due and has no step can go: everything else is in the record to stay."""
        today = self.today()
        with self._store.change(_deed(Verb.REMOVE_PROMISE, self._now(promise_id))) as work:
            known = _known(work, promise_id)
            if not can_be_removed(known, today):
                raise ImpossibleStepError(StepFault.CAME_DUE)
            stored.remove_promise(work, promise_id)

    def rename_person(self, person_id: str, name: str) -> None:
        """Raises EmptyNameError."""
        clean = clean_name(name)
        with self._store.change(Deed(Verb.RENAME_PERSON, {"person": clean})) as work:
            person = stored.read_people(work.connection).get(person_id)
            if person is not None:
                stored.write_person(work, replace(person, name=clean))

    def merge_persons(self, kept_id: str, merged_id: str) -> None:
        """Everything of the one becomes the other's. Their row stays, so that the old name still finds them."""
        people = self.book().people
        kept, merged = people.get(kept_id), people.get(merged_id)
        if kept is None or merged is None or kept.id == merged.id:
            return
        with self._store.change(Deed(Verb.MERGE_PERSONS, {"person": kept.name, "merged": merged.name})) as work:
            stored.write_person(work, replace(merged, merged_into=kept.id))
            merge_rows(work, kept.id, merged.id)

    def _now(self, promise_id: str) -> Promise:
        return self.book().promises[promise_id]

    def _person(self, work: Work, draft: PromiseDraft) -> str | None:
        """The id of whom it is promised to, who is written down if nobody has that name yet."""
        people = stored.read_people(work.connection)
        name = clean_line(draft.to_whom)
        if not name:
            return None
        chosen = people.get(draft.person_id)
        if chosen is not None and chosen.name.casefold() == name.casefold():
            return chosen.id
        return _found_by_name(people, name) or self._write_down(work, name)

    def _write_down(self, work: Work, name: str) -> str:
        person = Person(new_id(self._clock.now()), clean_name(name))
        stored.write_person(work, person)
        return person.id


def _take(work: Work, promise: Promise, event: Event, day: date, today: date, note: str = "") -> Promise:
    """Writes the step if the promise can take it; the promise with it."""
    _check_step(promise, event, day, today)
    position = max((step.position for step in promise.steps), default=-1) + 1
    step = Step(day, position, event, clean_text(note).strip())
    taken = promise.with_step(step)
    stored.write_step(work, taken, step)
    return taken


def _check_step(promise: Promise, event: Event, day: date, today: date) -> None:
    latest = max([today, *(step.day for step in promise.steps)])
    state = standing(promise, latest)
    if day > latest:
        raise ImpossibleStepError(StepFault.FUTURE, today)
    if day < promise.made_on:
        raise ImpossibleStepError(StepFault.BEFORE_MADE, promise.made_on)
    if state.open is isinstance(event, Reopened):
        raise ImpossibleStepError(StepFault.OPEN if state.open else StepFault.SETTLED)
    if state.firm_until is not None and day < state.firm_until:
        raise ImpossibleStepError(StepFault.BEFORE_MISS, state.firm_until)
    _check_news(event, state.due, state.level, day)


def _day_settled(promise: Promise, outcome: Outcome, today: date) -> date:
    """One who says "kept" of a promise that is overdue means that it was in time, and that only this is late."""
    state = standing(promise, today)
    if outcome is not Outcome.KEPT or state.due is None or not state.due.is_over(today):
        return today
    return max(state.due.last_day, promise.made_on, state.firm_until or date.min)


def _found_by_name(people: People, name: str) -> str | None:
    found = people.named(name)
    return found[0].id if found else None


def _is_fresh(promise: Promise, today: date) -> bool:
    return promise.made_on == today and can_be_removed(promise, today)


def _check_made_on(made_on: date, due: Due | None, latest: date) -> None:
    if made_on > latest:
        raise ImpossibleStepError(StepFault.FUTURE, latest)
    if due is not None and due.last_day < made_on:
        raise ImpossibleStepError(StepFault.DUE_BEFORE, made_on)


def _check_news(event: Event, due: Due | None, level: Level, day: date) -> None:
    match event:
        case Moved(new):
            if new == due or _keeps_its_day(new, due, day):
                raise ImpossibleStepError(StepFault.SAME)
            if new is not None and new.last_day < day:
                raise ImpossibleStepError(StepFault.DUE_BEFORE, day)
        case Relevelled(new_level):
            if new_level is level:
                raise ImpossibleStepError(StepFault.SAME)
        case Settled(Outcome.LATE):
            if due is None:
                raise ImpossibleStepError(StepFault.NEVER_DUE)
        case _:
            pass


def _keeps_its_day(new: Due | None, due: Due | None, day: date) -> bool:
    """From a Sunday to its week, on that Sunday: no new date, and the old one would come due twice."""
    return new is not None and due is not None and new.last_day == due.last_day <= day


def _known(work: Work, promise_id: str) -> Promise:
    found = stored.read_promise(work.connection, promise_id)
    if found is None:
        raise ValueError(f"no promise {promise_id}")
    return found


def _words(text: str) -> str:
    words = whole_line(text, WORDS_LENGTH)
    if not words:
        raise EmptyNameError
    return words


def _worded(promise: Promise, draft: PromiseDraft, person_id: str | None) -> Promise:
    return replace(
        promise,
        words=_words(draft.words),
        person_id=person_id,
        done_when=whole_line(draft.done_when, LINE_LENGTH),
        why=whole_line(draft.why, LINE_LENGTH),
        notes=clean_text(draft.notes).strip(),
    )


def _deed(verb: Verb, promise: Promise, **subject: str) -> Deed:
    return Deed(verb, {"promise": promise.words} | subject)
