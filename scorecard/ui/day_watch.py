"""Notices that a new day has begun, by the user's day end, after sleep and a change of clock or zone too."""

from collections.abc import Callable
from datetime import UTC, date, time, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from scorecard.domain.clock import Clock
from scorecard.domain.days import next_day_start, score_date

# A timer stands still while the computer sleeps, so that it is never trusted for long. Looking is cheap.
LONGEST_WAIT = timedelta(minutes=1)


class DayWatch(QObject):
    """`turned` carries the new today. `looked` comes at every look at the clock, after it."""

    turned = Signal(object)
    looked = Signal()

    def __init__(self, clock: Clock, day_end: Callable[[], time], parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._day_end = day_end
        self._today = score_date(clock.now(), day_end())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self.look)
        self._wait()

    @property
    def today(self) -> date:
        return self._today

    @Slot()
    def look(self) -> None:
        """Compares the clock with the day that was today at the last look."""
        today = score_date(self._clock.now(), self._day_end())
        if today != self._today:
            self._today = today
            self.turned.emit(today)
        self._wait()
        self.looked.emit()

    def _wait(self) -> None:
        left = next_day_start(self._clock.now(), self._day_end()) - self._clock.now().astimezone(UTC)
        wait = max(timedelta(seconds=1), min(left, LONGEST_WAIT))
        self._timer.start(int(wait.total_seconds() * 1000))
