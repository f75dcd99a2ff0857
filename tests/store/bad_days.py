"""What can be the matter while a store is open: each spoils it for the length of a `with`."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from sqlalchemy.engine.default import DefaultDialect

from scorecard.store import connection
from scorecard.store.store import Store
from tests.store.raw import hand

resource = pytest.importorskip("resource", reason="limits of a process are POSIX's")

BadDay = Callable[[Store], AbstractContextManager[None]]


def pragma(store: Store, words: str) -> object:
    with store.reading() as reading:
        answer = reading.exec_driver_sql(f"PRAGMA {words}")
        return answer.scalar() if answer.returns_rows else None


@contextmanager
def full(store: Store) -> Iterator[None]:
    """SQLite's own limit, as a disk without a free block."""
    pragma(store, f"max_page_count = {pragma(store, 'page_count')}")
    yield
    pragma(store, "max_page_count = 1000000")


@contextmanager
def out_of_space_at_commit(store: Store) -> Iterator[None]:
    """The file may not grow: found out by COMMIT, when the pages are written."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (store.path.stat().st_size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def read_only(store: Store) -> Iterator[None]:
    pragma(store, "query_only = ON")
    yield
    pragma(store, "query_only = OFF")


@contextmanager
def impatience(store: Store) -> Iterator[None]:
    """Nobody is waited for, not even by the connection that comes after this one."""
    pragma(store, "busy_timeout = 0")
    rules = [rule for rule in connection.RULES if rule[0] != "busy_timeout"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connection, "RULES", [("busy_timeout", 0, 0), *rules])
        yield


@contextmanager
def locked(store: Store) -> Iterator[None]:
    """Another process writes and does not come to an end."""
    with impatience(store), hand(store.path) as stranger:
        stranger.execute("BEGIN EXCLUSIVE")
        yield
        stranger.execute("ROLLBACK")


@contextmanager
def locked_at_commit(store: Store) -> Iterator[None]:
    """Another process reads and does not come to an end: only COMMIT has to wait for it."""
    with impatience(store), hand(store.path) as stranger:
        stranger.execute("BEGIN")
        stranger.execute("SELECT count(*) FROM entry").fetchone()
        yield
        stranger.execute("ROLLBACK")


def beside(path: Path) -> Path:
    return path.with_name("elsewhere.db")


@contextmanager
def moved(store: Store) -> Iterator[None]:
    store.path.rename(beside(store.path))
    yield
    beside(store.path).rename(store.path)


@contextmanager
def replaced(store: Store) -> Iterator[None]:
    """As a sync program does it: an older copy comes, under the same name."""
    store.path.rename(beside(store.path))
    with hand(beside(store.path)) as present, hand(store.path) as copy:
        present.backup(copy)
    yield
    beside(store.path).rename(store.path)


@contextmanager
def failing_commit(_store: Store) -> Iterator[None]:
    """COMMIT reports an error of the disk, and did not take place."""

    def fail(_dialect: DefaultDialect, _driver: sqlite3.Connection) -> None:
        raise disk_error()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DefaultDialect, "do_commit", fail)
        yield


@contextmanager
def lying_commit(_store: Store) -> Iterator[None]:
    """COMMIT reports an error of the disk, and took place all the same."""

    def commit_and_fail(_dialect: DefaultDialect, driver: sqlite3.Connection) -> None:
        driver.commit()
        raise disk_error()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DefaultDialect, "do_commit", commit_and_fail)
        yield


def disk_error() -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = "SQLITE_IOERR_FSYNC"
    return error
