"""Goals as rows, and back; and the counted entries that they are made of. Knows no SQLAlchemy."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from scorecard.domain.errors import KnownError
from scorecard.domain.goal_counting import Seen
from scorecard.domain.goals import Counted, Goal, Part, PartKind, Span
from scorecard.domain.marks import SKIPPED, Scored
from scorecard.domain.measures import Measure
from scorecard.store.faults import UnreadableRowError
from scorecard.store.rows import Row, damage_if_unreadable, to_amount, to_value

GOAL_COLUMNS = (
    "id", "name", "counted", "span", "first_day", "target", "unit", "perspective", "key_result", "why", "position",
    "closed",
)  # fmt: skip
PART_COLUMNS = ("goal_id", "part", "part_id")

# The entries of some measures, gathered by what they mean: those with the same mark under the same terms are one row.
# Of weekly measures, and of those that count promises, each comes by itself; the former from the first Monday on.
ENTRIES_COUNTED = """
SELECT found.measure_id, found.since, found.state, found.amount,
       (terms.due >> ((strftime('%w', found.day) + 6) % 7)) & 1 AS is_due,
       EXISTS (SELECT 1 FROM away WHERE found.day BETWEEN away.first_day AND away.last_day) AS is_gone,
       max(found.day) AS last_day, count(*) AS times
  FROM (SELECT entry.measure_id, entry.day, entry.state, entry.amount,
               (SELECT max(known.first_day) FROM terms AS known
                 WHERE known.measure_id = entry.measure_id AND known.first_day <= entry.day) AS since
          FROM entry
         WHERE entry.measure_id IN (SELECT value FROM json_each(:measures))
           AND entry.day BETWEEN :monday AND :until
           AND entry.state <> 'unknown') AS found
  JOIN terms ON terms.measure_id = found.measure_id AND terms.first_day = found.since
 WHERE terms.weekly = 1 OR found.day >= :first
 GROUP BY found.measure_id, found.since, found.state, found.amount, is_due, is_gone,
          CASE WHEN terms.weekly = 1 OR terms.kind = 'promises' THEN found.day END
"""


@damage_if_unreadable
def to_goals(goals: Iterable[Row], parts: Iterable[Row]) -> tuple[Goal, ...]:
    of_goal: dict[str, set[Part]] = {}
    for goal_id, kind, part_id in parts:
        of_goal.setdefault(goal_id, set()).add(Part(PartKind(kind), part_id))
    return tuple(_to_goal(row, frozenset(of_goal.get(row[0], ()))) for row in goals)


def _to_goal(row: Row, parts: frozenset[Part]) -> Goal:
    goal_id, name, counted, span, first_day, target, unit, perspective, key_result, why, position, closed = row
    try:
        return Goal(
            id=goal_id,
            name=name,
            counted=Counted(counted),
            span=Span(span),
            first_day=date.fromisoformat(first_day),
            target=to_value(target),
            unit=unit,
            perspective=perspective,
            key_result=key_result,
            why=why,
            position=position,
            closed=bool(closed),
            parts=parts,
        )
    except KnownError as error:
        raise UnreadableRowError from error


def goal_row(goal: Goal) -> dict[str, Any]:
    return {
        "id": goal.id,
        "name": goal.name,
        "counted": goal.counted.value,
        "span": goal.span.value,
        "first_day": goal.first_day.isoformat(),
        "target": to_amount(goal.target),
        "unit": goal.unit,
        "perspective": goal.perspective,
        "key_result": goal.key_result,
        "why": goal.why,
        "position": goal.position,
        "closed": int(goal.closed),
    }


def part_row(goal_id: str, part: Part) -> dict[str, Any]:
    return {"goal_id": goal_id, "part": part.kind.value, "part_id": part.id}


@damage_if_unreadable
def to_seen(rows: Iterable[Row], measures: Mapping[str, Measure]) -> tuple[Seen, ...]:
    """What is stored under terms that the program counts by itself counts for nothing, but for what was skipped."""
    found = []
    for measure_id, since, state, amount, due, gone, last_day, times in rows:
        terms = measures[measure_id].terms_on(date.fromisoformat(since))
        value = to_value(amount)
        mark = SKIPPED if value is None else Scored(value)
        if terms is None or (terms.kind.computed and state == "scored"):
            continue
        asked = terms.on_card and not gone and (bool(due) or terms.weekly)
        found.append(Seen(measure_id, terms, mark, times, asked, date.fromisoformat(last_day)))
    return tuple(found)
