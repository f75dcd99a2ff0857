"""What the list of people needs, in memory: read whole once, afterwards person by person."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from scorecard.domain.changes import Change
from scorecard.domain.people import People, Person
from scorecard.domain.profiles import Profile
from scorecard.domain.relations import RelationLevel
from scorecard.services.changes import Changes
from scorecard.services.promise_book import Book
from scorecard.store import people_book as stored
from scorecard.store.store import Store


@dataclass(frozen=True, slots=True)
class Facts:
    """By person; who has none of a kind is not in it. `owed`: how many are open, and the first day one is due."""

    profiles: Mapping[str, Profile] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    touched: Mapping[str, date] = field(default_factory=dict)
    levels: Mapping[str, RelationLevel] = field(default_factory=dict)
    owed: Mapping[str, tuple[int, date | None]] = field(default_factory=dict)

    def profile(self, person_id: str) -> Profile:
        return self.profiles.get(person_id) or Profile(person_id)

    def members(self, team_id: str) -> tuple[str, ...]:
        return tuple(profile.person_id for profile in self.profiles.values() if profile.team_id == team_id)


_TABLES: Mapping[str, tuple[str, Callable[..., Mapping[str, Any]]]] = {
    "profile": ("profiles", stored.profiles),
    "person_group": ("groups", stored.groups),
    "touch": ("touched", stored.last_touches),
    "relation": ("levels", stored.levels),
    "owed": ("owed", stored.open_owed),
}
_KEYED_BY_PERSON = {"profile", "person_group"}


class FactsKeeper:
    def __init__(self, store: Store, changes: Changes) -> None:
        self._store = store
        self._facts: Facts | None = None
        self._stale: dict[str, set[str] | None] = {}  # the keys of a table's rows; None: all of them
        changes.follow(self._follow)

    def facts(self) -> Facts:
        """The same object as before when nothing has changed."""
        if self._facts is None:
            self._facts = self._read_all()
        elif self._stale:
            self._facts = self._renewed(self._facts)
        self._stale.clear()
        return self._facts

    def _read_all(self) -> Facts:
        with self._store.reading() as connection:
            return Facts(*(read(connection) for _, read in _TABLES.values()))

    def _renewed(self, facts: Facts) -> Facts:
        with self._store.reading() as connection:
            for table, keys in self._stale.items():
                name, read = _TABLES[table]
                ids = keys if keys is None or table in _KEYED_BY_PERSON else stored.persons_of(connection, table, keys)
                found = read(connection, ids)
                if ids is not None:
                    others = {person: fact for person, fact in getattr(facts, name).items() if person not in ids}
                    found = others | dict(found)
                facts = replace(facts, **{name: found})
        return facts

    def _follow(self, change: Change) -> None:
        topics = change.topics & _TABLES.keys()
        if self._facts is None or not topics:
            return
        if not change.keys:
            self._facts = None
            return
        for table in topics:
            known = self._stale.setdefault(table, set())
            if "person" in change.topics:  # rows go from one person to another when two are merged
                self._stale[table] = None
            elif known is not None:
                known |= change.keys.get(table, frozenset())


@dataclass(frozen=True, slots=True)
class Promised:
    """What is open of what was promised to somebody: how many, the first day due, and whether one is overdue."""

    open: int = 0
    next_due: date | None = None
    overdue: bool = False


NOTHING_PROMISED = Promised()


@dataclass(frozen=True, slots=True)
class Everybody:
    """All who are there, by name, and what is open of what was promised to them."""

    present: tuple[Person, ...]
    promised: Mapping[str, Promised]


class EverybodyKeeper:
    """Worked out again only when the promises, the people or the day are others."""

    def __init__(self, book: Callable[[], Book]) -> None:
        self._book = book
        self._of: tuple[Book, date] | None = None
        self._known = Everybody((), {})
        self._people: People | None = None
        self._present: tuple[Person, ...] = ()

    def on(self, today: date) -> Everybody:
        book = self._book()
        if self._of is None or self._of[0] is not book or self._of[1] != today:
            if self._people is not book.people:
                self._people, self._present = book.people, book.people.present
            self._known, self._of = Everybody(self._present, _promised(book, today)), (book, today)
        return self._known


def _promised(book: Book, today: date) -> dict[str, Promised]:
    found: dict[str, Promised] = {}
    for item in book.reckoned(today):
        if not item.standing.open or item.promise.person_id is None:
            continue
        person = book.people.get(item.promise.person_id)
        if person is not None:
            known = found.get(person.id, NOTHING_PROMISED)
            due = earliest(known.next_due, item.last_day)
            found[person.id] = Promised(known.open + 1, due, known.overdue or item.standing.overdue)
    return found


def earliest(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day is not None), default=None)
