"""Knows when the reminder of the day is due. It wakes nothing by itself: the day watch looks at the clock anyway."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from scorecard.domain.clock import Clock
from scorecard.domain.days import score_date
from scorecard.domain.reminders import (
    DayStanding,
    Reminded,
    Reminder,
    chosen,
    look_at_reminder,
    next_moment,
    snoozed,
    standing_of_day,
)
from scorecard.ui.day_watch import LONGEST_WAIT, DayWatch
from scorecard.ui.desk import Desk
from scorecard.ui.preferences import Preferences
from scorecard.ui.reminder.kept import keep_reminded, keep_reminder, read_reminded, read_reminder

if TYPE_CHECKING:
    from scorecard.services.services import Services

_A_SECOND = timedelta(seconds=1)


class ReminderWatch(QObject):
    """`due`: it is time, once a day. `over`: what was said is settled. `chosen`: the user wishes another reminder."""

    due = Signal()
    over = Signal()
    chosen = Signal()

    def __init__(self, desk: Desk, preferences: Preferences, clock: Clock, day_watch: DayWatch) -> None:
        super().__init__(day_watch)
        self._desk = desk
        self._preferences = preferences
        self._clock = clock
        self._day_watch = day_watch
        self._reminder = read_reminder(preferences)
        self._reminded = read_reminded(preferences)
        self._standing_on: date | None = None
        # Only for the last minute before the moment, so that the reminder comes when it was asked for.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)
        day_watch.looked.connect(self.look)
        desk.changed.connect(self._follow)

    @property
    def reminder(self) -> Reminder:
        return self._reminder

    @property
    def stands(self) -> bool:
        """Whether today's reminder was given and nothing came of it yet."""
        return self._standing_on is not None

    @property
    def next(self) -> date | None:
        """The day of the next reminder."""
        now, day_end = self._clock.now(), self._desk.ask(_day_end)
        if day_end is None:
            return None
        moment = next_moment(now, self._reminder, self._reminded, day_end)
        return None if moment is None else score_date(max(moment, now).astimezone(now.tzinfo), day_end)

    @Slot()
    def look(self) -> None:
        day_end = self._desk.ask(_day_end)
        if day_end is None:
            return
        if self._standing_on is not None and self._standing_on != self._day_watch.today:
            self.settle()
        now = self._clock.now()
        seen = look_at_reminder(now, self._reminder, self._reminded, day_end, self._standing_of)
        self._remember(seen.reminded)
        self._arm(seen.next - now if seen.next is not None else None)
        if seen.remind:
            self._standing_on = self._day_watch.today
            self.due.emit()

    def choose(self, reminder: Reminder) -> None:
        """What has passed today is not caught up: it was not asked for then."""
        if reminder == self._reminder:
            return
        self._reminder = reminder
        keep_reminder(self._preferences, reminder)
        day_end = self._desk.ask(_day_end)
        if day_end is not None:
            self._remember(chosen(self._clock.now(), reminder, self._reminded, day_end))
        if not reminder.on:
            self.settle()
        self.look()
        self.chosen.emit()

    def snooze(self, length: timedelta) -> None:
        """Puts off what was said today."""
        day_end = self._desk.ask(_day_end)
        if day_end is not None and self._day_watch.today in self._reminded.days[-1:]:
            self._remember(snoozed(self._clock.now(), length, self._reminded, day_end))
            self.settle()
            self.look()

    def settle(self) -> None:
        """Enough of today's: it was answered, or there is nothing to remind of any more."""
        if self._standing_on is not None:
            self._standing_on = None
            self.over.emit()

    def _standing_of(self, day: date) -> DayStanding | None:
        return self._desk.ask(lambda services: _standing_of(services, day))

    def _arm(self, left: timedelta | None) -> None:
        if left is not None and timedelta(0) < left <= LONGEST_WAIT:
            self._timer.start(int(max(left, _A_SECOND).total_seconds() * 1000))
        else:
            self._timer.stop()

    def _remember(self, reminded: Reminded) -> None:
        if reminded != self._reminded:
            self._reminded = reminded
            keep_reminded(self._preferences, reminded)

    def _follow(self) -> None:
        if self._standing_on is not None and self._standing_of(self._standing_on) is not DayStanding.OPEN:
            self.settle()


def _day_end(services: Services) -> time:
    return services.scoring.settings().day_end


def _standing_of(services: Services, day: date) -> DayStanding:
    scoring = services.scoring
    finished = day in scoring.snapshot(day, day).finished
    return standing_of_day(scoring.card(), scoring.away(), finished, day)
