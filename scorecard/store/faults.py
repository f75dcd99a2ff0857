"""SQLite's errors, translated once, at the store's door. Needs no SQLAlchemy."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scorecard.domain.incidents import StoreError, StoreFault

_FAULTS = {
    "SQLITE_FULL": StoreFault.FULL,
    "SQLITE_READONLY_DBMOVED": StoreFault.MOVED,
    "SQLITE_READONLY": StoreFault.READ_ONLY,
    "SQLITE_PERM": StoreFault.READ_ONLY,
    "SQLITE_AUTH": StoreFault.READ_ONLY,
    "SQLITE_BUSY": StoreFault.LOCKED,
    "SQLITE_LOCKED": StoreFault.LOCKED,
    "SQLITE_CANTOPEN": StoreFault.CANNOT_OPEN,
    "SQLITE_IOERR": StoreFault.INPUT_OUTPUT,
    "SQLITE_CORRUPT": StoreFault.DAMAGED,
    "SQLITE_NOTADB": StoreFault.FOREIGN,
}


class UnreadableRowError(Exception):
    """A row that means nothing: no program of ours wrote it so."""


def fault_of(error: BaseException) -> StoreFault | None:
    """The fault behind an error of sqlite3, or of SQLAlchemy around one; None when it is a bug of ours."""
    original = getattr(error, "orig", None) or error
    if isinstance(original, UnreadableRowError) or _is_no_text(original):
        return StoreFault.DAMAGED
    name = getattr(original, "sqlite_errorname", None)
    if not isinstance(original, sqlite3.Error) or name is None:
        return None
    known = [prefix for prefix in _FAULTS if name.startswith(prefix)]
    return _FAULTS[max(known, key=len)] if known else None


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
