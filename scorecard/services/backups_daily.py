"""A backup once a day, in a thread of its own: no change ever waits for it."""

import threading
from collections.abc import Callable
from datetime import date, datetime, timedelta

from scorecard.domain.backups import Backup, BackupError, BackupFault, Reason, is_due, last_of_itself
from scorecard.domain.changes import Change
from scorecard.domain.clock import Clock
from scorecard.domain.errors import KnownError, StoppedError
from scorecard.services.backups import Backups

AGAIN_AFTER = timedelta(hours=1)
PATIENCE = 1.0  # seconds that an end waits for a backup before it stops it


def keep_up(backups: Backups, now: datetime, today: date, cancelled: Callable[[], bool]) -> tuple[Backup | None, bool]:
    """Makes the backup that is due, if one is. The last one there is then, and whether the store is in one as it is.

    Raises BackupError and StoppedError.
    """
    last = last_of_itself(backups.listed())
    if backups.holds_present():
        return last, True
    if is_due(last, now, today):
        return backups.make(Reason.DAY, cancelled), True
    return last, False


class DailyBackup:
    """Asleep until `begin`. It looks with every change, and whenever it is told to: at the start, now and then, after
    sleep, at the end. What is in no backup yet is put into one on another day of the user's, or after 20 hours.

    A backup that failed is told once, and tried again later.
    """

    def __init__(self, backups: Backups, clock: Clock, today: Callable[[], date]) -> None:
        self._backups = backups
        self._clock = clock
        self._today = today
        self._tell: Callable[[KnownError], object] | None = None
        self._told: BackupFault | None = None
        self._last: Backup | None = None
        self._changed = True  # as far as is known: the store may have been changed before
        self._not_before: datetime | None = None
        self._thread: threading.Thread | None = None
        self._stopped = threading.Event()

    def begin(self, tell: Callable[[KnownError], object]) -> None:
        """From now on changes count. `tell` hears of a failure, in the thread of the backup."""
        self._tell = tell

    def follow(self, _change: Change) -> None:
        """After the commit, in the thread of the changes."""
        self._changed = True
        self.look()

    def look(self) -> None:
        """In the thread of the changes. Most looks end here, without one into the folder."""
        if self._tell is None or self.running or not self._changed or self._is_too_early():
            return
        now, today = self._clock.now(), self._today()
        if self._last is not None and not is_due(self._last, now, today):
            return
        self._changed = False
        self._thread = threading.Thread(target=self._run, args=(now, today), name="backup", daemon=True)
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

    def _run(self, now: datetime, today: date) -> None:
        try:
            self._last, is_in_one = keep_up(self._backups, now, today, self._stopped.is_set)
        except StoppedError:
            return  # the next start makes it
        except BackupError as error:
            self._fail(error)
            return
        if not is_in_one:
            self._changed = True
        self._not_before, self._told = None, None

    def _fail(self, error: BackupError) -> None:
        self._changed = True
        self._not_before = self._clock.now() + AGAIN_AFTER
        if error.fault is not self._told and self._tell is not None:
            self._told = error.fault
            self._tell(error)
