"""What the columns of a table of contacts are, by what Google, Outlook, LinkedIn and others call them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto

from scorecard.formats.contacts import ContactPart


class Column(Enum):
    """What is read of a column; names may stand in pieces."""

    WHOLE = auto()
    BEFORE = auto()
    GIVEN = auto()
    MIDDLE = auto()
    FAMILY = auto()
    AFTER = auto()
    FILED = auto()
    ORGANISATION = auto()
    ROLE = auto()
    TITLE = auto()  # "Dr." beside a column for the role, the role without one
    EMAIL = auto()
    PHONE = auto()
    NOTE = auto()
    UID = auto()


PIECES = (Column.BEFORE, Column.GIVEN, Column.MIDDLE, Column.FAMILY, Column.AFTER)
_PARTS: Mapping[Column, ContactPart] = {
    **dict.fromkeys((Column.WHOLE, Column.FILED, *PIECES), ContactPart.NAME),
    Column.ORGANISATION: ContactPart.ORGANISATION,
    Column.ROLE: ContactPart.ROLE,
    Column.TITLE: ContactPart.ROLE,
    Column.EMAIL: ContactPart.EMAIL,
    Column.PHONE: ContactPart.PHONE,
    Column.NOTE: ContactPart.NOTE,
    Column.UID: ContactPart.UID,
}
_KNOWN = {
    Column.WHOLE: "name|full ?name|display name|contact( name)?|anzeigename|nombre completo|nom complet",
    Column.BEFORE: "(name )?prefix|anrede",
    Column.GIVEN: "first ?name|given ?name|vorname|nombre|prénom",
    Column.MIDDLE: "middle ?name|additional name|weitere vornamen",
    Column.FAMILY: "last ?name|family ?name|surname|nachname|apellidos?|nom( de famille)?",
    Column.AFTER: "(name )?suffix",
    Column.FILED: "file as|nick ?name|speichern unter",
    Column.ORGANISATION: (
        "company( name)?|organi[sz]ation( name)?|organization 1 - name|employer|firma|unternehmen|empresa|société"
    ),
    Column.ROLE: (
        "job ?title|role|position|organi[sz]ation title|organization 1 - title|rolle|funktion|cargo|puesto|fonction"
    ),
    Column.TITLE: "title|titel",
    Column.EMAIL: (
        r"(primary |secondary |work |home |other )?e-?mail( ?\d)?([ -]?address(e|es)?|[ -]?adresse)?( ?\d)?( - value)?|"
        "mail|correo( electrónico)?|courriel"
    ),
    Column.PHONE: (
        r"((mobile|business|home|work|primary|company main|other|cell|main) )?(tele)?phone( number)?( ?\d)?( - value)?|"
        r"tel\.?|mobile|cell|telefon(nummer)?( .*)?|mobiltelefon|handy|teléfono|móvil|téléphone"
    ),
    Column.NOTE: "notes?|notizen|comments?|bemerkung(en)?|notas|remarques",
    Column.UID: "uid",
}
_PATTERNS = {column: re.compile(words) for column, words in _KNOWN.items()}
_LONGEST = 60  # letters of a heading that is looked at


def columns_of(headings: Sequence[str]) -> tuple[Column | None, ...]:
    found = [_column(heading) for heading in headings]
    if Column.ROLE in found:
        found = [Column.BEFORE if column is Column.TITLE else column for column in found]
    return tuple(found)


def _column(heading: str) -> Column | None:
    folded = " ".join(heading.casefold().split())
    if len(folded) > _LONGEST:
        return None
    return next((column for column, pattern in _PATTERNS.items() if pattern.fullmatch(folded)), None)


def part_of(column: Column | None) -> ContactPart | None:
    return _PARTS[column] if column is not None else None


def can_name(columns: Sequence[Column | None]) -> bool:
    """Whether a table with these columns is one of contacts: somebody has a name, or an address to go by."""
    return any(part_of(column) in (ContactPart.NAME, ContactPart.EMAIL) for column in columns)


def cells_under(column: Column, columns: Sequence[Column | None], cells: Sequence[str]) -> Iterator[str]:
    for known, cell in zip(columns, cells, strict=False):
        if known is column and cell.strip():
            yield cell.strip()
