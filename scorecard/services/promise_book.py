"""All promises and people in memory, kept in step with the store: read whole once, afterwards promise by promise."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from scorecard.domain.changes import Change
from scorecard.domain.clock import Clock
from scorecard.domain.days import score_date
from scorecard.domain.people import People
from scorecard.domain.promises import Level, Promise
from scorecard.domain.records import Count, Record, record_of
from scorecard.services.changes import Changes
from scorecard.services.reckoning import Reckoned, reckon
from scorecard.store import promises, reading
from scorecard.store.store import Store


@dataclass(slots=True)
class _Reckoning:
    """Promises as they stood on `day`, by their ids; `whole` once it is all of a book, in its order."""

    day: date = date.min
    people: People = field(default_factory=People)
    items: dict[str, Reckoned] = field(default_factory=dict)
    whole: tuple[Reckoned, ...] | None = None
    counts: Mapping[Level, Sequence[Count]] = field(default_factory=dict)
    records: Mapping[Level, Record] = field(default_factory=dict)

    def complete(self, promises: Mapping[str, Promise]) -> None:
        missing = (promise for promise_id, promise in promises.items() if promise_id not in self.items)
        self.items.update({promise.id: reckon(promise, self.people, self.day) for promise in missing})
        self.whole = tuple([self.items[promise_id] for promise_id in promises])
        counts: dict[Level, list[Count]] = {level: [] for level in Level}
        for item in self.whole:
            if item.count is not None:
                counts[item.count.level].append(item.count)
        self.counts = counts
        self.records = {level: record_of(counts[level]) for level in Level}

    def carried(self, people: People, today: date) -> "_Reckoning":
        """What holds of it for these people and this day: what is settled stays so, whatever day comes."""
        if (people, today) == (self.people, self.day):
            return _Reckoning(today, people, self.items)
        items = {
            promise_id: _renamed(item, people)
            for promise_id, item in self.items.items()
            if today == self.day or (today > self.day and _is_final(item, self.day))
        }
        return _Reckoning(today, people, items)

    def without(self, ids: Iterable[str]) -> "_Reckoning":
        items = dict(self.items)
        for promise_id in ids:
            items.pop(promise_id, None)
        return _Reckoning(self.day, self.people, items)


def _is_final(item: Reckoned, day: date) -> bool:
    """Settled, with no step to come after `day`."""
    return not item.standing.open and all(step.day <= day for step in item.promise.steps)


def _renamed(item: Reckoned, people: People) -> Reckoned:
    person = people.name(item.promise.person_id)
    return item if person == item.person else replace(item, person=person)


@dataclass(frozen=True)
class Book:
    """Every promise by its id, in the order in which they were written down, which is that of the ids."""

    promises: Mapping[str, Promise] = field(default_factory=dict)
    people: People = field(default_factory=People)
    _known: list[_Reckoning] = field(default_factory=lambda: [_Reckoning()], repr=False, compare=False)

    def reckoned(self, today: date) -> tuple[Reckoned, ...]:
        """All promises as they stand today. What did not change since is not reckoned again."""
        return self._on(today).whole or ()

    def counts(self, today: date) -> Mapping[Level, Sequence[Count]]:
        """What they count for, by level."""
        return self._on(today).counts

    def records(self, today: date) -> Mapping[Level, Record]:
        """The records of all time, by level."""
        return self._on(today).records

    def _on(self, today: date) -> _Reckoning:
        (known,) = self._known
        if known.whole is None or known.day != today:
            known = known.carried(self.people, today)
            known.complete(self.promises)
            self._known[:] = [known]
        return known

    def renewed(self, changed: Mapping[str, Promise | None], people: People) -> "Book":
        """The book after some promises have changed, or went (None)."""
        known = dict(self.promises)
        for promise_id, promise in changed.items():
            if promise is None:
                known.pop(promise_id, None)
            else:
                known[promise_id] = promise
        if not changed.keys() <= self.promises.keys():
            known = dict(sorted(known.items()))
        return Book(known, self.people if people == self.people else people, [self._known[0].without(changed)])


class BookKeeper:
    def __init__(self, store: Store, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._book: Book | None = None
        self._prepared: tuple[int, Book] | None = None
        self._stale: set[str] = set()
        changes.follow(self._follow)

    def book(self) -> Book:
        """The promises as they stand now."""
        if self._book is None:
            self._book = self._take_prepared() or _read_all(self._store)
        elif self._stale:
            self._book = self._renewed(self._book)
        self._stale.clear()
        return self._book

    def prepare(self) -> None:
        """Reads and reckons what the first look at the book would wait for. For a thread: it opens the store anew."""
        store = Store(self._store.path, self._clock)
        try:
            seq, book = store.last_seq(), _read_all(store)
            with store.reading() as connection:
                day_end = reading.read_settings(connection).day_end
        finally:
            store.close()
        book.reckoned(score_date(self._clock.now(), day_end))
        self._prepared = seq, book

    def _take_prepared(self) -> Book | None:
        """The book that was prepared, if nothing was done since: every change has a number in the record."""
        prepared, self._prepared = self._prepared, None
        return prepared[1] if prepared is not None and prepared[0] == self._store.last_seq() else None

    def _renewed(self, book: Book) -> Book:
        with self._store.reading() as connection:
            found = promises.read_promises_among(connection, sorted(self._stale))
            changed = dict.fromkeys(self._stale) | {promise.id: promise for promise in found}
            return book.renewed(changed, promises.read_people(connection))

    def _follow(self, change: Change) -> None:
        if not change.touches_promises() or self._book is None:
            return
        if change.keys:
            ids = {key for table in ("promise", "promise_step") for key in change.keys.get(table, ())}
            self._stale |= ids or {_PEOPLE_ONLY}
        else:
            self._book = None


_PEOPLE_ONLY = ""  # the id of no promise


def _read_all(store: Store) -> Book:
    with store.reading() as connection:
        found = promises.read_promises(connection)
        return Book({promise.id: promise for promise in found}, promises.read_people(connection))
