"""Databases of Rewire: habits, and a check-in for each day that something was said of: 1 missed, 2 done, 3 skipped.

That is not documented: in a real file the streak that Rewire stores is the number of twos since the last one, and
threes do not end it. Weekdays are counted from Sunday, 0.
"""

import sqlite3
from datetime import date
from pathlib import Path

from scorecard.domain.marks import SKIPPED, UNKNOWN, Mark, Scored
from scorecard.domain.measures import EVERY_DAY, Direction, Kind, Terms
from scorecard.domain.values import NO, YES
from scorecard.formats.bundle import (
    MOST_ENTRIES,
    UNDATED,
    Bundle,
    Cancelled,
    ForeignMeasure,
    Format,
    LossKind,
    Progress,
)  # fmt: skip
from scorecard.formats.errors import Amount
from scorecard.formats.files import check_size
from scorecard.formats.fitting import folded, joined
from scorecard.formats.foreign_database import check, opened
from scorecard.formats.foreign_rows import Columns, ForeignRow, cells_in, checked_columns, count_of, holds, measures_in
from scorecard.formats.gathering import Gathering, Steps, fitting_value
from scorecard.formats.losses import LossTally
from scorecard.formats.schedules import WEEK, tally, tick_terms

NAME = "rewire"
LARGEST_FILE = 64 * 1024 * 1024
HABIT = (
    "_id", "order_num", "name", "description", "active_days", "category", "archived", "schedule", "days", "period",
    "unit", "target_count", "repeating_count",
)  # fmt: skip
CHECK_IN = ("habit_id", "date", "type", "note", "actual_count")
READABLE = {
    "habits": frozenset({*HABIT, "rowid"}),
    "checkins": frozenset({*CHECK_IN, "_id", "rowid"}),
    "category": frozenset({"_id", "category_name", "rowid"}),
    "unit": frozenset({"_id", "unit_name", "rowid"}),
    "reasons": frozenset({"_id", "habit_id", "message", "rowid"}),
}
NEEDED = {"habits": {"_id", "name"}, "checkins": {"habit_id", "date", "type"}}
WEEKDAYS, TIMES, EVERY = 0, 1, 2  # schedules
PERIODS = {0: WEEK, 1: 31, 2: 365}
MISSED, DONE, SKIP = 1, 2, 3


def recognise(path: Path, head: bytes) -> bool:
    return holds(path, head, {table: READABLE[table] for table in NEEDED})


def read(path: Path, progress: Progress, cancelled: Cancelled) -> Bundle:
    check_size(path, LARGEST_FILE)
    with opened(path, READABLE, cancelled) as connection:
        columns = checked_columns(connection, READABLE, NEEDED)
        check(connection)
        gathering = Gathering(NAME, LossTally(records=True))
        habits = _habits(connection, columns, gathering)
        steps = Steps(progress, cancelled, count_of(connection, "checkins", MOST_ENTRIES, Amount.ENTRIES))
        for row in cells_in(connection, "checkins", CHECK_IN, columns):
            steps.step()
            habit_id = row.whole("habit_id")
            if habit_id is None or row.whole("type") is None or not row.text("date"):
                gathering.losses.add(LossKind.UNREADABLE, line=row.number)
            elif habit_id not in habits:
                gathering.losses.add(LossKind.NO_MEASURE, line=row.number)
            else:
                mark, note = _mark(row, habits[habit_id], gathering)
                gathering.add_entry(habits[habit_id], _day(row.text("date")), mark, note, row.number)
    return gathering.bundle()


def _habits(connection: sqlite3.Connection, columns: Columns, gathering: Gathering) -> dict[int, ForeignMeasure]:
    """In Rewire's order, by the id that check-ins name."""
    rows = measures_in(connection, "habits", HABIT, columns, gathering.losses)
    groups = _names(connection, columns, "category", "category_name")
    units = _names(connection, columns, "unit", "unit_name")
    reasons: dict[int | None, list[str]] = {}
    for row in cells_in(connection, "reasons", ("habit_id", "message"), columns):
        reasons.setdefault(row.whole("habit_id"), []).append(row.text("message"))
    ordered = sorted(rows.items(), key=lambda item: (item[1].whole("order_num") or 0, item[0]))
    return {
        habit_id: _measure(
            row,
            gathering,
            groups.get(row.whole("category"), ""),
            units.get(row.whole("unit"), ""),
            reasons.get(habit_id, []),
        )
        for habit_id, row in ordered
    }


def _names(connection: sqlite3.Connection, columns: Columns, table: str, column: str) -> dict[int | None, str]:
    return {row.whole("_id"): row.text(column) for row in cells_in(connection, table, ("_id", column), columns)}


def _measure(row: ForeignRow, gathering: Gathering, group: str, unit: str, reasons: list[str]) -> ForeignMeasure:
    name, whole = gathering.named(row.text("name"), f"#{row.whole('_id')}")
    terms, unfit = _terms(row, name, gathering.named(unit, "")[0], gathering.losses)
    return gathering.add_measure(
        ForeignMeasure(
            f"{NAME}:{folded(name)}",
            name,
            (terms,),
            gathering.why(name, row.text("description"), *reasons, unfit, whole),
            archived=bool(row.whole("archived")),
            group=gathering.named(group, "")[0],
        )
    )


def _terms(row: ForeignRow, name: str, unit: str, losses: LossTally) -> tuple[Terms, str]:
    """Terms, and the schedule in numbers where it is none of ours. A habit with a target counts something."""
    target = row.amount("target_count") or NO
    numerical = target != 0
    times, days, due = _schedule(row)
    if not numerical:
        terms = Terms(UNDATED, Kind.YES_NO, due=due) if due != EVERY_DAY else tick_terms(times, days)
        return (terms, "") if terms is not None else tally(Kind.YES_NO, f"{times}/{days}", name, losses)
    if (times, days) != (1, 1):
        return tally(Kind.NUMBER, f"≥ {target} · {times}/{days}", name, losses, unit)
    aim = fitting_value(Terms(UNDATED, Kind.NUMBER, Direction.TALLY), target)
    if aim is None or aim <= 0:
        losses.add(LossKind.TARGET, name, detail=f"≥ {target}")
        return Terms(UNDATED, Kind.NUMBER, Direction.TALLY, unit=unit), f"≥ {target}"
    return Terms(UNDATED, Kind.NUMBER, Direction.AT_LEAST, aim, unit=unit, due=due), ""


def _schedule(row: ForeignRow) -> tuple[int, int, frozenset[int]]:
    """Times, days and weekdays; 0 where the file does not tell them."""
    schedule = row.whole("schedule")
    if schedule == WEEKDAYS:
        named = {day.strip() for day in row.text("active_days").split(",")}
        due = frozenset((day - 1) % WEEK for day in range(WEEK) if str(day) in named)
        return 1, 1, due or EVERY_DAY
    if schedule == TIMES:
        return row.whole("days") or 0, PERIODS.get(row.whole("period") or 0, 0), EVERY_DAY
    if schedule == EVERY:
        return 1, row.whole("repeating_count") or 1, EVERY_DAY
    return 1, 1, EVERY_DAY


def _day(text: str) -> date | None:
    """Of "20160321"."""
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:])) if len(text) == 8 and text.isascii() else None
    except ValueError:
        return None


def _mark(row: ForeignRow, measure: ForeignMeasure, gathering: Gathering) -> tuple[Mark, str]:
    """What was said, and the note. Something done of a habit that counts is the amount of it."""
    note, said = row.text("note"), row.whole("type")
    numerical = measure.terms[-1].kind is Kind.NUMBER
    amount = row.amount("actual_count") or NO
    if said == SKIP:
        return SKIPPED, note
    if said in (MISSED, DONE) and not numerical:
        return Scored(YES if said == DONE else NO), note
    if said == MISSED or (said == DONE and amount):
        return gathering.valued(measure, amount, str(row.cells["actual_count"]), note, row.number)
    gathering.losses.add(LossKind.IN_NOTE, measure.name, row.number)
    return UNKNOWN, joined((note, str(said)))


FORMAT = Format(NAME, recognise, read)
