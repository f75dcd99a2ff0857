"""The look at a store before anything else: is it there, is it ours, is it whole enough, is it of this version?

Only sqlite3: it runs before the first picture. It never writes; SQLite itself may roll back a hot journal.
"""

import os
import sqlite3
import stat
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.store.faults import meeting
from scorecard.store.identity import APPLICATION_ID, SCHEMA_VERSION, folder_of, journal_of
from scorecard.store.known import KnownStores


class Condition(StrEnum):
    FRESH = "fresh"  # no store yet, and none is known to have been here
    CURRENT = "current"
    BEHIND = "behind"  # of an older schema: migrations have to run


@dataclass(frozen=True, slots=True)
class Finding:
    """`schema` is that of the file; `writable`: this user may write to it and its folder."""

    condition: Condition
    schema: int = SCHEMA_VERSION
    writable: bool = True


def examine(path: Path, known: KnownStores, writes: bool = True) -> Finding:
    """What stands at `path`. Raises StoreError for what must not be touched: missing, empty, foreign, newer, hurt.

    Without `writes` nothing is written to it whatever stands there.
    """
    size = _size(path)
    if size is None:
        # A link that leads nowhere: the disk with the store is not there. Backups: of a store that was, on another
        # computer perhaps.
        if path.is_symlink() or known.get(path) is not None or _has_backups(path):
            raise StoreError(StoreFault.MISSING, path)
        return Finding(Condition.FRESH)
    if size == 0:
        # SQLite calls a file of no bytes a healthy, empty database.
        raise StoreError(StoreFault.EMPTY, path)
    application, schema = _identity(path, known, writes)
    if application != APPLICATION_ID:
        raise StoreError(StoreFault.FOREIGN, path)
    if schema > SCHEMA_VERSION:
        raise StoreError(StoreFault.TOO_NEW, path, found=schema, known=SCHEMA_VERSION)
    condition = Condition.CURRENT if schema == SCHEMA_VERSION else Condition.BEHIND
    return Finding(condition, schema, writable=writes and _writable(path))


def _has_backups(path: Path) -> bool:
    try:
        return any(folder_of(path).glob("scorecard-*.db"))
    except OSError:
        return False


def _size(path: Path) -> int | None:
    """In bytes; None when there is nothing. Raises StoreError for what can't be looked at, or is no file."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(StoreFault.CANNOT_OPEN, path) from error
    if not stat.S_ISREG(found.st_mode):
        raise StoreError(StoreFault.CANNOT_OPEN, path)
    return found.st_size


def _identity(path: Path, known: KnownStores, writes: bool) -> tuple[int, int]:
    """application_id and user_version. What is no database, where a store of ours was, is what became of it."""
    try:
        with meeting(path):
            _look_at_journal(path)
            return _read_identity(path, writes)
    except StoreError as error:
        if error.fault is StoreFault.FOREIGN and known.get(path) is not None:
            raise StoreError(StoreFault.DAMAGED, path) from error
        raise


def _look_at_journal(path: Path) -> None:
    """Raises StoreError for one that SQLite would spoil the store with: it is of another file, or not all there.

    SQLite rolls back whatever lies there, without asking. One that changes meanwhile belongs to a program at work.
    """
    if not _size_of_journal(path):
        return
    from scorecard.store.journals import journal_beside, would_spoil  # most starts find none

    journal = journal_beside(path)
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            content = connection.serialize()
    except sqlite3.Error:  # it will be told what stands there
        return
    if would_spoil(journal, content) and journal_beside(path) == journal:
        raise StoreError(StoreFault.DAMAGED, path)


def _size_of_journal(path: Path) -> int:
    try:
        return journal_of(path).stat().st_size
    except OSError:
        return 0


def _read_identity(path: Path, writes: bool) -> tuple[int, int]:
    """One query, which reads the first page only."""
    connection = open_plain(path, writes)
    try:
        row = connection.execute("SELECT application_id, user_version FROM pragma_application_id, pragma_user_version")
        application, schema = row.fetchone()
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    finally:
        connection.close()
    return int(application), int(schema)


def open_plain(path: Path, writes: bool = True) -> sqlite3.Connection:
    """A short connection for reading. `mode=rw`, because a hot journal can only be rolled back by who may write."""
    mode = "rw" if writes and _writable(path) else "ro"
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None)
    connection.execute("PRAGMA busy_timeout = 3000")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA query_only = ON")
    return connection


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def check_whole(path: Path, writes: bool = True) -> None:
    """SQLite's quick check, about 2 ms a megabyte; raises StoreError when it finds damage."""
    with meeting(path):
        connection = open_plain(path, writes)
        try:
            answers = [row[0] for row in connection.execute("PRAGMA quick_check(1)")]
        finally:
            connection.close()
    if answers != ["ok"]:
        raise StoreError(StoreFault.INPUT_OUTPUT if _unread(answers) else StoreFault.DAMAGED, path)


def _unread(answers: list[str]) -> bool:
    """Whether the disk refused a page. SQLite tells it among what is wrong, with its code: the store may be whole."""
    codes = [said.partition("error code=")[2].split() for said in answers]
    return any(code and code[0].isdecimal() and int(code[0]) & 0xFF == sqlite3.SQLITE_IOERR for code in codes)
