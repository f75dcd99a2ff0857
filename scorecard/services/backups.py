"""Backups of the store: the list, making one, what restoring one would change, and restoring it."""

import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from scorecard.domain.backup_changes import Preview
from scorecard.domain.backups import (
    Backup,
    BackupError,
    BackupFault,
    Contents,
    Difference,
    Reason,
    last_of_itself,
    to_take_back,
)
from scorecard.domain.clock import Clock
from scorecard.domain.errors import StoppedError
from scorecard.store import backups as kept
from scorecard.store import backups_thinning as thinning
from scorecard.store.backups_comparing import compare
from scorecard.store.backups_making import has_activities, look_through, make, make_at
from scorecard.store.backups_preview import preview
from scorecard.store.backups_restoring import Restored as Restored
from scorecard.store.backups_restoring import restore
from scorecard.store.backups_second import keep_copy, last_copy, listed_copies
from scorecard.store.backups_use import days_of_use_since

log = logging.getLogger(__name__)
Cancelled = Callable[[], bool]


def _never() -> bool:
    return False


class SecondFolder:
    """Where every backup is copied to as well. `tell` hears of each try, in its thread: None, or why it failed."""

    def __init__(self, folder: Path, store_id: str, tell: Callable[[BackupError | None], object]) -> None:
        self.folder = folder
        self._store_id = store_id
        self._tell = tell

    def keep(self, backup: Backup) -> None:
        """What can't be copied is whole in the first folder all the same."""
        try:
            keep_copy(backup, self.folder, self._store_id)
        except BackupError as error:
            log.warning("backup %d was not copied: %s", backup.number, error.fault)
            self._tell(error)
        else:
            self._tell(None)

    def listed(self) -> tuple[Backup, ...]:
        """Those in it, the newest first; raises BackupError."""
        return listed_copies(self.folder, self._store_id)

    def last(self) -> Backup | None:
        """The newest good one in it; raises BackupError."""
        return last_copy(self.folder, self._store_id)


class Backups:
    """For any thread: every method opens what it needs and closes it. Methods raise BackupError."""

    def __init__(self, store: Path, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self.second: SecondFolder | None = None

    @property
    def folder(self) -> Path:
        return kept.folder_of(self._store)

    def listed(self) -> tuple[Backup, ...]:
        """The newest first, by what each says of itself: nothing is looked through."""
        return kept.listed(self._store)

    def last_good(self) -> Backup | None:
        """The newest that can be restored and was not made by a restore."""
        return last_of_itself(self.listed())

    def checked(self, backup: Backup) -> Backup:
        """All of it is looked through."""
        return kept.checked(backup)

    def make(self, reason: Reason = Reason.REQUEST, cancelled: Cancelled = _never) -> Backup:
        """Raises StoppedError too, when cancelled."""
        backup = make(self._store, reason, self._clock.now(), _stopping(cancelled))
        log.info("made backup %d of %d bytes", backup.number, backup.size)
        self._thin()
        if self.second is not None:
            self.second.keep(backup)
        return backup

    def _thin(self) -> None:
        """What can't be removed stays: the backup just made is good all the same."""
        with suppress(BackupError):
            log.info("thinned %d backups", thinning.thin(self._store))

    def thin_again(self) -> None:
        """The program was started: an earlier run may have put thinning off, after a restore."""
        thinning.begin_anew(self._store)

    def make_before(self, reason: Reason, cancelled: Cancelled = _never) -> None:
        """Unless the last one for that reason is as good, or there is nothing to lose yet."""
        if has_activities(self._store) and kept.last_of_same_state(self._store, reason) is None:
            self.make(reason, cancelled)

    def make_at(self, file: Path) -> Backup:
        """In a file that is not there yet, outside the folder."""
        return make_at(self._store, file, self._clock.now())

    def days_of_use_since(self, backup: Backup) -> int:
        """On how many days something was entered since."""
        return days_of_use_since(self._store, backup, self._clock.now())

    def look_through_store(self) -> tuple[Contents, int]:
        """What the store holds, and how many of its days are not as the program wrote them."""
        seal = look_through(self._store, self._clock.now())
        return seal.contents, seal.broken_days

    def difference(self, backup: Backup) -> Difference:
        """What restoring it would change."""
        return compare(self._store, backup.path)

    def preview(self, backup: Backup, most: int) -> Preview:
        """The same thing by thing: at most so many of each part."""
        return preview(self._store, backup.path, most)

    def restore(self, backup: Backup, cancelled: Cancelled = _never) -> Restored:
        """Nobody of this process may have the store open meanwhile. Raises StoreError and StoppedError too.

        The store that was there is in the list afterwards. Nothing is thinned until the next start.
        """
        return self._restore(backup, cancelled, Reason.RESTORE)

    def to_take_back(self) -> Backup | None:
        """What taking the last restore back would bring; None once something was entered since."""
        return to_take_back(self.listed(), self._state())

    def take_back(self, cancelled: Cancelled = _never) -> Restored:
        """Undoes the last restore: as `restore`. What the restore had brought is in the list afterwards."""
        aside = self.to_take_back()
        if aside is None:
            raise BackupError(BackupFault.NOTHING_TO_TAKE_BACK, self.folder)
        return self._restore(aside, cancelled, Reason.TAKING_BACK)

    def _restore(self, backup: Backup, cancelled: Cancelled, reason: Reason) -> Restored:
        restored = restore(backup, self._store, self._clock.now(), _stopping(cancelled), reason)
        log.warning("restored backup %d", backup.number)
        return restored

    def holds_present(self) -> bool:
        """Whether a backup that can be restored has the very state of the store, or nothing was ever done in it."""
        state = self._state()
        return any(b.state == state and b.can_be_restored for b in self.listed()) or not has_activities(self._store)

    def _state(self) -> str:
        """Of the store; empty when it can't be read."""
        try:
            return kept.state_now(self._store)
        except BackupError:
            return ""


def migrate_safely(store: Path, clock: Clock) -> None:
    """Brings the store to today's schema, once there is a backup of it as it is; raises BackupError or StoreError."""
    from scorecard.store.migrating import migrate  # most starts have nothing to migrate

    Backups(store, clock).make_before(Reason.MIGRATION)
    migrate(store)


def _stopping(cancelled: Cancelled) -> Callable[[], None]:
    def between() -> None:
        if cancelled():
            raise StoppedError

    return between
