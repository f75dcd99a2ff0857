"""Days, card and settings read through SQLAlchemy into frozen values."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from scorecard.domain.away import AwayRange
from scorecard.domain.marks import Entry
from scorecard.domain.people import People
from scorecard.domain.settings import Settings
from scorecard.domain.snapshot import Card, Snapshot
from scorecard.store import promises, rows
from scorecard.store.schema import (
    away_table,
    day_table,
    entry_table,
    group_table,
    measure_table,
    setting_table,
    terms_table,
)


def _columns(table: Table[Any], names: Sequence[str]) -> Any:
    return select(*(table.c[name] for name in names))


_GROUPS = _columns(group_table, rows.GROUP_COLUMNS)
_MEASURES = _columns(measure_table, rows.MEASURE_COLUMNS)
_TERMS = _columns(terms_table, rows.TERMS_COLUMNS).order_by(terms_table.c.measure_id, terms_table.c.first_day)
_ENTRIES = _columns(entry_table, rows.ENTRY_COLUMNS)
_DAYS = _columns(day_table, rows.DAY_COLUMNS)
_AWAY = _columns(away_table, rows.AWAY_COLUMNS)
_SETTINGS = _columns(setting_table, rows.SETTING_COLUMNS).order_by(setting_table.c.first_day)


def read_card(connection: Connection) -> Card:
    return rows.to_card(_all(connection, _GROUPS), _all(connection, _MEASURES), _all(connection, _TERMS))


def read_settings(connection: Connection) -> Settings:
    return rows.to_settings(_all(connection, _SETTINGS))


def read_away(connection: Connection) -> tuple[AwayRange, ...]:
    return rows.to_away(_all(connection, _AWAY))


def read_entries(connection: Connection, first_day: date, last_day: date) -> dict[tuple[date, str], Entry]:
    return rows.to_entries(_all(connection, _between(_ENTRIES, entry_table, first_day, last_day)))


def read_days(
    connection: Connection, first_day: date, last_day: date, card: Card, away: tuple[AwayRange, ...], settings: Settings
) -> Snapshot:
    """The days of a stretch around a card that was read before."""
    entries = read_entries(connection, first_day, last_day)
    finished = rows.to_finished(_all(connection, _between(_DAYS, day_table, first_day, last_day)))
    promised = promises.read_promises_of_days(connection, first_day, last_day)
    people = promises.read_people(connection) if promised else People()
    return Snapshot(first_day, last_day, card, entries, finished, away, settings, promised, people)


def read_snapshot(connection: Connection, first_day: date, last_day: date) -> Snapshot:
    frame = (read_card(connection), read_away(connection), read_settings(connection))
    return read_days(connection, first_day, last_day, *frame)


def _between(statement: Any, table: Table[Any], first_day: date, last_day: date) -> Any:
    return statement.where(table.c.day.between(first_day.isoformat(), last_day.isoformat()))


def _all(connection: Connection, statement: Any) -> Sequence[Row[Any]]:
    return connection.execute(statement).all()
