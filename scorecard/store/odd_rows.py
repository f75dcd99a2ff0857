"""Rows that no program of ours wrote: whatever passes the checks of the tables has to mean something, too."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, select
from sqlalchemy.exc import DataError, IntegrityError

from scorecard.domain.errors import KnownError
from scorecard.domain.incidents import StoreError
from scorecard.store import checkins, goals, people, people_book, promises, reading, reflections
from scorecard.store.everything import tables_of_user
from scorecard.store.faults import UnreadableRowError
from scorecard.store.schema import person_table, profile_table


class OddRowsError(Exception):
    """Rows that no program of ours wrote. `table` is the name of one of ours, or empty."""

    def __init__(self, table: str = "") -> None:
        super().__init__(table)
        self.table = table


@contextmanager
def odd_rows_named(table: str = "") -> Iterator[None]:
    """What a table refuses, or the program can't read, is the fault of the rows; a full disk is not."""
    try:
        yield
    except StoreError:
        raise
    except (IntegrityError, DataError, UnreadableRowError, KnownError, ValueError) as error:
        raise OddRowsError(table) from error


def mean_something(connection: Connection) -> None:
    """Raises OddRowsError unless the program can read all that is there."""
    with odd_rows_named():
        _read_as_the_program_does(connection)


def _read_as_the_program_does(connection: Connection) -> None:
    reading.read_snapshot(connection, date.min, date.max)
    promises.read_promises(connection)
    reflections.read_prompts(connection)
    reflections.read_questions(connection)
    reflections.read_adjustments(connection)
    reflections.read_felt_between(connection, date.min, date.max)
    checkins.read_checkins(connection)
    goals.read_goals(connection)
    for person in promises.read_people(connection).all:
        people.read_person(connection, person.id)
    people_book.open_owed(connection)
    for table in tables_of_user():
        if (name := table.info.get("day")) is not None:
            for (day,) in connection.execute(select(table.c[name]).distinct()):
                if day is not None:
                    date.fromisoformat(day)
    for column in (profile_table.c.team_id, person_table.c.merged_into):
        _refuse_circles(connection, column)


def _refuse_circles(connection: Connection, column: Column[Any]) -> None:
    """Nobody stands above themselves. Raises ValueError."""
    (own,) = column.table.primary_key
    found = connection.execute(select(own, column).where(column.is_not(None)))
    above: dict[str, str] = {below: over for below, over in found}  # noqa: C416
    clear = set[str]()
    for person in above:
        seen = set[str]()
        while person in above and person not in clear:
            if person in seen:
                raise ValueError("a circle")
            seen.add(person)
            person = above[person]
        clear |= seen
