"""Databases of Tickmate: tracks, and a tick for each time something was done. Months are counted from 0.

A track takes one tick a day, or several: then they are counted, and the moments stand in the note. A day without a tick
is a day nothing is known of.
"""

import sqlite3
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from scorecard.domain.marks import Scored
from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.domain.values import YES
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
from scorecard.formats.fitting import folded
from scorecard.formats.foreign_database import check, opened
from scorecard.formats.foreign_rows import Columns, ForeignRow, cells_in, checked_columns, count_of, holds, measures_in
from scorecard.formats.gathering import Gathering, Steps
from scorecard.formats.losses import LossTally

NAME = "tickmate"
LARGEST_FILE = 64 * 1024 * 1024
TRACK = ("_id", "name", "description", "enabled", "multiple_entries_per_day", "order")
TICK = ("_track_id", "year", "month", "day", "hour", "minute", "second")
GROUP = ("_id", "name")
MEMBER = ("_track_id", "_group_id")
READABLE = {
    "tracks": frozenset({*TRACK, "rowid"}),
    "ticks": frozenset({*TICK, "_id", "rowid"}),
    "groups": frozenset({*GROUP, "rowid"}),
    "track2groups": frozenset({*MEMBER, "_id", "rowid"}),
}
NEEDED = {"tracks": {"_id", "name"}, "ticks": {"_track_id", "year", "month", "day"}}
NO_MOMENT = (12, 0, 0)
"""What a tick has that was set for a day."""

Track = tuple[ForeignRow, ForeignMeasure]


def recognise(path: Path, head: bytes) -> bool:
    return holds(path, head, {table: READABLE[table] for table in NEEDED})


def read(path: Path, progress: Progress, cancelled: Cancelled) -> Bundle:
    check_size(path, LARGEST_FILE)
    with opened(path, READABLE, cancelled) as connection:
        columns = checked_columns(connection, READABLE, NEEDED)
        check(connection)
        gathering = Gathering(NAME, LossTally(records=True))
        tracks = _tracks(connection, columns, gathering)
        steps = Steps(progress, cancelled, count_of(connection, "ticks", MOST_ENTRIES, Amount.ENTRIES))
        days: dict[tuple[int, date], list[ForeignRow]] = {}
        for tick in cells_in(connection, "ticks", TICK, columns):
            steps.step()
            if (found := _place(tick, tracks, gathering.losses)) is not None:
                days.setdefault(found, []).append(tick)
    for (track_id, day), ticks in days.items():
        _gather(*tracks[track_id], day, ticks, gathering)
    return gathering.bundle()


def _tracks(connection: sqlite3.Connection, columns: Columns, gathering: Gathering) -> dict[int, Track]:
    """In Tickmate's order, by the id that ticks name."""
    rows = measures_in(connection, "tracks", TRACK, columns, gathering.losses)
    groups = _groups(connection, columns)
    ordered = sorted(rows.items(), key=lambda item: (item[1].whole("order") or 0, item[0]))
    return {track_id: (row, _measure(track_id, row, groups.get(track_id, []), gathering)) for track_id, row in ordered}


def _groups(connection: sqlite3.Connection, columns: Columns) -> dict[int, list[str]]:
    """The names of the groups of each track."""
    names = {row.whole("_id"): row.text("name") for row in cells_in(connection, "groups", GROUP, columns)}
    groups: dict[int, list[str]] = {}
    for member in cells_in(connection, "track2groups", MEMBER, columns):
        track_id, name = member.whole("_track_id"), names.get(member.whole("_group_id"), "")
        if track_id is not None and name:
            groups.setdefault(track_id, []).append(name)
    return groups


def _measure(track_id: int, row: ForeignRow, groups: list[str], gathering: Gathering) -> ForeignMeasure:
    """A track of several groups keeps the names of the others in words."""
    name, whole = gathering.named(row.text("name"), f"#{track_id}")
    group, *others = groups or [""]
    terms = Terms(UNDATED, Kind.COUNT, Direction.TALLY) if _takes_several(row) else Terms(UNDATED, Kind.YES_NO)
    return gathering.add_measure(
        ForeignMeasure(
            f"{NAME}:{folded(name)}",
            name,
            (terms,),
            gathering.why(name, row.text("description"), whole, ", ".join(others)),
            archived=row.whole("enabled") == 0,
            group=gathering.named(group, "")[0],
        )
    )


def _takes_several(row: ForeignRow) -> bool:
    return bool(row.whole("multiple_entries_per_day"))


def _place(tick: ForeignRow, tracks: dict[int, Track], losses: LossTally) -> tuple[int, date] | None:
    """The track and the day of a tick; None when there is no such track or day."""
    track_id, year, month, day = (tick.whole(column) for column in ("_track_id", "year", "month", "day"))
    if track_id is None or year is None or month is None or day is None:
        losses.add(LossKind.UNREADABLE, line=tick.number)
    elif track_id not in tracks:
        losses.add(LossKind.NO_MEASURE, line=tick.number)
    else:
        try:
            return track_id, date(year, month + 1, day)
        except (ValueError, OverflowError):
            losses.add(LossKind.FAR_DAY, tracks[track_id][1].name, tick.number)
    return None


def _gather(row: ForeignRow, measure: ForeignMeasure, day: date, ticks: list[ForeignRow], gathering: Gathering) -> None:
    first, *more = ticks
    if _takes_several(row):
        moments = " · ".join(_moments(ticks)) if more else ""
        gathering.add_entry(measure, day, Scored(Decimal(len(ticks))), moments, first.number)
    else:
        for tick in ticks:
            gathering.add_entry(measure, day, Scored(YES), line=tick.number)


def _moments(ticks: list[ForeignRow]) -> Iterator[str]:
    for tick in ticks:
        hour, minute, second = (tick.whole(column) for column in ("hour", "minute", "second"))
        if hour is not None and minute is not None and (hour, minute, second) != NO_MOMENT:
            yield f"{hour:02}:{minute:02}"


FORMAT = Format(NAME, recognise, read)
