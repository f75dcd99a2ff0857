"""The record: every change of a row, before and after, as part of one activity. Undo and history follow from it.

It works on any table with a primary key and asks nothing of it: a table it has never heard of is recorded, undone and
given a history like every other. Rows are plain dictionaries of column values (text, whole numbers, None).
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, and_, bindparam, delete, insert, select, tuple_, update

from scorecard.domain.changes import Change
from scorecard.store.rows import damage_if_unreadable
from scorecard.store.schema import activity_table, change_table

Values = Mapping[str, Any]
_BATCH = 500


@dataclass(frozen=True, slots=True)
class RowChange:
    """`before` is None for a new row, `after` for one that went."""

    table: Table[Any]
    key: tuple[Any, ...]
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class Work:
    """The writes of one transaction. Writing what is there already changes nothing and is not recorded.

    `between` is called between its steps, so that long work can be stopped: what it raises ends the transaction.
    """

    def __init__(self, connection: Connection, between: Callable[[], None] = lambda: None) -> None:
        self.connection = connection
        self._between = between
        self.changes: list[RowChange] = []

    def row(self, table: Table[Any], *key: Any) -> dict[str, Any] | None:
        """The row with that primary key as it stands now."""
        found = self.connection.execute(_statements(table).select, _key_values(table, key)).mappings().first()
        return dict(found) if found is not None else None

    def put(self, table: Table[Any], values: Values) -> None:
        """Inserts or updates the row with the primary key in `values`; columns not named keep what they have."""
        key = tuple(values[column.name] for column in table.primary_key)
        before = self.row(table, *key)
        if before is None:
            self.connection.execute(insert(table).values(dict(values)))
            self._note(table, key, None, self.row(table, *key))
        elif (after := before | dict(values)) != before:
            self.connection.execute(_statements(table).update, _key_values(table, key) | after)
            self._note(table, key, before, after)

    def add_many(self, table: Table[Any], rows: Sequence[Values]) -> None:
        """Inserts rows that are known to be new, each with every column; fails on one that is there."""
        names = [column.name for column in table.primary_key]
        for start in range(0, len(rows), _BATCH):
            self.connection.execute(insert(table), [dict(row) for row in rows[start : start + _BATCH]])
        for row in rows:
            self._note(table, tuple(row[name] for name in names), None, dict(row))

    def update_many(self, table: Table[Any], rows: Sequence[Values]) -> None:
        """As `put`, of many rows that are there."""
        names = [column.name for column in table.primary_key]
        wanted = {tuple(row[name] for name in names): row for row in rows}
        found = self.rows(table, list(wanted)).items()
        changed = [(key, before, after) for key, before in found if (after := before | dict(wanted[key])) != before]
        updates = [_key_values(table, key) | after for key, _, after in changed]
        for start in range(0, len(updates), _BATCH):
            self.connection.execute(_statements(table).update, updates[start : start + _BATCH])
        for key, before, after in changed:
            self._note(table, key, before, after)

    def rows(self, table: Table[Any], keys: Sequence[tuple[Any, ...]]) -> dict[tuple[Any, ...], dict[str, Any]]:
        """Those of the rows with these primary keys that are there."""
        names = [column.name for column in table.primary_key]
        found: dict[tuple[Any, ...], dict[str, Any]] = {}
        for start in range(0, len(keys), _BATCH):
            self._between()
            here = {"keys": list(keys[start : start + _BATCH])}
            for row in self.connection.execute(_statements(table).select_many, here).mappings():
                found[tuple(row[name] for name in names)] = dict(row)
        return found

    def remove_many(self, table: Table[Any], before: Mapping[tuple[Any, ...], dict[str, Any]]) -> None:
        """Deletes rows as `rows` found them."""
        keys = [_key_values(table, key) for key in before]
        for start in range(0, len(keys), _BATCH):
            self.connection.execute(_statements(table).delete, keys[start : start + _BATCH])
        for key, row in before.items():
            self._note(table, key, row, None)

    def remove(self, table: Table[Any], *key: Any) -> None:
        """Deletes the row with that primary key, if there is one."""
        before = self.row(table, *key)
        if before is not None:
            self.connection.execute(_statements(table).delete, _key_values(table, key))
            self._note(table, key, before, None)

    def _note(
        self, table: Table[Any], key: tuple[Any, ...], before: dict[str, Any] | None, after: dict[str, Any] | None
    ) -> None:
        self._between()
        if not table.info.get("recorded", True):
            raise ValueError(f"{table.name} belongs to the record itself")
        self.changes.append(RowChange(table, key, before, after))

    def change(self) -> Change:
        """What the writes so far touched."""
        keys: dict[str, set[str]] = {}
        for change in self.changes:
            keys.setdefault(change.table.name, set()).add(str(change.key[0]))
        return Change(frozenset(keys), frozenset(self.days()), {name: frozenset(ids) for name, ids in keys.items()})

    @damage_if_unreadable
    def days(self) -> set[date]:
        """The days of the rows; both, of one that was moved from day to day."""
        days = set()
        for change in self.changes:
            column = change.table.info.get("day")
            for row in (change.before, change.after):
                if column is not None and row is not None and row[column] is not None:
                    days.add(date.fromisoformat(row[column]))
        return days


@dataclass(frozen=True, slots=True)
class Statements:
    select: Any
    select_many: Any
    update: Any
    delete: Any


@cache
def _statements(table: Table[Any]) -> Statements:
    """Built once a table, so that SQLAlchemy compiles each of them once."""
    here = and_(*(column == bindparam(f"key_{column.name}") for column in table.primary_key))
    many = tuple_(*table.primary_key).in_(bindparam("keys", expanding=True))
    changed: dict[str, Any] = {column.name: bindparam(column.name) for column in table.columns}
    return Statements(
        select(table).where(here),
        select(table).where(many),
        update(table).where(here).values(changed),
        delete(table).where(here),
    )


def _key_values(table: Table[Any], key: Iterable[Any]) -> dict[str, Any]:
    return {f"key_{column.name}": value for column, value in zip(table.primary_key, key, strict=True)}


def write_activity(connection: Connection, values: Values, changes: Sequence[RowChange]) -> None:
    """Writes the activity, whose number the caller chose, and its row changes."""
    connection.execute(_INSERT_ACTIVITY, dict(values))
    rows = [
        {
            "activity": values["seq"],
            "position": position,
            "table_name": change.table.name,
            "row_key": to_json(list(change.key)),
            "before": to_json(change.before),
            "after": to_json(change.after),
        }
        for position, change in enumerate(changes)
    ]
    if rows:  # an undo of what came back to where it was by itself changes none
        connection.execute(_INSERT_CHANGE, rows)


def taken_over(connection: Connection, seq: int, changes: Sequence[RowChange]) -> list[RowChange]:
    """The changes, each from what was before activity `seq`, which gives its own changes of these rows up to them."""
    joined = []
    for change in changes:
        here = {"seq": seq, "named": change.table.name, "of_row": to_json(list(change.key))}
        earlier = connection.execute(_EARLIER, here).first()
        if earlier is not None:
            connection.execute(_GIVE_UP, here)
            before = None if earlier.before is None else json.loads(earlier.before)
            change = RowChange(change.table, change.key, before, change.after)
        joined.append(change)
    return joined


_OF_ROW = and_(
    change_table.c.activity == bindparam("seq"),
    change_table.c.table_name == bindparam("named"),
    change_table.c.row_key == bindparam("of_row"),
)
_EARLIER = select(change_table.c.before).where(_OF_ROW)
_GIVE_UP = delete(change_table).where(_OF_ROW)
_INSERT_ACTIVITY = insert(activity_table).inline()
_INSERT_CHANGE = insert(change_table)


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def to_json(value: Any) -> str | None:
    return None if value is None else _ENCODER.encode(value)


def utc_text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
