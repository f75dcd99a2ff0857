"""Putting a backup in the place of the store, in one rename: at any moment one of the two stands there, whole."""

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from scorecard.domain.backups import Backup, BackupError, BackupFault, Reason, Soundness
from scorecard.domain.days import score_date
from scorecard.store.backups import checked, folder_of, name_of, part_in, refusals_named
from scorecard.store.backups_making import Between, copy, make, open_fresh
from scorecard.store.backups_seal import check, content_digest, is_whole, number_of, open_copy, unseal
from scorecard.store.backups_thinning import put_off
from scorecard.store.files import create_private, make_private_folder, move_without_replacing, sync_file, sync_folder
from scorecard.store.identity import SCHEMA_VERSION
from scorecard.store.journals import would_spoil

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
    fresh = store.with_name(store.name + ".restored")
    with refusals_named(store.parent, store):
        make_private_folder(store.parent)
        try:
            digest = prepare(backup, fresh, between)
            before = set_aside(store, now, between, reason)
            swap(fresh, store)
        finally:
            _remove(fresh)
        if content_digest(store) != digest:
            raise BackupError(BackupFault.INPUT_OUTPUT, store)
    return Restored(found, before)


def prepare(backup: Backup, fresh: Path, between: Between) -> str:
    """A store of today's schema with the rows of the backup, durable; the digest of its rows."""
    _remove(fresh)
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
    return content_digest(fresh)


def set_aside(store: Path, now: datetime, between: Between, reason: Reason = Reason.RESTORE) -> Backup | None:
    """What stands in the place of the store, kept in the list of backups; it stays there, too. None when nothing does.

    From now on nothing is thinned, until the next start. Raises BackupError when it can't be kept.
    """
    put_off(store)
    if not store.exists():
        if _size(_journal(store)):
            _keep_as_it_is(_bare(store), store, now)
        return None
    # SQLite makes good a store that a journal lies beside, and what it can't make good it may spoil.
    found = _bare(store) if _size(_journal(store)) else {}
    if found and would_spoil(found["-journal"], found[""]):
        return _keep_as_it_is(found, store, now)
    try:
        return make(store, reason, now, between)
    except BackupError as error:
        if error.fault not in _CANNOT_BE_COPIED:
            raise
    return _keep_as_it_is(found or _bare(store), store, now)


def _bare(store: Path) -> dict[str, bytes]:
    """The bytes of the journal and of the store, by how their names end. Nobody of this process has them open."""
    files = {"-journal": _journal(store), "": store}
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


def swap(fresh: Path, store: Path) -> None:
    """A journal that stayed would be rolled back into the wrong store: it goes before the rename."""
    _look_that_nobody_writes(store)
    _journal(store).unlink(missing_ok=True)
    os.replace(fresh, store)
    sync_folder(store.parent)


def _look_that_nobody_writes(store: Path) -> None:
    """Raises BackupError while another process does."""
    if not store.exists():
        return
    try:
        with closing(sqlite3.connect(f"{store.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)) as asking:
            asking.execute("PRAGMA busy_timeout = 3000")
            asking.execute("BEGIN EXCLUSIVE")
            asking.execute("ROLLBACK")
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise BackupError(BackupFault.BUSY, store) from None


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def _journal(store: Path) -> Path:
    return store.with_name(store.name + "-journal")


def _remove(fresh: Path) -> None:
    fresh.unlink(missing_ok=True)
    _journal(fresh).unlink(missing_ok=True)
