"""The one reminder of a day: at which moment it comes, and when it stays silent.

Nothing here is trusted to go forward: the clock may jump either way, the computer may sleep over the moment, and the
nights in which the clocks change have moments that never come or come twice.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import Enum, auto

from scorecard.domain.away import AwayRange, is_away
from scorecard.domain.days import ONE_DAY, day_start, next_day_start, score_date
from scorecard.domain.snapshot import Card

SNOOZES = (timedelta(minutes=15), timedelta(hours=1))
REMEMBERED = 60  # days: a clock that was wrong for longer than that is beyond help
_LEAST = timedelta(minutes=1)
_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Reminder:
    """What the user chose."""

    on: bool = False
    at: time = time(17, 30)


class DayStanding(Enum):
    """What a reminder finds: only an open day is worth one. A free one asks for nothing."""

    OPEN = auto()
    FINISHED = auto()
    AWAY = auto()
    FREE = auto()


@dataclass(frozen=True, slots=True)
class Reminded:
    """What came of the reminders so far.

    `days` had theirs, the latest one last; or it was passed over in silence. `again` is when today's comes once more,
    because the user wished so. `not_on` is a day whose moment had passed already when the reminder was chosen.
    """

    days: tuple[date, ...] = ()
    again: datetime | None = None
    not_on: date | None = None

    def with_day(self, day: date) -> "Reminded":
        days = (*(known for known in self.days if known != day), day)[-REMEMBERED:]
        return replace(self, days=days, again=None)


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at the clock comes to. `next` is the moment of the next reminder, in UTC; None while it is off."""

    remind: bool
    reminded: Reminded
    next: datetime | None


def reminder_moment(day: date, reminder: Reminder, day_end: time, zone: tzinfo) -> datetime:
    """The moment of a day, in UTC: always within the day, also in the nights in which the clocks change."""
    night = ONE_DAY if reminder.at < day_end else timedelta(0)
    moment = datetime.combine(day + night, reminder.at, tzinfo=zone).astimezone(UTC)
    first, end = day_start(day, day_end, zone), day_start(day + ONE_DAY, day_end, zone)
    return max(first, min(moment, end - _LEAST))


def next_moment(now: datetime, reminder: Reminder, reminded: Reminded, day_end: time) -> datetime | None:
    """When the next reminder is due: in the past, or now, if it is due now; None while it is off."""
    if not reminder.on:
        return None
    today, zone = score_date(now, day_end), _zone_of(now)
    if reminded.again is not None and today in reminded.days[-1:]:
        return reminded.again
    days = (today, today + ONE_DAY, today + 2 * ONE_DAY)
    waiting = [day for day in days if day not in reminded.days and day != reminded.not_on]
    return reminder_moment(waiting[0] if waiting else days[-1], reminder, day_end, zone)


def look_at_reminder(
    now: datetime,
    reminder: Reminder,
    reminded: Reminded,
    day_end: time,
    standing_of: Callable[[date], DayStanding | None],
) -> Look:
    """Whether to remind now. `standing_of` is asked only when the moment has come; None is "can't say at present"."""
    moment = next_moment(now, reminder, reminded, day_end)
    if moment is None or moment > now:
        return Look(False, reminded, moment)
    today = score_date(now, day_end)
    standing = standing_of(today)
    if standing is None:
        return Look(False, reminded, moment)
    done = reminded.with_day(today)
    return Look(standing is DayStanding.OPEN, done, next_moment(now, reminder, done, day_end))


def chosen(now: datetime, reminder: Reminder, reminded: Reminded, day_end: time) -> Reminded:
    """After another time was chosen: one that has passed today begins tomorrow, and a wish to hear again is over."""
    today = score_date(now, day_end)
    passed = reminder_moment(today, reminder, day_end, _zone_of(now)) <= now
    return replace(reminded, again=None, not_on=today if passed else None)


def snoozed(now: datetime, length: timedelta, reminded: Reminded, day_end: time) -> Reminded:
    """The reminder of today comes again after `length`, or shortly before the day ends."""
    again = min(now.astimezone(UTC) + length, next_day_start(now, day_end) - _LEAST)
    done = reminded.with_day(score_date(now, day_end))
    return replace(done, again=again) if again > now else done


def asks_anything(card: Card, day: date) -> bool:
    """Whether the user is asked for a value that day. Weekly measures ask on the last day of their week."""
    asked = (measure.terms_on(day) for measure in card.on(day))
    return any(
        terms is not None
        and not terms.kind.computed
        and (day.weekday() == _SUNDAY if terms.weekly else terms.due_on(day))
        for terms in asked
    )


def standing_of_day(card: Card, away: tuple[AwayRange, ...], finished: bool, day: date) -> DayStanding:
    if finished:
        return DayStanding.FINISHED
    if is_away(day, away):
        return DayStanding.AWAY
    return DayStanding.OPEN if asks_anything(card, day) else DayStanding.FREE


def _zone_of(now: datetime) -> tzinfo:
    if now.tzinfo is None:
        raise ValueError("a moment without a zone belongs to no day")
    return now.tzinfo
