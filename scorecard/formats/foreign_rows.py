"""What stands in the tables of somebody else's database: any cell may be of any type."""

import math
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from scorecard.formats.bundle import MOST_MEASURES, LossKind
from scorecard.formats.errors import Amount, FileFault, FileTooLargeError, UnreadableFileError
from scorecard.formats.foreign_database import Readable, columns_of, is_database, names_in, opened
from scorecard.formats.losses import LossTally

Columns = Mapping[str, frozenset[str]]
"""The columns that are there, by table; none for a table that is not."""


@dataclass(frozen=True, slots=True)
class ForeignRow:
    """`number` is the row's own, to name it by."""

    number: int | None
    cells: Mapping[str, object]

    def text(self, column: str) -> str:
        cell = self.cells[column]
        return cell if isinstance(cell, str) else ""

    def whole(self, column: str) -> int | None:
        cell = self.cells[column]
        return cell if isinstance(cell, int) else None

    def amount(self, column: str) -> Decimal | None:
        cell = self.cells[column]
        return Decimal(str(cell)) if isinstance(cell, (int, float)) and math.isfinite(cell) else None


def holds(path: Path, head: bytes, tables: Readable) -> bool:
    """Whether it is an SQLite file with `tables`, or whatever else, of these names. A damaged one is known by the words
    in its head."""
    if not is_database(head):
        return False
    try:
        with opened(path, tables, lambda: False) as connection:
            return tables.keys() <= names_in(connection)
    except (UnreadableFileError, OSError):
        words = head.lower()
        return all(table.encode() in words for table in tables)


def checked_columns(connection: sqlite3.Connection, readable: Readable, needed: Mapping[str, set[str]]) -> Columns:
    """Raises UnreadableFileError where a table is no plain table, or a needed one has not the needed columns."""
    there = names_in(connection)
    columns = {table: columns_of(connection, table) if table in there else frozenset[str]() for table in readable}
    if any(not named <= columns[table] for table, named in needed.items()):
        raise UnreadableFileError(FileFault.STRANGE)
    return columns


def cells_in(
    connection: sqlite3.Connection, table: str, wanted: Sequence[str], columns: Columns
) -> Iterator[ForeignRow]:
    """The rows of a table in their order; none where there is no such table."""
    if not columns[table]:
        return
    for number, *cells in rows_of(connection, table, wanted, columns[table]):
        yield ForeignRow(number if isinstance(number, int) else None, dict(zip(wanted, cells, strict=True)))


def measures_in(
    connection: sqlite3.Connection, table: str, wanted: Sequence[str], columns: Columns, losses: LossTally
) -> dict[int, ForeignRow]:
    """The rows of measures by their `_id`, which the values name; one without, or with another's, is lost."""
    count_of(connection, table, MOST_MEASURES, Amount.MEASURES)
    rows: dict[int, ForeignRow] = {}
    for row in cells_in(connection, table, wanted, columns):
        row_id = row.whole("_id")
        if row_id is None or row_id in rows:
            losses.add(LossKind.BROKEN_MEASURE, line=row.number)
        else:
            rows[row_id] = row
    return rows


def rows_of(
    connection: sqlite3.Connection, table: str, wanted: Sequence[str], there: frozenset[str]
) -> Iterator[tuple[object, ...]]:
    """The row number, then the wanted columns: None for those the file's version has not."""
    columns = ", ".join(f'"{column}"' if column in there else "NULL" for column in wanted)
    yield from connection.execute(f"SELECT rowid, {columns} FROM {table} ORDER BY rowid")


def count_of(connection: sqlite3.Connection, table: str, most: int, amount: Amount) -> int:
    (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    if count > most:
        raise FileTooLargeError(most, amount)
    return int(count)
