"""The due dates of promises for other programs' calendars."""

import errno
import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from scorecard.domain.clock import Clock
from scorecard.domain.errors import KnownError
from scorecard.domain.promises import Outcome
from scorecard.formats.calendar import CalendarEntry, calendar_file
from scorecard.services.promises import Promises
from scorecard.services.reckoning import Reckoned
from scorecard.store.files import replace_empty_folder, replace_private

log = logging.getLogger(__name__)
BRINGS_UP_TO_DATE = timedelta(days=90)  # for so long an export speaks of what is settled


class WriteFault(StrEnum):
    FULL = "full"
    NO_ACCESS = "no access"
    NO_FOLDER = "no folder"
    NOT_EMPTY = "not empty"
    STORE = "store"  # the file is our own store, or belongs to it
    OTHER = "other"


class NotWrittenError(KnownError):
    """The file could not be written; one that was there before is as it was."""

    def __init__(self, fault: WriteFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Said:
    """What a calendar shows of a promise, in the user's language."""

    summary: str
    description: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class DueDate:
    """A promise in a calendar. `day` is the last day of its date; `dropped`: it has no such date any more."""

    item: Reckoned
    day: date
    dropped: bool = False

    @property
    def cancelled(self) -> bool:
        return self.dropped or self.item.standing.outcome is Outcome.RELEASED


Say = Callable[[DueDate], Said]


class Exporting:
    def __init__(self, promises: Promises, clock: Clock, last_seq: Callable[[], int]) -> None:
        """`last_seq` is the number of the store's last activity."""
        self._promises = promises
        self._clock = clock
        self._last_seq = last_seq

    def due_dates(self) -> tuple[DueDate, ...]:
        """What an export would hold now."""
        today = self._promises.today()
        return due_dates(self._promises.book().reckoned(today), today)

    def calendar(self, name: str, say: Say) -> "DueDateCalendar":
        """The calendar called `name`, as it is now."""
        entries = tuple(_entry(due, say(due)) for due in self.due_dates())
        return DueDateCalendar(entries, name, self._clock.now(), self._last_seq())


@dataclass(frozen=True, slots=True)
class DueDateCalendar:
    """Due dates on their way into a file; needs the store no more."""

    entries: tuple[CalendarEntry, ...]
    name: str
    written_at: datetime
    revision: int

    def content(self) -> bytes:
        """The file as a whole."""
        return calendar_file(self.entries, self.name, self.written_at, self.revision)

    def write(self, file: Path) -> int:
        """Writes for its owner's eyes only, and says how many dates; a thousand take a third of a second.

        An earlier export of that name is replaced as a whole. Raises NotWrittenError.
        """
        write_file(file, self.content())
        log.info("exported %d due dates", len(self.entries))
        return len(self.entries)


def write_file(file: Path, content: bytes) -> None:
    """Puts `content` where the user chose, for its owner's eyes only; one that was there is replaced as a whole.

    Raises NotWrittenError.
    """
    try:
        replace_private(file, content)
    except OSError as error:
        raise NotWrittenError(_fault_of(error)) from None


def write_folder(folder: Path, files: Mapping[str, bytes], between: Callable[[], None]) -> None:
    """A folder of files where nothing is yet, or an empty folder: all of them or none. Raises NotWrittenError."""
    try:
        replace_empty_folder(folder, files, between)
    except OSError as error:
        raise NotWrittenError(_fault_of(error)) from None


def due_dates(items: Iterable[Reckoned], today: date) -> tuple[DueDate, ...]:
    """Of the open promises, and of those settled or left without a date in the last 90 days, by their days.

    The latter bring a calendar that has them from an earlier export up to date.
    """
    found = [due for item in items if (due := _due_date(item, today)) is not None]
    return tuple(sorted(found, key=lambda due: (due.day, due.item.promise.id)))


def _due_date(item: Reckoned, today: date) -> DueDate | None:
    state, first_day = item.standing, today - BRINGS_UP_TO_DATE
    if state.settled_on is not None and state.settled_on <= first_day:
        return None
    if state.due is not None:
        return DueDate(item, state.due.last_day)
    if not state.moves or (last := state.moves[-1]).was is None or last.day <= first_day:
        return None
    return DueDate(item, last.was.last_day, dropped=True)


def _entry(due: DueDate, said: Said) -> CalendarEntry:
    return CalendarEntry(
        due.item.promise.id, due.day, said.summary, said.description, said.category, due.cancelled
    )  # fmt: skip


def _fault_of(error: OSError) -> WriteFault:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return WriteFault.FULL
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return WriteFault.NO_ACCESS
        case errno.ENOENT | errno.ENOTDIR:
            return WriteFault.NO_FOLDER
        case errno.ENOTEMPTY | errno.EEXIST:
            return WriteFault.NOT_EMPTY
        case _:
            return WriteFault.OTHER
