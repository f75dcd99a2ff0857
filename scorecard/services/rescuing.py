"""Ways out for a store that can't be opened: the newest good backup, and all of it as text."""

import logging
from pathlib import Path

from scorecard.domain.backups import Backup, BackupError, Reason
from scorecard.domain.clock import Clock
from scorecard.services.backups import Backups
from scorecard.services.exporting import write_file
from scorecard.store.plain_text import as_plain_text

log = logging.getLogger(__name__)
MOST_LOOKED_AT = 5


def newest_good(store: Path, clock: Clock) -> Backup | None:
    """Looked through as a whole; None when there is none, or none of the newest is what it says."""
    backups = Backups(store, clock)
    try:
        promising = [b for b in backups.listed() if b.can_be_restored and b.reason is not Reason.RESTORE]
        for backup in promising[:MOST_LOOKED_AT]:
            found = backups.checked(backup)
            if found.can_be_restored:
                return found
    except BackupError:
        log.warning("the backups could not be looked at")
    return None


def restore(backup: Backup, store: Path, clock: Clock) -> None:
    """What stands there goes aside as it is. Raises BackupError or StoreError."""
    Backups(store, clock).restore(backup)


def write_as_text(store: Path, file: Path) -> None:
    """Reads the store and touches nothing of it. Raises StoreError or NotWrittenError."""
    write_file(file, as_plain_text(store))
