"""Rows tried out in an empty store that is in memory only: no second copy of what is private lies on a disk."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, MetaData, StaticPool, create_engine, insert

from scorecard.store.everything import Row, Rows, read_everything, tables_of_user
from scorecard.store.merging import Merging, compare
from scorecard.store.odd_rows import OddRowsError, mean_something, odd_rows_named
from scorecard.store.schema import metadata as known_tables


@contextmanager
def empty_store(metadata: MetaData) -> Iterator[Connection]:
    engine = create_engine("sqlite://", poolclass=StaticPool)
    try:
        with engine.begin() as connection:
            metadata.create_all(connection)
            yield connection
    finally:
        engine.dispose()


def compare_with_nothing(rows: Rows) -> Merging:
    """As `compare`, for a store that is still to be made."""
    with empty_store(known_tables) as connection:
        return compare(connection, rows)


def comes_back(rows: Rows, metadata: MetaData = known_tables) -> dict[str, list[Row]]:
    """What an empty store holds once it has taken `rows` in. Raises OddRowsError."""
    with empty_store(metadata) as connection:
        found = compare(connection, rows, metadata)
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for table in tables_of_user(metadata):
            if new := found.new.get(table.name):
                with odd_rows_named(table.name):
                    connection.execute(insert(table), [dict(row) for row in new])
        return read_everything(connection, metadata=metadata)


def rehearse(rows: Rows) -> None:
    """Raises OddRowsError where a table would refuse them, or a store with them would mean nothing to the program."""
    with empty_store(known_tables) as connection:
        for table in tables_of_user():
            if found := rows.get(table.name):
                with odd_rows_named(table.name):
                    connection.execute(insert(table), [dict(row) for row in found])
        mean_something(connection)


def can_be_read(rows: Rows) -> bool:
    """Whether a store with these rows, which keep the rules of their tables, would mean something to the program."""
    try:
        rehearse(rows)
    except OddRowsError:
        return False
    return True
