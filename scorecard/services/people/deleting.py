"""Deleting somebody for good: what that takes away, said before; then the deed, which can't be undone."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.backups import Reason
from scorecard.domain.clock import Clock
from scorecard.domain.errors import StoppedError
from scorecard.domain.people import People, Person
from scorecard.services.backups import Backups
from scorecard.services.people.keeping import Keeping
from scorecard.services.people.mentions import mentions
from scorecard.services.searching import Searching
from scorecard.store import people_forgetting, promises
from scorecard.store.store import Done, Store

_MOST_MENTIONS = 1000


@dataclass(frozen=True, slots=True)
class Removal:
    """What deleting somebody takes away. `names` are theirs, earlier ones included.

    `promises` are those made to them, with `steps` of these; `recorded` counts changes in the record, with which
    undoing and the history of all that goes too. `members` of a team stay, without it. `mentions` are texts of the
    user's own that name them with @: they stay as they were written. In so many `backups` they stay until those go, the
    one that is made before included; `unreadable` could not be looked into.
    """

    person: Person
    names: tuple[str, ...]
    promises: int
    steps: int
    checkins: int
    touches: int
    owed: int
    helps: int
    intents: int
    concerns: int
    relations: int
    plans: int
    agreed: int
    served: int
    members: int
    recorded: int
    mentions: int
    more_mentions: bool
    backups: int
    unreadable: int

    @property
    def rows(self) -> int:
        """All that goes from the store, the names apart."""
        return (
            self.promises + self.steps + self.checkins + self.touches + self.owed + self.helps + self.intents
            + self.concerns + self.relations + self.plans + self.agreed + self.served
        )  # fmt: skip


class Deleting:
    """Raises ImpossiblePersonError for somebody who is gone already, BackupError and StoreError."""

    def __init__(self, keeping: Keeping, clock: Clock, backups: Backups, searching: Searching) -> None:
        self._keeping = keeping
        self._clock = clock
        self._backups = backups
        self._searching = searching

    def what_it_removes(self, person_id: str) -> Removal:
        """It looks into every backup: two dozen take a tenth of a second."""
        person, people = self._keeping.person(person_id), self._keeping.people
        ids = ids_of(people, person.id)
        with self._keeping.store.reading() as connection:
            theirs = people_forgetting.belongings(connection, ids)
        named = mentions(self._searching, people, person.id, _MOST_MENTIONS)
        backups, unreadable = self._kept_in(ids)
        counted = theirs.rows
        return Removal(
            person=person,
            names=tuple(dict.fromkeys(one.name for one in people.all if one.id in ids)),
            promises=counted["promise"],
            steps=counted["promise_step"],
            checkins=counted["checkin"],
            touches=counted["touch"],
            owed=counted["owed"],
            helps=counted["help"],
            intents=counted["intent"],
            concerns=counted["concern"],
            relations=counted["relation"],
            plans=counted["factor_plan"],
            agreed=counted["agreed"],
            served=counted["served"],
            members=counted["members"],
            recorded=theirs.recorded,
            mentions=len(named.hits),
            more_mentions=named.more,
            backups=backups + 1,
            unreadable=unreadable,
        )

    def deletion(self, person_id: str) -> "Deletion":
        """As work off the event loop; `services.take_over` hears of what it did."""
        return Deletion(self._keeping.store.path, self._clock, self._backups, self._keeping.person(person_id).id)

    def _kept_in(self, ids: frozenset[str]) -> tuple[int, int]:
        """In how many backups they are, and how many can't be looked into."""
        found = unreadable = 0
        for backup in self._backups.listed():
            try:
                found += people_forgetting.is_in_backup(backup.path, ids)
            except people_forgetting.UNREADABLE:
                unreadable += 1
        return found, unreadable


class Deletion:
    """For a worker thread: it makes a backup, and opens the store for itself. It can't be undone."""

    def __init__(self, path: Path, clock: Clock, backups: Backups, person_id: str) -> None:
        self._path = path
        self._clock = clock
        self._backups = backups
        self._person_id = person_id

    def run(self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Done | None:
        """None when they were gone already. Raises StoppedError, BackupError and StoreError; nothing is gone then."""
        del progress  # how far SQLite is with a transaction, nobody knows
        self._backups.make_before(Reason.DELETION, cancelled)
        done: list[Done] = []
        store = Store(self._path, self._clock)
        try:
            store.announce_to(done.append)
            if cancelled():
                raise StoppedError
            with store.reading() as connection:
                people = promises.read_people(connection)
            person = people.get(self._person_id)
            if person is not None:
                with store.forgetting(Deed(Verb.FORGET_PERSON)) as work:
                    people_forgetting.forget(work, ids_of(people, person.id))
        finally:
            store.close()
        return done[0] if done else None


def ids_of(people: People, person_id: str) -> frozenset[str]:
    return frozenset(known for known in people.ids_of(person_id) if known is not None)
