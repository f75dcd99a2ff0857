"""vCard files, versions 2.1, 3.0 and 4.0: any number of cards. Pictures, addresses and birthdays are passed over."""

import codecs
from collections.abc import Iterator

from scorecard.formats.contacts import (
    MOST_CONTACTS,
    Cancelled,
    ContactsFile,
    ContactsKind,
    ForeignContact,
    in_one,
)  # fmt: skip
from scorecard.formats.contacts_lines import CardLine, card_lines, decoded_value
from scorecard.formats.errors import Amount, FileFault, FileTooLargeError, UnreadableFileError
from scorecard.formats.tables import decoded, glimpse

_MOST_OF_A_KIND = 100  # mail addresses of one card, and so on
COMPANY = "X-ABSHOWAS"  # as a company: how version 3.0 says that a card is of no person
_TEXTS = ("FN", "TITLE", "ROLE", "EMAIL", "TEL", "NOTE", "UID", "KIND", "NICKNAME", COMPANY)
_STRUCTURED = ("N", "ORG")
_WANTED = frozenset({"BEGIN", "END", *_TEXTS, *_STRUCTURED})
_ORDER = (3, 1, 2, 0, 4)  # of the parts of a name: family, given, more, before, after
_TEAMS = {"org", "group"}


def is_cards(head: bytes) -> bool:
    """Whether a file begins as a vCard does."""
    return glimpse(head, whole=True).lstrip()[:11].upper() == "BEGIN:VCARD"


def read_cards(raw: bytes, cancelled: Cancelled) -> ContactsFile:
    """Raises UnreadableFileError with the line, FileTooLargeError and ImportCancelledError."""
    raw = _plain(raw)
    if b"\0" in raw:
        raise UnreadableFileError(FileFault.NUL, raw[: raw.index(b"\0")].count(b"\n") + 1)
    contacts, nameless, guessed = [], [], False
    for card in _cards(raw, cancelled):
        contact = card.contact()
        guessed = guessed or card.guessed
        if contact is None:
            nameless.append(card.line)
        else:
            contacts.append(contact)
        if len(contacts) > MOST_CONTACTS:
            raise FileTooLargeError(MOST_CONTACTS, Amount.CONTACTS)
    return ContactsFile(ContactsKind.CARDS, tuple(contacts), tuple(nameless), guessed=guessed)


def _plain(raw: bytes) -> bytes:
    """Without a mark at the beginning; what is in UTF-16, in UTF-8."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decoded(raw[: len(raw) // 2 * 2]).encode()
    return raw.removeprefix(codecs.BOM_UTF8)


def _cards(raw: bytes, cancelled: Cancelled) -> Iterator["_Card"]:
    """A card within a card, as version 2.1 has them of an agent, is passed over."""
    card: _Card | None = None
    inside = 0
    for line in card_lines(raw, _WANTED, cancelled):
        what = line.value.strip().upper()
        if line.name == "BEGIN":
            if what == "VCARD" and card is None:
                card = _Card(line.number)
            elif card is not None:
                inside += 1
        elif line.name == "END":
            if inside:
                inside -= 1
            elif what == "VCARD" and card is not None:
                yield card
                card = None
        elif card is not None and not inside:
            card.add(line)
    if card is not None:
        raise UnreadableFileError(FileFault.OPEN_CARD, card.line)


class _Card:
    """A card being put together."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.guessed = False
        self._texts: dict[str, list[str]] = {}
        self._parts: dict[str, list[str]] = {}

    def add(self, line: CardLine) -> None:
        from icalendar.parser import split_on_unescaped_semicolon, unescape_backslash

        if line.name in _STRUCTURED:
            parts = [self._decoded(part, line) for part in split_on_unescaped_semicolon(line.value)]
            if any(parts):
                self._parts.setdefault(line.name, parts)
            return
        text = self._decoded(unescape_backslash(line.value), line)
        if str(line.parameters.get("VALUE", "")).casefold() == "uri" and line.name == "TEL":
            text = text.removeprefix("tel:").partition(";")[0]
        known = self._texts.setdefault(line.name, [])
        if len(known) < _MOST_OF_A_KIND:
            known.insert(0 if line.preferred else len(known), text)

    def contact(self) -> ForeignContact | None:
        """None without anything that could name it."""
        organisation = in_one(self._parts.get("ORG", []))
        email, phone = in_one(self._texts.get("EMAIL", [])), in_one(self._texts.get("TEL", []))
        own = self._first("FN") or self._composed() or self._first("NICKNAME")
        name = own or organisation or email
        if not name:
            return None
        return ForeignContact(
            line=self.line,
            name=name,
            is_team=self._first("KIND").casefold() in _TEAMS
            or self._first(COMPANY).casefold() == "company"
            or (not own and name == organisation),
            role=self._first("TITLE") or self._first("ROLE"),
            organisation=organisation,
            email=email,
            phone=phone,
            note="\n\n".join(text.strip() for text in self._texts.get("NOTE", []) if text.strip()),
            uid=self._first("UID"),
        )

    def _first(self, name: str) -> str:
        return next((text.strip() for text in self._texts.get(name, []) if text.strip()), "")

    def _composed(self) -> str:
        parts = self._parts.get("N", [])
        return " ".join(parts[place].strip() for place in _ORDER if place < len(parts) and parts[place].strip())

    def _decoded(self, value: str, line: CardLine) -> str:
        try:
            text, guessed = decoded_value(value, line.parameters)
        except UnicodeDecodeError:
            raise UnreadableFileError(FileFault.WRONG_ENCODING, line.number) from None
        self.guessed = self.guessed or guessed
        return text
