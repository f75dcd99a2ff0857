"""The first picture's days, read with nothing but sqlite3: SQLAlchemy is imported after the window stands.

It returns the same values as `reading`; a test holds the two equal.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from scorecard.domain.people import People
from scorecard.domain.promises import Promise
from scorecard.domain.snapshot import Card, Snapshot
from scorecard.store import promise_rows, rows
from scorecard.store.faults import meeting
from scorecard.store.opening import open_plain
from scorecard.store.promise_rows import OF_DAYS


class FirstLook:
    """A short-lived reader of a store of the current schema. Raises StoreError."""

    def __init__(self, path: Path, writes: bool = True) -> None:
        self._path = path
        self._writes = writes

    def settings_and_days(self) -> "FirstDays":
        with meeting(self._path):
            return FirstDays(open_plain(self._path, self._writes), self._path)


class FirstDays:
    """The open reader: first the settings, which decide what today is, then the days around it."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        with self._closing_on_error():
            connection.execute("BEGIN")
            self.settings = rows.to_settings(self._select("setting", rows.SETTING_COLUMNS, "ORDER BY first_day"))

    def snapshot(self, first_day: date, last_day: date) -> Snapshot:
        """The days from `first_day` to `last_day`; ends the reading."""
        stretch = (first_day.isoformat(), last_day.isoformat())
        with self._closing_on_error():
            snapshot = Snapshot(
                first_day,
                last_day,
                self._card(),
                rows.to_entries(self._select("entry", rows.ENTRY_COLUMNS, "WHERE day BETWEEN ? AND ?", stretch)),
                rows.to_finished(self._select("day", rows.DAY_COLUMNS, "WHERE day BETWEEN ? AND ?", stretch)),
                rows.to_away(self._select("away", rows.AWAY_COLUMNS)),
                self.settings,
                *self._promises(first_day, last_day),
            )
        self.close()
        return snapshot

    def card(self) -> Card:
        """The card alone; ends the reading."""
        with self._closing_on_error():
            card = self._card()
        self.close()
        return card

    def _card(self) -> Card:
        return rows.to_card(
            self._select("measure_group", rows.GROUP_COLUMNS),
            self._select("measure", rows.MEASURE_COLUMNS),
            self._select("terms", rows.TERMS_COLUMNS, "ORDER BY measure_id, first_day"),
        )

    def _promises(self, first_day: date, last_day: date) -> tuple[tuple[Promise, ...], People]:
        asked = promise_rows.days_asked(first_day, last_day)
        of_days = f"WHERE {OF_DAYS} ORDER BY id"
        found = self._select("promise", promise_rows.PROMISE_COLUMNS, of_days, asked)
        if not found:
            return (), People()
        theirs = f"WHERE promise_id IN (SELECT id FROM promise WHERE {OF_DAYS}) ORDER BY promise_id, position"
        steps = self._select("promise_step", promise_rows.STEP_COLUMNS, theirs, asked)
        people = promise_rows.to_people(self._select("person", promise_rows.PERSON_COLUMNS))
        return promise_rows.to_promises(found, steps), people

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def _closing_on_error(self) -> Iterator[None]:
        try:
            with meeting(self._path):
                yield
        except BaseException:
            self.close()
            raise

    def _select(self, table: str, columns: Sequence[str], clause: str = "", values: Any = ()) -> list[Any]:
        return self._connection.execute(f"SELECT {', '.join(columns)} FROM {table} {clause}", values).fetchall()
