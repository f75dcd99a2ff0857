"""Contacts: brought in from another program's file as one activity, and written for one as vCards."""

import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scorecard.domain.backups import Reason
from scorecard.domain.clock import Clock
from scorecard.domain.errors import StoppedError
from scorecard.domain.people import Person
from scorecard.domain.profiles import PersonKind, Profile
from scorecard.formats.contacts import ContactPart, ContactsKind, ForeignContact, ReadColumn
from scorecard.services.backups import Backups
from scorecard.services.changes import Changes
from scorecard.services.exporting import write_file
from scorecard.services.people.book import Facts, FactsKeeper
from scorecard.services.people.contact_drafts import field_of, uid_of
from scorecard.services.people.contacts_plan import (
    Becomes,
    ContactsChoice,
    ContactsPlan,
    ContactsReceipt,
    KnownBy,
    KnownPeople,
    PlannedContact,
    chosen,
    count,
    plan_contacts,
)
from scorecard.services.people.keeping import Keeping
from scorecard.services.people.profiles import FilledIn, Profiles
from scorecard.services.promises import Promises
from scorecard.services.scoring import Scoring
from scorecard.store import people as stored
from scorecard.store.store import Done, Store

__all__ = [
    "Becomes",
    "ContactPart",
    "Contacts",
    "ContactsChoice",
    "ContactsExport",
    "ContactsImport",
    "ContactsKind",
    "ContactsPlan",
    "ContactsReceipt",
    "Imported",
    "KnownBy",
    "PlannedContact",
    "ReadColumn",
    "count",
]

log = logging.getLogger(__name__)
Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Imported:
    """`done` is None when there was nothing to do."""

    receipt: ContactsReceipt
    done: Done | None


class Contacts:
    """Of the window's thread; what it hands out is work for another."""

    def __init__(self, keeping: Keeping, clock: Clock, backups: Backups, facts: FactsKeeper) -> None:
        self._keeping = keeping
        self._clock = clock
        self._backups = backups
        self._facts = facts

    def reading(self, file: Path) -> "ContactsReading":
        """A file to be read; nothing is changed."""
        with self._keeping.store.reading() as connection:
            origins = stored.read_origins(connection)
        return ContactsReading(file, KnownPeople(self._keeping.people, origins, self._facts.facts().profiles))

    def importing(self, plan: ContactsPlan, choice: ContactsChoice) -> "ContactsImport":
        """What was chosen of a plan; `services.take_over` hears of what it did."""
        return ContactsImport(self._keeping.store.path, self._clock, self._backups, plan, choice)

    def export(self, person_ids: Collection[str]) -> "ContactsExport":
        """Their cards, by name: who they are and how to reach them, and nothing else."""
        facts, wanted = self._facts.facts(), frozenset(person_ids)
        people = [person for person in self._keeping.people.present if person.id in wanted]
        return ContactsExport(tuple(_contact(person, facts) for person in people))


@dataclass(frozen=True, slots=True)
class ContactsReading:
    """For a worker thread."""

    file: Path
    known: KnownPeople

    def run(self, progress: Progress, cancelled: Cancelled) -> ContactsPlan:
        """Raises one of the errors of `importing_outcomes`."""
        from scorecard.formats.contacts_reading import read_contacts

        del progress  # it is over before it could be told of
        return plan_contacts(read_contacts(self.file, cancelled), self.known)


class ContactsImport:
    """For a worker thread: it makes a backup as every import does, and opens the store for itself."""

    def __init__(self, path: Path, clock: Clock, backups: Backups, plan: ContactsPlan, choice: ContactsChoice) -> None:
        self._path = path
        self._clock = clock
        self._backups = backups
        self._plan = plan
        self._choice = choice

    def run(self, progress: Progress, cancelled: Cancelled) -> Imported:
        """All of it or nothing. Raises StoppedError, BackupError, ImpossiblePersonError and StoreError."""
        del progress  # one transaction
        self._backups.make_before(Reason.IMPORT, cancelled)
        done: list[Done] = []
        store = Store(self._path, self._clock)
        try:
            store.announce_to(done.append)
            if cancelled():
                raise StoppedError
            receipt = self._write(store)
        finally:
            store.close()
        log.info("imported %d contacts, filled in %d", receipt.added, receipt.filled)
        return Imported(receipt, done[0] if done else None)

    def _write(self, store: Store) -> ContactsReceipt:
        changes = Changes()
        promises = Promises(store, self._clock, Scoring(store, self._clock, changes), changes)
        profiles = Profiles(Keeping(store, self._clock, promises), promises)
        there = profiles.by_origin()
        drafts, filled = chosen(self._plan, self._choice)
        new = [replace(draft, groups=self._choice.groups) for draft in drafts if draft.origin not in there]
        known = [_filled_in(one, there) for one in filled]
        if new or known:
            profiles.add_all(new, self._plan.file.kind.value, known)
        return ContactsReceipt(len(new), len(known))


@dataclass(frozen=True, slots=True)
class ContactsExport:
    """Cards on their way into a file; needs the store no more."""

    contacts: Sequence[ForeignContact]

    def write(self, file: Path) -> int:
        """Writes for its owner's eyes only, and says how many. Raises NotWrittenError."""
        from scorecard.formats.contacts_writing import cards_file

        write_file(file, cards_file(self.contacts))
        log.info("exported %d contacts", len(self.contacts))
        return len(self.contacts)


def _filled_in(one: PlannedContact, origins: Collection[str]) -> FilledIn:
    assert one.known is not None, "only who is known is filled in"
    origin = one.draft.origin if one.draft.origin not in origins else None
    return FilledIn(one.known.id, {of: field_of(one.draft, of) for of in one.fills}, origin)


def _contact(person: Person, facts: Facts) -> ForeignContact:
    profile: Profile = facts.profile(person.id)
    return ForeignContact(
        line=0,
        name=person.name,
        is_team=profile.kind is PersonKind.TEAM,
        role=profile.role,
        organisation=profile.organisation,
        email=profile.email,
        phone=profile.phone,
        uid=uid_of(person.id, profile.origin),
    )
