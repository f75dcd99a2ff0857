"""All that is the user's, table by table as the schema names them: what is not listed can't be forgotten."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, Integer, MetaData, StaticPool, Table, UniqueConstraint, create_engine, insert, select
from sqlalchemy.exc import DataError, IntegrityError

from scorecard.domain.errors import KnownError
from scorecard.domain.incidents import StoreError
from scorecard.store import checkins, goals, people, people_book, promises, reading, reflections
from scorecard.store.faults import UnreadableRowError
from scorecard.store.record import Work
from scorecard.store.schema import metadata as known_tables

Row = dict[str, Any]
Rows = Mapping[str, Sequence[Row]]
Key = tuple[Any, ...]

# Every table is the user's but these; a test knows no others.
NOT_THE_USERS = {
    "store": "its id and when it was made stand at the head of an export",
    "activity": "what can be undone belongs to the store; a backup has it",
    "change": "as activity",
    "day_seal": "made anew by whoever writes a day",
    "search_entry": "made anew from the other tables",
}
_LARGEST = 2**63


class OddRowsError(Exception):
    """Rows that no program of ours wrote. `table` is the name of one of ours, or empty."""

    def __init__(self, table: str = "") -> None:
        super().__init__(table)
        self.table = table


@dataclass(frozen=True, slots=True)
class Merging:
    """What rows from elsewhere come to here: new ones, how many are here already, and those that are others here.

    A conflict is a table and the key of a row that does not come along: ours differs, or it needs one that stays away.
    """

    new: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    same: int = 0
    conflicts: tuple[tuple[str, Key], ...] = ()

    @property
    def count(self) -> int:
        return sum(map(len, self.new.values()))


def tables_of_user(metadata: MetaData = known_tables) -> list[Table[Any]]:
    """In an order in which each comes after those that it refers to."""
    return [table for table in metadata.sorted_tables if table.name not in NOT_THE_USERS]


def read_everything(
    connection: Connection, first: date | None = None, until: date | None = None, metadata: MetaData = known_tables
) -> dict[str, list[Row]]:
    """All rows by table, in the order of their keys. Of rows that a day is the key of, only those of the days."""
    return {table.name: _rows(connection, table, first, until) for table in tables_of_user(metadata)}


def _rows(connection: Connection, table: Table[Any], first: date | None, until: date | None) -> list[Row]:
    statement: Any = select(table).order_by(*table.primary_key)
    name = table.info.get("day")
    if name is not None and name in table.primary_key.columns:  # the day a promise is due is not its key
        if first is not None:
            statement = statement.where(table.c[name] >= first.isoformat())
        if until is not None:
            statement = statement.where(table.c[name] <= until.isoformat())
    return [dict(row) for row in connection.execute(statement).mappings()]


def compare(connection: Connection, rows: Rows, metadata: MetaData = known_tables) -> Merging:
    """What `rows` would add. Raises OddRowsError."""
    new: dict[str, dict[Key, Row]] = {}
    here: dict[str, dict[Key, Row]] = {}
    conflicts: list[tuple[str, Key]] = []
    same = 0
    if unknown := set(rows) - {table.name for table in tables_of_user(metadata)}:
        raise OddRowsError(min(unknown))
    for table in tables_of_user(metadata):
        ours = here[table.name] = {_key(table, row): row for row in _rows(connection, table, None, None)}
        theirs = _keyed(table, rows.get(table.name, ()))
        same += sum(ours.get(key) == row for key, row in theirs.items())
        conflicts += [(table.name, key) for key, row in theirs.items() if key in ours and ours[key] != row]
        new[table.name] = {key: row for key, row in theirs.items() if key not in ours}
        for key in _taken(table, ours.values(), new[table.name]):
            del new[table.name][key]
            conflicts.append((table.name, key))
    conflicts += _without_what_they_need(metadata, here, new)
    return Merging({name: list(found.values()) for name, found in new.items()}, same, tuple(conflicts))


def _keyed(table: Table[Any], rows: Iterable[Row]) -> dict[Key, Row]:
    found: dict[Key, Row] = {}
    for row in rows:
        whole = _whole(table, row)
        if (key := _key(table, whole)) in found:
            raise OddRowsError(table.name)
        found[key] = whole
    return found


def _key(table: Table[Any], row: Row) -> Key:
    return tuple(row[column.name] for column in table.primary_key)


def _whole(table: Table[Any], row: Row) -> Row:
    """With every column: what an older schema had not yet begins as it did for the rows of then."""
    if not row.keys() <= set(table.columns.keys()):
        raise OddRowsError(table.name)
    whole = {column.name: row[column.name] if column.name in row else _begins_as(column) for column in table.columns}
    if not all(_fits(column, whole[column.name]) for column in table.columns):
        raise OddRowsError(table.name)
    return whole


def _begins_as(column: Any) -> Any:
    if column.server_default is None:
        return None
    said = str(column.server_default.arg)
    return int(said) if isinstance(column.type, Integer) else said


def _fits(column: Any, value: Any) -> bool:
    if value is None:
        return bool(column.nullable)
    if isinstance(column.type, Integer):
        return type(value) is int and abs(value) < _LARGEST
    return isinstance(value, str) and "\0" not in value and _is_text(value)


def _is_text(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _taken(table: Table[Any], ours: Iterable[Row], new: Mapping[Key, Row]) -> list[Key]:
    """New rows with something that only one row may have, and another has."""
    found = []
    for constraint in table.constraints:
        if not isinstance(constraint, UniqueConstraint):
            continue
        names = [column.name for column in constraint.columns]
        seen = {tuple(row[name] for name in names) for row in ours}
        for key, row in new.items():
            values = tuple(row[name] for name in names)
            if None not in values and values in seen:
                found.append(key)
            seen.add(values)
    return list(dict.fromkeys(found))


def _without_what_they_need(
    metadata: MetaData, here: Mapping[str, Mapping[Key, Row]], new: Mapping[str, dict[Key, Row]]
) -> list[tuple[str, Key]]:
    """Takes new rows out until each finds the rows that it refers to."""
    gone: list[tuple[str, Key]] = []
    links = [
        (table.name, link.parent.name, link.column.table.name)
        for table in tables_of_user(metadata)
        for link in table.foreign_keys
    ]
    before = -1
    while before < len(gone):
        before = len(gone)
        for name, column, needed in links:
            lost = [
                key
                for key, row in new[name].items()
                if (wanted := row[column]) is not None
                and (wanted,) not in here[needed]
                and (wanted,) not in new[needed]
            ]
            for key in lost:
                del new[name][key]
                gone.append((name, key))
    return gone


def merge(work: Work, rows: Rows, between: Callable[[], None] = lambda: None) -> Merging:
    """Adds what is new; what is here stays as it is. Raises OddRowsError, and then nothing may be kept."""
    found = compare(work.connection, rows)
    # Rows of one table may refer to each other, in whatever order they come.
    work.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for table in tables_of_user():
        between()
        with _odd_rows_named(table.name):
            work.add_many(table, found.new.get(table.name, ()))
    between()
    with _odd_rows_named():
        _read_as_the_program_does(work.connection)
    return found


@contextmanager
def _odd_rows_named(table: str = "") -> Iterator[None]:
    """What a table refuses, or the program can't read, is the fault of the rows; a full disk is not."""
    try:
        yield
    except StoreError:
        raise
    except (IntegrityError, DataError, UnreadableRowError, KnownError, ValueError) as error:
        raise OddRowsError(table) from error


def _read_as_the_program_does(connection: Connection) -> None:
    """Whatever passes the checks of the tables has to mean something, too."""
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


@contextmanager
def _empty_store(metadata: MetaData) -> Iterator[Connection]:
    """In memory: no second copy of what is private lies on a disk."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    try:
        with engine.begin() as connection:
            metadata.create_all(connection)
            yield connection
    finally:
        engine.dispose()


def compare_with_nothing(rows: Rows) -> Merging:
    """As `compare`, for a store that is still to be made."""
    with _empty_store(known_tables) as connection:
        return compare(connection, rows)


def comes_back(rows: Rows, metadata: MetaData = known_tables) -> dict[str, list[Row]]:
    """What an empty store holds once it has taken `rows` in. Raises OddRowsError."""
    with _empty_store(metadata) as connection:
        found = compare(connection, rows, metadata)
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for table in tables_of_user(metadata):
            if new := found.new.get(table.name):
                with _odd_rows_named(table.name):
                    connection.execute(insert(table), [dict(row) for row in new])
        return read_everything(connection, metadata=metadata)


def read_table(connection: Connection, name: str, first: date | None = None, until: date | None = None) -> list[Row]:
    """The rows of one table, as `read_everything` has them."""
    return _rows(connection, known_tables.tables[name], first, until)
