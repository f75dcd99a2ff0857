"""Every row of the user's in a store, by its key, read with sqlite3 alone."""

import json
import sqlite3
from collections.abc import Mapping

from tests.store.raw import RECORD

Key = tuple[str, str]  # table, primary key
Rows = dict[Key, str]
Difference = dict[Key, str | None]  # None for a row that went


def rows_of(connection: sqlite3.Connection) -> Rows:
    found: Rows = {}
    for table in _tables(connection):
        columns = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
        names = [column[1] for column in columns]
        keys = [column[0] for column in sorted((c for c in columns if c[5]), key=lambda c: c[5])]
        for row in connection.execute(f'SELECT * FROM "{table}"'):
            key = table.lower(), as_text([row[place] for place in keys])
            found[key] = as_text(dict(zip(names, row, strict=True)))
    return found


def _tables(connection: sqlite3.Connection) -> list[str]:
    """As SQLite understands its schema, whatever a flipped bit has made of the words in it."""
    found = connection.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    names = sorted(name for (name,) in found.fetchall())
    return [name for name in names if name.lower() not in RECORD and not name.startswith("sqlite_")]


def as_text(value: object) -> str:
    """One text for equal values, also for what damage made of a text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=repr)


def difference(before: Mapping[Key, str], after: Mapping[Key, str]) -> Difference:
    changed: Difference = {key: row for key, row in after.items() if before.get(key) != row}
    return changed | dict.fromkeys(before.keys() - after.keys())


def applied(rows: Mapping[Key, str], changed: Difference) -> Rows:
    found = dict(rows)
    for key, row in changed.items():
        if row is None:
            found.pop(key, None)
        else:
            found[key] = row
    return found


def to_line(changed: Difference) -> list[list[str | None]]:
    return [[*key, row] for key, row in changed.items()]


def from_line(line: list[list[str]]) -> Difference:
    return {(table, key): row for table, key, row in line}
