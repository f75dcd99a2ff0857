"""What importing contacts would do: who is new, who is known already, and what could be filled in. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property

from scorecard.domain.errors import EmptyNameError
from scorecard.domain.people import People, Person
from scorecard.domain.profiles import PersonField, Profile
from scorecard.formats.contacts import BESIDE, ContactsFile
from scorecard.services.people.contact_drafts import OWN, draft_of, field_of
from scorecard.services.people.profiles import PersonDraft

_FILLED = (PersonField.ORGANISATION, PersonField.ROLE, PersonField.EMAIL, PersonField.PHONE, PersonField.NOTES)


class KnownBy(Enum):
    """How somebody in the file was found among the user's own people."""

    NOBODY = auto()
    ORIGIN = auto()
    NAME = auto()


class Becomes(Enum):
    NEW = auto()
    BESIDE = auto()  # new, though somebody has the name
    FILLED = auto()
    HERE = auto()  # known, with nothing to fill in
    STAYS = auto()  # known, and left as they are
    LEFT_OUT = auto()


@dataclass(frozen=True, slots=True)
class PlannedContact:
    """`fills` are the fields that are empty in `known` and not in the file. `cut`: something was too long to keep.

    `same`: `known` has all that the file says but for notes, so nobody else can be meant.
    """

    draft: PersonDraft
    known: Person | None = None
    by: KnownBy = KnownBy.NOBODY
    fills: tuple[PersonField, ...] = ()
    cut: bool = False
    same: bool = False

    def is_offered(self, fill: bool) -> bool:
        """Whether there is a choice. With `fill`, known ones are filled in; without, a name alone may be another's."""
        return self.by is KnownBy.NOBODY or (bool(self.fills) if fill else self.by is KnownBy.NAME and not self.same)

    def becomes(self, fill: bool, taken: bool) -> Becomes:
        if self.by is KnownBy.NOBODY:
            return Becomes.NEW if taken else Becomes.LEFT_OUT
        if fill:
            return (Becomes.FILLED if taken else Becomes.STAYS) if self.fills else Becomes.HERE
        return Becomes.BESIDE if taken and self.is_offered(fill) else Becomes.STAYS if self.fills else Becomes.HERE


@dataclass(frozen=True, slots=True)
class ContactsPlan:
    """`twice` are contacts that stand in the file more than once: they come in once."""

    file: ContactsFile
    contacts: tuple[PlannedContact, ...]
    twice: int = 0

    @property
    def has_known(self) -> bool:
        return any(one.by is not KnownBy.NOBODY for one in self.contacts)

    @property
    def can_fill(self) -> bool:
        return any(one.fills for one in self.contacts)

    @property
    def cut(self) -> int:
        return sum(one.cut for one in self.contacts)

    def first_choice(self, fill: bool) -> frozenset[int]:
        """What is ticked at first, by place: the new ones, and those to be filled in; nobody who is known by name."""
        return frozenset(
            place
            for place, one in enumerate(self.contacts)
            if one.by is KnownBy.NOBODY or (fill and one.is_offered(fill))
        )


@dataclass(frozen=True, slots=True)
class ContactsChoice:
    """`taken` are places in the plan; `groups` are for those who are new."""

    taken: frozenset[int]
    fill: bool = False
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactsReceipt:
    added: int = 0
    filled: int = 0


@dataclass(frozen=True)
class KnownPeople:
    """`origins` say who came from which contact; who has no profile has an empty one."""

    people: People
    origins: Mapping[str, str] = field(default_factory=dict)
    profiles: Mapping[str, Profile] = field(default_factory=dict)

    @cached_property
    def _named(self) -> Mapping[str, Sequence[Person]]:
        """Who is known by a name, an earlier one included; each once."""
        found: dict[str, dict[str, Person]] = {}
        for name, person in self.people.known_names():
            found.setdefault(name.casefold(), {})[person.id] = person
        return {name: tuple(persons.values()) for name, persons in found.items()}

    def has_all(self, person: Person, draft: PersonDraft) -> bool:
        """Whether all that the file says of them, but for notes, stands there."""
        profile = self.profiles.get(person.id) or Profile(person.id)
        return all(
            part.casefold() in [known.casefold() for known in profile.text(of).split(BESIDE)]
            for of in _FILLED
            if of is not PersonField.NOTES and field_of(draft, of)
            for part in field_of(draft, of).split(BESIDE)
        )

    def find(self, draft: PersonDraft, uid: str) -> tuple[Person | None, KnownBy, bool]:
        """Who that is, and whether nobody else could be meant."""
        person = self.people.get(self.origins.get(draft.origin or ""))
        if person is None and uid.endswith(OWN):
            person = self.people.get(uid.removesuffix(OWN))
        if person is not None:
            return person, KnownBy.ORIGIN, True
        named = self._named.get(draft.name.casefold(), ())
        if not named:
            return None, KnownBy.NOBODY, False
        same = next((one for one in named if self.has_all(one, draft)), None)
        return same or named[0], KnownBy.NAME, len(named) == 1


def plan_contacts(file: ContactsFile, known: KnownPeople) -> ContactsPlan:
    planned: list[PlannedContact] = []
    seen: set[object] = set()
    filled: set[str] = set()
    twice, nameless = 0, list(file.nameless)
    for contact in file.contacts:
        try:
            draft, cut = draft_of(contact)
        except EmptyNameError:
            nameless.append(contact.line)
            continue
        keys = {draft.origin or draft, _without_origin(draft)}
        if keys & seen:
            twice += 1
            continue
        seen |= keys
        person, by, sure = known.find(draft, contact.uid)
        fills = _fills(draft, known.profiles.get(person.id)) if person is not None and sure else ()
        if person is not None and person.id in filled:
            fills = ()
        elif person is not None:
            filled.add(person.id)
        same = person is not None and known.has_all(person, draft)
        planned.append(PlannedContact(draft, person, by, fills, cut, same))
    named = ContactsFile(file.kind, file.contacts, tuple(sorted(nameless)), file.columns, file.guessed)
    return ContactsPlan(named, tuple(planned), twice)


def _without_origin(draft: PersonDraft) -> tuple[str, ...]:
    return (draft.name.casefold(), *(field_of(draft, of) for of in _FILLED))


def _fills(draft: PersonDraft, profile: Profile | None) -> tuple[PersonField, ...]:
    return tuple(of for of in _FILLED if field_of(draft, of) and not (profile and profile.text(of)))


def chosen(plan: ContactsPlan, choice: ContactsChoice) -> tuple[Sequence[PersonDraft], Sequence[PlannedContact]]:
    """Who is to be added, and who to be filled in."""
    new: list[PersonDraft] = []
    filled: list[PlannedContact] = []
    for place, one in enumerate(plan.contacts):
        match one.becomes(choice.fill, place in choice.taken):
            case Becomes.NEW | Becomes.BESIDE:
                new.append(one.draft)
            case Becomes.FILLED:
                filled.append(one)
            case _:
                pass
    return new, filled


def count(plan: ContactsPlan, choice: ContactsChoice) -> ContactsReceipt:
    """What the choice would come to."""
    new, filled = chosen(plan, choice)
    return ContactsReceipt(len(new), len(filled))
