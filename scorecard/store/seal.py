"""Seals: a digest of each day's rows, written in the same transaction as the rows.

SQLite's own checks see 16 of 60 flipped bits; a seal sees any change of a day's words and numbers that did not go
through the program.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, MetaData, Table, bindparam, select
from sqlalchemy.dialects.sqlite import insert

from scorecard.store.record import to_json
from scorecard.store.schema import seal_table

_BATCH = 500
_upsert = insert(seal_table)
_UPSERT = _upsert.on_conflict_do_update(index_elements=["day"], set_={"digest": _upsert.excluded.digest})
_ALL = select(seal_table.c.day, seal_table.c.digest)
_SEAL = select(seal_table.c.digest).where(seal_table.c.day == bindparam("of_day"))


class Seals:
    """The seals of a store. The tables that belong to a day are those that name their day column."""

    def __init__(self, metadata: MetaData) -> None:
        self._tables = [table for table in metadata.sorted_tables if "day" in table.info]
        self._selects = [
            (table.name, table.columns.keys().index(table.info["day"]), _rows_of_days(table))
            for table in sorted(self._tables, key=lambda table: table.name)
        ]

    def renew(self, connection: Connection, days: Iterable[date]) -> None:
        wanted = sorted(day.isoformat() for day in days)
        for start in range(0, len(wanted), _BATCH):
            digests = self._digests(connection, wanted[start : start + _BATCH])
            connection.execute(_UPSERT, [{"day": day, "digest": digest} for day, digest in digests.items()])

    def holds(self, connection: Connection, day: date) -> bool:
        """Whether the day's rows are as the program left them; a day it never wrote holds when it has no rows."""
        sealed = connection.execute(_SEAL, {"of_day": day.isoformat()}).scalar()
        digest = self._digests(connection, [day.isoformat()])[day.isoformat()]
        return digest == (sealed if sealed is not None else _EMPTY)

    def count_broken(self, connection: Connection) -> int:
        """How many days are not as the program left them, of all that have rows or a seal."""
        sealed = {row.day: row.digest for row in connection.execute(_ALL)}
        days = set(sealed)
        for table in self._tables:
            found = connection.exec_driver_sql(f'SELECT DISTINCT "{table.info["day"]}" FROM "{table.name}"')
            days |= {str(day) for (day,) in found}
        wanted, broken = sorted(days), 0
        for start in range(0, len(wanted), _BATCH):
            digests = self._digests(connection, wanted[start : start + _BATCH])
            broken += sum(digest != sealed.get(day, _EMPTY) for day, digest in digests.items())
        return broken

    def _digests(self, connection: Connection, days: Sequence[str]) -> dict[str, str]:
        """Of each of `days`, which are in their order: its rows, table by table, in the order of their keys."""
        contents = {day: hashlib.blake2s() for day in days}
        stretch = (days[0], days[-1])
        for name, position, statement in self._selects:
            for row in connection.exec_driver_sql(statement, stretch):
                # Between the days asked for lie others; a damaged index yields any.
                if (content := contents.get(row[position])) is not None:
                    _add(content, name, row)
        return {day: content.hexdigest() for day, content in contents.items()}


def digest_of(rows: Iterable[tuple[str, Sequence[Any]]]) -> str:
    """Of one day's rows, each with the name of its table: by these names, and then in the order of their keys."""
    content = hashlib.blake2s()
    for name, row in rows:
        _add(content, name, row)
    return content.hexdigest()


def _add(content: "hashlib.blake2s", table: str, row: Sequence[Any]) -> None:
    content.update((to_json([table, *row]) or "").encode())


def _rows_of_days(table: Table[Any]) -> str:
    """In SQLite's own words: it runs for every table at every save, and SQLAlchemy would add half to its time."""
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    order = ", ".join(f'"{column.name}"' for column in table.primary_key)
    return f'SELECT {columns} FROM "{table.name}" WHERE "{table.info["day"]}" BETWEEN ? AND ? ORDER BY {order}'


_EMPTY = hashlib.blake2s().hexdigest()
