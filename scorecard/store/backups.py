"""The folder of the backups: `scorecard-00042-2026-11-20-first-change.db`, beside the store, and what lies in it.

What has the name of a backup was whole when it got it; see `backups_making`.
"""

import errno
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from scorecard.domain.backups import Backup, BackupError, BackupFault, Reason, Soundness
from scorecard.domain.incidents import StoreError
from scorecard.store.backups_seal import check, read_schema, read_seal, same_state, state_of, state_words
from scorecard.store.files import create_private
from scorecard.store.identity import folder_of as folder_of
from scorecard.store.opening import open_plain

UNFINISHED = ".part"

_NAME = re.compile(
    r"scorecard-(?P<number>\d{5,9})-(?P<day>\d{4}-\d\d-\d\d)-(?P<reason>[a-z]+-[a-z]+)(?:-\d+)?\.db", re.ASCII
)
_FORGOTTEN_AFTER = 3600  # seconds after which an unfinished one is nobody's any more

_OF_SYSTEM = {
    errno.ENOSPC: BackupFault.FULL,
    errno.EDQUOT: BackupFault.FULL,
    errno.EFBIG: BackupFault.FULL,
    errno.EACCES: BackupFault.NO_ACCESS,
    errno.EPERM: BackupFault.NO_ACCESS,
    errno.EROFS: BackupFault.NO_ACCESS,
    errno.ENOTDIR: BackupFault.NO_ACCESS,
    errno.EEXIST: BackupFault.NO_ACCESS,  # something else stands in the place of the folder
}
_OF_SQLITE = {
    "SQLITE_FULL": BackupFault.FULL,
    "SQLITE_READONLY": BackupFault.NO_ACCESS,
    "SQLITE_PERM": BackupFault.NO_ACCESS,
    "SQLITE_BUSY": BackupFault.BUSY,
    "SQLITE_LOCKED": BackupFault.BUSY,
    "SQLITE_CORRUPT": BackupFault.STORE_DAMAGED,
    "SQLITE_NOTADB": BackupFault.STORE_DAMAGED,
    "SQLITE_CANTOPEN": BackupFault.STORE_UNREADABLE,
}


def name_of(number: int, day: date, reason: Reason, schema: int) -> str:
    ending = f"-{schema}" if reason is Reason.MIGRATION else ""
    return f"scorecard-{number:05d}-{day.isoformat()}-{reason}{ending}.db"


def listed(store: Path) -> tuple[Backup, ...]:
    """The newest first, by what each says of itself. None where there is no folder; raises BackupError."""
    return listed_in(folder_of(store))


def listed_in(folder: Path) -> tuple[Backup, ...]:
    with refusals_named(folder):
        names = os.listdir(folder) if folder.is_dir() else []
        found = [recognised(folder / name) for name in names]
    return tuple(sorted((backup for backup in found if backup is not None), key=lambda b: b.number, reverse=True))


def recognised(path: Path) -> Backup | None:
    """The backup of that name; None when it is no backup's name."""
    named = _NAME.fullmatch(path.name)
    if named is None:
        return None
    try:
        number, day, reason = int(named["number"]), date.fromisoformat(named["day"]), Reason(named["reason"])
    except ValueError:
        return None
    return described(path, number, day, reason)


def described(path: Path, number: int, day: date, reason: Reason) -> Backup:
    sealed = read_seal(path) if reason is not Reason.SET_ASIDE else None
    try:
        size = path.stat().st_size
    except OSError:
        size = 0
    bare = Backup(path, number, day, reason, size, Soundness.DAMAGED)
    if sealed is None:
        return bare
    return replace(
        bare,
        soundness=sealed.soundness,
        made_at=sealed.made_at,
        contents=sealed.contents,
        broken_days=sealed.broken_days,
        schema=read_schema(path),
        state=sealed.state,
    )


def checked(backup: Backup) -> Backup:
    """As it was found when all of it was looked through; raises BackupError when it is not there any more."""
    if not backup.path.is_file():
        raise BackupError(BackupFault.GONE, backup.path)
    if backup.reason is Reason.SET_ASIDE:
        return replace(backup, checked=True)
    return replace(backup, soundness=check(backup.path), checked=True)


def state_now(store: Path) -> str:
    """The present moment of the store, as `Backup.state` tells that of a backup; raises BackupError."""
    with refusals_named(store, store), closing(open_plain(store)) as connection:
        return state_words(*state_of(connection))


def last_of_same_state(store: Path, reason: Reason) -> Backup | None:
    """The last backup for that reason, if it is whole and nothing happened in the store since; raises BackupError."""
    last = next((backup for backup in listed(store) if backup.reason is reason), None)
    sealed = read_seal(last.path) if last is not None else None
    if last is None or sealed is None:
        return None
    with refusals_named(folder_of(store), store), closing(open_plain(store)) as connection:
        if not same_state(connection, sealed, last.schema):
            return None
    found = checked(last)
    return found if found.can_be_restored else None


@contextmanager
def part_in(folder: Path) -> Iterator[tuple[Path, int]]:
    """An empty file for a backup that is to be made, and its number. It goes at the end unless it was renamed."""
    part, number = _begin(folder)
    try:
        forget_unfinished(part, f"scorecard-*{UNFINISHED}")
        yield part, number
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _begin(folder: Path) -> tuple[Path, int]:
    """Another process may be doing the same: who makes the file has the number, unless it was used up meanwhile."""
    number = max((_numbers(folder)), default=0) + 1
    while True:
        part = folder / f"scorecard-{number:05d}{UNFINISHED}"
        try:
            create_private(part)
        except FileExistsError:
            number += 1
            continue
        if number not in _numbers(folder):
            return part, number
        part.unlink()
        number += 1


def _numbers(folder: Path) -> set[int]:
    """A journal that was set aside without its store, since the program was killed in between, has its number, too."""
    return {int(named["number"]) for name in os.listdir(folder) if (named := _NAME.match(name)) is not None}


def forget_unfinished(own: Path, names: str) -> None:
    """What killed processes left. By the clock of the file system alone, which is right enough for that."""
    now = own.stat().st_mtime
    for path in own.parent.glob(names):
        with suppress(OSError):
            if now - path.stat().st_mtime > _FORGOTTEN_AFTER:
                path.unlink()


@contextmanager
def refusals_named(path: Path, store: Path | None = None) -> Iterator[None]:
    """Raises what system and SQLite refuse as a BackupError about `path`, or about `store` where it is the cause."""
    try:
        yield
    except (OSError, sqlite3.Error, StoreError) as error:
        fault = _fault_of(error)
        if fault is None:
            raise
        of_store = fault in (BackupFault.STORE_DAMAGED, BackupFault.STORE_UNREADABLE)
        raise BackupError(fault, store if of_store and store is not None else path) from error


def _fault_of(error: Exception) -> BackupFault | None:
    """None for a bug of ours."""
    match error:
        case OSError():
            return _OF_SYSTEM.get(error.errno or 0, BackupFault.INPUT_OUTPUT)
        case sqlite3.Error():
            name = getattr(error, "sqlite_errorname", None) or ""
            known = [fault for prefix, fault in _OF_SQLITE.items() if name.startswith(prefix)]
            return known[0] if known else BackupFault.INPUT_OUTPUT if name.startswith("SQLITE_IOERR") else None
        case _:
            return BackupFault.STORE_UNREADABLE
