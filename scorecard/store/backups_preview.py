"""What restoring a backup would change, read from both files: the present store by a copy of it in memory, so that
nobody who writes has to wait, the backup read-only."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cached_property
from heapq import merge
from itertools import islice
from pathlib import Path
from typing import Any

from scorecard.domain.backup_changes import Listed, Otherwise, Part, Preview
from scorecard.store.backups import refusals_named
from scorecard.store.backups_seal import count_steps
from scorecard.store.backups_shown import BELONGING, SHOWN, Shown
from scorecard.store.backups_telling import Side
from scorecard.store.opening import open_plain

Key = tuple[Any, ...]


def preview(store: Path, backup: Path, most: int) -> Preview:
    """At most so many things of each part. Raises BackupError when one of the two can't be read."""
    with refusals_named(backup, store), _both(store, backup) as connection:
        return _Reading(connection, most).preview()


@contextmanager
def _both(store: Path, backup: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", uri=True, isolation_level=None)) as connection:
        with closing(open_plain(store)) as live:
            live.backup(connection)
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("ATTACH ? AS kept", (f"{backup.absolute().as_uri()}?mode=ro",))
        connection.execute("PRAGMA query_only = ON")
        yield connection


class _Reading:
    def __init__(self, connection: sqlite3.Connection, most: int) -> None:
        self._connection = connection
        self._most = most
        self._now, self._then = Side(connection, "main"), Side(connection, "kept")

    def preview(self) -> Preview:
        parts = {part: self._listed(part) for part in Part}
        steps, steps_back = count_steps(self._connection)
        return Preview({part: listed for part, listed in parts.items() if listed.total}, steps, steps_back)

    def _listed(self, part: Part) -> Listed:
        of_part = [(name, shown) for name, shown in SHOWN.items() if shown.topic.part is part]
        tables = [_Table(self._now, self._then, name, shown) for name, shown in of_part]
        total = sum(table.count() for table in tables)
        if not total:
            return Listed()
        # The keys of each table come in the order in which all are shown, so no more are told than are asked for.
        ordered = merge(*(table.keys(self._most) for table in tables), key=lambda found: found[0], reverse=True)
        return Listed(total, tuple(table.told(key) for _, table, key in islice(ordered, self._most)))


class _Table:
    def __init__(self, now: Side, then: Side, name: str, shown: Shown) -> None:
        self._connection = now.connection
        self._now, self._then = now, then
        self._name = name
        self._shown = shown

    def count(self) -> int:
        return int(self._connection.execute(f"SELECT count(*) FROM ({self._differing})").fetchone()[0])

    def keys(self, most: int) -> "list[tuple[str, _Table, Key]]":
        """With the day of each, the newest first; what has no day comes last."""
        width, key = len(self._shown.key), ", ".join(f'"{name}"' for name in self._shown.key)
        days = [
            f"(SELECT {self._shown.day} FROM {side.name}.{self._name} AS r WHERE "
            + " AND ".join(f'r."{name}" = d."{name}"' for name in self._shown.key)
            + ")"
            for side in (self._now, self._then)
            if self._shown.day and self._name in side.tables
        ]
        day = f"coalesce({', '.join([*days, repr('')])})" if days else "''"
        found = self._connection.execute(
            f"SELECT {day} AS day, {key} FROM ({self._differing}) AS d ORDER BY 1 DESC, 2 DESC LIMIT ?", (most,)
        )
        return [(str(row[0]), self, tuple(row[1 : width + 1])) for row in found.fetchall()]

    def told(self, key: Key) -> Otherwise:
        now, then = (side.row(self._name, self._shown, key) for side in (self._now, self._then))
        told = [
            side.told(self._name, self._shown, row) if row is not None else None
            for side, row in ((self._now, now), (self._then, then))
        ]
        there, side = (now, self._now) if now is not None else (then or {}, self._then)
        return Otherwise(self._shown.topic, side.of(self._shown, there), side.day(self._shown, there), *told)

    @cached_property
    def _differing(self) -> str:
        """A query for the keys of the rows that are not the same on both sides."""
        queries = [self._one_way(self._name, self._shown.key)]
        for name, (owner, column) in BELONGING.items():
            if owner == self._name:
                queries.append(self._one_way(name, (f"{column} AS {self._shown.key[0]}",)))
        found = [query for query in queries if query]
        nothing = ", ".join(f'NULL AS "{name}"' for name in self._shown.key)
        return " UNION ".join(found) if found else f"SELECT {nothing} WHERE 0"

    def _one_way(self, table: str, key: tuple[str, ...]) -> str:
        sides = [side for side in (self._now, self._then) if table in side.tables]
        if not sides:
            return ""
        columns = [name for name in sides[0].columns(table) if all(name in side.columns(table) for side in sides)]
        listed = ", ".join(f'"{name}"' for name in columns)
        rows = [f'SELECT {listed} FROM {side.name}."{table}"' for side in sides]
        ways = [f"{a} EXCEPT {b}" for a, b in ((rows[0], rows[1]), (rows[1], rows[0]))] if len(rows) == 2 else rows
        return " UNION ".join(f"SELECT {', '.join(key)} FROM ({way})" for way in ways)
