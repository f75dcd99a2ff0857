"""Thinning a folder of backups; and not thinning it after a restore, until the program is started anew.

What one may want back then lies far behind, where backups are thin already. A small file in the folder says so: whoever
makes a backup meanwhile, an import or the command line, hears of it too.
"""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from scorecard.domain.backups import Backup, thinned
from scorecard.store.backups import checked, folder_of, listed_in, refusals_named
from scorecard.store.files import sync_folder, write_private

WAITS = "thinning-waits"


def put_off(store: Path) -> None:
    """From now on nothing is thinned. The file holds the number of the process that wished it."""
    folder = folder_of(store)
    with suppress(OSError):  # where it can't be written no backup can be made either, and so nothing is thinned
        write_private(folder / WAITS, b"%d" % os.getpid())


def begin_anew(store: Path) -> None:
    """The program was started: what an earlier run put off is done again. What this process put off stays so."""
    waits = folder_of(store) / WAITS
    with suppress(OSError, ValueError):
        if waits.read_text(encoding="ascii") != str(os.getpid()):
            waits.unlink()


def is_put_off(folder: Path) -> bool:
    return (folder / WAITS).exists()


def thin(store: Path) -> int:
    folder = folder_of(store)
    return 0 if is_put_off(folder) else thin_in(folder)


def thin_in(folder: Path) -> int:
    """Removes what is one too many; how many went. Raises BackupError.

    None goes before the one that stays in its place has been looked through and found to be what it says.
    """
    backups = {backup.number: backup for backup in listed_in(folder)}
    gone = 0
    with refusals_named(folder):
        while going := thinned(tuple(backups.values())):
            heir = _heir(going, tuple(backups.values()))
            if not heir.checked:
                backups[heir.number] = checked(heir)  # a damaged one takes no place: then it is worked out anew
                continue
            going[0].path.unlink(missing_ok=True)
            del backups[going[0].number]
            gone += 1
        if gone:
            sync_folder(folder)
    return gone


def _heir(going: Sequence[Backup], backups: Sequence[Backup]) -> Backup:
    """The next one after the first of `going` that is as sound, and stays. There is one: the newest of a kind stays."""
    first, numbers = going[0], {backup.number for backup in going}
    later = [b for b in backups if b.number > first.number and b.number not in numbers]
    return min((b for b in later if b.soundness is first.soundness), key=lambda backup: backup.number)
