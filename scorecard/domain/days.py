"""Which day a moment belongs to, when the user's day ends at a time of their own."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

DEFAULT_DAY_END = time(4, 0)
LATEST_DAY_END = time(12, 0)
ONE_DAY = timedelta(days=1)


def day_start(day: date, day_end: time, zone: tzinfo) -> datetime:
    """The instant, in UTC, at which `day` begins.

    A wall-clock time that comes twice (the clocks go back) counts the first time; one that never comes (the
    clocks go forward) is read by the old clock, as if it had not jumped. Both follow PEP 495 with fold=0.
    """
    return datetime.combine(day, day_end, tzinfo=zone).astimezone(UTC)


def score_date(now: datetime, day_end: time = DEFAULT_DAY_END) -> date:
    """The day that `now` belongs to: the last one that has begun.

    `now` is aware, in the zone the user lives in. `day_end` lies between 00:00 and 12:00 and belongs to the night
    after the day: at 03:59 with a day end of 04:00 it is still yesterday.
    """
    zone = _zone_of(now)
    instant = now.astimezone(UTC)
    day = now.date() + ONE_DAY
    while day_start(day, day_end, zone) > instant:
        day -= ONE_DAY
    return day


def next_day_start(now: datetime, day_end: time = DEFAULT_DAY_END) -> datetime:
    """The instant, in UTC, at which the day after `score_date(now)` begins."""
    zone = _zone_of(now)
    day = score_date(now, day_end) + ONE_DAY
    return day_start(day, day_end, zone)


def _zone_of(now: datetime) -> tzinfo:
    if now.tzinfo is None:
        raise ValueError("a moment without a zone belongs to no day")
    return now.tzinfo
