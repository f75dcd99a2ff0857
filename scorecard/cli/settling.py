"""The store before a command uses it: is it there, is it ours, is it of this version?"""

from pathlib import Path

from scorecard.cli.console import Console
from scorecard.domain.errors import KnownError
from scorecard.store.known import KnownStores
from scorecard.store.opening import Condition, Finding, check_whole, examine


class NoStoreError(KnownError):
    def __init__(self, path: Path) -> None:
        super().__init__("no store")
        self.path = path


def require_store(console: Console) -> Finding:
    """Raises NoStoreError, and StoreError for one that must not be touched."""
    finding = examine(console.paths.store, KnownStores(console.paths.known_stores))
    if finding.condition is Condition.FRESH:
        raise NoStoreError(console.paths.store)
    return finding


def settle_store(console: Console) -> None:
    """Looks whether the store may be used, and brings it up to date. Raises StoreError, BackupError, NoStoreError."""
    path = console.paths.store
    finding = require_store(console)
    check_whole(path)  # as the window does before anything can be entered: what is damaged is not written to
    if finding.condition is Condition.BEHIND:
        from scorecard.services.backups import migrate_safely

        migrate_safely(path, console.clock)


def settle_to_read(console: Console) -> None:
    """For what only shows something: as the first picture of the window, it waits for no check of the whole."""
    if require_store(console).condition is Condition.BEHIND:
        settle_store(console)
