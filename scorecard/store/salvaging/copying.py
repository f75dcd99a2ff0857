"""The damaged file as bytes, and a private copy of it that SQLite may put right. The store is never written to."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.store.backups_seal import is_whole, number_of, open_copy
from scorecard.store.faults import fault_of_system
from scorecard.store.files import make_private_folder, write_private
from scorecard.store.identity import APPLICATION_ID, SCHEMA_VERSION, journal_of
from scorecard.store.journals import is_of

COPY = "scorecard-salvage"  # no ending: it is none of the copies of a store that are looked for
_ENDINGS = ("", "-journal")
_LARGEST = 512 * 1024 * 1024  # bytes: a store of that size is none of ours, and has to fit into memory
_UNREADABLE = (sqlite3.Error, UnicodeDecodeError, ValueError, TypeError)


@dataclass(frozen=True, slots=True)
class Image:
    """One state of the file. `whole`: SQLite finds nothing wrong with it, and it is a store of ours."""

    content: bytes
    whole: bool


@dataclass(frozen=True, slots=True)
class Damaged:
    """The images of a store, the likeliest first, and its journal; empty, if that is none of this store's."""

    images: tuple[Image, ...]
    journal: bytes


def read_damaged(store: Path) -> Damaged:
    """Nobody of this process may have it open. Raises StoreError for what can't be read or copied."""
    try:
        content, journal = (_bytes_of(file) for file in (store, journal_of(store)))
        if len(content) + len(journal) > _LARGEST:
            raise StoreError(StoreFault.TOO_LARGE, store)
        with _copied(store.with_name(COPY), content, b"") as copy:
            bare = Image(content, _is_ours_and_whole(copy))
        if not journal or not is_of(journal, content):
            return Damaged((bare,), b"")
        with _copied(store.with_name(COPY), content, journal) as copy:
            whole = _is_ours_and_whole(copy, writes=True)
            rolled_back = Image(copy.read_bytes(), whole)
    except OSError as error:
        raise StoreError(fault_of_system(error), store) from error
    images = (rolled_back, bare) if whole or not bare.whole else (bare, rolled_back)
    return Damaged(images if rolled_back.content != content else (bare,), journal)


def _bytes_of(file: Path) -> bytes:
    if not file.is_file():
        return b""
    if file.stat().st_size > _LARGEST:
        raise StoreError(StoreFault.TOO_LARGE, file)
    return file.read_bytes()


@contextmanager
def _copied(copy: Path, content: bytes, journal: bytes) -> Iterator[Path]:
    """For the owner only, and gone afterwards."""
    try:
        make_private_folder(copy.parent)
        _remove(copy)
        for ending, held in zip(_ENDINGS, (content, journal), strict=True):
            if held or not ending:
                write_private(copy.with_name(copy.name + ending), held)
        yield copy
    finally:
        _remove(copy)


def _remove(copy: Path) -> None:
    for ending in _ENDINGS:
        copy.with_name(copy.name + ending).unlink(missing_ok=True)
        copy.with_name(copy.name + ending + ".new").unlink(missing_ok=True)


def _is_ours_and_whole(copy: Path, *, writes: bool = False) -> bool:
    """With `writes`, SQLite takes back first what the journal says was half done."""
    if not copy.stat().st_size:
        return False
    try:
        with closing(_opened(copy) if writes else open_copy(copy)) as connection:
            connection.set_progress_handler(_Patience().out, 10_000)
            ours = number_of(connection, "application_id") == APPLICATION_ID
            known = number_of(connection, "user_version") <= SCHEMA_VERSION
            return ours and known and is_whole(connection)
    except _UNREADABLE:
        return False


def _opened(copy: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{copy.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
    for pragma in ("temp_store = MEMORY", "trusted_schema = OFF", "cell_size_check = ON", "synchronous = OFF"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


class _Patience:
    """Ends a query over pages that lead in circles."""

    def __init__(self, steps: int = 20_000) -> None:
        self._left = steps

    def out(self) -> int:
        self._left -= 1
        return int(self._left < 0)
