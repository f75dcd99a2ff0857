"""Making a store and bringing an old one to today's schema: Alembic, in one transaction, all of it or nothing."""

import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from scorecard.domain.ids import new_id
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.store.connection import create_store_engine
from scorecard.store.faults import fault_of, translated
from scorecard.store.files import create_private, make_private_folder, move_without_replacing, sync_folder
from scorecard.store.identity import APPLICATION_ID, SCHEMA_VERSION
from scorecard.store.opening import open_plain
from scorecard.store.record import utc_text
from scorecard.store.schema import metadata, store_table
from scorecard.store.search_index import SearchIndex
from scorecard.store.standing import ask_every_table

# What SQLite's check says of rows that break the rules of their table, on pages that are whole.
_ODD = ("NULL value in", "CHECK constraint failed in", "non-unique entry in index", "NUMERIC value in", "TEXT value in")
MIGRATIONS = Path(__file__).parent / "migrations"


def create_store(path: Path, now: datetime) -> None:
    """Makes an empty store at `path`, whole or not at all.

    Raises FileExistsError rather than touch what is there, and StoreError where none can be made.
    """
    fresh = path.with_name(path.name + ".new")
    with _refusals_named(path), translated(path):
        make_private_folder(path.parent)
        _remove(fresh)
        try:
            create_private(fresh)
            _run(fresh, lambda connection: _introduce(connection, now))
            move_without_replacing(fresh, path)
        finally:
            _remove(fresh)
        sync_folder(path.parent)


def _remove(fresh: Path) -> None:
    for leftover in (fresh, fresh.with_name(fresh.name + "-journal")):
        leftover.unlink(missing_ok=True)


@contextmanager
def _refusals_named(path: Path) -> Iterator[None]:
    """Raises what the file system refuses as a StoreError, but for a file that is there already."""
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise StoreError(StoreFault.FULL if full else StoreFault.CANNOT_OPEN, path) from error


def migrate(path: Path) -> None:
    """Brings the store at `path` to today's schema; raises StoreError and leaves the old schema whole if it cannot."""
    try:
        _run(path, _finish_migration, _refuse_odd_rows)
    except StoreError:
        raise
    except Exception as error:
        fault = fault_of(error)
        if fault is not None and _took_place(path):
            return
        raise StoreError(fault or StoreFault.MIGRATION_FAILED, path) from error


def _took_place(path: Path) -> bool:
    """An error of COMMIT does not mean "not committed": the file is asked, by which a hot journal is rolled back."""
    try:
        with closing(open_plain(path)) as connection:
            return bool(connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION)
    except sqlite3.Error:
        return False


def _finish_migration(connection: Connection) -> None:
    ask_every_table(connection, metadata)
    SearchIndex(metadata).rebuild(connection)
    if _has_orphans(connection):
        raise ValueError("orphans")


def _refuse_odd_rows(connection: Connection, path: Path) -> None:
    """Before anything is changed: rows that no program of ours wrote so are nothing to build on."""
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    if found != ["ok"] and not all(said.startswith(_ODD) for said in found):
        raise StoreError(StoreFault.DAMAGED, path)
    if found != ["ok"] or _has_orphans(connection):
        raise StoreError(StoreFault.ODD_ROWS, path)


def _has_orphans(connection: Connection) -> bool:
    return connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None


def _run(
    path: Path,
    finish: Callable[[Connection], None],
    look_before: Callable[[Connection, Path], None] = lambda _connection, _path: None,
) -> None:
    engine = create_store_engine(path)
    try:
        with engine.begin() as connection:
            look_before(connection, path)
            upgrade(connection)
            finish(connection)
    finally:
        engine.dispose()


def upgrade(connection: Connection, target: str = "head") -> None:
    """Runs the revisions that are missing, inside the caller's transaction, and stamps the file."""
    # 100 ms that a store of today's schema never needs.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, target)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _introduce(connection: Connection, now: datetime) -> None:
    connection.execute(store_table.insert().values(one=1, store_id=new_id(now), created_at=utc_text(now)))
