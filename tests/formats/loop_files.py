"""Backups of Loop Habit Tracker, made here for each version of its schema from a description of what changed when."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

OLDEST, NEWEST = 9, 25
VERSIONS = tuple(range(OLDEST, NEWEST + 1))
DAY = 86_400_000
MONDAY = 1_772_409_600_000
"""Monday 2 March 2026, as Loop stores it."""

Cells = Mapping[str, object]

# Column, its declaration, the version that brought it.
HABIT_COLUMNS = (
    ("archived", "integer", 9), ("color", "integer", 9), ("description", "text", 9), ("freq_den", "integer", 9),
    ("freq_num", "integer", 9), ("highlight", "integer", 9), ("name", "text", 9), ("position", "integer", 9),
    ("reminder_hour", "integer", 9), ("reminder_min", "integer", 9),
    ("reminder_days", "integer not null default 127", 12), ("type", "integer not null default 0", 16),
    ("target_type", "integer not null default 0", 18), ("target_value", "real not null default 0", 18),
    ("unit", "text not null default ''", 18), ("question", "text", 23), ("uuid", "text", 24),
)  # fmt: skip
OLD_TABLES = ("Score", "Streak", "Checkmarks")

HABITS: tuple[Cells, ...] = (
    {"id": 1, "archived": 0, "freq_den": 1, "freq_num": 1, "name": "Call a client", "position": 0, "type": 0,
     "question": "Did I call a client?", "description": "", "uuid": "0" * 31 + "1"},
    {"id": 2, "archived": 0, "freq_den": 1, "freq_num": 1, "name": "Focus hours", "position": 1, "type": 1,
     "target_type": 0, "target_value": 2.5, "unit": "h", "question": "", "description": "deep work",
     "uuid": "0" * 31 + "2"},
    {"id": 3, "archived": 1, "freq_den": 7, "freq_num": 1, "name": "Meetings, long", "position": 2, "type": 1,
     "target_type": 1, "target_value": 3.0, "unit": "", "question": "", "description": "", "uuid": "0" * 31 + "3"},
)  # fmt: skip
REPETITIONS: tuple[Cells, ...] = (
    {"habit": 1, "timestamp": MONDAY, "value": 2, "notes": ""},
    {"habit": 1, "timestamp": MONDAY + DAY, "value": 0, "notes": "ill"},
    {"habit": 1, "timestamp": MONDAY + 2 * DAY, "value": 3, "notes": "public holiday"},
    {"habit": 2, "timestamp": MONDAY, "value": 2500, "notes": None},
    {"habit": 2, "timestamp": MONDAY + DAY, "value": 0, "notes": ""},
    {"habit": 2, "timestamp": MONDAY + 2 * DAY, "value": 3, "notes": ""},
    {"habit": 3, "timestamp": MONDAY, "value": 1000, "notes": 'one, "long" one'},
)


def habit(number: int = 1, **cells: object) -> Cells:
    """A daily yes/no habit, but for `cells`."""
    return {**HABITS[0], "id": number, "position": number, "uuid": f"{number:032x}", **cells}


def tick(value: object = 2, day: int = 0, **cells: object) -> Cells:
    """A repetition of habit 1, `day` days after Monday."""
    return {"habit": 1, "timestamp": MONDAY + day * DAY, "value": value, **cells}


def loop_backup(
    path: Path,
    version: int = NEWEST,
    habits: Sequence[Cells] = HABITS,
    repetitions: Sequence[Cells] = REPETITIONS,
    extra: str = "",
    columns: str = "",
) -> Path:
    """A backup of that version; cells of columns the version has not are left out.

    `columns` is SQL to run before there are rows, `extra` SQL to run at the end.
    """
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(schema(version) + columns)
        for cells in habits:
            _insert(connection, "Habits", cells)
        for cells in repetitions:
            _insert(connection, "Repetitions", cells)
        connection.executescript(extra)
        connection.commit()
    return path


def schema(version: int) -> str:
    key = "id" if version >= 22 else "Id"
    habits = [f"{name} {kind}" for name, kind, since in HABIT_COLUMNS if since <= version]
    repetitions = [f"{key} integer primary key autoincrement"]
    if version >= 22:
        repetitions += ["habit integer not null references habits(id)", "timestamp integer not null"]
    else:
        repetitions += ["habit integer references Habits(Id)", "timestamp integer"]
    repetitions += ["value integer not null default 2"] * (version >= 16) + ["notes text"] * (version >= 25)
    tables = [f"create table {name} (Id integer, habit integer)" for name in OLD_TABLES if version < 20]
    return ";\n".join([
        f"pragma user_version={version}",
        "create table android_metadata (locale text)",
        f"create table Habits ({key} integer primary key autoincrement, {', '.join(habits)})",
        f"create table Repetitions ({', '.join(repetitions)})",
        *(["create unique index idx_repetitions_habit_timestamp on Repetitions(habit, timestamp)"] * (version >= 22)),
        *tables,
        "",
    ])  # fmt: skip


def _insert(connection: sqlite3.Connection, table: str, cells: Cells) -> None:
    there = {str(name).lower() for _, name, *_ in connection.execute(f"pragma table_info({table})")}
    own = {name: value for name, value in cells.items() if name in there and value is not None}
    marks = ", ".join("?" * len(own))
    values = f"({', '.join(own)}) values ({marks})" if own else "default values"
    connection.execute(f"insert into {table} {values}", list(own.values()))


def milliseconds(day: date) -> int:
    return (day - date(1970, 1, 1)).days * DAY
