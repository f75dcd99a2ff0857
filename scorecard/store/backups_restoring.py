"""Putting a backup in the place of the store, in one rename: at any moment one of the two stands there, whole."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from scorecard.domain.backups import Backup, BackupError, BackupFault, Reason, Soundness
from scorecard.domain.days import score_date
from scorecard.store.backups import (
    UNFINISHED,
    checked,
    folder_of,
    forget_unfinished,
    name_of,
    part_in,
    refusals_named,
    state_now,
)
from scorecard.store.backups_making import Between, copy, make, open_fresh
from scorecard.store.backups_seal import check, content_digest, is_whole, number_of, open_copy, unseal
from scorecard.store.backups_thinning import put_off
from scorecard.store.files import create_private, make_private_folder, move_without_replacing, sync_file, sync_folder
from scorecard.store.identity import SCHEMA_VERSION, journal_of, place_of
from scorecard.store.journals import would_spoil

_PATIENCE = 3000  # milliseconds, while another process writes
_CANNOT_BE_COPIED = (BackupFault.STORE_DAMAGED, BackupFault.STORE_UNREADABLE)


@dataclass(frozen=True, slots=True)
class Restored:
    """`set_aside` is where the store went that stood there before; None when none did."""

    backup: Backup
    set_aside: Backup | None


def restore(
    backup: Backup,
    store: Path,
    now: datetime,
    between: Between = lambda: None,
    reason: Reason = Reason.RESTORE,
) -> Restored:
    """Nobody of this process may have the store open. Raises BackupError or StoreError; the store is untouched then.

    The store that stands there is backed up first, for that `reason`; one that fails its check is kept as it is, with
    its journal.
    """
    found = checked(backup)
    if found.soundness is Soundness.TOO_NEW:
        raise BackupError(BackupFault.TOO_NEW, backup.path)
    if not found.can_be_restored:
        raise BackupError(BackupFault.DAMAGED, backup.path)
    fresh = fresh_beside(store)
    with refusals_named(store.parent, store):
        make_private_folder(store.parent)
        try:
            prepare(backup, fresh, between)
            before = put_in_place(fresh, store, now, between, reason)
        finally:
            remove_fresh(fresh)
    return Restored(found, before)


def fresh_beside(store: Path) -> Path:
    """Where what comes in its place is made: each process does it for itself."""
    place = place_of(store)
    return place.with_name(f"{place.name}.{os.getpid()}{UNFINISHED}")


def prepare(backup: Backup, fresh: Path, between: Between) -> None:
    """A store of today's schema with the rows of the backup, durable."""
    remove_fresh(fresh)
    create_private(fresh)
    copy(backup.path, fresh, between)
    if check(fresh) not in (Soundness.GOOD, Soundness.DOUBTFUL):
        raise BackupError(BackupFault.DAMAGED, backup.path)
    with closing(open_fresh(fresh)) as connection:
        unseal(connection)
        behind = number_of(connection, "user_version") < SCHEMA_VERSION
    if behind:
        from scorecard.store.migrating import migrate

        between()
        migrate(fresh)
    with closing(open_copy(fresh)) as connection:
        if not is_whole(connection):
            raise BackupError(BackupFault.DAMAGED, backup.path)
    sync_file(fresh)
    between()


def put_in_place(
    fresh: Path, store: Path, now: datetime, between: Between, reason: Reason = Reason.RESTORE
) -> Backup | None:
    """Sets aside what stands in the place of the store, and renames `fresh` to it. None when nothing stood there.

    Nobody writes to the store from before it is set aside until it is replaced: who is refused can try again.
    From now on nothing is thinned, until the next start. Raises BackupError when what is there can't be kept.
    """
    forget_unfinished(fresh, f"{place_of(store).name}.*{UNFINISHED}*")
    put_off(store)
    state, digest = state_now(fresh), content_digest(fresh)
    before = _put_in_place(fresh, store, now, between, reason)
    with suppress(sqlite3.OperationalError):  # it is done; what can't be read just now is told by whoever opens it
        # Somebody may have gone on in it already.
        if content_digest(store) != digest and state_now(store) == state:
            raise BackupError(BackupFault.INPUT_OUTPUT, store)
    return before


def _put_in_place(fresh: Path, store: Path, now: datetime, between: Between, reason: Reason) -> Backup | None:
    found = _bare(store) if _size(journal_of(store)) else {}
    # SQLite makes good a store that a journal lies beside, and what it can't make good it may spoil.
    if not store.exists() or ("-journal" in found and would_spoil(found["-journal"], found.get("", b""))):
        there = os.path.lexists(store)
        before = _keep_as_it_is(found, store, now) if found else None
        if there != os.path.lexists(store) or (_bare(store) if found else {}) != found:
            raise BackupError(BackupFault.BUSY, store)
        _swap(fresh, store)
        return before
    with _nobody_writing(store) as connection:
        before = _set_aside(store, found, now, between, reason)
        if os.name != "posix":  # an open file can't be replaced there
            connection.close()
        _swap(fresh, store)
    return before


def _set_aside(store: Path, found: dict[str, bytes], now: datetime, between: Between, reason: Reason) -> Backup:
    try:
        return make(store, reason, now, between)
    except BackupError as error:
        if error.fault not in _CANNOT_BE_COPIED:
            raise
    return _keep_as_it_is(found or _bare(store), store, now)


def _bare(store: Path) -> dict[str, bytes]:
    """The bytes of the journal and of the store, by how their names end. Nobody of this process has them open."""
    files = {"-journal": journal_of(store), "": store}
    return {
        ending: file.read_bytes() for ending, file in files.items() if _size(file) or (file == store and file.exists())
    }


def _keep_as_it_is(found: dict[str, bytes], store: Path, now: datetime) -> Backup:
    """Whatever is in it, under a name that is no good backup's."""
    folder, day = folder_of(store), score_date(now)
    make_private_folder(folder)
    with part_in(folder) as (part, number):
        path = folder / name_of(number, day, Reason.SET_ASIDE, 0)
        for ending, content in found.items():
            part.write_bytes(content)
            sync_file(part)
            move_without_replacing(part, path.with_name(path.name + ending))
            create_private(part)
    sync_folder(folder)
    return Backup(path, number, day, Reason.SET_ASIDE, len(found.get("", b"")), Soundness.DAMAGED, checked=True)


def _swap(fresh: Path, store: Path) -> None:
    """A journal that stayed would be rolled back into the wrong store: it goes before the rename."""
    place = place_of(store)
    journal_of(store).unlink(missing_ok=True)
    os.replace(fresh, place)
    # It stands there now, and what it replaced is kept: to say that nothing was done would be wrong.
    with suppress(OSError):
        sync_folder(place.parent)


@contextmanager
def _nobody_writing(store: Path) -> Iterator[sqlite3.Connection]:
    """Others may read meanwhile. Raises BackupError while another process writes, or puts something else there.

    What SQLite can't make sense of nobody writes to.
    """
    file = _file_at(store)
    with closing(sqlite3.connect(f"{store.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                raise BackupError(BackupFault.BUSY, store) from None
        if _file_at(store) != file:
            raise BackupError(BackupFault.BUSY, store)
        yield connection


def _file_at(store: Path) -> tuple[int, int]:
    found = store.stat()
    return found.st_dev, found.st_ino


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def remove_fresh(fresh: Path) -> None:
    for ending in ("", "-journal", ".new", ".new-journal"):
        with suppress(OSError):  # what stays is forgotten later
            fresh.with_name(fresh.name + ending).unlink(missing_ok=True)
