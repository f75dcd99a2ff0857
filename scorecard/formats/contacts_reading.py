"""A file of contacts, told by its content: vCards, or a table."""

from pathlib import Path

from scorecard.formats.contacts import Cancelled, ContactsFile
from scorecard.formats.contacts_cards import is_cards, read_cards
from scorecard.formats.contacts_tables import is_table, read_table
from scorecard.formats.errors import NotRecognisedError
from scorecard.formats.files import HEAD, bytes_of, head_of
from scorecard.formats.strangers import program_of
from scorecard.formats.tables import glimpse

_MOST_BYTES = 32 * 1024 * 1024  # pictures in cards are large
_MOST_OF_TABLE = 8 * 1024 * 1024


def read_contacts(path: Path, cancelled: Cancelled) -> ContactsFile:
    """Everybody in a file. Changes nothing; raises one of `formats.errors`."""
    head = head_of(path)
    if is_cards(head):
        return read_cards(bytes_of(path, _MOST_BYTES), cancelled)
    if not is_table(_whole_lines(head)):
        raise NotRecognisedError(program_of(head))
    return read_table(bytes_of(path, _MOST_OF_TABLE), cancelled)


def _whole_lines(head: bytes) -> bytes:
    """A head that does not end within a letter."""
    if len(head) < HEAD:
        return head
    return glimpse(head, whole=False).encode() if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head[: _end_of(head)]


def _end_of(head: bytes) -> int:
    end = max(head.rfind(b"\n"), head.rfind(b"\r"))
    return end + 1 if end >= 0 else len(head)
