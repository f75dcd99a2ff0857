"""Rows of our own from elsewhere: what they would add here, and adding it. What is here stays as it is."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Integer, MetaData, Table, UniqueConstraint

from scorecard.store.everything import Row, Rows, links_in, rows_in, tables_of_user
from scorecard.store.odd_rows import OddRowsError, mean_something, odd_rows_named
from scorecard.store.record import Work
from scorecard.store.schema import metadata as known_tables

Key = tuple[Any, ...]
Conflict = tuple[str, Key]

_LARGEST = 2**63
_NONE: Rows = {}


@dataclass(frozen=True, slots=True)
class Merging:
    """What rows from elsewhere come to here: new ones, how many of each table are here already, and those that are
    others here.

    A conflict is a table and the key of a row that does not come along: ours differs, or it needs one that stays away.
    """

    new: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    same: Counter[str] = field(default_factory=Counter)
    conflicts: tuple[Conflict, ...] = ()

    @property
    def count(self) -> int:
        return sum(map(len, self.new.values()))


def whole_rows(rows: Rows) -> dict[str, list[Row]]:
    """The rows of each table with every column, no key twice. Raises OddRowsError."""
    if unknown := set(rows) - {table.name for table in tables_of_user()}:
        raise OddRowsError(min(unknown))
    return {table.name: list(_keyed(table, rows.get(table.name, ())).values()) for table in tables_of_user()}


def compare(connection: Connection, rows: Rows, metadata: MetaData = known_tables) -> Merging:
    """What `rows` would add. Raises OddRowsError."""
    new: dict[str, dict[Key, Row]] = {}
    here: dict[str, dict[Key, Row]] = {}
    conflicts: list[tuple[str, Key]] = []
    same: Counter[str] = Counter()
    if unknown := set(rows) - {table.name for table in tables_of_user(metadata)}:
        raise OddRowsError(min(unknown))
    for table in tables_of_user(metadata):
        ours = here[table.name] = {_key(table, row): row for row in rows_in(connection, table)}
        theirs = _keyed(table, rows.get(table.name, ()))
        same[table.name] += sum(ours.get(key) == row for key, row in theirs.items())
        conflicts += [(table.name, key) for key, row in theirs.items() if key in ours and ours[key] != row]
        new[table.name] = {key: row for key, row in theirs.items() if key not in ours}
        for key in _taken(table, ours.values(), new[table.name]):
            del new[table.name][key]
            conflicts.append((table.name, key))
    conflicts += _without_what_they_need(metadata, here, new)
    return Merging({name: list(found.values()) for name, found in new.items()}, same, tuple(conflicts))


def _keyed(table: Table[Any], rows: Iterable[Row]) -> dict[Key, Row]:
    found: dict[Key, Row] = {}
    for row in rows:
        whole = _whole(table, row)
        if (key := _key(table, whole)) in found:
            raise OddRowsError(table.name)
        found[key] = whole
    return found


def _key(table: Table[Any], row: Row) -> Key:
    return tuple(row[column.name] for column in table.primary_key)


def _whole(table: Table[Any], row: Row) -> Row:
    """With every column: what an older schema had not yet begins as it did for the rows of then."""
    if not row.keys() <= set(table.columns.keys()):
        raise OddRowsError(table.name)
    whole = {column.name: row[column.name] if column.name in row else _begins_as(column) for column in table.columns}
    if not all(_fits(column, whole[column.name]) for column in table.columns):
        raise OddRowsError(table.name)
    return whole


def _begins_as(column: Any) -> Any:
    if column.server_default is None:
        return None
    said = str(column.server_default.arg)
    return int(said) if isinstance(column.type, Integer) else said


def _fits(column: Any, value: Any) -> bool:
    if value is None:
        return bool(column.nullable)
    if isinstance(column.type, Integer):
        return type(value) is int and abs(value) < _LARGEST
    return isinstance(value, str) and "\0" not in value and _is_text(value)


def _is_text(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _taken(table: Table[Any], ours: Iterable[Row], new: Mapping[Key, Row]) -> list[Key]:
    """New rows with something that only one row may have, and another has."""
    found = []
    for constraint in table.constraints:
        if not isinstance(constraint, UniqueConstraint):
            continue
        names = [column.name for column in constraint.columns]
        seen = {tuple(row[name] for name in names) for row in ours}
        for key, row in new.items():
            values = tuple(row[name] for name in names)
            if None not in values and values in seen:
                found.append(key)
            seen.add(values)
    return list(dict.fromkeys(found))


def _without_what_they_need(
    metadata: MetaData, here: Mapping[str, Mapping[Key, Row]], new: Mapping[str, dict[Key, Row]]
) -> list[tuple[str, Key]]:
    """Takes new rows out until each finds the rows that it refers to."""
    gone: list[tuple[str, Key]] = []
    links = links_in(metadata)
    before = -1
    while before < len(gone):
        before = len(gone)
        for name, column, needed in links:
            lost = [
                key
                for key, row in new[name].items()
                if (wanted := row[column]) is not None
                and (wanted,) not in here[needed]
                and (wanted,) not in new[needed]
            ]
            for key in lost:
                del new[name][key]
                gone.append((name, key))
    return gone


def merge(work: Work, rows: Rows, between: Callable[[], None] = lambda: None, more: Rows = _NONE) -> Merging:
    """Adds what is new; what is here stays as it is, but for rows of ours that `more` says more of.

    Raises OddRowsError, and then nothing may be kept.
    """
    found = compare(work.connection, rows)
    # Rows of one table may refer to each other, in whatever order they come.
    work.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for table in tables_of_user():
        between()
        with odd_rows_named(table.name):
            work.add_many(table, found.new.get(table.name, ()))
            work.update_many(table, more.get(table.name, ()))
    between()
    mean_something(work.connection)
    return found
