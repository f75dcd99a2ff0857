"""Backups of Loop Habit Tracker: SQLite files of any schema version up to 25.

The columns tell the version: no `value` before 16 (every row a tick), no target before 18, and before 23 the question
stands in `description`. A timestamp is the UTC midnight of the user's own day, in milliseconds; no zone applies.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from scorecard.domain.marks import UNKNOWN, Mark
from scorecard.formats.bundle import (
    FIRST_DAY,
    LAST_DAY,
    MOST_ENTRIES,
    MOST_MEASURES,
    Bundle,
    Cancelled,
    ForeignEntry,
    ForeignMeasure,
    Format,
    LossKind,
    Progress,
)  # fmt: skip
from scorecard.formats.errors import Amount, FileFault, FileTooLargeError, NewerFormatError, UnreadableFileError
from scorecard.formats.files import check_size
from scorecard.formats.fitting import distinct, fitting_note, joined
from scorecard.formats.foreign_database import check, columns_of, opened
from scorecard.formats.foreign_rows import count_of, holds, rows_of
from scorecard.formats.loop_habits import Habit, as_mark, as_measure, is_inferred
from scorecard.formats.losses import LossTally

NAME = "loop"
NEWEST_VERSION = 25
LARGEST_FILE = 64 * 1024 * 1024
EPOCH = date(1970, 1, 1)
DAY_IN_MILLISECONDS = 86_400_000
BATCH = 1_000

HABIT_COLUMNS = (
    "id", "name", "question", "description", "archived", "position", "freq_num", "freq_den", "type", "target_type",
    "target_value", "unit", "uuid",
)  # fmt: skip
ENTRY_COLUMNS = ("habit", "timestamp", "value", "notes")
READABLE = {
    "habits": frozenset({*HABIT_COLUMNS, "rowid"}),
    "repetitions": frozenset({*ENTRY_COLUMNS, "id", "rowid"}),
}
NEEDED = {"habits": {"id", "name"}, "repetitions": {"habit", "timestamp"}}
TICK = 2


def recognise(path: Path, head: bytes) -> bool:
    return holds(path, head, READABLE)


def read(path: Path, progress: Progress, cancelled: Cancelled) -> Bundle:
    check_size(path, LARGEST_FILE)
    with opened(path, READABLE, cancelled) as connection:
        columns = {table: columns_of(connection, table) for table in READABLE}
        _check_version(connection, columns)
        check(connection)
        losses = LossTally(records=True)
        measures = _measures(connection, columns["habits"], losses)
        rows = rows_of(connection, "repetitions", ENTRY_COLUMNS, columns["repetitions"])
        count = count_of(connection, "repetitions", MOST_ENTRIES, Amount.ENTRIES)
        return _bundle(measures, rows, count, losses, progress)


def _check_version(connection: sqlite3.Connection, columns: dict[str, frozenset[str]]) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > NEWEST_VERSION:
        raise NewerFormatError(version, NEWEST_VERSION)
    if any(not needed <= columns[table] for table, needed in NEEDED.items()):
        raise UnreadableFileError(FileFault.STRANGE)


def _measures(
    connection: sqlite3.Connection, columns: frozenset[str], losses: LossTally
) -> dict[int, tuple[Habit, ForeignMeasure]]:
    """Measures in Loop's order, by the id that repetitions name."""
    habits: dict[int, Habit] = {}
    for number, *cells in rows_of(connection, "habits", HABIT_COLUMNS, columns):
        habit = Habit(dict(zip(HABIT_COLUMNS, cells, strict=True)))
        if habit.id is None or habit.id in habits:
            losses.add(LossKind.BROKEN_MEASURE, line=number if isinstance(number, int) else None)
        else:
            habits[habit.id] = habit
        if len(habits) > MOST_MEASURES:
            raise FileTooLargeError(MOST_MEASURES, Amount.MEASURES)
    measures: dict[int, tuple[Habit, ForeignMeasure]] = {}
    taken: set[str] = set()
    for habit in sorted(habits.values(), key=lambda habit: habit.order):
        measure = as_measure(habit, losses)
        measure = replace(measure, origin=distinct(measure.origin, taken))
        taken.add(measure.origin)
        measures[habit.order[1]] = habit, measure
    return measures


def _bundle(
    measures: dict[int, tuple[Habit, ForeignMeasure]],
    rows: Iterator[tuple[object, ...]],
    count: int,
    losses: LossTally,
    progress: Progress,
) -> Bundle:
    entries: list[ForeignEntry] = []
    claimed: set[tuple[str, date]] = set()
    for done, (number, *cells) in enumerate(rows):
        if done % BATCH == 0:
            progress(done, count)
        if (entry := _entry(number, cells, measures, claimed, losses)) is not None:
            entries.append(entry)
    progress(count, count)
    return Bundle(NAME, tuple(measure for _, measure in measures.values()), tuple(entries), losses.losses)


def _entry(
    number: object,
    cells: list[object],
    measures: dict[int, tuple[Habit, ForeignMeasure]],
    claimed: set[tuple[str, date]],
    losses: LossTally,
) -> ForeignEntry | None:
    """What one row says. Of rows for one day the lowest row number stands, as in Loop itself; None when none does."""
    line = number if isinstance(number, int) else None
    habit_id, timestamp, value, notes = cells
    value = TICK if value is None else value
    if not (isinstance(habit_id, int) and isinstance(timestamp, int) and isinstance(value, int)):
        losses.add(LossKind.UNREADABLE, line=line)
        return None
    if habit_id not in measures:
        losses.add(LossKind.NO_MEASURE, line=line)
        return None
    habit, measure = measures[habit_id]
    day = _day(timestamp)
    if day is None:
        losses.add(LossKind.FAR_DAY, measure.name, line)
        return None
    if (measure.origin, day) in claimed:
        losses.add(LossKind.DUPLICATE, measure.name, line)
        return None
    claimed.add((measure.origin, day))
    note = fitting_note(notes if isinstance(notes, str) else "", losses, measure.name, line)
    mark, note = _mark(habit, measure, value, note, line, losses)
    return ForeignEntry(measure.origin, day, mark, note) if mark != UNKNOWN or note else None


def _mark(
    habit: Habit, measure: ForeignMeasure, value: int, note: str, line: int | None, losses: LossTally
) -> tuple[Mark, str]:
    if is_inferred(habit, value):
        losses.add(LossKind.INFERRED, measure.name, line)
    mark = as_mark(habit, value)
    if mark is not None:
        return mark, note
    losses.add(LossKind.IN_NOTE, measure.name, line)
    return UNKNOWN, joined((note, str(value)))


def _day(timestamp: int) -> date | None:
    days = timestamp // DAY_IN_MILLISECONDS
    if not (FIRST_DAY - EPOCH).days <= days <= (LAST_DAY - EPOCH).days:
        return None
    return EPOCH + timedelta(days=days)


FORMAT = Format(NAME, recognise, read)
