"""Tables that tell by themselves how they are to be read: by the names of their columns and the days in them."""

from collections.abc import Callable, Sequence

from scorecard.formats.cells import number_in
from scorecard.formats.day_forms import forms_of
from scorecard.formats.files import HEAD
from scorecard.formats.mapping import Role, Separator, Several, Shape, TableMapping
from scorecard.formats.strangers import MEASURE_WORDS, VALUE_WORDS, header_program, is_foreign_table
from scorecard.formats.tables import SEPARATORS, glimpse, sample_of

DATE_WORDS = frozenset({
    "date", "day", "datum", "tag", "jour", "fecha", "día", "dia", "data", "giorno", "dato", "dag", "dzień",
})  # fmt: skip
NOTE_WORDS = ("note", "notes", "comment", "comments", "notiz", "notizen", "kommentar", "remarque", "nota")

Rows = Sequence[Sequence[str]]


def wide_in(head: bytes) -> TableMapping | None:
    """How a table with a column for each measure is cut: by the separator that yields dates and most columns."""
    return max(_each(head, _wide), key=lambda mapping: len(mapping.roles), default=None)


def long_in(head: bytes) -> TableMapping | None:
    """Where in a table with a row for each value each part stands."""
    return next(iter(_each(head, _long)), None)


def _each(head: bytes, shape_in: Callable[[Rows, Separator], TableMapping | None]) -> list[TableMapping]:
    text = glimpse(head, whole=len(head) < HEAD)
    cut = ([row.cells for row in sample_of(text, mark)] for mark in SEPARATORS)
    found = (shape_in(rows or [[]], Separator(mark)) for rows, mark in zip(cut, SEPARATORS, strict=True))
    return [mapping for mapping in found if mapping is not None]


def _wide(table: Rows, separator: Separator) -> TableMapping | None:
    header, *rows = table
    if len(header) < 2 or forms_of(header[0]) or is_foreign_table(header, rows):
        return None
    named = (index for index, name in enumerate(header) if name.strip().casefold() in DATE_WORDS)
    column = next(named, None)
    days = [row[column or 0] for row in rows if len(row) > (column or 0)]
    if not (
        any(forms_of(day) for day in days) or (column is not None and all(len(row) == len(header) for row in rows))
    ):
        return None
    roles = [_wide_role(name, [row[index] for row in rows if len(row) > index]) for index, name in enumerate(header)]
    roles[column or 0] = Role.DAY
    return TableMapping(Shape.WIDE, separator, tuple(roles), forgiving=False)


def _wide_role(name: str, cells: Sequence[str]) -> Role:
    """What was written on a day is no measure; but a "Note" may be a grade."""
    said = [cell for cell in cells if cell.strip()]
    numbers = sum(number_in(cell, ".") is not None for cell in said)
    written = name.strip().casefold() in NOTE_WORDS and numbers < len(said) / 2
    return Role.DIARY if written else Role.MEASURE


def _long(table: Rows, separator: Separator) -> TableMapping | None:
    header, *rows = table
    words = [cell.strip().casefold() for cell in header]
    places = [[index for index, word in enumerate(words) if word in known] for known in (MEASURE_WORDS, VALUE_WORDS)]
    if header_program(header) or not all(places):
        return None
    measure, value = places[0][0], places[1][0]
    days = [index for index, word in enumerate(words) if word in DATE_WORDS] or [
        index for index in range(len(header)) if index not in (measure, value) and _is_of_days(rows, index)
    ]
    if not days or not any(_day_cell(row, days[0]) for row in rows):
        return None
    note = next((index for index, word in enumerate(words) if word in NOTE_WORDS), None)
    parts = {measure: Role.NAME, value: Role.VALUE, note: Role.NOTE, days[0]: Role.DAY}
    roles = tuple(parts.get(index, Role.ASIDE) for index in range(len(header)))
    return TableMapping(Shape.LONG, separator, roles, several=Several.SUM, forgiving=False)


def _day_cell(row: Sequence[str], index: int) -> bool:
    return len(row) > index and bool(forms_of(row[index]))


def _is_of_days(rows: Rows, index: int) -> bool:
    return bool(rows) and all(_day_cell(row, index) for row in rows)
