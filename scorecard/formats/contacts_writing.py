"""vCards for other programs' address books (version 3.0, which all of them read)."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from scorecard.formats.contacts import BESIDE, ForeignContact
from scorecard.formats.contacts_cards import COMPANY

if TYPE_CHECKING:
    from icalendar.parser import Contentline

PRODUCT = "-//Scorecard//Scorecard//EN"


class _Value:
    """What stands after the colon; icalendar's own text loses a backslash before a capital N."""

    def __init__(self, *parts: str) -> None:
        self._parts = parts

    def to_ical(self) -> str:
        return ";".join(_escaped(part) for part in self._parts)


def cards_file(contacts: Iterable[ForeignContact]) -> bytes:
    """The file as a whole. Notes are none of an address book's business, and do not go along."""
    from icalendar.parser import Contentlines

    lines = Contentlines()
    for contact in contacts:
        lines.extend(_lines(contact))
    content: bytes = lines.to_ical()  # type: ignore[no-untyped-call]
    return content


def _lines(contact: ForeignContact) -> Iterable["Contentline"]:
    yield _line("BEGIN", "VCARD")
    yield _line("VERSION", "3.0")
    yield _line("PRODID", PRODUCT)
    if contact.uid:
        yield _line("UID", contact.uid)
    yield _line("FN", contact.name)
    given, _, family = contact.name.rpartition(" ")
    yield _line("N", family if given else "", given or family, "", "", "")
    if contact.is_team:
        yield _line(COMPANY, "COMPANY")
    if contact.organisation:
        yield _line("ORG", contact.organisation)
    if contact.role:
        yield _line("TITLE", contact.role)
    for email in _apart(contact.email):
        yield _line("EMAIL", email, kind="INTERNET")
    for phone in _apart(contact.phone):
        yield _line("TEL", phone, kind="VOICE")
    yield _line("END", "VCARD")


def _apart(text: str) -> list[str]:
    """Each of several; what would not come back the same stays in one."""
    parts = text.split(BESIDE) if text else []
    told_apart = len({part.casefold() for part in parts}) == len(parts) and all(
        part.strip() == part != "" for part in parts
    )
    return parts if told_apart else [text]


def _line(name: str, *parts: str, kind: str = "") -> "Contentline":
    from icalendar.parser import Contentline, Parameters

    line: Contentline = Contentline.from_parts(name, Parameters({"TYPE": kind} if kind else {}), _Value(*parts))
    return line


def _escaped(text: str) -> str:
    """As RFC 2426 has it."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")
