"""Keeps what can be found in step with the rows it is made from, inside the transaction that changes them."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, MetaData, Table
from sqlalchemy.exc import DatabaseError

from scorecard.domain.folding import tags_of, words_of
from scorecard.store.record import RowChange, to_json
from scorecard.store.search_schema import DROP_INDEX, MAKE_INDEX, Searched

_BATCH = 500
_PLACES_A_DAY = 20  # bits: a day has room for a million rows
_UNDATED = date.max.toordinal() + 1  # people, who are of no day, come before everything
_BETWEEN_TEXTS = " ¶ "  # never a word: no phrase goes over from one text into the next

Row = Mapping[str, Any]

_TABLES = ("search_entry", "search_index")
_HERE = "table_name = ? AND row_key = ?"
_REMOVE_WORDS = f"DELETE FROM search_index WHERE rowid IN (SELECT id FROM search_entry WHERE {_HERE})"
_REMOVE = f"DELETE FROM search_entry WHERE {_HERE}"
_ADD = (
    "INSERT INTO search_entry (id, table_name, row_key, day)"
    " SELECT coalesce(max(id) + 1, ?), ?, ?, ? FROM search_entry WHERE id BETWEEN ? AND ?"
)
_ADD_WORDS = (
    "INSERT INTO search_index (rowid, table_name, tags, body)"
    f" SELECT id, table_name, ?, ? FROM search_entry WHERE {_HERE}"
)
_EVERYTHING = (
    "SELECT e.table_name, e.row_key, e.day, i.tags, i.body"
    " FROM search_entry AS e JOIN search_index AS i ON i.rowid = e.id AND i.table_name = e.table_name"
)


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What of one row can be found."""

    table_name: str
    row_key: str
    day: str | None
    tags: str
    body: str

    @property
    def place(self) -> tuple[Any, ...]:
        """What `_ADD` asks for."""
        first = (date.fromisoformat(self.day).toordinal() if self.day else _UNDATED) << _PLACES_A_DAY
        last = first + (1 << _PLACES_A_DAY) - 1
        return (first, self.table_name, self.row_key, self.day, first, last)

    @property
    def words(self) -> tuple[str, ...]:
        """What `_ADD_WORDS` asks for."""
        return (self.tags, self.body, self.table_name, self.row_key)


class SearchIndex:
    """The index of a store. Tables that can be found in are those with `info["search"]`."""

    def __init__(self, metadata: MetaData) -> None:
        self._tables = [table for table in metadata.sorted_tables if "search" in table.info]

    def renew(self, connection: Connection, changes: Iterable[RowChange]) -> None:
        """After these changes; the last state of a row counts."""
        stood: dict[tuple[str, str], tuple[Table[Any], Row | None, Row | None]] = {}
        for change in changes:
            if "search" in change.table.info:
                here = (change.table.name, to_json(list(change.key)) or "")
                _, before, _ = stood.get(here, (change.table, change.before, None))
                stood[here] = (change.table, before, change.after)
        moved = [
            (key, table, after)
            for (_, key), (table, before, after) in stood.items()
            if _texts(table, before) != _texts(table, after)
        ]
        gone = [(table.name, key) for key, table, _ in moved]
        _run(connection, _REMOVE_WORDS, gone)
        _run(connection, _REMOVE, gone)
        fresh = (_entry(table, key, after) for key, table, after in moved if after is not None)
        _add(connection, [entry for entry in fresh if entry is not None])

    def rebuild(self, connection: Connection) -> None:
        """Makes it anew from what is there, whatever it was."""
        for statement in (DROP_INDEX, MAKE_INDEX, "DELETE FROM search_entry"):
            connection.exec_driver_sql(statement)
        _add(connection, list(self._made_from_rows(connection)))

    def tidy(self, connection: Connection) -> None:
        """Puts the index in one piece: until then it holds words of rows that are gone."""
        connection.exec_driver_sql("INSERT INTO search_index (search_index) VALUES ('optimize')")

    def agrees(self, connection: Connection) -> bool:
        """Whether as many rows of each table can be found as have text: a look of milliseconds."""
        found = connection.exec_driver_sql("SELECT table_name, count(*) FROM search_entry GROUP BY table_name")
        known = {name: int(count) for name, count in found}
        counted = {table.name: connection.exec_driver_sql(_count_of(table)).scalar_one() for table in self._tables}
        return known == {name: count for name, count in counted.items() if count}

    def is_whole(self, connection: Connection) -> bool:
        """Whether it is what `rebuild` would make of it. Reads everything."""
        stored = [SearchEntry(*row) for row in connection.exec_driver_sql(_EVERYTHING)]
        counts = [connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one() for name in _TABLES]
        if counts != [len(stored)] * len(_TABLES) or set(stored) != set(self._made_from_rows(connection)):
            return False
        try:
            connection.exec_driver_sql("INSERT INTO search_index (search_index) VALUES ('integrity-check')")
        except DatabaseError:
            return False
        return True

    def _made_from_rows(self, connection: Connection) -> Iterator[SearchEntry]:
        for table in self._tables:
            keys = [column.name for column in table.primary_key]
            for row in connection.exec_driver_sql(_rows_of(table)).mappings():
                entry = _entry(table, to_json([row[key] for key in keys]) or "", dict(row))
                if entry is not None:
                    yield entry


def _add(connection: Connection, entries: Sequence[SearchEntry]) -> None:
    _run(connection, _ADD, [entry.place for entry in entries])
    _run(connection, _ADD_WORDS, [entry.words for entry in entries])


def _run(connection: Connection, statement: str, values: Sequence[tuple[Any, ...]]) -> None:
    for start in range(0, len(values), _BATCH):
        connection.exec_driver_sql(statement, list(values[start : start + _BATCH]))


def _texts(table: Table[Any], row: Row | None) -> tuple[Any, ...] | None:
    """What decides how a row can be found; None: not at all."""
    searched: Searched = table.info["search"]
    if row is None or not any(row[name] for name in searched.texts):
        return None
    return (row[searched.day] if searched.day else None, *(row[name] for name in searched.texts))


def _entry(table: Table[Any], key: str, row: Row) -> SearchEntry | None:
    found = _texts(table, row)
    if found is None:
        return None
    day, *texts = found
    tags = " ".join(dict.fromkeys(tag.folded for text in texts for tag in tags_of(text)))
    body = _BETWEEN_TEXTS.join(" ".join(word.folded for word in words_of(text)) for text in texts if text)
    return SearchEntry(table.name, key, day, tags, body)


def _rows_of(table: Table[Any]) -> str:
    searched: Searched = table.info["search"]
    names = dict.fromkeys((*(column.name for column in table.primary_key), searched.day, *searched.texts))
    columns = ", ".join(f'"{name}"' for name in names if name)
    return f'SELECT {columns} FROM "{table.name}" WHERE {_has_text(searched)}'


def _count_of(table: Table[Any]) -> str:
    return f'SELECT count(*) FROM "{table.name}" WHERE {_has_text(table.info["search"])}'


def _has_text(searched: Searched) -> str:
    return " OR ".join(f"\"{name}\" <> ''" for name in searched.texts)


def key_of(row_key: str) -> tuple[Any, ...]:
    return tuple(json.loads(row_key))
