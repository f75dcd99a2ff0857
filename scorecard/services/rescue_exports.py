"""An export as something to begin from: a new store with all of it, looked through and sealed."""

from pathlib import Path

from scorecard.domain.backups import Backup
from scorecard.domain.clock import Clock
from scorecard.domain.errors import StoppedError
from scorecard.formats.bundle import Cancelled
from scorecard.formats.errors import ImportCancelledError
from scorecard.services.importing_own import OwnImporting
from scorecard.store.backups_making import make_at
from scorecard.store.files import make_private_folder
from scorecard.store.migrating import create_store


def base_of_export(file: Path, folder: Path, clock: Clock, cancelled: Cancelled) -> Backup:
    """In `folder`, which is for its owner only. Raises StoreError, BackupError, StoppedError and those of imports."""
    fresh = folder / "fresh.db"
    make_private_folder(folder)
    create_store(fresh, clock.now())
    own = OwnImporting(fresh, clock)
    try:
        own.apply(own.read_and_plan(file, lambda _done, _total: None, cancelled), cancelled)
    except ImportCancelledError:
        raise StoppedError from None
    return make_at(fresh, folder / "sealed.db", clock.now())
