"""Databases of Tickmate and of Rewire."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.marks import SKIPPED, UNKNOWN, Scored
from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.formats.bundle import UNDATED, Bundle, LossKind
from scorecard.formats.errors import FileFault, UnreadableFileError
from scorecard.formats.known import recognise
from tests.formats.foreign_files import OLD_TICKMATE, check_in, database, rewire, tick, tickmate
from tests.formats.reading import entries_of, loss_of, measure_named, read, terms_named

YES, NO = Scored(Decimal(1)), Scored(Decimal(0))
Make = Callable[[Path], Path]


def made_tickmate(path: Path) -> Path:
    return tickmate(path, [{"_id": 1, "name": "Run"}], [tick(1, 3, 2)])


def made_rewire(path: Path) -> Path:
    return rewire(path, [{"_id": 1, "Name": "Run"}], [check_in(1, "20260302", 2)])


def habit_of(tmp_path: Path, *checkins: dict[str, object], **cells: object) -> Bundle:
    (tmp_path / "b").unlink(missing_ok=True)
    rows = [check_in(1, "20260302", 2, **checkin) for checkin in checkins]
    return read(
        rewire(tmp_path / "b", [{"_id": 1, "Name": "Run", **cells}], rows, UNIT=[{"_id": 4, "UNIT_NAME": "km"}])
    )


def test_ticks_are_read_with_months_counted_from_none(tmp_path: Path) -> None:
    tracks = [
        {"_id": 1, "name": "Water", "description": "a glass", "multiple_entries_per_day": 1, "order": 20},
        {"_id": 2, "name": "Sport", "order": 0, "enabled": 0},
    ]
    ticks = [tick(1, 1, 31), tick(2, 12, 31), tick(1, 1, 31, "19:46:58"), tick(1, 1, 31, "19:46:59"), tick(2, 12, 31)]
    bundle = read(
        tickmate(
            tmp_path / "b", tracks, ticks,
            groups=[{"_id": 5, "name": "Health", "description": ""}, {"_id": 6, "name": "Daily", "description": ""}],
            track2groups=[{"_track_id": 1, "_group_id": 5}, {"_track_id": 1, "_group_id": 6}],
        )
    )  # fmt: skip

    assert [measure.name for measure in bundle.measures] == ["Sport", "Water"]
    water, sport = measure_named(bundle, "Water"), measure_named(bundle, "Sport")
    assert (water.terms, water.why, water.group) == (
        (Terms(UNDATED, Kind.COUNT, Direction.TALLY),), "a glass\nDaily", "Health",
    )  # fmt: skip
    assert (sport.terms, sport.archived) == ((Terms(UNDATED, Kind.YES_NO),), True)
    assert [(entry.day, entry.mark, entry.note) for entry in bundle.entries] == [
        (date(2026, 1, 31), Scored(Decimal(3)), "19:46 · 19:46"),
        (date(2026, 12, 31), YES, ""),
    ]
    assert loss_of(bundle, LossKind.DUPLICATE).lines == (5,)


def test_an_old_tickmate_knows_neither_several_ticks_nor_groups(tmp_path: Path) -> None:
    track = {"_id": 1, "name": "Run", "description": "", "icon": "", "enabled": 1}
    ticks = [{"_track_id": 1, "year": 2026, "month": 2, "day": 2}]

    assert [
        entry.mark for entry in read(database(tmp_path / "b", OLD_TICKMATE, tracks=[track], ticks=ticks)).entries
    ] == [YES]


def test_ticks_of_nothing_are_counted_and_left_out(tmp_path: Path) -> None:
    ticks = [
        tick(9, 3, 2),
        {**tick(1, 3, 2), "month": 12},
        {**tick(1, 3, 2), "day": "x"},
        {**tick(1, 3, 2), "year": 2**62},
    ]
    bundle = read(tickmate(tmp_path / "b", [{"_id": 1, "name": "Run"}], ticks))

    assert bundle.entries == ()
    assert loss_of(bundle, LossKind.NO_MEASURE).lines == (1,)
    assert loss_of(bundle, LossKind.FAR_DAY).lines == (2, 4)
    assert loss_of(bundle, LossKind.UNREADABLE).lines == (3,)
    assert all(loss.records for loss in bundle.losses)


def test_a_check_in_is_missed_done_or_skipped(tmp_path: Path) -> None:
    rows = [
        check_in(1, f"2026030{kind}", kind, note=note) for kind, note in ((1, "ill"), (2, ""), (3, "away"), (4, ""))
    ]
    bundle = read(rewire(tmp_path / "b", [{"_id": 1, "Name": "Run"}], [*rows, check_in(8, "20260302", 2)]))

    assert [(entry.day.day, entry.mark, entry.note) for entry in entries_of(bundle, "Run")] == [
        (1, NO, "ill"),
        (2, YES, ""),
        (3, SKIPPED, "away"),
        (4, UNKNOWN, "4"),
    ]
    assert loss_of(bundle, LossKind.NO_MEASURE).lines == (5,)


def test_group_reasons_and_archive_come_along(tmp_path: Path) -> None:
    habits = [
        {"_id": 1, "Name": "Run", "description": "far", "category": 3, "archived": 1, "Order_num": 2},
        {"_id": 2, "Name": "Walk", "Order_num": 1},
    ]
    others = {"category": [{"_id": 3, "category_name": "Sport"}], "reasons": [{"habit_id": 1, "message": "I get well"}]}
    bundle = read(rewire(tmp_path / "b", habits, [], **others))

    assert [measure.name for measure in bundle.measures] == ["Walk", "Run"]
    run = measure_named(bundle, "Run")
    assert (run.group, run.why, run.archived) == ("Sport", "far\nI get well", True)


@pytest.mark.parametrize(
    ("cells", "terms"),
    [
        ({"active_days": "1,3,5"}, Terms(UNDATED, Kind.YES_NO, due=frozenset({0, 2, 4}))),
        ({"active_days": "0"}, Terms(UNDATED, Kind.YES_NO, due=frozenset({6}))),
        ({"active_days": ""}, Terms(UNDATED, Kind.YES_NO)),
        (
            {"schedule": 1, "days": 3, "period": 0},
            Terms(UNDATED, Kind.COUNT, Direction.AT_LEAST, Decimal(3), weekly=True),
        ),
        ({"schedule": 1, "days": 3, "period": 1}, Terms(UNDATED, Kind.YES_NO, Direction.TALLY)),
        ({"schedule": 2, "repeating_count": 1}, Terms(UNDATED, Kind.YES_NO)),
        ({"schedule": 2, "repeating_count": 5}, Terms(UNDATED, Kind.YES_NO, Direction.TALLY)),
        ({"schedule": None}, Terms(UNDATED, Kind.YES_NO)),
        (
            {"target_count": 2.5, "unit": 4},
            Terms(UNDATED, Kind.NUMBER, Direction.AT_LEAST, Decimal("2.5"), unit="km"),
        ),
        ({"target_count": -2.5, "unit": 4}, Terms(UNDATED, Kind.NUMBER, Direction.TALLY, unit="km")),
        ({"target_count": 2.0, "schedule": 2, "repeating_count": 3}, Terms(UNDATED, Kind.NUMBER, Direction.TALLY)),
    ],
)
def test_what_a_habit_of_rewire_asks(tmp_path: Path, cells: dict[str, object], terms: Terms) -> None:
    assert terms_named(habit_of(tmp_path, **cells), "Run") == terms


def test_a_habit_with_a_target_counts_amounts(tmp_path: Path) -> None:
    far = habit_of(tmp_path, {"actual_count": 2.25}, target_count=3.0)
    untold = habit_of(tmp_path, {"actual_count": 0.0}, target_count=3.0)

    assert [entry.mark for entry in far.entries] == [Scored(Decimal("2.25"))]
    assert [(entry.mark, entry.note) for entry in untold.entries] == [(UNKNOWN, "2")]


@pytest.mark.parametrize("make", [made_tickmate, made_rewire])
def test_reading_leaves_the_file_and_its_folder_as_they_were(tmp_path: Path, make: Make) -> None:
    path = make(tmp_path / "b")
    before = path.read_bytes()

    read(path)

    assert path.read_bytes() == before
    assert list(tmp_path.glob("b*")) == [path]


@pytest.mark.parametrize(("make", "table"), [(made_tickmate, "ticks"), (made_rewire, "Habits")])
def test_a_view_in_place_of_a_table_is_refused(tmp_path: Path, make: Make, table: str) -> None:
    path = make(tmp_path / "b")
    name = recognise(path).name
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"alter table {table} rename to aside; create view {table} as select * from aside")

    assert recognise(path).name == name
    with pytest.raises(UnreadableFileError) as refused:
        read(path)
    assert refused.value.fault is FileFault.STRANGE


@pytest.mark.parametrize("make", [made_tickmate, made_rewire])
def test_a_cut_database_is_refused(tmp_path: Path, make: Make) -> None:
    path = make(tmp_path / "b")
    path.write_bytes(path.read_bytes()[:5000])

    with pytest.raises(UnreadableFileError) as refused:
        read(path)
    assert refused.value.fault is FileFault.DAMAGED
