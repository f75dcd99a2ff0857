"""The scores of a whole random calendar."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from scorecard.domain.scores import Explanation, Score, explain, explain_day, explain_week
from tests.domain.strategies import SPAN, Calendar

# Today, as days after the calendar's first: before it, within it, after it.
TODAYS = st.integers(-1, SPAN)


def day_of(calendar: Calendar, day: date) -> Explanation:
    return explain_day(calendar.measures, calendar.entries, day, calendar.away)


def weeks_of(calendar: Calendar, today: date) -> list[Explanation]:
    return [explain_week(calendar.measures, calendar.entries, week, today, calendar.away) for week in calendar.weeks]


def all_of(calendar: Calendar, today: date) -> list[Explanation]:
    """Every day, every group of every day, and every week."""
    own = [day_of(calendar, day) for day in calendar.days]
    groups = [
        day_of(replace(calendar, measures=tuple(m for m in calendar.measures if m.group_id == group)), day)
        for day in calendar.days
        for group in ("g", "h", None)
    ]
    return own + groups + weeks_of(calendar, today)


def score_without(lines: tuple, *gone: tuple[str, date | None]) -> Score:
    return explain([line for line in lines if (line.measure_id, line.day) not in gone]).score
