"""The version of the store that this process has, when the file at its place is another one or none any more."""

import logging
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from scorecard.domain.backups import Backup, Reason
from scorecard.domain.clock import Clock
from scorecard.services.backups import Backups
from scorecard.services.services import Services
from scorecard.store.backups import refusals_named
from scorecard.store.backups_making import make
from scorecard.store.files import create_private, make_private_folder

log = logging.getLogger(__name__)
NAME = "scorecard-mine.db"


def keep_mine(services: Services, store: Path, clock: Clock, replay: Callable[[Services], object]) -> Backup:
    """Puts it beside the store as a backup: whole, sealed, checked, in the list of all backups.

    `replay` does in it what is not saved yet. Raises BackupError or StoreError; the file at its place is not touched.
    """
    part = store.with_name(NAME)
    with refusals_named(store.parent, store):
        make_private_folder(store.parent)
        _remove(part)
        try:
            create_private(part)
            services.write_mine(part)
            with closing(Services(part, clock)) as mine:
                replay(mine)
            backup = make(part, Reason.REQUEST, clock.now())
        finally:
            _remove(part)
    log.warning("kept the version of this process as backup %d", backup.number)
    return backup


def put_mine_back(backup: Backup, store: Path, clock: Clock) -> None:
    """In the place of a file that is gone, and that nobody has open. Raises BackupError or StoreError."""
    Backups(store, clock).restore(backup)


def _remove(part: Path) -> None:
    with suppress(OSError):
        part.unlink(missing_ok=True)
        part.with_name(f"{part.name}-journal").unlink(missing_ok=True)
