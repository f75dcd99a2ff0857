"""Which goals a measure or a group works towards, as a part of another activity."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from scorecard.domain.goals import Goal, Part, PartKind, in_order, with_part
from scorecard.store import goals as stored
from scorecard.store.record import Work


def offered_among(goals: Iterable[Goal], today: date) -> tuple[Goal, ...]:
    """The open ones of this quarter and year and of those to come: what a measure may work towards."""
    return in_order(goal for goal in goals if not goal.closed and goal.period.last >= today)


def assign_within(work: Work, part: Part, chosen: Collection[str], today: date) -> None:
    """Of the goals that are offered, the part works towards just the chosen ones."""
    known = stored.read_goals(work.connection)
    among = {goal.id for goal in offered_among(known, today)}
    for goal in with_part(known, part, chosen, among):
        stored.write_goal(work, goal)


def dissolve_within(work: Work, group_id: str, measure_ids: Iterable[str]) -> None:
    """A group goes: its goals have the measures that were in it, and have come just as far."""
    group = Part(PartKind.GROUP, group_id)
    measures = frozenset(Part(PartKind.MEASURE, measure_id) for measure_id in measure_ids)
    for goal in stored.read_goals(work.connection):
        if group in goal.parts:
            stored.write_goal(work, replace(goal, parts=goal.parts - {group} | measures))
