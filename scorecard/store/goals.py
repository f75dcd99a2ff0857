"""Reading and writing goals, and counting the entries that they are made of."""

import json
from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, bindparam, select, text

from scorecard.domain.goal_counting import Seen
from scorecard.domain.goals import Goal
from scorecard.domain.measures import Measure
from scorecard.domain.weeks import Week
from scorecard.store import goal_rows as rows
from scorecard.store.record import Work
from scorecard.store.schema import goal_part_table, goal_table

_GOALS = select(*(goal_table.c[name] for name in rows.GOAL_COLUMNS)).order_by(
    goal_table.c.first_day, goal_table.c.position, goal_table.c.id
)
_PARTS = select(*(goal_part_table.c[name] for name in rows.PART_COLUMNS))
_PARTS_OF = _PARTS.where(goal_part_table.c.goal_id == bindparam("goal_id"))
_COUNTED = text(rows.ENTRIES_COUNTED)


def read_goals(connection: Connection) -> tuple[Goal, ...]:
    """All of them, by their period and position."""
    return rows.to_goals(connection.execute(_GOALS).all(), connection.execute(_PARTS).all())


def read_seen(connection: Connection, measures: Mapping[str, Measure], first: date, until: date) -> tuple[Seen, ...]:
    """What there is of the measures, by their ids, from `first` to `until`; of weekly ones from that week's Monday."""
    if not measures or until < first:
        return ()
    asked = {
        "measures": json.dumps(list(measures)),
        "monday": Week.of(first).monday.isoformat(),
        "first": first.isoformat(),
        "until": until.isoformat(),
    }
    return rows.to_seen(connection.execute(_COUNTED, asked).all(), measures)


def write_goal(work: Work, goal: Goal) -> None:
    """The goal with just the parts it has."""
    work.put(goal_table, rows.goal_row(goal))
    wanted = [rows.part_row(goal.id, part) for part in sorted(goal.parts)]
    known = [dict(row) for row in work.connection.execute(_PARTS_OF, {"goal_id": goal.id}).mappings()]
    for row in known:
        if row not in wanted:
            work.remove(goal_part_table, *row.values())
    for row in wanted:
        work.put(goal_part_table, row)


def remove_goal(work: Work, goal_id: str) -> None:
    """The goal and what belonged to it; measures and groups stay."""
    for row in work.connection.execute(_PARTS_OF, {"goal_id": goal_id}).all():
        work.remove(goal_part_table, *row)
    work.remove(goal_table, goal_id)
