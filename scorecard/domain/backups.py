"""Backups as values: why each was made, what it holds, whether it can be trusted, and which of them may go.

Thinning asks no clock. It goes by the numbers of the backups, in whose order they were made: a clock that was wrong by
years costs no backup.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from scorecard.domain.incidents import BackupError as BackupError
from scorecard.domain.incidents import BackupFault as BackupFault

NEWEST, DAYS, WEEKS, MONTHS = 3, 7, 5, 12


class Reason(StrEnum):
    """Why a backup was made."""

    DAY = "first-change"  # the first change of a day
    IMPORT = "before-import"
    MIGRATION = "before-schema"
    RESTORE = "before-restore"
    DELETION = "before-deletion"
    REQUEST = "on-request"
    SET_ASIDE = "set-aside"  # a store that could not be used any more, kept as it was found


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

    `day` is the user's day it was made on; `broken_days` counts those days in it whose seals did not hold.
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

    @property
    def can_be_restored(self) -> bool:
        return self.soundness in (Soundness.GOOD, Soundness.DOUBTFUL)


@dataclass(frozen=True, slots=True)
class Difference:
    """What the present store has that a backup has not, and so what restoring it would lose.

    `values` of `days` are not in the backup or other ones there; `back` values of the backup are not in the present
    store. `others` counts what else differs, in either.
    """

    days: int = 0
    values: int = 0
    promises: int = 0
    answers: int = 0
    others: int = 0
    back: int = 0

    @property
    def is_none(self) -> bool:
        return self == Difference()


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
