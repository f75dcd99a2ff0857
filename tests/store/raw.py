"""A store's file as a stranger sees it: with sqlite3 alone, past the record."""

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

Rows = dict[str, list[tuple[object, ...]]]

INDEX = ("search_index", *(f"search_index_{part}" for part in ("data", "idx", "content", "config")))
RECORD = ("activity", "change", "day_seal", "alembic_version", "store", "search_entry", *INDEX)


@contextmanager
def hand(path: Path) -> Iterator[sqlite3.Connection]:
    """A stranger's hand in the file. Each statement commits by itself; nothing is checked."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


def tables(path: Path) -> list[str]:
    with hand(path) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]


def content(path: Path, *, record: bool = False) -> Rows:
    """Every row by table, in a fixed order: the user's, or with `record` all there are."""
    names = [name for name in tables(path) if record or name not in RECORD]
    with hand(path) as connection:
        return {name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr) for name in names}


def schema(path: Path) -> list[tuple[object, ...]]:
    with hand(path) as connection:
        found = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")
        return found.fetchall()


def identity(path: Path) -> tuple[int, int]:
    """application_id and user_version."""
    with hand(path) as connection:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    return application, version


def fingerprint(path: Path) -> str:
    """Of a file that nobody has open: open() in the same process would drop SQLite's locks."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def mode(path: Path) -> str:
    return oct(path.stat().st_mode & 0o777)


def assert_sound(path: Path) -> None:
    with hand(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def open_files() -> list[str]:
    """What this process has open, by name (Linux)."""
    found = []
    for handle in os.listdir("/proc/self/fd"):
        try:
            found.append(os.readlink(f"/proc/self/fd/{handle}"))
        except OSError:
            continue  # it was the listing's own
    return found
