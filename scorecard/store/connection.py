"""One connection to one file, with the rules that were measured to lose nothing (decision 0002)."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event

from scorecard.domain.incidents import StoreError, StoreFault

READ_ONLY = "scorecard_read_only"

# name, value to set, value to read back
RULES: tuple[tuple[str, str | int, str | int], ...] = (
    ("busy_timeout", 3000, 3000),
    ("foreign_keys", "ON", 1),
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "FULL", 2),
    ("temp_store", "MEMORY", 2),
    ("secure_delete", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", 0, 0),
    # Else a long import would shut readers out long before it commits.
    ("cache_spill", "OFF", 0),
)


def connect(path: Path, writes: bool = True) -> sqlite3.Connection:
    """A connection to an existing file that follows every rule; raises StoreError where one does not hold.

    One that does not write takes nothing back either that another program has left half done.
    """
    # sqlite3 before 3.12 begins late, and not at all for DDL: isolation_level=None takes BEGIN over from it.
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={'rw' if writes else 'ro'}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        apply_rules(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def apply_rules(connection: sqlite3.Connection, path: Path) -> None:
    for name, value, expected in RULES:
        connection.execute(f"PRAGMA {name} = {value}")
        found = connection.execute(f"PRAGMA {name}").fetchone()
        # SQLite built without memory mapping answers mmap_size with no row.
        if found is not None and found[0] != expected:
            raise StoreError(StoreFault.CANNOT_OPEN, path)


def open_copied(file: Path) -> sqlite3.Connection:
    """For writing a copy that nobody knows yet, and that is thrown away should it fail."""
    connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
    for pragma in ("journal_mode = OFF", "temp_store = MEMORY", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def create_store_engine(path: Path, writes: bool = True) -> Engine:
    """An engine with the single connection of the process to the store at `path`."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path, writes),
        poolclass=StaticPool,
        hide_parameters=True,
        query_cache_size=200,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    read_only: Any = connection.get_execution_options().get(READ_ONLY, False)
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")
