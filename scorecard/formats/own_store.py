"""Another store of ours as a file: of another computer, a backup, or what a synchronising program laid beside ours.

It is read as a stranger's, for it may be damaged or mean harm. What its rows mean is for the store to say.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scorecard.formats.bundle import MOST_ENTRIES, Cancelled, Progress
from scorecard.formats.errors import Amount, FileFault, FileTooLargeError, NewerFormatError, UnreadableFileError
from scorecard.formats.files import check_size
from scorecard.formats.foreign_database import is_database, opened
from scorecard.formats.foreign_rows import checked_columns, count_of

APPLICATION_ID = 0x53434F52
LARGEST_FILE = 256 * 1024 * 1024
MOST_ROWS = 2 * MOST_ENTRIES
_ID_AT = slice(68, 72)  # of the head of a database: whose it is
_STORE, _SEAL = "store", "backup_seal"
_OF_STORE = {_STORE: frozenset({"store_id", "created_at"})}
_OF_SEAL = {_SEAL: frozenset({"made_at"})}

SINCE = {
    "person": 2, "promise": 2, "promise_step": 2,
    "prompt": 3, "question": 3, "reflection": 3, "felt": 3, "adjustment": 3, "checkin": 3,
    "goal": 5, "goal_part": 5, "profile": 5, "person_group": 5, "relation": 5, "concern": 5, "help": 5, "intent": 5,
    "touch": 5, "owed": 5, "factor_plan": 5, "agreed": 5, "served": 5,
}  # fmt: skip
"""The schema that brought a table; the others are of the first."""

Tables = Mapping[str, Sequence[str]]
"""Which columns of which tables are read."""


@dataclass(frozen=True, slots=True)
class OwnStore:
    """`sealed_at` is when it was made as a backup; empty where it is none."""

    schema: int
    store_id: str
    made_at: str
    sealed_at: str = ""
    tables: Mapping[str, Sequence[dict[str, Any]]] = field(default_factory=dict)


def is_own_store(head: bytes) -> bool:
    """Told by the first bytes, never by the name."""
    return is_database(head) and head[_ID_AT] == APPLICATION_ID.to_bytes(4, "big")


def read_own_store(path: Path, tables: Tables, known_schema: int, progress: Progress, cancelled: Cancelled) -> OwnStore:
    """All rows of `tables`; of an older schema, those that it has. Raises one of `formats.errors`."""
    check_size(path, LARGEST_FILE)
    readable = {table: frozenset(columns) for table, columns in tables.items()} | _OF_STORE | _OF_SEAL
    with opened(path, readable, cancelled) as connection:
        connection.text_factory = str  # a text that is none is damage here, and nothing to be made readable
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > known_schema:
            raise NewerFormatError(version, known_schema)
        needed = {table: set(columns) for table, columns in tables.items() if SINCE.get(table, 1) <= version}
        there = checked_columns(connection, readable, {**needed, _STORE: set(_OF_STORE[_STORE])})
        if version < 1:
            raise UnreadableFileError(FileFault.STRANGE)
        _check(connection, (table for table, columns in there.items() if columns))
        store_id, made_at = _texts(connection, "SELECT store_id, created_at FROM store")
        sealed_at = _texts(connection, "SELECT made_at FROM backup_seal")[0] if there[_SEAL] else ""
        rows = _rows(connection, {table: columns for table, columns in tables.items() if there[table]}, progress)
    return OwnStore(version, store_id, made_at, sealed_at, rows)


def _check(connection: sqlite3.Connection, tables: Any) -> None:
    """Table by table, for the whole would call upon the search that is built into the file."""
    for table in tables:
        if connection.execute(f"PRAGMA quick_check({table})").fetchone() != ("ok",):
            raise UnreadableFileError(FileFault.DAMAGED)


def _texts(connection: sqlite3.Connection, statement: str) -> tuple[str, ...]:
    """The one row that is asked for."""
    found = connection.execute(statement).fetchmany(2)
    if len(found) != 1 or not all(isinstance(cell, str) for cell in found[0]):
        raise UnreadableFileError(FileFault.STRANGE)
    return tuple(found[0])


def _rows(connection: sqlite3.Connection, tables: Tables, progress: Progress) -> dict[str, list[dict[str, Any]]]:
    """Counted before they are read: memory is for so many and no more."""
    counts = {table: count_of(connection, table, MOST_ENTRIES, Amount.ENTRIES) for table in tables}
    total = sum(counts.values())
    if total > MOST_ROWS:
        raise FileTooLargeError(MOST_ROWS, Amount.ENTRIES)
    rows: dict[str, list[dict[str, Any]]] = {}
    done = 0
    for table, columns in tables.items():
        named = ", ".join(f'"{column}"' for column in columns)
        cells = connection.execute(f"SELECT {named} FROM {table}").fetchall()
        rows[table] = [dict(zip(columns, row, strict=True)) for row in cells]
        done += counts[table]
        progress(done, total)
    return rows
