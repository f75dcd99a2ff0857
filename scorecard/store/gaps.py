"""On which days something was entered, without reading what."""

from datetime import date

from sqlalchemy import Connection

from scorecard.domain.gaps import DayMarks
from scorecard.store.rows import damage_if_unreadable

_IN_TIME = "SELECT max(day) FROM entry WHERE day < ? AND state <> 'unknown' AND NOT from_memory"
_FIRST = "SELECT min(day) FROM entry WHERE state = 'scored'"
_MARKS = "SELECT day, max(state = 'scored'), max(state = 'skipped') FROM entry WHERE day BETWEEN ? AND ? GROUP BY day"
_FINISHED = "SELECT day FROM day WHERE day BETWEEN ? AND ? AND finished_at IS NOT NULL"


@damage_if_unreadable
def last_in_time(connection: Connection, before: date) -> date | None:
    """The last day before that one on which something was entered in its time, not from memory."""
    return _day(connection.exec_driver_sql(_IN_TIME, (before.isoformat(),)).scalar())


@damage_if_unreadable
def first_scored(connection: Connection) -> date | None:
    return _day(connection.exec_driver_sql(_FIRST).scalar())


@damage_if_unreadable
def read_day_marks(connection: Connection, first_day: date, last_day: date) -> dict[date, DayMarks]:
    """Days with nothing on them are not among them."""
    asked = (first_day.isoformat(), last_day.isoformat())
    finished = {day for (day,) in connection.exec_driver_sql(_FINISHED, asked)}
    found = {
        date.fromisoformat(day): DayMarks(bool(scored), bool(skipped), day in finished)
        for day, scored, skipped in connection.exec_driver_sql(_MARKS, asked)
    }
    return {date.fromisoformat(day): DayMarks(finished=True) for day in finished} | found


def _day(found: str | None) -> date | None:
    return None if found is None else date.fromisoformat(found)
