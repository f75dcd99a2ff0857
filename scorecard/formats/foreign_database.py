"""Reading an SQLite file that somebody else made, which may be damaged or mean harm.

It is opened read-only and immutable, so that nothing beside it is made or replayed; only the columns asked for by
name can be read, no function, view, trigger or virtual table runs, and a budget ends what goes on too long.
"""

import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from scorecard.formats.bundle import Cancelled
from scorecard.formats.errors import FileFault, ImportCancelledError, UnreadableFileError
from scorecard.formats.strangers import SQLITE

LONGEST_CELL = 1_000_000
SECONDS = 60
_STEPS = 20_000
_READABLE_SCHEMA = frozenset({"type", "name", "rootpage"})
_PRAGMAS = frozenset({"user_version", "table_xinfo", "quick_check"})
_WAL_VERSION = 2
_HOT_JOURNAL = bytes.fromhex("d9d505f920a163d7")
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: LONGEST_CELL,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 50,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 2,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 25_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 100,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}

Readable = Mapping[str, frozenset[str]]
"""Lower-case table names, each with the lower-case columns that may be read."""


@dataclass(slots=True)
class Watch:
    """Called by SQLite every few thousand steps; what it returns true for is interrupted."""

    cancelled: Cancelled
    deadline: float = field(default_factory=lambda: time.monotonic() + SECONDS)
    stopped: bool = False
    late: bool = False

    def interrupts(self) -> bool:
        self.stopped = self.stopped or self.cancelled()
        self.late = self.late or time.monotonic() > self.deadline
        return self.stopped or self.late


@contextmanager
def opened(path: Path, readable: Readable, cancelled: Cancelled) -> Iterator[sqlite3.Connection]:
    """The file as a database; raises UnreadableFileError or ImportCancelledError, also out of the `with` block."""
    _refuse_if_in_use(path)
    watch = Watch(cancelled)
    connection: sqlite3.Connection | None = None
    try:
        connection = sqlite3.connect(path.absolute().as_uri() + "?mode=ro&immutable=1", uri=True, isolation_level=None)
        _confine(connection, readable, watch)
        yield connection
    # SQLite's messages quote the file, and sqlite3 cannot raise one that is not UTF-8.
    except (sqlite3.Error, UnicodeError) as error:
        raise _reason(error, watch) from None
    finally:
        if connection is not None:
            connection.close()


def _refuse_if_in_use(path: Path) -> None:
    """Immutable reading would pass over changes that wait in a log, or over a rollback that is still to be made."""
    versions = _begins(path, 20)[18:20]
    log, journal = path.with_name(path.name + "-wal"), path.with_name(path.name + "-journal")
    if _WAL_VERSION in versions and _begins(log, 1):
        raise UnreadableFileError(FileFault.IN_USE)
    if _begins(journal, len(_HOT_JOURNAL)) == _HOT_JOURNAL:
        raise UnreadableFileError(FileFault.IN_USE)


def _begins(path: Path, size: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(size)
    except OSError:
        return b""


def _confine(connection: sqlite3.Connection, readable: Readable, watch: Watch) -> None:
    connection.text_factory = _decoded
    for category, limit in _LIMITS.items():
        connection.setlimit(category, limit)
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "temp_store=MEMORY", "mmap_size=0", "query_only=ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.set_progress_handler(watch.interrupts, _STEPS)
    allowed = {**readable, "sqlite_master": _READABLE_SCHEMA}

    def authorise(action: int, first: str | None, second: str | None, _schema: str | None, _by: str | None) -> int:
        return sqlite3.SQLITE_OK if _allows(allowed, action, first or "", second or "") else sqlite3.SQLITE_DENY

    connection.set_authorizer(authorise)


def _allows(readable: Readable, action: int, first: str, second: str) -> bool:
    if action == sqlite3.SQLITE_READ:
        # SQLite asks for "" when a table is read for its rows alone.
        return second.lower() in readable.get(first.lower(), frozenset()) | {""}
    if action == sqlite3.SQLITE_PRAGMA:
        return first.lower() in _PRAGMAS
    return action == sqlite3.SQLITE_SELECT or (action == sqlite3.SQLITE_FUNCTION and second.lower() == "count")


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8", errors="replace")


def _reason(error: Exception, watch: Watch) -> Exception:
    if watch.stopped:
        return ImportCancelledError()
    if watch.late:
        return UnreadableFileError(FileFault.TOO_COSTLY)
    if isinstance(error, sqlite3.DataError):
        return UnreadableFileError(FileFault.FIELD_TOO_LONG)
    return UnreadableFileError(FileFault.DAMAGED)


def check(connection: sqlite3.Connection) -> None:
    """Raises UnreadableFileError when a page of the file is damaged."""
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise UnreadableFileError(FileFault.DAMAGED)


def names_in(connection: sqlite3.Connection) -> frozenset[str]:
    """Lower-case names of everything in the schema."""
    return frozenset(str(name).lower() for (name,) in connection.execute("SELECT name FROM sqlite_master"))


def columns_of(connection: sqlite3.Connection, table: str) -> frozenset[str]:
    """Lower-case columns of a plain table; raises UnreadableFileError when the name means anything else as well.

    A view or a virtual table would run what the file says, and so would a generated column.
    """
    made = connection.execute("SELECT type, name, rootpage FROM sqlite_master").fetchall()
    named = [(kind, page) for kind, name, page in made if str(name).lower() == table]
    if len(named) != 1 or named[0][0] != "table" or not named[0][1]:
        raise UnreadableFileError(FileFault.STRANGE)
    columns = connection.execute(f"PRAGMA table_xinfo({table})").fetchall()
    if any(hidden for *_, hidden in columns):
        raise UnreadableFileError(FileFault.STRANGE)
    return frozenset(str(name).lower() for _, name, *_ in columns)


def is_database(head: bytes) -> bool:
    return head.startswith(SQLITE)
