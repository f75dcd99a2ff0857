"""What is known of a person or a team: who they are, what they want, and how often one would like to be in touch."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from scorecard.domain.errors import KnownError, TextTooLongError
from scorecard.domain.texts import NAME_LENGTH, NOTE_LENGTH, WORDS_LENGTH, clean_line, clean_text, whole_line

CONTACT_LENGTH = 1000  # of mail addresses and telephone numbers
SCRIPT_LENGTH = 2000
LONGEST_RHYTHM = 3650  # days
MOST_GROUPS = 20
RHYTHMS = (7, 14, 30, 90, 180)  # those that are offered

# What somebody is to the user; stored as these words. Words of the user's own stand beside them.
GROUPS = ("client", "colleague", "team", "manager", "family")


class PersonKind(StrEnum):
    PERSON = "person"
    TEAM = "team"


class PersonField(StrEnum):
    """The texts of a profile, by the names of their columns."""

    ROLE = "role"
    ORGANISATION = "organisation"
    EMAIL = "email"
    PHONE = "phone"
    ASK_NEXT = "ask_next"
    IMPORTANT = "important"
    SHOULD_HAPPEN = "should_happen"
    UNFOLDS = "unfolds"
    BAD_OUTCOME = "bad_outcome"
    NOTES = "notes"

    @property
    def longest(self) -> int:
        return _LONGEST[self]

    @property
    def of_lines(self) -> bool:
        """Whether it may have more than one line."""
        return self in _OF_LINES


SCRIPT_FIELDS = (PersonField.IMPORTANT, PersonField.SHOULD_HAPPEN, PersonField.UNFOLDS, PersonField.BAD_OUTCOME)
_OF_LINES = frozenset({*SCRIPT_FIELDS, PersonField.NOTES})
_LONGEST = {
    PersonField.ROLE: NAME_LENGTH,
    PersonField.ORGANISATION: NAME_LENGTH,
    PersonField.EMAIL: CONTACT_LENGTH,
    PersonField.PHONE: CONTACT_LENGTH,
    PersonField.ASK_NEXT: WORDS_LENGTH,
    PersonField.NOTES: NOTE_LENGTH,
    **dict.fromkeys(SCRIPT_FIELDS, SCRIPT_LENGTH),
}


class PersonFault(StrEnum):
    GONE = "deleted meanwhile"
    FUTURE = "in the future"
    BEFORE = "before it began"
    SAME_LEVEL = "on that level already"
    SETTLED = "settled already"
    OPEN = "open already"
    NOT_LATE = "not late"
    SELF = "the same person"
    NO_TEAM = "not a team"
    HAS_MEMBERS = "a team with members"
    RHYTHM = "no rhythm"
    GROUPS = "too many groups"
    NOTHING = "nothing written"
    NO_MEASURE = "no such measure"


class ImpossiblePersonError(KnownError):
    """Something that can't be kept of a person. `day` is the bound that was crossed, where there is one."""

    def __init__(self, fault: PersonFault, day: date | None = None) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.day = day


@dataclass(frozen=True, slots=True)
class Script:
    """How somebody sees what is to come: what is important, what should happen next, how they expect it to unfold,
    what would be a bad outcome.
    """

    important: str = ""
    should_happen: str = ""
    unfolds: str = ""
    bad_outcome: str = ""

    @property
    def parts(self) -> tuple[tuple[PersonField, str], ...]:
        texts = (self.important, self.should_happen, self.unfolds, self.bad_outcome)
        return tuple(zip(SCRIPT_FIELDS, texts, strict=True))

    def __bool__(self) -> bool:
        return any(text for _, text in self.parts)


@dataclass(frozen=True, slots=True)
class Profile:
    """A person nobody has said anything of yet has an empty one.

    `rhythm` is the number of days after which one would like to have been in touch again. `origin` names the contact
    of another program that it came from.
    """

    person_id: str
    kind: PersonKind = PersonKind.PERSON
    role: str = ""
    organisation: str = ""
    email: str = ""
    phone: str = ""
    rhythm: int | None = None
    ask_next: str = ""
    script: Script = field(default_factory=Script)
    notes: str = ""
    team_id: str | None = None
    review_day: date | None = None
    archived: bool = False
    origin: str | None = None

    @property
    def is_team(self) -> bool:
        return self.kind is PersonKind.TEAM

    def text(self, of: PersonField) -> str:
        found: str = getattr(self.script if of in SCRIPT_FIELDS else self, of.value)
        return found


def clean_field(of: PersonField, text: str) -> str:
    """As it may be stored; raises TextTooLongError."""
    return clean_text(text, of.longest).strip() if of.of_lines else whole_line(text, of.longest)


def clean_groups(words: Iterable[str]) -> tuple[str, ...]:
    """Each once, whatever its case, those of `GROUPS` first; raises TextTooLongError and ImpossiblePersonError."""
    found: dict[str, str] = {}
    for word in words:
        line = clean_line(word, NAME_LENGTH + 1)
        if len(line) > NAME_LENGTH:
            raise TextTooLongError(NAME_LENGTH)
        if line:
            known = line.casefold()
            found.setdefault(known, known if known in GROUPS else line)
    if len(found) > MOST_GROUPS:
        raise ImpossiblePersonError(PersonFault.GROUPS)
    return in_order(found.values())


def in_order(words: Iterable[str]) -> tuple[str, ...]:
    """Groups as they are shown: those of `GROUPS` in their order, then the user's own by name."""
    places = {word: place for place, word in enumerate(GROUPS)}
    return tuple(sorted(words, key=lambda word: (places.get(word, len(GROUPS)), word.casefold(), word)))


def check_rhythm(days: int | None) -> int | None:
    """Raises ImpossiblePersonError."""
    if days is not None and not 1 <= days <= LONGEST_RHYTHM:
        raise ImpossiblePersonError(PersonFault.RHYTHM)
    return days
