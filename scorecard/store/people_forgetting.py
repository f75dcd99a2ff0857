"""Deleting somebody for good: every row that is theirs, and what the record of changes remembers of them.

What the record says of rows that are not theirs, but once were, is put so as if they had never been: a state in which
such a row was theirs becomes no row at all, and a promise that was theirs then one to nobody. So the rest can still be
undone. See docs/decisions/0020-deleting-people.md.
"""

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table

from scorecard.store import schema
from scorecard.store.backups_seal import open_copy
from scorecard.store.history import Undone
from scorecard.store.record import Work, to_json

OWN: tuple[Table[Any], ...] = (
    schema.relation_table, schema.concern_table, schema.help_table, schema.intent_table, schema.touch_table,
    schema.owed_table, schema.checkin_table, schema.served_table, schema.agreed_table, schema.factor_plan_table,
    schema.person_group_table, schema.profile_table,
)  # fmt: skip
_TOLD = frozenset({"day", "source", "place", "starter", "kind", "value", "level", "way", "outcome", "field", "setting"})
_BLANK = "…"  # in the place of a name or of words that an activity was about
_BATCH = 500
UNREADABLE = (sqlite3.Error, UnicodeDecodeError)

State = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Belongings:
    """How many rows are somebody's, by table, and how many changes of them the record holds."""

    rows: Mapping[str, int] = field(default_factory=dict)
    recorded: int = 0


def belongings(connection: Connection, ids: Collection[str]) -> Belongings:
    counted = {table.name: len(_theirs(connection, table, ids)) for table in (*OWN, schema.promise_table)}
    promises = [key[0] for key in _theirs(connection, schema.promise_table, ids)]
    counted["promise_step"] = len(_steps_of(connection, promises))
    counted["members"] = len(_members(connection, ids))
    recorded = sum(1 for _ in _recorded(connection, ids, _promises_ever(connection, ids, promises)))
    return Belongings(counted, recorded)


def forget(work: Work, ids: Collection[str]) -> None:
    """`ids` are those of a person and of everybody merged into them. The caller's transaction ends as no undo does."""
    connection = work.connection
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    promises = [key[0] for key in _theirs(connection, schema.promise_table, ids)]
    _rewrite_record(connection, ids, _promises_ever(connection, ids, promises))
    _remove(work, schema.step_table, _steps_of(connection, promises))
    _remove(work, schema.promise_table, [(promise,) for promise in promises])
    for member in _members(connection, ids):
        work.put(schema.profile_table, {"person_id": member, "team_id": None})
    for table in OWN:
        _remove(work, table, _theirs(connection, table, ids))
    _remove(work, schema.person_table, [(person,) for person in sorted(ids)])


def is_in_backup(path: Path, ids: Collection[str]) -> bool:
    """Whether a backup holds somebody, in its record at least; raises one of UNREADABLE for what can't be read."""
    keys = [to_json([person]) for person in ids]
    with closing(open_copy(path)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        if not {"person", "change"} <= tables:
            return False
        here = f"SELECT 1 FROM person WHERE id IN ({_marks(ids)})"
        there = f"SELECT 1 FROM change WHERE table_name = 'person' AND row_key IN ({_marks(keys)})"
        found = connection.execute(f"{here} UNION ALL {there} LIMIT 1", (*ids, *keys)).fetchone()
    return found is not None


def _theirs(connection: Connection, table: Table[Any], ids: Collection[str]) -> list[tuple[Any, ...]]:
    names = ", ".join(f'"{column.name}"' for column in table.primary_key)
    statement = f'SELECT {names} FROM "{table.name}" WHERE person_id IN ({_marks(ids)})'
    return [tuple(row) for row in connection.exec_driver_sql(statement, tuple(ids))]


def _members(connection: Connection, ids: Collection[str]) -> list[str]:
    """Others who are in a team of theirs."""
    statement = f"SELECT person_id FROM profile WHERE team_id IN ({_marks(ids)})"
    found = connection.exec_driver_sql(statement, tuple(ids)).scalars()
    return [member for member in found if member not in ids]


def _steps_of(connection: Connection, promises: Sequence[str]) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = []
    for start in range(0, len(promises), _BATCH):
        some = promises[start : start + _BATCH]
        statement = f"SELECT promise_id, position FROM promise_step WHERE promise_id IN ({_marks(some)})"
        found += [tuple(row) for row in connection.exec_driver_sql(statement, tuple(some))]
    return found


def _remove(work: Work, table: Table[Any], keys: Sequence[tuple[Any, ...]]) -> None:
    work.remove_many(table, work.rows(table, keys))


def _marks(values: Collection[Any]) -> str:
    return ", ".join("?" * len(values))


# The record ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Rewritten:
    """A change of the record, and what is left of it; both None: nothing."""

    activity: int
    position: int
    before: State | None
    after: State | None


def _promises_ever(connection: Connection, ids: Collection[str], present: Sequence[str]) -> frozenset[str]:
    """The promises that are theirs, and those that were when they were taken away."""
    last: dict[str, str | None] = {}
    statement = f"SELECT row_key, before, after FROM change WHERE table_name = 'promise' {_mentioning(ids)}"
    order = " ORDER BY activity, position"
    for key, before, after in connection.exec_driver_sql(statement + order, _patterns(ids)):
        state = json.loads(after) if after is not None else json.loads(before)
        last[json.loads(key)[0]] = state["person_id"]
    gone = {promise for promise, person in last.items() if person in ids and not _is_there(connection, promise)}
    return frozenset({*present, *gone})


def _is_there(connection: Connection, promise: str) -> bool:
    return connection.exec_driver_sql("SELECT 1 FROM promise WHERE id = ?", (promise,)).first() is not None


def _mentioning(ids: Collection[str]) -> str:
    """Of the changes only those with one of the ids in them: the others need not be read as JSON."""
    likes = " OR ".join(["row_key LIKE ? OR before LIKE ? OR after LIKE ?"] * len(ids))
    return f"AND ({likes})"


def _patterns(ids: Collection[str]) -> tuple[str, ...]:
    return tuple(f'%"{person}"%' for person in ids for _ in range(3))


def _recorded(connection: Connection, ids: Collection[str], promises: Collection[str]) -> Iterator[_Rewritten]:
    """Every change that tells of them, as it will be told."""
    statement = f"SELECT activity, position, table_name, before, after FROM change WHERE 1 {_mentioning(ids)}"
    for activity, position, table, before, after in connection.exec_driver_sql(statement, _patterns(ids)).all():
        if table in ("promise", "promise_step"):
            continue
        old = [json.loads(state) if state is not None else None for state in (before, after)]
        new = [_without(table, state, ids) for state in old]
        if new != old:
            yield _Rewritten(activity, position, *new)
    yield from _of_promises(connection, ids, promises)


def _of_promises(connection: Connection, ids: Collection[str], promises: Collection[str]) -> Iterator[_Rewritten]:
    statement = (
        "SELECT activity, position, row_key, before, after FROM change WHERE table_name IN ('promise', 'promise_step')"
    )
    for activity, position, key, before, after in connection.exec_driver_sql(statement).all():
        if json.loads(key)[0] in promises:
            yield _Rewritten(activity, position, None, None)
        elif any(f'"{person}"' in (state or "") for person in ids for state in (before, after)):
            states = [json.loads(state) if state is not None else None for state in (before, after)]
            yield _Rewritten(activity, position, *(_to_nobody(state, "person_id", ids) for state in states))


def _without(table: str, state: State | None, ids: Collection[str]) -> State | None:
    """A recorded row as if they had never been; None where it was theirs."""
    if state is None:
        return None
    if table == "person":
        return None if state.get("id") in ids else _to_nobody(state, "merged_into", ids)
    if state.get("person_id") in ids:
        return None
    return _to_nobody(state, "team_id", ids) if table == "profile" else state


def _to_nobody(state: State | None, column: str, ids: Collection[str]) -> State | None:
    return state | {column: None} if state is not None and state.get(column) in ids else state


def _rewrite_record(connection: Connection, ids: Collection[str], promises: Collection[str]) -> None:
    touched: set[int] = set()
    for one in list(_recorded(connection, ids, promises)):
        touched.add(one.activity)
        here = (one.activity, one.position)
        if one.before == one.after:
            connection.exec_driver_sql("DELETE FROM change WHERE activity = ? AND position = ?", here)
        else:
            states = (to_json(one.before), to_json(one.after))
            connection.exec_driver_sql(
                "UPDATE change SET before = ?, after = ? WHERE activity = ? AND position = ?", (*states, *here)
            )
    for activity in sorted(touched):
        _blank(connection, activity)


def _blank(connection: Connection, activity: int) -> None:
    """What it was about is not said any more; one that nothing is left of can't be undone."""
    (subject,) = connection.exec_driver_sql("SELECT subject FROM activity WHERE seq = ?", (activity,)).scalars()
    known = {key: words if key in _TOLD else _BLANK for key, words in json.loads(subject).items()}
    connection.exec_driver_sql("UPDATE activity SET subject = ?, fold = NULL WHERE seq = ?", (to_json(known), activity))
    left = "SELECT 1 FROM change WHERE activity = ? LIMIT 1"
    if connection.exec_driver_sql(left, (activity,)).first() is None:
        for_good = "UPDATE activity SET undone = ? WHERE seq = ? AND turn = 'do'"
        connection.exec_driver_sql(for_good, (int(Undone.FOR_GOOD), activity))
