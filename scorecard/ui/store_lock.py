"""Who has the store: a lock file beside it says which process, on which computer."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QLockFile, QSysInfo, QThread

from scorecard.domain.starts import Arrival

PATIENCE = 8000  # milliseconds for a program that is only being started to open its ears
_A_LOOK = 50


class Hold(Enum):
    OURS = "ours"
    HANDED_OVER = "handed over"  # the program that has the store shows its window
    ELSEWHERE = "elsewhere"  # a program on another computer has it, or had it when that was switched off
    SILENT = "silent"  # a program on this computer has it and does not answer


@dataclass(frozen=True, slots=True)
class Held:
    """`host`: the other computer's name."""

    hold: Hold
    host: str = ""


class StoreLock:
    """A lock whose process is gone, on this computer, is taken over; so is one that a power cut left empty."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = QLockFile(str(file))
        self._lock.setStaleLockTime(0)  # no lock is ever too old

    @property
    def held(self) -> bool:
        return self._lock.isLocked()

    def take(self, arrival: Arrival, patience: int = PATIENCE) -> Held:
        """Where no lock file can be made nothing can be written either, and the store is as good as ours."""
        deadline = QDeadlineTimer(patience)
        while not self.held and not self._lock.tryLock(0):
            if self._lock.error() is not QLockFile.LockError.LockFailedError:
                break
            _process, host, _program = self._lock.getLockInfo()
            if not host:
                self._discard_empty()
            elif host != QSysInfo.machineHostName():
                return Held(Hold.ELSEWHERE, host)
            elif _ring(self._file, arrival):
                return Held(Hold.HANDED_OVER)
            if deadline.hasExpired():
                return Held(Hold.SILENT)
            QThread.msleep(_A_LOOK)
        return Held(Hold.OURS)

    def take_over(self) -> None:
        """The user says that nobody else has it."""
        self._file.unlink(missing_ok=True)
        self._lock.tryLock(0)

    def release(self) -> None:
        self._lock.unlock()

    def _discard_empty(self) -> None:
        """Qt never calls a lock stale that does not say whose it is."""
        try:
            if self._file.stat().st_size == 0:
                self._file.unlink(missing_ok=True)
        except OSError:
            pass


def _ring(file: Path, arrival: Arrival) -> bool:
    from scorecard.ui.one_instance import ring  # QtNetwork: no first start waits for it

    return ring(file, arrival)
