"""Rows of one of two stores as what is said of them; an older one may lack tables and columns."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from scorecard.domain.backup_changes import EntryTold, PromiseTold, TermsTold, Told, Topic, WordsTold
from scorecard.domain.due import Due, Span
from scorecard.domain.errors import ImpossibleTermsError
from scorecard.domain.measures import Terms
from scorecard.domain.promises import Level, Outcome
from scorecard.store.backups_shown import NAMES, Shown
from scorecard.store.faults import UnreadableRowError
from scorecard.store.rows import TERMS_COLUMNS, to_entry, to_terms

Row = Mapping[str, Any]

_MOST_LETTERS = 200
_NONSENSE = (ValueError, TypeError, KeyError, UnreadableRowError, ImpossibleTermsError)


class Side:
    """The present store or the backup, by the name under which a connection has it."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self.connection = connection
        self.name = name
        self._columns: dict[str, list[str]] = {}

    @cached_property
    def tables(self) -> frozenset[str]:
        rows = self.connection.execute(f"SELECT name FROM {self.name}.sqlite_schema WHERE type = 'table'")
        return frozenset(name for (name,) in rows)

    def columns(self, table: str) -> list[str]:
        if table not in self._columns:
            found = self.connection.execute(f'PRAGMA {self.name}.table_info("{table}")')
            self._columns[table] = [name for _, name, *_ in found]
        return self._columns[table]

    def row(self, table: str, shown: Shown, key: Sequence[Any]) -> Row | None:
        rows = self._rows(table, " AND ".join(f'"{name}" = ?' for name in shown.key), key)
        return rows[0] if rows else None

    def of(self, shown: Shown, row: Row) -> str:
        found = row.get(shown.of) if shown.of else ""
        return self._name_of(shown.of_table, found) if shown.of_table else _short(found)

    def day(self, shown: Shown, row: Row) -> date | None:
        try:
            return date.fromisoformat(row[shown.day]) if shown.day else None
        except _NONSENSE:
            return None

    def told(self, table: str, shown: Shown, row: Row) -> Told:
        """What can't be made sense of is told by its words."""
        try:
            match shown.topic:
                case Topic.ENTRY:
                    return self._entry(row)
                case Topic.PROMISE:
                    return self._promise(row)
                case Topic.TERMS:
                    return TermsTold(_terms(row))
                case _:
                    return self._words(shown, row)
        except _NONSENSE:
            return self._words(shown, row)

    def _entry(self, row: Row) -> EntryTold:
        columns = (row["day"], row["measure_id"], row["state"], row["amount"], row["note"], row.get("from_memory", 0))
        entry = to_entry(columns)
        return EntryTold(entry.mark, _short(entry.note), self._terms_on(entry.measure_id, row["day"]))

    def _terms_on(self, measure_id: str, day: str) -> Terms | None:
        found = self._rows("terms", "measure_id = ? ORDER BY first_day <= ? DESC, first_day DESC", (measure_id, day))
        try:
            return _terms(found[0]) if found else None
        except _NONSENSE:
            return None

    def _promise(self, row: Row) -> PromiseTold:
        """Its steps, in the order of their days, come to where it stands."""
        level, due, outcome = Level(row["level"]), _due(row), Outcome.OPEN
        for step in self._rows("promise_step", "promise_id = ? ORDER BY day, position", (row["id"],)):
            match step["kind"]:
                case "moved":
                    due = _due(step)
                case "relevelled":
                    level = Level(step["level"])
                case "reopened":
                    outcome = Outcome.OPEN
                case settled:
                    outcome = Outcome(settled)
        return PromiseTold(level, due, outcome)

    def _words(self, shown: Shown, row: Row) -> WordsTold:
        words = next((row[name] for name in shown.words if row.get(name)), "")
        if shown.named is not None:
            column, table = shown.named
            name = self._name_of(table, row.get(column)) or self._name_of("measure_group", row.get(column))
            words = " → ".join(part for part in (words, name) if part)
        code = "/".join("" if row.get(name) is None else str(row[name]) for name in shown.codes)
        return WordsTold(_short(words), code)

    def _rows(self, table: str, where: str, values: Sequence[Any]) -> list[Row]:
        if table not in self.tables:
            return []
        columns = self.columns(table)
        listed = ", ".join(f'"{name}"' for name in columns)
        found = self.connection.execute(f'SELECT {listed} FROM {self.name}."{table}" WHERE {where}', tuple(values))
        return [dict(zip(columns, row, strict=True)) for row in found.fetchall()]

    def _name_of(self, table: str, row_id: object) -> str:
        return self._names.get((table, row_id), "")

    @cached_property
    def _names(self) -> dict[tuple[str, object], str]:
        """A few thousand at most."""
        return {
            (table, row_id): _short(name)
            for table in NAMES
            if table in self.tables
            for row_id, name in self.connection.execute(f"SELECT id, name FROM {self.name}.{table}")
        }


def _terms(row: Row) -> Terms:
    return to_terms([row[name] for name in TERMS_COLUMNS])


def _due(row: Row) -> Due | None:
    return Due(Span(row["due_span"]), date.fromisoformat(row["due_day"])) if row["due_span"] else None


def _short(words: object) -> str:
    """The first words, in one line."""
    line = " ".join(str(words or "")[: 2 * _MOST_LETTERS].split())
    return line if len(line) <= _MOST_LETTERS else line[: _MOST_LETTERS - 1].rstrip() + "…"
