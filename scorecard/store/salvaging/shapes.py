"""How the rows of each table lie in the file, and those of each index: by that a page whose tree is lost is known.

All schemas of the past have the same columns in the tables that they have; a later one only adds tables.
"""

import re
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import CheckConstraint, Column, Integer, Table, UniqueConstraint

from scorecard.store.salvaging.records import Record
from scorecard.store.schema import metadata

Row = dict[str, Any]
_LARGEST = 2**63
# What the checks of a table leave open, and the program never writes otherwise.
_MOMENT = "{0} IS NULL OR {0} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T*'"
_BESIDES: Mapping[str, tuple[str, ...]] = {
    "day": (_MOMENT.format("finished_at"),),
    "day_seal": ("length(digest) = 64", "digest NOT GLOB '*[^0-9a-f]*'"),
    "change": ("json_valid(row_key)", "before IS NULL OR json_valid(before)", "after IS NULL OR json_valid(after)"),
    "activity": (_MOMENT.format("at"), "json_valid(subject)"),
    "store": (_MOMENT.format("created_at"), "length(store_id) = 36"),
    "setting": ("json_valid(value)",),
    "checkin": ("json_valid(factors)",),
    "search_entry": ("json_valid(row_key)",),
}
_FTS = {"search_index_content": 4, "search_index_data": 2}


@dataclass(frozen=True, slots=True)
class Shape:
    """`columns` in the order of the file; `rowid` names the one that is no part of the record.

    `table` is None for what is no table of ours: an index, or SQLite's own.
    """

    name: str
    of_index: bool
    columns: tuple[str, ...]
    table: Table[Any] | None
    whole: frozenset[str] = frozenset()
    can_be_null: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    checks: tuple[str, ...] = ()
    rowid: str | None = None
    told_by: int = 0  # how much there is to tell it from others

    def row(self, record: Record, rowid: int | None) -> Row | None:
        """The columns by name, in the order of the table; None for a record that is none of these."""
        if len(record) != len(self.columns):
            return None
        row = dict(zip(self.columns, record, strict=True))
        if self.rowid is not None:
            if row[self.rowid] is not None or rowid is None:
                return None
            row[self.rowid] = rowid
        if not self.can_hold(row):
            return None
        return row if self.table is None else {column.name: row[column.name] for column in self.table.columns}

    def can_hold(self, row: Row) -> bool:
        return all(self._fits(name, value) for name, value in row.items())

    def _fits(self, name: str, value: Any) -> bool:
        if value is None:
            return name in self.can_be_null
        if name in self.whole:
            return type(value) is int and abs(value) < _LARGEST
        return isinstance(value, str) and "\0" not in value and (name not in self.days or is_day(value))


def is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


class Checks:
    """Runs the checks of the tables on rows that are in no table; for one thread."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect(":memory:", isolation_level=None)
        self._queries: dict[str, str] = {}

    def close(self) -> None:
        self._connection.close()

    def hold(self, shape: Shape, row: Row) -> bool:
        if not shape.checks:
            return True
        query = self._queries.get(shape.name)
        if query is None:
            names = ", ".join(f'? AS "{name}"' for name in row)
            query = f"SELECT {' AND '.join(f'coalesce({check}, 1)' for check in shape.checks)} FROM (SELECT {names})"
            self._queries[shape.name] = query
        try:
            return bool(self._connection.execute(query, tuple(row.values())).fetchone()[0])
        except sqlite3.Error:  # JSON in JSON in JSON
            return False


@cache
def shapes() -> tuple[Shape, ...]:
    """Of today's schema, and of SQLite's own tables that could be taken for one of ours."""
    found = [_of_table(table) for table in metadata.sorted_tables]
    found += [shape for table in metadata.sorted_tables for shape in _of_indexes(table)]
    nothing = frozenset({"c0"})
    return (
        *found,
        *(
            Shape(name, False, tuple(f"c{n}" for n in range(count)), None, frozenset(), nothing)
            for name, count in _FTS.items()
        ),
    )


@cache
def shapes_of(of_index: bool, count: int) -> tuple[Shape, ...]:
    """Those that a record of so many values can have, what is easiest told first."""
    fitting = [shape for shape in shapes() if shape.of_index is of_index and len(shape.columns) == count]
    return tuple(sorted(fitting, key=lambda shape: -shape.told_by))


@cache
def shape_named(name: str) -> Shape | None:
    return next((shape for shape in shapes() if shape.name == name), None)


def of_schema(record: Record) -> tuple[str, int] | None:
    """The name of a table or index and the page that its tree begins with, from a row of SQLite's own table."""
    if len(record) != 5 or record[0] not in ("table", "index"):
        return None
    _, name, _, page, _ = record
    return (name, page) if isinstance(name, str) and type(page) is int and page > 0 else None


def _of_table(table: Table[Any]) -> Shape:
    without_rowid = bool(table.dialect_options["sqlite"]["with_rowid"] is False)
    key = list(table.primary_key)
    alone = key[0].name if len(key) == 1 and isinstance(key[0].type, Integer) and not without_rowid else None
    columns = [*key, *(column for column in table.columns if column not in key)] if without_rowid else table.columns
    return _shape(table.name, table, without_rowid, list(columns), table, alone)


def _of_indexes(table: Table[Any]) -> Iterable[Shape]:
    """An index holds its columns, then the key of the row: its rowid, or what is missing of the primary key."""
    key = list(table.primary_key)
    without_rowid = table.dialect_options["sqlite"]["with_rowid"] is False
    held = [(str(index.name), list(index.columns)) for index in table.indexes]
    unique = [list(one.columns) for one in table.constraints if isinstance(one, UniqueConstraint)]
    implied = ([] if without_rowid or _is_rowid(key) else [key]) + unique
    held += [(f"sqlite_autoindex_{table.name}_{n}", columns) for n, columns in enumerate(implied, 1)]
    for name, columns in held:
        if without_rowid:
            yield _shape(name, table, True, [*columns, *(column for column in key if column not in columns)], None)
        else:
            yield _shape(name, table, True, columns, None, None, ends_with_rowid=True)


def _is_rowid(key: list[Column[Any]]) -> bool:
    return len(key) == 1 and isinstance(key[0].type, Integer)


def _shape(
    name: str, source: Table[Any], of_index: bool, columns: list[Column[Any]], table: Table[Any] | None,
    rowid: str | None = None, *, ends_with_rowid: bool = False,
) -> Shape:  # fmt: skip
    names = [column.name for column in columns] + (["rowid"] if ends_with_rowid else [])
    checks = [str(one.sqltext) for one in source.constraints if isinstance(one, CheckConstraint)]
    besides = _BESIDES.get(source.name, ())
    said = [check for check in checks if _columns_in(check, source) <= set(names)]
    more = [check for check in besides if _columns_in(check, source) <= set(names)]
    days = {found[0] for check in checks if (found := re.findall(r"^(\w+) GLOB", check))}
    if source.name == "day_seal":
        days.add("day")
    whole = {column.name for column in columns if isinstance(column.type, Integer)} | set(names[len(columns) :])
    return Shape(
        name=name,
        of_index=of_index,
        columns=tuple(names),
        table=table,
        whole=frozenset(whole),
        can_be_null=frozenset(column.name for column in columns if column.nullable),
        days=frozenset(days & set(names)),
        checks=tuple(f"({check})" for check in (*said, *more)),
        rowid=rowid,
        told_by=2 * len(days & set(names)) + 2 * len(said) + 5 * len(more) + len(whole),
    )


def _columns_in(check: str, table: Table[Any]) -> set[str]:
    words = set(re.findall(r"\w+", re.sub(r"'[^']*'", "", check)))
    return words & set(table.columns.keys())
