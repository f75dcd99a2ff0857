"""A store made of a backup and what was accepted of a damaged one, put in its place in one rename."""

import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.backups import Backup, BackupError, BackupFault
from scorecard.domain.clock import Clock
from scorecard.store.backups import refusals_named
from scorecard.store.backups_making import Between, open_fresh
from scorecard.store.backups_restoring import fresh_beside, prepare, put_in_place, remove_fresh
from scorecard.store.backups_seal import is_whole, open_copy
from scorecard.store.everything import tables_of_user
from scorecard.store.files import make_private_folder, sync_file
from scorecard.store.migrating import create_store
from scorecard.store.odd_rows import OddRowsError, mean_something
from scorecard.store.record import Work
from scorecard.store.salvaging.offering import Content, Salvage
from scorecard.store.salvaging.reading import Key
from scorecard.store.salvaging.shapes import Row
from scorecard.store.store import Store

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def rebuild(
    store: Path, backup: Backup | None, salvage: Salvage, contents: Iterable[Content], clock: Clock, between: Between
) -> Backup | None:
    """Where the damaged store went. Nobody of this process may have it open. Raises BackupError or StoreError.

    Until the rename it stands where it stood, as it is.
    """
    fresh = fresh_beside(store)
    with refusals_named(store.parent, store):
        make_private_folder(store.parent)
        try:
            if backup is not None:
                prepare(backup, fresh, between)
            else:
                _make_empty(fresh, salvage.store_id, clock)
            _write(fresh, list(contents), clock, between)
            _look_through(fresh)
            return put_in_place(fresh, store, clock.now(), between)
        finally:
            remove_fresh(fresh)


def _make_empty(fresh: Path, store_id: str, clock: Clock) -> None:
    """It goes on as the store that it was, where that can be read: backups in other folders know it by its id."""
    remove_fresh(fresh)
    create_store(fresh, clock.now())
    if _ID.fullmatch(store_id):
        with closing(open_fresh(fresh)) as connection:
            connection.execute("UPDATE store SET store_id = ?", (store_id,))


def _write(fresh: Path, contents: list[Content], clock: Clock, between: Between) -> None:
    """As one activity, which is undone like any other."""
    coming = {place: row for content in contents for place, row in content.rows.items()}
    gone = [place for content in contents for place in content.gone if place not in coming]
    with closing(Store(fresh, clock)) as opened:
        try:
            with opened.change(Deed(Verb.SALVAGE)) as work:
                # Rows of one table may refer to each other, in whatever order they come.
                work.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
                for table in reversed(tables_of_user()):
                    keys = [key for name, key in gone if name == table.name]
                    work.remove_many(table, work.rows(table, keys))
                for table in tables_of_user():
                    between()
                    _put(work, table.name, {key: row for (name, key), row in coming.items() if name == table.name})
                mean_something(work.connection)
                between()
        except (OddRowsError, sqlite3.IntegrityError) as error:
            raise BackupError(BackupFault.STORE_DAMAGED, opened.path) from error


def _put(work: Work, name: str, rows: dict[Key, Row]) -> None:
    table = next(table for table in tables_of_user() if table.name == name)
    there = work.rows(table, list(rows))
    work.update_many(table, [row for key, row in rows.items() if key in there])
    work.add_many(table, [row for key, row in rows.items() if key not in there])


def _look_through(fresh: Path) -> None:
    """Raises BackupError unless every page is whole and every row finds what it refers to."""
    with closing(open_copy(fresh)) as connection:
        if not is_whole(connection) or connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise BackupError(BackupFault.DAMAGED, fresh)
    sync_file(fresh)
