"""All promises and people in memory, kept in step with the store: read whole once, afterwards promise by promise."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from scorecard.domain.changes import Change
from scorecard.domain.people import People
from scorecard.domain.promises import Promise
from scorecard.services.changes import Changes
from scorecard.services.reckoning import Reckoned, reckon
from scorecard.store import promises
from scorecard.store.store import Store

_PEOPLE_ONLY = ""  # the id of no promise
_FEW = 200  # with more changed at once, reading all is quicker


@dataclass(frozen=True)
class Book:
    """Every promise by its id, in the order in which they were written down, which is that of the ids."""

    promises: Mapping[str, Promise] = field(default_factory=dict)
    people: People = field(default_factory=People)
    _known: dict[str, tuple[date, People, Reckoned]] = field(default_factory=dict, repr=False, compare=False)
    _whole: dict[date, tuple[Reckoned, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def reckoned(self, today: date) -> tuple[Reckoned, ...]:
        """All promises as they stand today. What did not change since is not reckoned again."""
        if today not in self._whole:
            self._whole.clear()
            self._whole[today] = tuple(self._reckoned(promise, today) for promise in self.promises.values())
        return self._whole[today]

    def _reckoned(self, promise: Promise, today: date) -> Reckoned:
        known = self._known.get(promise.id)
        if known is not None and known[0] == today and known[1] is self.people and known[2].promise is promise:
            return known[2]
        fresh = reckon(promise, self.people, today)
        self._known[promise.id] = (today, self.people, fresh)
        return fresh

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
        return Book(known, self.people if people == self.people else people, self._known)


class BookKeeper:
    def __init__(self, store: Store, changes: Changes) -> None:
        self._store = store
        self._book: Book | None = None
        self._stale: set[str] = set()
        changes.follow(self._follow)

    def book(self) -> Book:
        """The promises as they stand now."""
        if self._book is None:
            self._book = self._read_all()
        elif self._stale:
            self._book = self._renewed(self._book)
        self._stale.clear()
        return self._book

    def _read_all(self) -> Book:
        with self._store.reading() as connection:
            found = promises.read_promises(connection)
            return Book({promise.id: promise for promise in found}, promises.read_people(connection))

    def _renewed(self, book: Book) -> Book:
        with self._store.reading() as connection:
            changed = {promise_id: promises.read_promise(connection, promise_id) for promise_id in self._stale}
            return book.renewed(changed, promises.read_people(connection))

    def _follow(self, change: Change) -> None:
        if not change.touches_promises() or self._book is None:
            return
        ids = {key for table in ("promise", "promise_step") for key in change.keys.get(table, ())}
        if change.keys and len(ids) <= _FEW:
            self._stale |= ids or {_PEOPLE_ONLY}
        else:
            self._book = None
