"""Who somebody is: adding, editing, putting away and bringing back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.people import Person
from scorecard.domain.profiles import (
    SCRIPT_FIELDS,
    ImpossiblePersonError,
    PersonFault,
    PersonField,
    PersonKind,
    Profile,
    check_rhythm,
    clean_field,
    clean_groups,
)
from scorecard.domain.relations import Relation, RelationLevel
from scorecard.domain.texts import WORDS_LENGTH, clean_line, clean_name, whole_line
from scorecard.services.people.keeping import Keeping
from scorecard.services.promises import Promises
from scorecard.services.thoughts import PAUSE, Thoughts
from scorecard.store import people as stored
from scorecard.store import promises as stored_people
from scorecard.store.record import Work


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """What is said of somebody new. `origin` names the contact of another program that they come from.

    `evidence` says what showed the `level`.
    """

    name: str
    kind: PersonKind = PersonKind.PERSON
    role: str = ""
    organisation: str = ""
    groups: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""
    rhythm: int | None = None
    team_id: str | None = None
    notes: str = ""
    origin: str | None = None
    level: RelationLevel | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class FilledIn:
    """What a contact of another program says of somebody who is known already."""

    person_id: str
    texts: Mapping[PersonField, str]
    origin: str | None = None

    def applied(self, profile: Profile) -> Profile:
        """What stands there stays."""
        texts = {
            of.value: clean_field(of, text)
            for of, text in self.texts.items()
            if of not in SCRIPT_FIELDS and not profile.text(of)
        }
        return replace(profile, origin=profile.origin or self.origin, **texts)  # type: ignore[arg-type]


class Profiles:
    """Raises ImpossiblePersonError, EmptyNameError, TextTooLongError and StoreError; nothing is changed then."""

    def __init__(self, keeping: Keeping, promises: Promises) -> None:
        self._keeping = keeping
        self._promises = promises
        self._thoughts = Thoughts()

    def add(self, draft: PersonDraft) -> str:
        """The id of the new person or team. Two may have one name: `named` tells of it before."""
        person, profile, groups = self._made(draft)
        with self._keeping.store.change(Deed(Verb.ADD_PERSON, {"person": person.name})) as work:
            self._write(work, person, profile, groups)
            if draft.level is not None:
                evidence = whole_line(draft.evidence, WORDS_LENGTH)
                first = Relation(self._keeping.fresh_id(), person.id, self._keeping.today(), draft.level, evidence)
                stored.write_relation(work, first)
        return person.id

    def add_all(self, drafts: Sequence[PersonDraft], source: str, filled: Sequence[FilledIn] = ()) -> tuple[str, ...]:
        """Contacts of another program, as one import: some are new, some `filled` in where nothing stands yet.

        `source` names what they came from.
        """
        made = [self._made(draft) for draft in drafts]
        known = [(self._keeping.person(one.person_id).id, one) for one in filled]
        with self._keeping.store.change(Deed(Verb.IMPORT, {"source": source})) as work:
            for person, profile, groups in made:
                self._write(work, person, profile, groups)
            for person_id, one in known:
                _put(work, one.applied(self._keeping.profile(work, person_id)))
        return tuple(person.id for person, _, _ in made)

    def _made(self, draft: PersonDraft) -> tuple[Person, Profile, tuple[str, ...]]:
        person = Person(self._keeping.fresh_id(), clean_name(draft.name))
        if draft.team_id is not None:
            self._check_team(person.id, draft.team_id)
        profile = Profile(
            person.id, draft.kind,
            clean_field(PersonField.ROLE, draft.role), clean_field(PersonField.ORGANISATION, draft.organisation),
            clean_field(PersonField.EMAIL, draft.email), clean_field(PersonField.PHONE, draft.phone),
            check_rhythm(draft.rhythm), notes=clean_field(PersonField.NOTES, draft.notes), team_id=draft.team_id,
            origin=clean_line(draft.origin, 1000) or None if draft.origin else None,
        )  # fmt: skip
        return person, profile, clean_groups(draft.groups)

    def _write(self, work: Work, person: Person, profile: Profile, groups: tuple[str, ...]) -> None:
        stored_people.write_person(work, person)
        stored.write_profile(work, profile)
        stored.write_groups(work, person.id, groups)

    def by_origin(self) -> Mapping[str, str]:
        """Who came from which contact of another program."""
        with self._keeping.store.reading() as connection:
            return stored.read_origins(connection)

    def named(self, name: str) -> tuple[Person, ...]:
        """Who is known by that name already."""
        return self._keeping.people.named(clean_line(name))

    def rename(self, person_id: str, name: str) -> None:
        self._promises.rename_person(self._keeping.person(person_id).id, name)

    def write(self, person_id: str, of: PersonField, text: str) -> None:
        """Saves all that is now written in a field; undo takes back a thought of it."""
        person, written = self._keeping.person(person_id), clean_field(of, text)
        fold = self._thoughts.fold(f"person:{person.id}:{of}", written)
        deed = Deed(Verb.EDIT_PERSON, {"person": person.name, "field": of.value}, fold, PAUSE, keeps_steps=False)
        with self._keeping.store.change(deed) as work:
            profile = self._keeping.profile(work, person.id)
            if of in SCRIPT_FIELDS:
                script = replace(profile.script, **{of.value: written})
                profile = replace(profile, script=script)
            else:
                profile = replace(profile, **{of.value: written})  # type: ignore[arg-type]
            _put(work, profile)

    def set_kind(self, person_id: str, kind: PersonKind) -> None:
        """A team with members stays one."""
        person = self._keeping.person(person_id)
        with self._keeping.store.change(self._edit(person, "kind")) as work:
            if kind is PersonKind.PERSON and stored.members_of(work.connection, person.id):
                raise ImpossiblePersonError(PersonFault.HAS_MEMBERS)
            _put(work, replace(self._keeping.profile(work, person.id), kind=kind))

    def set_groups(self, person_id: str, words: Sequence[str]) -> None:
        person, groups = self._keeping.person(person_id), clean_groups(words)
        with self._keeping.store.change(self._edit(person, "groups")) as work:
            stored.write_groups(work, person.id, groups)

    def set_rhythm(self, person_id: str, days: int | None) -> None:
        person = self._keeping.person(person_id)
        with self._keeping.store.change(self._edit(person, "rhythm")) as work:
            _put(work, replace(self._keeping.profile(work, person.id), rhythm=check_rhythm(days)))

    def set_team(self, person_id: str, team_id: str | None) -> None:
        """A team may be in another, but never in itself."""
        person = self._keeping.person(person_id)
        team = self._keeping.person(team_id).id if team_id is not None else None
        if team is not None:
            self._check_team(person.id, team)
        with self._keeping.store.change(self._edit(person, "team")) as work:
            _put(work, replace(self._keeping.profile(work, person.id), team_id=team))

    def set_review_day(self, person_id: str, day: date | None) -> None:
        """The day of the next quality review."""
        person = self._keeping.person(person_id)
        with self._keeping.store.change(self._edit(person, "review_day")) as work:
            _put(work, replace(self._keeping.profile(work, person.id), review_day=day))

    def archive(self, person_id: str) -> None:
        """Out of the lists; everything stays."""
        self._put_away(Verb.ARCHIVE_PERSON, person_id, archived=True)

    def bring_back(self, person_id: str) -> None:
        self._put_away(Verb.BRING_BACK_PERSON, person_id, archived=False)

    def merge(self, kept_id: str, merged_id: str) -> None:
        """Everything of the one becomes the other's. Long ones are work for a thread: `services.merging`."""
        kept, merged = self._keeping.person(kept_id), self._keeping.person(merged_id)
        if kept.id == merged.id:
            raise ImpossiblePersonError(PersonFault.SELF)
        self._promises.merge_persons(kept.id, merged.id)

    def _put_away(self, verb: Verb, person_id: str, *, archived: bool) -> None:
        person = self._keeping.person(person_id)
        with self._keeping.store.change(self._keeping.deed(verb, person.id)) as work:
            _put(work, replace(self._keeping.profile(work, person.id), archived=archived))

    def _edit(self, person: Person, field: str) -> Deed:
        return Deed(Verb.EDIT_PERSON, {"person": person.name, "field": field})

    def _check_team(self, person_id: str, team_id: str) -> None:
        with self._keeping.store.reading() as connection:
            above: str | None = team_id
            team = stored.read_profile(connection, team_id)
            if team is None or not team.is_team:
                raise ImpossiblePersonError(PersonFault.NO_TEAM)
            while above is not None:
                if above == person_id:
                    raise ImpossiblePersonError(PersonFault.SELF)
                found = stored.read_profile(connection, above)
                above = found.team_id if found is not None else None


def _put(work: Work, profile: Profile) -> None:
    """Nobody gets a row only to say that nothing is known of them."""
    if profile != Profile(profile.person_id) or stored.read_profile(work.connection, profile.person_id) is not None:
        stored.write_profile(work, profile)
