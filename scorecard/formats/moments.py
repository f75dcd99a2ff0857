"""Moments as other programs write them, and the day that each belongs to."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from scorecard.formats.bundle import FIRST_DAY, LAST_DAY

_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)[T ](?P<time>\d\d:\d\d(?::\d\d)?)(?:\.\d{1,12})?"
    r"(?:Z|[+-]\d\d(?::?\d\d(?::?\d\d)?)?)(?:\[[^\]]{1,60}\])?",
    re.ASCII,
)
_CLOCK = re.compile(r"(?P<h>\d{1,2}):(?P<m>\d\d)(?::\d\d)?\s*(?P<half>[ap])?\.?\s?m?\.?", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """Where it was: in the zone that the file tells with it."""

    day: date
    clock: time

    def belongs_to(self, day_end: time) -> date:
        """The day before, until that day has ended."""
        return self.day - timedelta(days=1) if self.clock < day_end else self.day


def moment_in(text: str) -> Moment | None:
    """Of "2026-03-02T18:30:41.432+01:00": ISO 8601 with a zone. None where it is none, or lies too far away."""
    found = _ISO.fullmatch(text.strip()[:100])
    if found is None:
        return None
    try:
        moment = Moment(date.fromisoformat(found["day"]), time.fromisoformat(found["time"]))
    except ValueError:
        return None
    return moment if FIRST_DAY < moment.day <= LAST_DAY else None


def moment_at(seconds: int) -> Moment | None:
    """So many seconds after 1970 began, by the clock of this computer as it was then."""
    try:
        local = datetime.fromtimestamp(seconds, UTC).astimezone()
    except (OverflowError, OSError, ValueError):
        return None
    return Moment(local.date(), local.time()) if FIRST_DAY < local.date() <= LAST_DAY else None


def time_in(text: str) -> time | None:
    """Of "6:50 pm" or "18:52"."""
    found = _CLOCK.fullmatch(text.replace("\u202f", " ").strip()[:20])
    if found is None:
        return None
    hour = int(found["h"])
    if found["half"]:
        hour = hour % 12 + 12 * (found["half"].lower() == "p") if 1 <= hour <= 12 else 24
    return time(hour, int(found["m"])) if hour < 24 and int(found["m"]) < 60 else None
