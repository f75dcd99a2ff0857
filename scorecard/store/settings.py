"""Writing the settings that travel with the data."""

import json
from datetime import date, time

from sqlalchemy import select

from scorecard.domain.grades import GradeScale
from scorecard.store import rows
from scorecard.store.record import Work
from scorecard.store.schema import setting_table


def write_day_end(work: Work, day_end: time) -> None:
    """It has no first day: it only ever decides which day is now, and the record keeps what it was."""
    _write(work, rows.DAY_END, date.min, json.dumps(day_end.isoformat("minutes")))


def write_scale(work: Work, scale: GradeScale) -> None:
    """The scale holds from its first day on. One that was to begin later, before the day end was moved, goes."""
    later = select(setting_table.c.first_day).where(
        setting_table.c.name == rows.GRADES, setting_table.c.first_day > scale.first_day.isoformat()
    )
    for first_day in work.connection.execute(later).scalars().all():
        work.remove(setting_table, rows.GRADES, first_day)
    _write(work, rows.GRADES, scale.first_day, rows.scale_value(scale))


def _write(work: Work, name: str, first_day: date, value: str) -> None:
    work.put(setting_table, {"name": name, "first_day": first_day.isoformat(), "value": value})
