"""Which rows are offered together, and what the offer says of itself: few enough lines to be read."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from scorecard.domain.marks import UNKNOWN, Mark
from scorecard.domain.measures import Kind
from scorecard.domain.salvage import Thing
from scorecard.store import rows as domain_rows
from scorecard.store.salvaging.reading import Key, Place
from scorecard.store.salvaging.shapes import Row, is_day

Group = tuple[Thing, Key]
_LONGEST = 80  # signs of a subject

_THINGS = {
    "entry": Thing.ENTRY,
    "day": Thing.DAY,
    "felt": Thing.DAY,
    "adjustment": Thing.DAY,
    "reflection": Thing.REFLECTION,
    "checkin": Thing.CHECKIN,
    "promise": Thing.PROMISE,
    "promise_step": Thing.PROMISE,
    "goal": Thing.GOAL,
    "goal_part": Thing.GOAL,
    "measure": Thing.MEASURE,
    "terms": Thing.MEASURE,
    "served": Thing.MEASURE,
    "person": Thing.PERSON,
}
_BY_ID = frozenset({Thing.PROMISE, Thing.GOAL, Thing.MEASURE})  # the first part of their keys is that of the thing
_OF_PERSON = frozenset({
    "profile", "person_group", "relation", "concern", "help", "intent", "touch", "owed", "factor_plan", "agreed",
})  # fmt: skip
# The table whose row tells what an offer is about, and the column with the words.
_TOLD_BY = {
    Thing.MEASURE: ("measure", "name"),
    Thing.ENTRY: ("measure", "name"),
    Thing.PROMISE: ("promise", "words"),
    Thing.PERSON: ("person", "name"),
    Thing.GOAL: ("goal", "name"),
}
_WORDS = {
    "reflection": "answer", "checkin": "evidence", "away": "reason", "prompt": "words", "question": "words",
    "measure_group": "name",
}  # fmt: skip
_DAYS = ("day", "made_on", "first_day")


def group_of(place: Place, row: Row) -> Group:
    """Rows of one group are accepted or not as one."""
    table, key = place
    if table in _OF_PERSON:
        return Thing.PERSON, (row["person_id"],)
    if table == "setting":
        return Thing.OTHER, (table,)
    thing = _THINGS.get(table)
    return (thing, key[:1] if thing in _BY_ID else key) if thing is not None else (Thing.OTHER, (table, *key))


def subject_of(group: Group, held: Mapping[Place, Row], known: Mapping[Place, Row]) -> str:
    """In the user's words; `known` has the rows of backup and store."""
    thing, key = group
    if thing in _TOLD_BY:
        table, column = _TOLD_BY[thing]
        row = known.get((table, key[-1:]))
        return _short(row[column]) if row is not None else ""
    for (table, _), row in held.items():
        if table in _WORDS:
            person = known.get(("person", (row.get("person_id"),)))
            return _short(row[_WORDS[table]] or (person["name"] if person is not None else ""))
    return ""


def day_of_group(group: Group, held: Mapping[Place, Row]) -> date | None:
    """The latest that has to do with it; None for what is of no day: measures, people, goals."""
    thing, key = group
    if thing in (Thing.MEASURE, Thing.PERSON, Thing.GOAL):
        return None
    days = {row[name] for (table, _), row in held.items() for name in _DAYS if name in row and table != "setting"}
    days |= {part for part in key if isinstance(part, str) and is_day(part)}
    return max((date.fromisoformat(day) for day in days), default=None)


def mark_of(group: Group, held: Mapping[Place, Row]) -> Mark | None:
    """Of an entry; of one that is gone it is unknown."""
    if group[0] is not Thing.ENTRY:
        return None
    row: Any = held.get(("entry", group[1]))
    return domain_rows.to_entry([row[name] for name in domain_rows.ENTRY_COLUMNS]).mark if row is not None else UNKNOWN


def kinds_in(known: Mapping[Place, Row]) -> dict[str, list[tuple[str, Kind]]]:
    """By measure: from which day on it is of which kind."""
    found: dict[str, list[tuple[str, Kind]]] = {}
    for (table, _), row in known.items():
        if table == "terms":
            found.setdefault(row["measure_id"], []).append((row["first_day"], Kind(row["kind"])))
    return {measure_id: sorted(kinds) for measure_id, kinds in found.items()}


def kind_of(group: Group, kinds: Mapping[str, list[tuple[str, Kind]]]) -> Kind | None:
    """What the measure of an entry was on that day; None where its terms are lost."""
    if group[0] is not Thing.ENTRY:
        return None
    day, measure_id = group[1]
    return next((kind for first, kind in reversed(kinds.get(measure_id, ())) if first <= day), None)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
