"""A backup at the first change of each day, in a thread of its own: no change ever waits for it."""

import threading
from collections.abc import Callable
from datetime import date, datetime, timedelta

from scorecard.domain.backups import BackupError, BackupFault, Reason
from scorecard.domain.changes import Change
from scorecard.domain.clock import Clock
from scorecard.domain.errors import KnownError, StoppedError
from scorecard.services.backups import Backups

AGAIN_AFTER = timedelta(hours=1)
PATIENCE = 1.0  # seconds that an end waits for a backup before it stops it


class DailyBackup:
    """Asleep until `begin`. A backup that failed is told once, and tried again with a later change."""

    def __init__(self, backups: Backups, clock: Clock, today: Callable[[], date]) -> None:
        self._backups = backups
        self._clock = clock
        self._today = today
        self._tell: Callable[[KnownError], object] | None = None
        self._told: BackupFault | None = None
        self._of: date | None = None
        self._not_before: datetime | None = None
        self._thread: threading.Thread | None = None
        self._stopped = threading.Event()

    def begin(self, tell: Callable[[KnownError], object]) -> None:
        """From now on changes count. `tell` hears of a failure, in the thread of the backup."""
        self._tell = tell

    def follow(self, _change: Change) -> None:
        """After the commit, in the thread of the changes."""
        if self._tell is None or self.running or self._today() == self._of or self._is_too_early():
            return
        self._thread = threading.Thread(target=self._run, args=(self._today(),), name="backup", daemon=True)
        self._thread.start()

    @property
    def running(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def wait(self) -> None:
        """Until nothing runs."""
        if self._thread is not None:
            self._thread.join()

    def end(self) -> None:
        """Lets a backup come to its end, if that takes no longer than a moment."""
        if self._thread is not None:
            self._thread.join(PATIENCE)
            self._stopped.set()
            self._thread.join()
        self._tell = None

    def _is_too_early(self) -> bool:
        """After a failure. A clock that was set back meanwhile makes nobody wait."""
        if self._not_before is None:
            return False
        wait = self._not_before - self._clock.now()
        return timedelta(0) < wait <= AGAIN_AFTER

    def _run(self, day: date) -> None:
        try:
            if not any(backup.day == day and backup.can_be_restored for backup in self._backups.listed()):
                self._backups.make(Reason.DAY, self._stopped.is_set)
        except StoppedError:
            return  # the next start makes it
        except BackupError as error:
            self._fail(error)
            return
        self._of, self._not_before, self._told = day, None, None

    def _fail(self, error: BackupError) -> None:
        self._not_before = self._clock.now() + AGAIN_AFTER
        if error.fault is not self._told and self._tell is not None:
            self._told = error.fault
            self._tell(error)
