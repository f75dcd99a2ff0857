"""All that is the user's, table by table as the schema names them: what is not listed can't be forgotten."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, MetaData, Table, select

from scorecard.store.schema import metadata as known_tables

Row = dict[str, Any]
Rows = Mapping[str, Sequence[Row]]

# Every table is the user's but these; a test knows no others.
NOT_THE_USERS = {
    "store": "its id and when it was made stand at the head of an export",
    "activity": "what can be undone belongs to the store; a backup has it",
    "change": "as activity",
    "day_seal": "made anew by whoever writes a day",
    "search_entry": "made anew from the other tables",
}
# What refers to a measure without SQLite's seeing to it.
_UNCHECKED_LINKS = (("terms", "measure_id", "measure"), ("entry", "measure_id", "measure"))


def tables_of_user(metadata: MetaData = known_tables) -> list[Table[Any]]:
    """In an order in which each comes after those that it refers to."""
    return [table for table in metadata.sorted_tables if table.name not in NOT_THE_USERS]


def columns_of_user() -> dict[str, tuple[str, ...]]:
    """Of each table that is the user's."""
    return {table.name: tuple(table.columns.keys()) for table in tables_of_user()}


def keys_of_user() -> dict[str, tuple[str, ...]]:
    """The columns of each table by which a row is known."""
    return {table.name: tuple(column.name for column in table.primary_key) for table in tables_of_user()}


def links_of_user() -> tuple[tuple[str, str, str], ...]:
    """Each column that names a row of another table by its id: its table, itself, the other table."""
    return (*links_in(known_tables), *_UNCHECKED_LINKS)


def links_in(metadata: MetaData) -> list[tuple[str, str, str]]:
    """Those that SQLite sees to."""
    return [
        (table.name, link.parent.name, link.column.table.name)
        for table in tables_of_user(metadata)
        for link in table.foreign_keys
    ]


def read_everything(
    connection: Connection, first: date | None = None, until: date | None = None, metadata: MetaData = known_tables
) -> dict[str, list[Row]]:
    """All rows by table, in the order of their keys. Of rows that a day is the key of, only those of the days."""
    return {table.name: rows_in(connection, table, first, until) for table in tables_of_user(metadata)}


def rows_in(
    connection: Connection, table: Table[Any], first: date | None = None, until: date | None = None
) -> list[Row]:
    statement: Any = select(table).order_by(*table.primary_key)
    name = table.info.get("day")
    if name is not None and name in table.primary_key.columns:  # the day a promise is due is not its key
        if first is not None:
            statement = statement.where(table.c[name] >= first.isoformat())
        if until is not None:
            statement = statement.where(table.c[name] <= until.isoformat())
    return [dict(row) for row in connection.execute(statement).mappings()]


def read_table(connection: Connection, name: str, first: date | None = None, until: date | None = None) -> list[Row]:
    """The rows of one table, as `read_everything` has them."""
    return rows_in(connection, known_tables.tables[name], first, until)
