"""Backups as values: why each was made, what it holds, whether it can be trusted, and which of them may go.

Thinning asks no clock. It goes by the numbers of the backups, in whose order they were made: a clock that was wrong by
years costs no backup.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from scorecard.domain.incidents import BackupError as BackupError
from scorecard.domain.incidents import BackupFault as BackupFault

NEWEST, DAYS, WEEKS, MONTHS = 3, 7, 5, 12
OLD_AFTER = timedelta(hours=20)


class Reason(StrEnum):
    """Why a backup was made."""

    DAY = "first-change"  # the first change of a day
    IMPORT = "before-import"
    MIGRATION = "before-schema"
    RESTORE = "before-restore"
    DELETION = "before-deletion"
    REQUEST = "on-request"
    TAKING_BACK = "taking-back"  # what a restore had brought, when that restore was taken back
    SET_ASIDE = "set-aside"  # a store that could not be used any more, kept as it was found

    @property
    def is_from_a_restore(self) -> bool:
        """Whether it is what something else took the place of."""
        return self in (Reason.RESTORE, Reason.TAKING_BACK, Reason.SET_ASIDE)


class Soundness(StrEnum):
    GOOD = "good"
    DOUBTFUL = "doubtful"  # whole, but the store it was made of held days that were not as the program wrote them
    DAMAGED = "damaged"
    TOO_NEW = "too new"


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a backup holds: days with a value, values, promises, answers."""

    days: int = 0
    values: int = 0
    promises: int = 0
    answers: int = 0


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup. Until it was `checked`, its soundness is what it says of itself.

    `day` is the user's day it was made on; `broken_days` counts those days in it whose seals did not hold. `state` is
    the same for two copies of one moment of one store; empty when it can't be read.
    """

    path: Path
    number: int
    day: date
    reason: Reason
    size: int
    soundness: Soundness
    made_at: datetime | None = None
    contents: Contents | None = None
    broken_days: int = 0
    schema: int = 0
    checked: bool = False
    state: str = ""

    @property
    def is_remains(self) -> bool:
        """A bad store as it was found, and no backup."""
        return self.reason is Reason.SET_ASIDE

    @property
    def can_be_restored(self) -> bool:
        return self.soundness in (Soundness.GOOD, Soundness.DOUBTFUL)


@dataclass(frozen=True, slots=True)
class Difference:
    """What the present store has that a backup has not, and so what restoring it would lose.

    `values` of `days` are not in the backup or other ones there; `back` values of the backup are not in the present
    store. `others` counts what else differs, in either. `steps` of the record came after the backup, `steps_back` are
    in it alone: they change nothing one sees, but what can be undone.
    """

    days: int = 0
    values: int = 0
    promises: int = 0
    answers: int = 0
    others: int = 0
    back: int = 0
    steps: int = 0
    steps_back: int = 0

    @property
    def is_none(self) -> bool:
        return replace(self, steps=0, steps_back=0) == Difference()


def is_due(last: Backup | None, now: datetime, today: date) -> bool:
    """Whether it is time for the next one, given the last: on another day of the user's, or after 20 hours.

    A clock that was set back, by whatever, makes nobody wait.
    """
    if last is None or last.made_at is None or last.day != today:
        return True
    return not timedelta(0) <= now - last.made_at < OLD_AFTER


def last_of_itself(backups: Iterable[Backup]) -> Backup | None:
    """The newest that can be restored; what was set aside before a restore is no copy of what is there now."""
    own = [backup for backup in backups if backup.can_be_restored and not backup.reason.is_from_a_restore]
    return max(own, key=lambda backup: backup.number, default=None)


def to_take_back(backups: Sequence[Backup], state: str) -> Backup | None:
    """What the last restore set aside, as long as nothing was entered since, which would be lost with that.

    By `state`, that of the store: it is then still the one that a backup from before the restore had.
    """
    aside = max((b for b in backups if b.reason.is_from_a_restore), key=lambda backup: backup.number, default=None)
    if aside is None or aside.reason is not Reason.RESTORE or not aside.can_be_restored or aside.state == state:
        return None
    restored = any(b.state == state for b in backups if b.number < aside.number)
    return aside if state and restored else None


def thinned(backups: Sequence[Backup]) -> tuple[Backup, ...]:
    """Those that may go, oldest first.

    Only what the program made by itself, day by day, ever goes. Of these stay the newest three; the last one of each
    of 7 days, 5 weeks, 12 months, and of every year. Good and doubtful ones are counted apart, so that no good one
    makes room for a doubtful one. A damaged one takes no place of another, and stays for whoever wants to look.
    """
    by_itself = [backup for backup in backups if backup.reason in (Reason.DAY, Reason.IMPORT, Reason.DELETION)]
    going: list[Backup] = []
    for soundness in (Soundness.GOOD, Soundness.DOUBTFUL):
        alike = sorted((b for b in by_itself if b.soundness is soundness), key=lambda b: b.number, reverse=True)
        staying = _staying(alike)
        going += [backup for backup in alike if backup.number not in staying]
    return tuple(sorted(going, key=lambda backup: backup.number))


def _staying(newest_first: Sequence[Backup]) -> frozenset[int]:
    staying = {backup.number for backup in newest_first[:NEWEST]}
    for stretch, places in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS), (_year, len(newest_first))):
        staying |= {backup.number for backup in _last_ones(newest_first, stretch)[:places]}
    return frozenset(staying)


def _last_ones(newest_first: Sequence[Backup], stretch: Callable[[Backup], Hashable]) -> list[Backup]:
    """The last one of each run of backups of the same stretch. Of a run: a day that comes back is another one."""
    found: list[Backup] = []
    run: Hashable = None
    for backup in newest_first:
        if stretch(backup) != run:
            run = stretch(backup)
            found.append(backup)
    return found


def _day(backup: Backup) -> Hashable:
    return backup.day


def _week(backup: Backup) -> Hashable:
    return backup.day.isocalendar()[:2]


def _month(backup: Backup) -> Hashable:
    return backup.day.year, backup.day.month


def _year(backup: Backup) -> Hashable:
    return backup.day.year
