"""How the backups stand: how long ago the last good ones were made, in both folders, and whether all are as written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scorecard.domain.backups import Backup, BackupError, Soundness
from scorecard.domain.errors import StoppedError
from scorecard.services.backups import Backups, SecondFolder

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
OLD_AFTER_DAYS = 7


@dataclass(frozen=True, slots=True)
class LastGood:
    """`days_of_use`: on so many days something was entered since."""

    backup: Backup
    days_of_use: int

    @property
    def is_old(self) -> bool:
        return self.days_of_use > OLD_AFTER_DAYS


@dataclass(frozen=True, slots=True)
class Checkup:
    """All were looked through. `second_fault`: the second folder could not be looked into."""

    good: int = 0
    doubtful: int = 0
    damaged: tuple[Backup, ...] = ()
    second_fault: BackupError | None = None


def last_good(backups: Backups) -> LastGood | None:
    """Raises BackupError."""
    found = backups.last_good()
    return LastGood(found, backups.days_of_use_since(found)) if found is not None else None


def last_copy(backups: Backups, second: SecondFolder) -> LastGood | None:
    """The newest in the second folder, once the last good one is there as well; raises BackupError."""
    newest = backups.last_good()
    if newest is not None:
        second.keep(newest)
    found = second.last()
    return LastGood(found, backups.days_of_use_since(found)) if found is not None else None


def check_all(backups: Backups, second: SecondFolder | None, progress: Progress, cancelled: Cancelled) -> Checkup:
    """Raises BackupError, or StoppedError."""
    listed, fault = list(backups.listed()), None
    if second is not None:
        try:
            listed += second.listed()
        except BackupError as error:
            fault = error
    found = list(_checked(backups, listed, progress, cancelled))
    return Checkup(
        good=sum(one.soundness is Soundness.GOOD for one in found),
        doubtful=sum(one.soundness is Soundness.DOUBTFUL for one in found),
        damaged=tuple(one for one in found if one.soundness is Soundness.DAMAGED),
        second_fault=fault,
    )


def _checked(backups: Backups, listed: list[Backup], progress: Progress, cancelled: Cancelled) -> Iterator[Backup]:
    """A damaged store that was set aside is no backup. One that is gone by now was thinned."""
    candidates = [backup for backup in listed if not backup.is_remains]
    for number, backup in enumerate(candidates):
        if cancelled():
            raise StoppedError
        progress(number, len(candidates))
        try:
            yield backups.checked(backup)
        except BackupError:
            continue
