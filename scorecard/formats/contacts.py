"""Contacts of other programs, as plain values, whatever file they come from."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

MOST_CONTACTS = 10_000
BESIDE = ", "  # between two mail addresses or telephone numbers

Cancelled = Callable[[], bool]


class ContactsKind(StrEnum):
    """Stored as these words, as what an import came from."""

    CARDS = "vcard"
    TABLE = "contacts"


class ContactPart(StrEnum):
    NAME = "name"
    ROLE = "role"
    ORGANISATION = "organisation"
    EMAIL = "email"
    PHONE = "phone"
    NOTE = "note"
    UID = "uid"


@dataclass(frozen=True, slots=True)
class ForeignContact:
    """As it was written, in no way shortened. `line` is where it begins, counted from 1; `uid` is its own program's."""

    line: int
    name: str
    is_team: bool = False
    role: str = ""
    organisation: str = ""
    email: str = ""
    phone: str = ""
    note: str = ""
    uid: str = ""


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """A column of a table and what it was taken for; None: for nothing."""

    heading: str
    part: ContactPart | None


@dataclass(frozen=True, slots=True)
class ContactsFile:
    """`nameless` are the lines of those without any name.

    `guessed`: the file does not say how its letters are written.
    """

    kind: ContactsKind
    contacts: tuple[ForeignContact, ...]
    nameless: tuple[int, ...] = ()
    columns: tuple[ReadColumn, ...] = ()
    guessed: bool = False


def in_one(texts: list[str]) -> str:
    """Each once, in one line."""
    found = {text.strip().casefold(): text.strip() for text in reversed(texts) if text.strip()}
    return BESIDE.join(reversed(found.values()))
