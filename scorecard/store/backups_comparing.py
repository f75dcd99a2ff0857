"""What the present store and a backup of it have and the other has not."""

import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from scorecard.domain.backups import Difference
from scorecard.store.backups import refusals_named
from scorecard.store.backups_seal import count_steps
from scorecard.store.opening import open_plain

# What follows from the rest, or says of itself that it changed.
_RECORD = frozenset({
    "activity", "change", "day_seal", "alembic_version", "store", "search_entry", "backup_seal", "sqlite_sequence",
})  # fmt: skip
_COUNTED = frozenset({"entry", "promise", "promise_step", "reflection"})


def compare(store: Path, backup: Path) -> Difference:
    """Raises BackupError when one of the two can't be read."""
    with refusals_named(backup, store), closing(open_plain(store)) as connection:
        connection.execute("ATTACH ? AS kept", (f"{backup.absolute().as_uri()}?mode=ro",))
        connection.execute("BEGIN")
        return _Comparison(connection).difference()


class _Comparison:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._here, self._there = self._tables("main"), self._tables("kept")

    def difference(self) -> Difference:
        values = "SELECT day, measure_id, state, amount FROM main.entry WHERE state = 'scored'"
        kept = values.replace("main.", "kept.")
        steps, steps_back = count_steps(self._connection)
        return Difference(
            days=self._count(f"SELECT count(DISTINCT day) FROM ({values} EXCEPT {kept})"),
            values=self._count(f"SELECT count(*) FROM ({values} EXCEPT {kept})"),
            promises=self._promises(),
            answers=self._only("main", "reflection"),
            others=sum(self._others(table) for table in self._here | self._there),
            back=self._count(f"SELECT count(*) FROM ({kept} EXCEPT {values})"),
            steps=steps,
            steps_back=steps_back,
        )

    def _promises(self) -> int:
        """Promises with a word or a step that the backup has not."""
        found = [
            f"SELECT {key} FROM ({self._rows('main', table)}{self._but('kept', table)})"
            for table, key in (("promise", "id"), ("promise_step", "promise_id"))
            if table in self._here
        ]
        return self._count(f"SELECT count(*) FROM ({' UNION '.join(found)})") if found else 0

    def _others(self, table: str) -> int:
        """Rows that differ and are told of by no other number."""
        back = self._only("kept", table)
        if table == "entry":
            rest = "SELECT day, measure_id, note FROM {0}.entry WHERE note != ''"
            here, there = rest.format("main"), rest.format("kept")
            return sum(self._count(f"SELECT count(*) FROM ({a} EXCEPT {b})") for a, b in ((here, there), (there, here)))
        return back if table in _COUNTED else back + self._only("main", table)

    def _only(self, side: str, table: str) -> int:
        """Rows of a table that only this side has."""
        if table not in (self._here if side == "main" else self._there):
            return 0
        other = "kept" if side == "main" else "main"
        return self._count(f"SELECT count(*) FROM ({self._rows(side, table)}{self._but(other, table)})")

    def _rows(self, side: str, table: str) -> str:
        return f'SELECT {self._shared(table)} FROM {side}."{table}"'

    def _but(self, side: str, table: str) -> str:
        tables = self._here if side == "main" else self._there
        return f" EXCEPT {self._rows(side, table)}" if table in tables else ""

    def _shared(self, table: str) -> str:
        """The columns that both have; an older backup may have fewer."""
        columns = [self._columns(side, table) for side, tables in self._sides() if table in tables]
        return ", ".join(f'"{name}"' for name in columns[0] if all(name in names for names in columns))

    def _sides(self) -> tuple[tuple[str, Collection[str]], ...]:
        return ("main", self._here), ("kept", self._there)

    def _tables(self, side: str) -> frozenset[str]:
        rows = self._connection.execute(f"SELECT name FROM {side}.sqlite_schema WHERE type = 'table'")
        return frozenset(name for (name,) in rows if name not in _RECORD and not name.startswith("search_index"))

    def _columns(self, side: str, table: str) -> list[str]:
        return [name for _, name, *_ in self._connection.execute(f'PRAGMA {side}.table_info("{table}")')]

    def _count(self, query: str) -> int:
        return int(self._connection.execute(query).fetchone()[0])
