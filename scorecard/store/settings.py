"""Writing the settings that travel with the data."""

import json
from datetime import date, time

from scorecard.domain.grades import GradeScale
from scorecard.store import rows
from scorecard.store.record import Work
from scorecard.store.schema import setting_table


def write_day_end(work: Work, day_end: time, first_day: date) -> None:
    _write(work, rows.DAY_END, first_day, json.dumps(day_end.isoformat("minutes")))


def write_scale(work: Work, scale: GradeScale) -> None:
    _write(work, rows.GRADES, scale.first_day, rows.scale_value(scale))


def _write(work: Work, name: str, first_day: date, value: str) -> None:
    work.put(setting_table, {"name": name, "first_day": first_day.isoformat(), "value": value})
