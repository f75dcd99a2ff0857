"""A second folder of backups, on another disk or computer: every backup is copied there too, and looked through there.

The folder is the user's and may not be there just now; nothing is ever made in its place. Each store has a folder of
its own in it, so that several computers can share one.
"""

import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from scorecard.domain.backups import Backup, BackupError, BackupFault, last_of_itself
from scorecard.store.backups import UNFINISHED, listed_in, name_of, refusals_named
from scorecard.store.backups_seal import check
from scorecard.store.backups_thinning import is_put_off, thin_in
from scorecard.store.files import create_private, make_private_folder, move_without_replacing, sync_file, sync_folder
from scorecard.store.identity import SCHEMA_VERSION

_ID_LETTERS = 8
_PLACE = "scorecard-backups-"


def place_in(folder: Path, store_id: str) -> Path:
    return folder / f"{_PLACE}{store_id[-_ID_LETTERS:]}"


def places_in(folder: Path) -> list[Path]:
    """Those of all stores: for whoever does not know the id of theirs any more."""
    return sorted(folder.glob(f"{_PLACE}*"))


def last_copy(folder: Path, store_id: str) -> Backup | None:
    """The newest in it that can be restored; raises BackupError, GONE when the folder isn't there."""
    return last_of_itself(listed_copies(folder, store_id))


def listed_copies(folder: Path, store_id: str) -> tuple[Backup, ...]:
    """The newest first, by what each says of itself; raises BackupError, GONE when the folder isn't there."""
    _look_for(folder)
    return listed_in(place_in(folder, store_id))


def keep_copy(backup: Backup, folder: Path, store_id: str) -> None:
    """Copies a backup that is whole, unless it is there already; raises BackupError."""
    _look_for(folder)
    place = place_in(folder, store_id)
    part = place / f".{backup.path.name}{UNFINISHED}"
    with refusals_named(place):
        make_private_folder(place)
        there = listed_in(place)
        if any(_is_same(backup, other) for other in there):
            return
        copied = place / _name_after(there, backup)
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
    if not is_put_off(backup.path.parent):
        with suppress(BackupError):  # what can't be removed stays: the copy just made is good all the same
            thin_in(place)


def _is_same(backup: Backup, other: Backup) -> bool:
    return (backup.made_at, backup.state, backup.reason) == (other.made_at, other.state, other.reason)


def _name_after(there: Sequence[Backup], backup: Backup) -> str:
    """Its own, unless its number is used up there: where the first folder was lost, the numbers begin anew in it.

    What is newer has the greater number in each folder, for thinning goes by that.
    """
    newest = max((other.number for other in there), default=0)
    return (
        backup.path.name if backup.number > newest else name_of(newest + 1, backup.day, backup.reason, SCHEMA_VERSION)
    )


def _look_for(folder: Path) -> None:
    with refusals_named(folder):
        if not folder.is_dir():
            raise BackupError(BackupFault.GONE, folder)
