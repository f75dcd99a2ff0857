"""SQLite's errors, translated once, at the store's door. Needs no SQLAlchemy."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scorecard.domain.incidents import StoreError, StoreFault

# Result codes of SQLite by their names; of several that a name begins with, the longest holds. Codes 1 to 26 are all
# there are: what extended code is added to them one day begins with one of these names.
_FAULTS = {
    "SQLITE_FULL": StoreFault.FULL,
    "SQLITE_READONLY_DBMOVED": StoreFault.MOVED,
    "SQLITE_READONLY_ROLLBACK": StoreFault.UNFINISHED,
    "SQLITE_READONLY_RECOVERY": StoreFault.UNFINISHED,
    "SQLITE_READONLY": StoreFault.READ_ONLY,
    "SQLITE_PERM": StoreFault.READ_ONLY,
    "SQLITE_AUTH": StoreFault.READ_ONLY,
    "SQLITE_BUSY": StoreFault.LOCKED,
    "SQLITE_LOCKED": StoreFault.LOCKED,
    "SQLITE_PROTOCOL": StoreFault.LOCKED,
    "SQLITE_CANTOPEN": StoreFault.CANNOT_OPEN,
    "SQLITE_IOERR_NOMEM": StoreFault.MEMORY,
    "SQLITE_IOERR": StoreFault.INPUT_OUTPUT,
    "SQLITE_NOMEM": StoreFault.MEMORY,
    "SQLITE_TOOBIG": StoreFault.TOO_LARGE,
    "SQLITE_NOLFS": StoreFault.TOO_LARGE,
    "SQLITE_INTERRUPT": StoreFault.INTERRUPTED,
    "SQLITE_ABORT": StoreFault.INTERRUPTED,
    "SQLITE_SCHEMA": StoreFault.OVERWRITTEN,
    "SQLITE_CORRUPT": StoreFault.DAMAGED,
    "SQLITE_FORMAT": StoreFault.DAMAGED,
    "SQLITE_NOTADB": StoreFault.FOREIGN,
    **dict.fromkeys(
        (
            "SQLITE_ERROR", "SQLITE_INTERNAL", "SQLITE_NOTFOUND", "SQLITE_EMPTY", "SQLITE_CONSTRAINT",
            "SQLITE_MISMATCH", "SQLITE_MISUSE", "SQLITE_RANGE",
        ),
        StoreFault.PROGRAM,
    ),
}  # fmt: skip
_PRIMARY = {
    getattr(sqlite3, name): name for name in _FAULTS if hasattr(sqlite3, name) and getattr(sqlite3, name) < 0x100
}


class UnreadableRowError(Exception):
    """A row that means nothing: no program of ours wrote it so."""


def fault_of_code(name: str, code: int = 0) -> StoreFault:
    """What a result code of SQLite comes to; one that this Python has no name for is known by its first byte."""
    known = [prefix for prefix in _FAULTS if name.startswith(prefix)]
    if known:
        return _FAULTS[max(known, key=len)]
    return _FAULTS[_PRIMARY.get(code & 0xFF, "SQLITE_ERROR")]


def fault_of(error: BaseException) -> StoreFault | None:
    """The fault behind an error of sqlite3, or of SQLAlchemy around one; None when it is a bug of ours."""
    original = getattr(error, "orig", None) or error
    if isinstance(original, MemoryError):  # as sqlite3 says SQLITE_NOMEM
        return StoreFault.MEMORY
    if isinstance(original, UnreadableRowError) or _is_no_text(original):
        return StoreFault.DAMAGED
    name = getattr(original, "sqlite_errorname", None)
    if not isinstance(original, sqlite3.Error) or name is None:
        return None
    fault = fault_of_code(name, getattr(original, "sqlite_errorcode", 0))
    return None if fault is StoreFault.PROGRAM else fault


def fault_of_system(error: OSError) -> StoreFault:
    """Behind what the system refuses for a file beside the store."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return StoreFault.FULL
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return StoreFault.READ_ONLY
        case _:
            return StoreFault.INPUT_OUTPUT


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raises what SQLite says of the world inside the block as a StoreError; lets bugs through as they are."""
    try:
        yield
    except Exception as error:
        fault = fault_of(error)
        if fault is None:
            raise
        # sqlite3 puts the text that it could not decode into the message: it may be a note's.
        raise StoreError(fault, path) from (None if _is_no_text(error) else error)


def _is_no_text(error: BaseException) -> bool:
    """Whether words in the file, or what SQLite says of them, are no UTF-8 any more."""
    return isinstance(error, UnicodeDecodeError) or "Could not decode to UTF-8" in str(error)


@contextmanager
def meeting(path: Path) -> Iterator[None]:
    """`translated`, for the first queries of a file: one that they do not fit is damaged, or none of ours."""
    try:
        with translated(path):
            yield
    except Exception as error:
        if isinstance(getattr(error, "orig", None) or error, sqlite3.DatabaseError):
            raise StoreError(StoreFault.DAMAGED, path) from error
        raise
