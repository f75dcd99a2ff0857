"""All of a database as text, whatever its schema: for a store that this program must not open, and may still read."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from scorecard.store.backups_seal import open_copy
from scorecard.store.faults import meeting

_INTERNAL = "sqlite_"
_ENDS_OF_INDEX = ("_data", "_idx", "_content", "_docsize", "_config")


def as_plain_text(path: Path) -> bytes:
    """JSON: of each table its columns and its rows. The file is only read; raises StoreError when it can't be."""
    with meeting(path), closing(open_copy(path)) as connection:
        connection.execute("PRAGMA busy_timeout = 3000")
        connection.execute("BEGIN")
        tables = [_table(connection, name) for name in _names(connection)]
        schema = connection.execute("PRAGMA user_version").fetchone()[0]
    content = {"program": "Scorecard", "schema": schema, "tables": dict(tables)}
    return (json.dumps(content, ensure_ascii=False, indent=1, default=_as_hex) + "\n").encode("utf-8", "replace")


def _names(connection: sqlite3.Connection) -> list[str]:
    """Without what only serves searching."""
    rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
    virtual = [name for name, sql in rows if str(sql).upper().startswith("CREATE VIRTUAL")]
    parts = {name + end for name in virtual for end in _ENDS_OF_INDEX}
    return [name for name, _ in rows if name not in virtual and name not in parts and not name.startswith(_INTERNAL)]


def _table(connection: sqlite3.Connection, name: str) -> tuple[str, dict[str, object]]:
    found = connection.execute('SELECT * FROM "{}"'.format(name.replace('"', '""')))
    return name, {"columns": [column[0] for column in found.description], "rows": found.fetchall()}


def _as_hex(value: object) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)
