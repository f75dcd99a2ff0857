"""Undo, redo and the past of a row, read off the record.

Activities are never rewritten, but for the steps of one thought of writing (docs/decisions/0004). An undo is an
activity of its own that puts back what stood before; `undone` only marks which chains (an activity and those folded
into it) are undone now.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import IntEnum
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, MetaData, Row, Select, Table, func, literal_column, select, update
from sqlalchemy.exc import IntegrityError

from scorecard.domain.activities import Activity, PastEntry, Turn
from scorecard.domain.incidents import UndoConflictError
from scorecard.store import rows
from scorecard.store.record import Work, to_json
from scorecard.store.schema import activity_table as activity
from scorecard.store.schema import change_table as change


class Undone(IntEnum):
    NO = 0
    YES = 1
    FOR_GOOD = 2  # something new was done since: it can no longer be redone


@dataclass(frozen=True, slots=True)
class Chain:
    """Activities that are undone and redone as one. `last` says what they came to."""

    head: int
    last: Activity


@dataclass(frozen=True, slots=True)
class LastActivity:
    """The end of the record; `seq` is 0 when there is none yet."""

    seq: int
    at: datetime
    turn: Turn
    fold: str | None
    chain: int


_LAST = (
    select(activity.c.seq, activity.c.at, activity.c.turn, activity.c.fold, activity.c.chain)
    .order_by(activity.c.seq.desc())
    .limit(1)
)


@rows.damage_if_unreadable
def last_activity(connection: Connection) -> LastActivity:
    found = connection.execute(_LAST).first()
    if found is None:
        return LastActivity(0, datetime.min.replace(tzinfo=UTC), Turn.DO, None, 0)
    seq, at, turn, fold, chain = found
    return LastActivity(seq, datetime.fromisoformat(at), Turn(turn), fold, chain)


def has_activity(connection: Connection, row_id: str) -> bool:
    return connection.execute(select(activity.c.seq).where(activity.c.id == row_id)).first() is not None


def next_undo(connection: Connection) -> Chain | None:
    """The latest chain that is not undone."""
    return _chain(connection, _LATEST_DONE)


def next_redo(connection: Connection) -> Chain | None:
    """The chain undone last, as long as nothing new was done since: chains are undone from the latest back."""
    return _chain(connection, _FIRST_UNDONE)


_DONE = activity.c.turn == Turn.DO.value
_IS_UNDONE = activity.c.undone == literal_column(str(int(Undone.YES)))
_LATEST_DONE = (
    select(activity.c.chain).where(_DONE, activity.c.undone == int(Undone.NO)).order_by(activity.c.seq.desc()).limit(1)
)
_FIRST_UNDONE = select(activity.c.chain).where(_DONE, _IS_UNDONE).order_by(activity.c.chain).limit(1)


def _chain(connection: Connection, which: Select[int]) -> Chain | None:
    head = connection.execute(which).scalar()
    if head is None:
        return None
    last = connection.execute(select(activity).where(_of(head)).order_by(activity.c.seq.desc()).limit(1)).one()
    return Chain(head, to_activity(last))


def size_of(connection: Connection, chain: Chain) -> int:
    """How many rows the chain changed."""
    joined = select(func.count()).select_from(change).join(activity, activity.c.seq == change.c.activity)
    return int(connection.execute(joined.where(_of(chain.head))).scalar_one())


def _of(head: int) -> ColumnElement[bool]:
    """The activities of a chain: they follow its first one in the record, so the rest is never searched."""
    return (activity.c.seq >= head) & (activity.c.chain == head) & _DONE


@rows.damage_if_unreadable
def to_activity(row: Any) -> Activity:
    found = row._mapping
    return Activity(
        found["seq"], datetime.fromisoformat(found["at"]), found["verb"], json.loads(found["subject"]),
        Turn(found["turn"]),
    )  # fmt: skip


def revert(work: Work, metadata: MetaData, chain: Chain) -> None:
    """Puts every row of the chain back to what it was before; raises UndoConflictError if one has changed since."""
    found = _changes(work.connection, chain, newest_first=True)
    _restore(work, metadata, [Step(row.table_name, row.row_key, row.after, row.before) for row in found])


def repeat(work: Work, metadata: MetaData, chain: Chain) -> None:
    found = _changes(work.connection, chain, newest_first=False)
    _restore(work, metadata, [Step(row.table_name, row.row_key, row.before, row.after) for row in found])


def _changes(connection: Connection, chain: Chain, *, newest_first: bool) -> Sequence[Row[Any, Any, Any, Any]]:
    order = (change.c.activity, change.c.position)
    statement = (
        select(change.c.table_name, change.c.row_key, change.c.before, change.c.after)
        .join(activity, activity.c.seq == change.c.activity)
        .where(_of(chain.head))
        .order_by(*(column.desc() if newest_first else column for column in order))
    )
    return connection.execute(statement).all()


@dataclass(frozen=True, slots=True)
class Step:
    """One row to be put from `expected` to `wanted`; both are recorded JSON, None for no row."""

    table_name: str
    row_key: str
    expected: str | None
    wanted: str | None

    @property
    def run(self) -> tuple[str, bool, bool]:
        """Steps that follow each other and agree in this may be done as one: none of them meets a row of another."""
        return self.table_name, self.expected is None, self.wanted is None


def _restore(work: Work, metadata: MetaData, steps: Sequence[Step]) -> None:
    """Raises UndoConflictError, too, for rows that other rows now need, or have taken the name of."""
    try:
        _restore_runs(work, metadata, steps)
    except IntegrityError as error:
        raise UndoConflictError from error


def _restore_runs(work: Work, metadata: MetaData, steps: Sequence[Step]) -> None:
    """An import is one run of a hundred thousand steps; a change of one value is a run of one."""
    for (name, comes, goes), found in groupby(steps, lambda step: step.run):
        table, run = metadata.tables[name], list(found)
        if goes and len(run) > 1:
            work.remove_many(table, _checked(work, table, run))
        elif comes and len(run) > 1 and (values := _whole_rows(table, run)) is not None:
            _checked(work, table, run)
            work.add_many(table, values)
        else:
            for step in run:
                _restore_one(work, table, step)


def _checked(work: Work, table: Table[Any], run: Sequence[Step]) -> dict[tuple[Any, ...], dict[str, Any]]:
    """The present rows of a run, in its order; raises UndoConflictError if one is not as expected."""
    keys = [tuple(_recorded(step.row_key)) for step in run]
    present = work.rows(table, keys)
    for key, step in zip(keys, run, strict=True):
        if not _same(present.get(key), step.expected):
            raise UndoConflictError(step.table_name)
    return {key: present[key] for key in keys if key in present}


def _whole_rows(table: Table[Any], run: Sequence[Step]) -> list[dict[str, Any]] | None:
    """The rows that come; None when a later schema has given the table columns that were not recorded."""
    columns = set(table.columns.keys())
    values = [_recorded(step.wanted) for step in run]
    return values if all(row.keys() == columns for row in values) else None


def _restore_one(work: Work, table: Table[Any], step: Step) -> None:
    key = _recorded(step.row_key)
    if not _same(work.row(table, *key), step.expected):
        raise UndoConflictError(step.table_name)
    if step.wanted is None:
        work.remove(table, *key)
    else:
        work.put(table, _recorded(step.wanted))


def _same(present: dict[str, Any] | None, expected: str | None) -> bool:
    """Whether a row is as recorded. Columns that a later schema added do not count."""
    if present is None or expected is None:
        return present is None and expected is None
    recorded = _recorded(expected)
    return all(present.get(name) == value for name, value in recorded.items())


@rows.damage_if_unreadable
def _recorded(text: str | None) -> Any:
    """A key or a row of the record."""
    return None if text is None else json.loads(text)


def mark(connection: Connection, chain: Chain, undone: Undone) -> None:
    connection.execute(update(activity).where(_of(chain.head)).values(undone=int(undone)))


def forget_redo(connection: Connection) -> None:
    """Something new was done: what is undone now stays undone."""
    connection.execute(_FORGET)


_FORGET = update(activity).where(_DONE, _IS_UNDONE).values(undone=int(Undone.FOR_GOOD))


@rows.damage_if_unreadable
def past_of_entry(connection: Connection, measure_id: str, day: date) -> tuple[PastEntry, ...]:
    """Every state an activity left an entry in, the first one first, undone and redone ones included."""
    key = to_json([day.isoformat(), measure_id])
    statement = (
        select(activity.c.seq, activity.c.at, activity.c.turn, change.c.after)
        .join(activity, activity.c.seq == change.c.activity)
        .where(change.c.table_name == "entry", change.c.row_key == key)
        .order_by(activity.c.seq, change.c.position)
    )
    # Taking back what was typed in one go writes each state in between: only the last of them was ever seen.
    left = {seq: (at, turn, after) for seq, at, turn, after in connection.execute(statement)}
    return tuple(
        PastEntry(datetime.fromisoformat(at), Turn(turn), _to_entry(after)) for at, turn, after in left.values()
    )


def _to_entry(after: str | None) -> Any:
    if after is None:
        return None
    values = json.loads(after)
    return rows.to_entry([values.get(name) for name in rows.ENTRY_COLUMNS])
