"""What the list of people is made of, added up by SQLite: one row a person, for all of them or for some."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection

from scorecard.domain.profiles import Profile, in_order
from scorecard.domain.relations import RelationLevel
from scorecard.store import people_rows as rows
from scorecard.store.rows import damage_if_unreadable

_BATCH = 500

_PROFILES = f"SELECT {', '.join(rows.PROFILE_COLUMNS)} FROM profile"
_GROUPS = "SELECT person_id, word FROM person_group"
# One look into the index for each person, however many touches there are.
_LAST_TOUCHES = (
    "SELECT person_id, day FROM"
    " (SELECT id AS person_id, (SELECT max(day) FROM touch WHERE person_id = person.id) AS day FROM person)"
    " WHERE day IS NOT NULL"
)
_LAST_TOUCHES_BY = "SELECT person_id, max(day) FROM touch WHERE day <= ? GROUP BY person_id"
# SQLite promises that a bare column beside max() is of the row that has it; of one day, the one entered last counts.
_LEVELS = "SELECT person_id, level, max(day || ' ' || id) FROM relation"
_OPEN_OWED = "SELECT person_id, count(*), min(due_day) FROM owed WHERE outcome IS NULL"

Ids = Collection[str] | None


def profiles(connection: Connection, ids: Ids = None) -> dict[str, Profile]:
    """By person; `ids` None: of all."""
    return {profile.person_id: profile for profile in rows.to_profiles(_rows(connection, _PROFILES, ids))}


def groups(connection: Connection, ids: Ids = None) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for person_id, word in _rows(connection, _GROUPS, ids):
        found.setdefault(person_id, []).append(word)
    return {person_id: in_order(words) for person_id, words in found.items()}


@damage_if_unreadable
def last_touches(connection: Connection, ids: Ids = None) -> dict[str, date]:
    found = _rows(connection, _LAST_TOUCHES, ids)
    return {person_id: date.fromisoformat(day) for person_id, day in found}


@damage_if_unreadable
def last_touches_by(connection: Connection, day: date) -> dict[str, date]:
    """As of a day."""
    found = connection.exec_driver_sql(_LAST_TOUCHES_BY, (day.isoformat(),))
    return {person_id: date.fromisoformat(last) for person_id, last in found}


@damage_if_unreadable
def levels(connection: Connection, ids: Ids = None) -> dict[str, RelationLevel]:
    found = _rows(connection, _LEVELS, ids, grouped=True)
    return {person_id: RelationLevel(level) for person_id, level, _ in found}


@damage_if_unreadable
def open_owed(connection: Connection, ids: Ids = None) -> dict[str, tuple[int, date | None]]:
    """How many are open, and the first day one of them is due."""
    found = _rows(connection, _OPEN_OWED, ids, grouped=True)
    return {person: (int(count), date.fromisoformat(due) if due else None) for person, count, due in found}


def persons_of(connection: Connection, table: str, keys: Collection[str]) -> frozenset[str] | None:
    """Whose the rows of `table` with these ids are; None when one of them is gone, so that nobody knows."""
    whose: list[str] = []
    wanted = sorted(keys)
    for start in range(0, len(wanted), _BATCH):
        some = wanted[start : start + _BATCH]
        statement = f"SELECT person_id FROM {table} WHERE id IN ({_marks(some)})"
        whose += [person for (person,) in connection.exec_driver_sql(statement, tuple(some))]
    return frozenset(whose) if len(whose) == len(wanted) else None


def served_on(connection: Connection, day: date) -> frozenset[str]:
    statement = "SELECT DISTINCT person_id FROM touch WHERE day = ? AND way = 'served' AND direction = 'given'"
    return frozenset(person for (person,) in connection.exec_driver_sql(statement, (day.isoformat(),)))


def _rows(connection: Connection, statement: str, ids: Ids, *, grouped: bool = False) -> Sequence[Any]:
    """In SQLite's own words: the list is made anew with every change."""
    ending = " GROUP BY person_id" if grouped else ""
    if ids is None:
        return connection.exec_driver_sql(statement + ending).all()
    found: list[Any] = []
    wanted, word = sorted(ids), "AND" if " WHERE " in statement else "WHERE"
    for start in range(0, len(wanted), _BATCH):
        some = wanted[start : start + _BATCH]
        where = f" {word} person_id IN ({_marks(some)})"
        found += connection.exec_driver_sql(statement + where + ending, tuple(some)).all()
    return found


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))
