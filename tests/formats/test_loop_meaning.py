"""What Loop Habit Tracker's habits, values and days become."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.marks import SKIPPED, UNKNOWN, Mark, Scored
from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.formats.bundle import UNDATED, LossKind
from tests.formats.loop_files import DAY, MONDAY, habit, loop_backup, milliseconds, tick
from tests.formats.reading import entries_of, loss_of, marks_of, measure_named, read, terms_named

NAME = "Call a client"
TALLY = Terms(UNDATED, Kind.YES_NO, Direction.TALLY)


@pytest.mark.parametrize(
    ("value", "mark"),
    [(2, Scored(Decimal(1))), (0, Scored(Decimal(0))), (3, SKIPPED)],
)
def test_a_yes_no_value_is_a_mark(tmp_path: Path, value: int, mark: Mark) -> None:
    bundle = read(loop_backup(tmp_path / "b", habits=[habit()], repetitions=[tick(value)]))

    assert marks_of(bundle, NAME) == [mark]


@pytest.mark.parametrize(
    ("value", "mark"),
    [
        (2500, Scored(Decimal("2.5"))),
        (0, Scored(Decimal(0))),
        (1, Scored(Decimal("0.001"))),
        (2, Scored(Decimal("0.002"))),
        (3, SKIPPED),
        (4, Scored(Decimal("0.004"))),
        (-1500, Scored(Decimal("-1.5"))),
        (10**12, Scored(Decimal(10**9))),
    ],
)
def test_a_number_is_stored_in_thousandths_but_3_is_skipped(tmp_path: Path, value: int, mark: Mark) -> None:
    bundle = read(loop_backup(tmp_path / "b", habits=[habit(type=1)], repetitions=[tick(value)]))

    assert marks_of(bundle, NAME) == [mark]


@pytest.mark.parametrize("kind", [0, 1])
def test_an_unknown_value_is_nothing_unless_it_has_a_note(tmp_path: Path, kind: int) -> None:
    rows = [tick(-1), tick(-1, day=1, notes="was away")]
    bundle = read(loop_backup(tmp_path / "b", habits=[habit(type=kind)], repetitions=rows))

    (entry,) = bundle.entries
    assert (entry.day, entry.mark, entry.note) == (date(2026, 3, 3), UNKNOWN, "was away")
    assert bundle.losses == ()


def test_inferred_ticks_are_not_imported_and_counted(tmp_path: Path) -> None:
    rows = [tick(1), tick(1, day=1, notes="not quite"), tick(2, day=2)]
    bundle = read(loop_backup(tmp_path / "b", habits=[habit()], repetitions=rows))

    assert [(entry.mark, entry.note) for entry in bundle.entries] == [
        (UNKNOWN, "not quite"),
        (Scored(Decimal(1)), ""),
    ]
    assert loss_of(bundle, LossKind.INFERRED).count == 2


@pytest.mark.parametrize(("kind", "value"), [(0, 7), (0, -5), (1, 2**62), (1, -(2**63))])
def test_a_value_that_means_nothing_stays_in_the_note(tmp_path: Path, kind: int, value: int) -> None:
    rows = [tick(value, notes="hm")]
    bundle = read(loop_backup(tmp_path / "b", habits=[habit(type=kind)], repetitions=rows))

    (entry,) = bundle.entries
    assert (entry.mark, entry.note) == (UNKNOWN, f"hm\n{value}")
    assert loss_of(bundle, LossKind.IN_NOTE).lines == (1,)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (MONDAY, date(2026, 3, 2)),
        (MONDAY + DAY - 1, date(2026, 3, 2)),
        (MONDAY - 1, date(2026, 3, 1)),
        (-1, date(1969, 12, 31)),
        (milliseconds(date(2024, 2, 29)), date(2024, 2, 29)),
    ],
)
def test_a_moment_belongs_to_the_utc_day_it_lies_in(tmp_path: Path, moment: int, day: date) -> None:
    bundle = read(loop_backup(tmp_path / "b", habits=[habit()], repetitions=[tick(timestamp=moment)]))

    assert [entry.day for entry in bundle.entries] == [day]


@pytest.mark.parametrize("moment", [2**63 - 1, -(2**63), milliseconds(date(2300, 1, 1)), milliseconds(date(1, 1, 1))])
def test_a_day_far_away_is_left_out_with_its_record(tmp_path: Path, moment: int) -> None:
    bundle = read(loop_backup(tmp_path / "b", habits=[habit()], repetitions=[tick(), tick(timestamp=moment)]))

    assert len(bundle.entries) == 1
    assert loss_of(bundle, LossKind.FAR_DAY).lines == (2,)


@pytest.mark.parametrize("cell", ["yesterday", b"\xff", 1.5])
@pytest.mark.parametrize("column", ["timestamp", "value"])
def test_a_cell_of_another_type_is_left_out_with_its_record(tmp_path: Path, column: str, cell: object) -> None:
    bundle = read(loop_backup(tmp_path / "b", habits=[habit()], repetitions=[{**tick(), column: cell}]))

    assert bundle.entries == ()
    assert loss_of(bundle, LossKind.UNREADABLE).lines == (1,)


@pytest.mark.parametrize("times", range(1, 7))
def test_some_days_a_week_are_counted_over_the_week(tmp_path: Path, times: int) -> None:
    rows = [tick(2), tick(0, day=1), tick(3, day=2)]
    bundle = read(loop_backup(tmp_path / "b", habits=[habit(freq_num=times, freq_den=7)], repetitions=rows))

    assert terms_named(bundle, NAME) == Terms(UNDATED, Kind.COUNT, Direction.AT_LEAST, Decimal(times), weekly=True)
    assert marks_of(bundle, NAME) == [Scored(Decimal(1)), Scored(Decimal(0)), SKIPPED]


@pytest.mark.parametrize(("times", "days"), [(1, 1), (7, 7), (9, 7), (30, 30), (None, None)])
def test_every_day_is_every_day_however_it_is_written(tmp_path: Path, times: int | None, days: int | None) -> None:
    bundle = read(loop_backup(tmp_path / "b", habits=[habit(freq_num=times, freq_den=days)], repetitions=[]))

    assert terms_named(bundle, NAME) == Terms(UNDATED, Kind.YES_NO)
    assert bundle.losses == ()


@pytest.mark.parametrize(("times", "days"), [(2, 30), (1, 14), (1, 5), (0, 7), (3, -7), ("a few", 7), (3, None)])
def test_a_schedule_that_is_none_of_ours_is_kept_in_words(tmp_path: Path, times: object, days: object) -> None:
    bundle = read(loop_backup(tmp_path / "b", habits=[habit(freq_num=times, freq_den=days)], repetitions=[]))

    assert terms_named(bundle, NAME) == TALLY
    assert measure_named(bundle, NAME).why == f"Did I call a client?\n{times}/{days}"
    assert loss_of(bundle, LossKind.SCHEDULE).detail == f"{times}/{days}"


def test_a_number_a_month_is_only_counted(tmp_path: Path) -> None:
    monthly = habit(type=1, target_value=12.5, freq_den=30, unit="km")
    bundle = read(loop_backup(tmp_path / "b", habits=[monthly], repetitions=[]))

    assert terms_named(bundle, NAME) == Terms(UNDATED, Kind.NUMBER, Direction.TALLY, unit="km")
    assert loss_of(bundle, LossKind.SCHEDULE).detail == "≥ 12.5 · 1/30"


def test_at_least_nothing_is_only_counted(tmp_path: Path) -> None:
    bundle = read(loop_backup(tmp_path / "b", habits=[habit(type=1, target_value=0)], repetitions=[]))

    assert terms_named(bundle, NAME) == Terms(UNDATED, Kind.NUMBER, Direction.TALLY)
    assert bundle.losses == ()


def test_at_most_nothing_is_a_target(tmp_path: Path) -> None:
    bundle = read(loop_backup(tmp_path / "b", habits=[habit(type=1, target_type=1, target_value=0)], repetitions=[]))

    assert terms_named(bundle, NAME) == Terms(UNDATED, Kind.NUMBER, Direction.AT_MOST, Decimal(0))


@pytest.mark.parametrize("target", [-1, float("inf"), 1e300, 0.0001, "many", 2**62])
def test_an_impossible_target_is_kept_in_words(tmp_path: Path, target: object) -> None:
    bundle = read(loop_backup(tmp_path / "b", habits=[habit(type=1, target_value=target)], repetitions=[]))

    assert terms_named(bundle, NAME).direction is Direction.TALLY
    assert loss_of(bundle, LossKind.TARGET).detail in measure_named(bundle, NAME).why


def test_minutes_and_hours_stay_numbers_with_their_unit(tmp_path: Path) -> None:
    units = [habit(1, name="A", type=1, target_value=30, unit="min"), habit(2, name="B", type=1, unit="h")]
    bundle = read(loop_backup(tmp_path / "b", habits=units, repetitions=[]))

    assert [(terms_named(bundle, name).kind, terms_named(bundle, name).unit) for name in "AB"] == [
        (Kind.NUMBER, "min"),
        (Kind.NUMBER, "h"),
    ]


def test_measures_come_in_loops_order(tmp_path: Path) -> None:
    habits = [habit(1, name="third", position=9), habit(2, name="first", position=0), habit(3, name="second")]
    bundle = read(loop_backup(tmp_path / "b", habits=habits, repetitions=[]))

    assert [measure.name for measure in bundle.measures] == ["first", "second", "third"]


def test_a_habit_without_a_name_is_named_by_its_number(tmp_path: Path) -> None:
    bundle = read(loop_backup(tmp_path / "b", habits=[habit(4, name=None), habit(5, name=" \n")], repetitions=[]))

    assert [measure.name for measure in bundle.measures] == ["#4", "#5"]


def test_a_name_too_long_is_cut_and_kept_whole_in_words(tmp_path: Path) -> None:
    name = "long " * 100
    bundle = read(loop_backup(tmp_path / "b", habits=[habit(name=name)], repetitions=[]))

    (measure,) = bundle.measures
    assert len(measure.name) <= 200
    assert name.strip() in measure.why
    assert loss_of(bundle, LossKind.TEXT_CUT).count == 1


def test_a_note_too_long_is_cut_and_counted(tmp_path: Path) -> None:
    bundle = read(loop_backup(tmp_path / "b", habits=[habit()], repetitions=[tick(notes="é" * 100_001)]))

    assert len(entries_of(bundle, NAME)[0].note) == 100_000
    assert loss_of(bundle, LossKind.TEXT_CUT).lines == (1,)


def test_text_is_cleaned(tmp_path: Path) -> None:
    rows = [tick(notes="one\r\ntwo\x00\u202e")]
    bundle = read(loop_backup(tmp_path / "b", habits=[habit(name="Cafe\u0301 ")], repetitions=rows))

    assert bundle.measures[0].name == "Café"
    assert bundle.entries[0].note == "one\ntwo"
