"""A second folder of backups, on another disk or computer: every backup is copied there too, and looked through there.

The folder is the user's and may not be there just now; nothing is ever made in its place. Each store has a folder of
its own in it, so that several computers can share one.
"""

import shutil
from contextlib import suppress
from pathlib import Path

from scorecard.domain.backups import Backup, BackupError, BackupFault
from scorecard.store.backups import UNFINISHED, listed_in, refusals_named, thin_in
from scorecard.store.backups_seal import check
from scorecard.store.files import create_private, make_private_folder, move_without_replacing, sync_file, sync_folder

_ID_LETTERS = 8


def place_in(folder: Path, store_id: str) -> Path:
    return folder / f"scorecard-backups-{store_id[-_ID_LETTERS:]}"


def last_copy(folder: Path, store_id: str) -> Backup | None:
    """The newest in it that can be restored; raises BackupError, GONE when the folder isn't there."""
    _look_for(folder)
    return next((backup for backup in listed_in(place_in(folder, store_id)) if backup.can_be_restored), None)


def keep_copy(backup: Backup, folder: Path, store_id: str) -> None:
    """Copies a backup that is whole, unless it is there already; raises BackupError."""
    _look_for(folder)
    place = place_in(folder, store_id)
    copied = place / backup.path.name
    part = place / f".{backup.path.name}{UNFINISHED}"
    with refusals_named(place):
        make_private_folder(place)
        if copied.exists():
            return
        part.unlink(missing_ok=True)
        create_private(part)
        try:
            shutil.copyfile(backup.path, part)
            sync_file(part)
            if check(part) is not backup.soundness:
                raise BackupError(BackupFault.INPUT_OUTPUT, place)
            move_without_replacing(part, copied)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        with suppress(OSError):  # some folders of other computers can't be synced; the file is there
            sync_folder(place)
    thin_in(place)


def _look_for(folder: Path) -> None:
    with refusals_named(folder):
        if not folder.is_dir():
            raise BackupError(BackupFault.GONE, folder)
