"""Looks up what a query asks for, the latest first, and the rows in which it stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, MetaData, Table

from scorecard.domain.search import Query, Term
from scorecard.store import schema
from scorecard.store.rows import damage_if_unreadable
from scorecard.store.search_index import key_of
from scorecard.store.search_schema import Searched

Key = tuple[Any, ...]

_FIND = (
    "SELECT e.table_name, e.row_key, e.day FROM search_index JOIN search_entry AS e ON e.id = search_index.rowid"
    " WHERE search_index MATCH ? ORDER BY search_index.rowid DESC LIMIT ?"
)


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row of `table` in which a query was found; `texts` are those of its columns that can be found, if not empty.

    `row` holds all of its columns. `day` is None for what is of no day.
    """

    table: str
    key: Key
    day: date | None
    row: Mapping[str, Any]
    texts: tuple[str, ...]


def find(
    connection: Connection,
    query: Query,
    tables: Sequence[str] = (),
    limit: int = 50,
    metadata: MetaData = schema.metadata,
) -> tuple[FoundRow, ...]:
    """The latest `limit` rows, of `tables` only if any are named; those of no day come first."""
    if not query:
        return ()
    found = connection.exec_driver_sql(_FIND, (match_of(query, tables), limit)).all()
    return _with_rows(connection, found, metadata)


def words_of_promises(connection: Connection, promise_ids: Iterable[str]) -> dict[str, str]:
    """What was promised, by id."""
    keys = [(promise_id,) for promise_id in dict.fromkeys(promise_ids)]
    return {key[0]: row["words"] for key, row in _read(connection, schema.promise_table, keys).items()}


def match_of(query: Query, tables: Sequence[str] = ()) -> str:
    """The query in the language of FTS5. Every word is quoted: none of them can mean anything else there."""
    parts = [_match_of_term(term) for term in query.terms]
    if tables:
        parts.insert(0, "table_name : (" + " OR ".join(_quoted((name,)) for name in tables) + ")")
    return " AND ".join(parts)


def _match_of_term(term: Term) -> str:
    column = "tags" if term.tag else "body"
    return f"{column} : {_quoted(term.words)}{' *' if term.goes_on else ''}"


def _quoted(words: Sequence[str]) -> str:
    return '"' + " ".join(words).replace('"', '""') + '"'


@damage_if_unreadable
def _with_rows(connection: Connection, found: Sequence[Any], metadata: MetaData) -> tuple[FoundRow, ...]:
    """In the order found. A row that is gone is left out: the index was not made by this program then."""
    keys: dict[str, list[Key]] = {}
    places = [(name, key_of(row_key), day) for name, row_key, day in found]
    for name, key, _ in places:
        keys.setdefault(name, []).append(key)
    rows = {name: _read(connection, metadata.tables[name], wanted) for name, wanted in keys.items()}
    return tuple(
        FoundRow(name, key, date.fromisoformat(day) if day else None, row, _texts(metadata.tables[name], row))
        for name, key, day in places
        if (row := rows[name].get(key)) is not None
    )


def _read(connection: Connection, table: Table[Any], keys: Sequence[Key]) -> dict[Key, Mapping[str, Any]]:
    """In SQLite's own words: a search runs at every key that is pressed. Joined, because it would scan for a list."""
    if not keys:
        return {}
    names = [column.name for column in table.primary_key]
    columns = [column.name for column in table.columns]
    row = ", ".join(["?"] * len(names))
    statement = (
        f"WITH wanted ({', '.join('key_' + name for name in names)}) AS (VALUES {', '.join([f'({row})'] * len(keys))})"
        f" SELECT {', '.join(_of_row(name) for name in columns)} FROM wanted CROSS JOIN {table.name} AS here"
        f" ON {' AND '.join(f'{_of_row(name)} = key_{name}' for name in names)}"
    )
    found = connection.exec_driver_sql(statement, tuple(value for key in keys for value in key))
    rows = (dict(zip(columns, values, strict=True)) for values in found)
    return {tuple(row[name] for name in names): row for row in rows}


def _of_row(column: str) -> str:
    return f'here."{column}"'


def _texts(table: Table[Any], row: Mapping[str, Any]) -> tuple[str, ...]:
    searched: Searched = table.info["search"]
    return tuple(row[name] for name in searched.texts if row[name])
