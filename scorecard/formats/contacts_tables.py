"""Tables of contacts: one a row, the columns by their names, wherever they stand and whatever stands above them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scorecard.formats.contacts import (
    MOST_CONTACTS,
    Cancelled,
    ContactsFile,
    ContactsKind,
    ForeignContact,
    ReadColumn,
    in_one,
)  # fmt: skip
from scorecard.formats.contacts_columns import PIECES, Column, can_name, cells_under, columns_of, part_of
from scorecard.formats.errors import Amount, FileFault, FileTooLargeError, ImportCancelledError, UnreadableFileError
from scorecard.formats.files import HEAD
from scorecard.formats.tables import SEPARATORS, Row, decoded, glimpse, rows_of, sample_of

_MOST_COLUMNS = 300  # Outlook writes a hundred
_MOST_ROWS = 100_000
_SEVERAL = ":::"  # between values in one cell of Google's
_LOOK_EVERY = 500
_UNLIKELY = frozenset(map(chr, (*range(9), 11, 12, *range(14, 32), 127)))


@dataclass(frozen=True, slots=True)
class _Header:
    separator: str
    place: int  # of its row among those that are not blank
    headings: tuple[str, ...]
    columns: tuple[Column | None, ...]


def is_table(head: bytes) -> bool:
    """Whether a file begins with a table that names people or their addresses."""
    try:
        text, _ = text_of(head)
    except UnreadableFileError:
        text = glimpse(head, whole=True)
    return _header_of(text) is not None


def text_of(raw: bytes) -> tuple[str, bool]:
    """The text, and whether its letters were taken for Windows-1252, as Outlook writes it, not being UTF-8.

    Raises UnreadableFileError with the line where it is neither.
    """
    try:
        return decoded(raw), False
    except UnreadableFileError as error:
        if error.fault is not FileFault.WRONG_ENCODING:
            raise
        try:
            text = raw.decode("cp1252")
        except UnicodeDecodeError:
            raise error from None
        if _UNLIKELY & set(text):
            raise
        return text, True


def read_table(raw: bytes, cancelled: Cancelled) -> ContactsFile:
    """Raises UnreadableFileError with the line, FileTooLargeError and ImportCancelledError."""
    text, guessed = text_of(raw)
    header = _header_of(text[:HEAD])
    if header is None:
        raise UnreadableFileError(FileFault.STRANGE)
    if len(header.columns) > _MOST_COLUMNS:
        raise FileTooLargeError(_MOST_COLUMNS, Amount.COLUMNS)
    contacts, nameless = [], []
    for row in _rows(text, header, cancelled):
        contact = _contact(row, header.columns)
        if contact is None:
            nameless.append(row.line)
        else:
            contacts.append(contact)
        if len(contacts) > MOST_CONTACTS:
            raise FileTooLargeError(MOST_CONTACTS, Amount.CONTACTS)
    columns = tuple(
        ReadColumn(" ".join(heading.split()), part_of(column))
        for heading, column in zip(header.headings, header.columns, strict=True)
        if heading.strip()
    )
    return ContactsFile(ContactsKind.TABLE, tuple(contacts), tuple(nameless), columns, guessed)


def _header_of(text: str) -> _Header | None:
    """The row that names most of what is read; some programs write a few lines above it."""
    best, most = None, 0
    for separator in SEPARATORS:
        for place, row in enumerate(sample_of(text, separator)):
            headings = tuple(row.cells[: _MOST_COLUMNS + 1])
            columns = columns_of(headings)
            known = sum(column is not None for column in columns)
            if known > most and can_name(columns):
                best, most = _Header(separator, place, headings, columns), known
    return best


def _rows(text: str, header: _Header, cancelled: Cancelled) -> Iterator[Row]:
    for number, row in enumerate(rows_of(text, header.separator)):
        if number % _LOOK_EVERY == 0 and cancelled():
            raise ImportCancelledError
        if number > _MOST_ROWS:
            raise FileTooLargeError(_MOST_ROWS, Amount.ROWS)
        if number <= header.place:
            continue
        if any(cell.strip() for cell in row.cells[len(header.columns) :]):
            raise UnreadableFileError(FileFault.RAGGED, row.line)
        yield row


def _contact(row: Row, columns: Sequence[Column | None]) -> ForeignContact | None:
    def several(column: Column) -> str:
        cells = cells_under(column, columns, row.cells)
        return in_one([part for cell in cells for part in cell.split(_SEVERAL)])

    def first(column: Column) -> str:
        return next(cells_under(column, columns, row.cells), "")

    pieces = " ".join(cell for column in PIECES for cell in cells_under(column, columns, row.cells))
    organisation, email = several(Column.ORGANISATION), several(Column.EMAIL)
    own = first(Column.WHOLE) or pieces or first(Column.FILED)
    name = own or organisation or email
    if not name:
        return None
    return ForeignContact(
        line=row.line,
        name=name,
        is_team=not own and bool(organisation),
        role=first(Column.ROLE) or first(Column.TITLE),
        organisation=organisation,
        email=email,
        phone=several(Column.PHONE),
        note="\n\n".join(cells_under(Column.NOTE, columns, row.cells)),
        uid=first(Column.UID),
    )
