"""JSON exports of Table Habit and of Beaver Habits."""

import copy
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from scorecard.domain.marks import SKIPPED, UNKNOWN, Scored
from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.formats.bundle import MOST_MEASURES, UNDATED, Bundle, LossKind
from scorecard.formats.errors import Amount, FileFault, FileTooLargeError, UnreadableFileError
from scorecard.formats.known import recognise
from tests.formats.foreign_files import BEAVER, TABLE_HABIT, written
from tests.formats.reading import loss_of, measure_named, read, terms_named

YES, NO = Scored(Decimal(1)), Scored(Decimal(0))
Json = dict[str, Any]


def table_habit(tmp_path: Path, *records: Mapping[str, object], **cells: object) -> Bundle:
    """Of one habit that is a daily tick, but for `cells`; None takes a cell out."""
    habit: Json = {
        "create_t": 7, "type": 1, "status": 1, "name": "Run", "daily_goal": 1, "freq_type": 3, "freq_custom": "[1,1]",
        "records": [{"record_date": 20514 + n, **record} for n, record in enumerate(records)], **cells,
    }  # fmt: skip
    told = {key: value for key, value in habit.items() if value is not None}
    return read(written(tmp_path / "file", {"habits": [told]}))


def beaver(tmp_path: Path, *records: object, **cells: object) -> Bundle:
    return read(written(tmp_path / "file", {"habits": [{"name": "Run", "records": list(records), **cells}]}))


def test_table_habit_is_read_whole(tmp_path: Path) -> None:
    bundle = read(written(tmp_path / "file", TABLE_HABIT))

    (calls,) = bundle.measures
    assert calls.terms == (Terms(UNDATED, Kind.COUNT, Direction.AT_LEAST, Decimal(3), unit="calls"),)
    assert (calls.name, calls.why, calls.group) == ("Calls", "md text\ndaily_goal_extra: 5", "Sales")
    assert calls.origin == "table-habit:1772409600"
    assert [(entry.day, entry.mark, entry.note) for entry in bundle.entries] == [
        (date(2026, 3, 2), Scored(Decimal(3)), ""),
        (date(2026, 3, 3), SKIPPED, "ill"),
    ]
    assert bundle.losses == ()


def test_a_record_is_unsaid_scored_or_skipped(tmp_path: Path) -> None:
    records: list[Json] = [
        {"record_type": 1, "record_value": 1}, {"record_type": 1, "record_value": 0, "reason": "ill"},
        {"record_type": 2}, {"record_type": 0, "reason": "who knows"}, {"record_type": 1}, {"record_type": 9},
    ]  # fmt: skip
    bundle = table_habit(tmp_path, *records)

    assert terms_named(bundle, "Run") == Terms(UNDATED, Kind.YES_NO)
    assert [(entry.mark, entry.note) for entry in bundle.entries] == [
        (YES, ""), (NO, "ill"), (SKIPPED, ""), (UNKNOWN, "who knows"), (UNKNOWN, "1"), (UNKNOWN, "9"),
    ]  # fmt: skip
    assert loss_of(bundle, LossKind.IN_NOTE).lines == (5, 6)


@pytest.mark.parametrize(
    ("cells", "terms"),
    [
        (
            {"freq_type": 1, "freq_custom": "[3]"},
            Terms(UNDATED, Kind.COUNT, Direction.AT_LEAST, Decimal(3), weekly=True),
        ),
        ({"freq_type": 1, "freq_custom": "[7]"}, Terms(UNDATED, Kind.YES_NO)),
        ({"freq_type": 2, "freq_custom": "[2]"}, Terms(UNDATED, Kind.YES_NO, Direction.TALLY)),
        ({"freq_custom": "[2,7]"}, Terms(UNDATED, Kind.COUNT, Direction.AT_LEAST, Decimal(2), weekly=True)),
        ({"freq_custom": "[[["}, Terms(UNDATED, Kind.YES_NO, Direction.TALLY)),
        ({"freq_type": None, "freq_custom": None}, Terms(UNDATED, Kind.YES_NO)),
        ({"daily_goal": 2.5}, Terms(UNDATED, Kind.NUMBER, Direction.AT_LEAST, Decimal("2.5"))),
        ({"daily_goal": 0}, Terms(UNDATED, Kind.COUNT, Direction.TALLY)),
        ({"daily_goal": 4, "type": 2}, Terms(UNDATED, Kind.COUNT, Direction.AT_MOST, Decimal(4))),
        (
            {"daily_goal": 0, "type": 2, "daily_goal_extra": 3},
            Terms(UNDATED, Kind.COUNT, Direction.AT_MOST, Decimal(3)),
        ),
        ({"daily_goal": 4, "freq_type": 1, "freq_custom": "[3]"}, Terms(UNDATED, Kind.COUNT, Direction.TALLY)),
    ],
)
def test_what_a_habit_of_table_habit_asks(tmp_path: Path, cells: Json, terms: Terms) -> None:
    assert terms_named(table_habit(tmp_path, **cells), "Run") == terms


def test_a_tick_that_was_counted_beyond_one_is_a_count(tmp_path: Path) -> None:
    bundle = table_habit(tmp_path, {"record_type": 1, "record_value": 4})

    assert terms_named(bundle, "Run") == Terms(UNDATED, Kind.COUNT, Direction.AT_LEAST, Decimal(1))


def test_a_schedule_that_is_none_of_ours_is_kept_in_words(tmp_path: Path) -> None:
    bundle = table_habit(tmp_path, daily_goal=4, freq_type=2, freq_custom="[8]")

    assert measure_named(bundle, "Run").why == "≥ 4 · 8/30"
    assert loss_of(bundle, LossKind.SCHEDULE).detail == "≥ 4 · 8/30"


def test_archived_habits_come_along_and_deleted_ones_are_told(tmp_path: Path) -> None:
    content: Json = copy.deepcopy(TABLE_HABIT)
    (habit,) = content["habits"]
    content["habits"] = [{**habit, "status": 3}, {**habit, "name": "Gone", "status": 2}, 7]
    bundle = read(written(tmp_path / "file", content))

    assert [(measure.name, measure.archived) for measure in bundle.measures] == [("Calls", True)]
    assert loss_of(bundle, LossKind.DELETED).subject == "Gone"
    assert loss_of(bundle, LossKind.BROKEN_MEASURE).lines == (3,)


def test_records_of_no_day_or_a_far_one_are_told_by_their_number(tmp_path: Path) -> None:
    done = {"record_type": 1, "record_value": 1}
    bundle = table_habit(
        tmp_path, {**done, "record_date": None}, {**done, "record_date": 10**20}, done, {**done, "record_date": 20516}
    )

    assert loss_of(bundle, LossKind.UNREADABLE).lines == (1,)
    assert loss_of(bundle, LossKind.FAR_DAY).lines == (2,)
    assert loss_of(bundle, LossKind.DUPLICATE).lines == (4,)
    assert loss_of(bundle, LossKind.DUPLICATE).records


def test_beaver_is_read_whole(tmp_path: Path) -> None:
    bundle = read(written(tmp_path / "file", BEAVER))

    (calls,) = bundle.measures
    assert calls.terms == (Terms(UNDATED, Kind.COUNT, Direction.AT_LEAST, Decimal(3), weekly=True),)
    assert (calls.origin, calls.group, calls.archived) == ("beaver:a1b2c3", "work", False)
    assert [(entry.day, entry.mark, entry.note) for entry in bundle.entries] == [
        (date(2026, 3, 2), YES, "two"),
        (date(2026, 3, 3), NO, ""),
    ]
    assert "secret" not in repr(bundle)


def test_only_name_and_records_are_needed(tmp_path: Path) -> None:
    bundle = beaver(tmp_path, {"day": "2026-03-02", "done": True})

    assert (bundle.measures[0].origin, bundle.measures[0].terms) == ("beaver:name:run", (Terms(UNDATED, Kind.YES_NO),))
    assert [entry.mark for entry in bundle.entries] == [YES]


def test_the_last_of_two_records_for_a_day_stands(tmp_path: Path) -> None:
    day = {"day": "2026-03-02"}
    bundle = beaver(tmp_path, {**day, "done": True}, {**day, "done": False, "text": "no, after all"})

    assert [(entry.mark, entry.note) for entry in bundle.entries] == [(NO, "no, after all")]
    assert loss_of(bundle, LossKind.REPLACED).lines == (1,)


def test_odd_records_are_kept_or_told(tmp_path: Path) -> None:
    bundle = beaver(
        tmp_path, {"day": "2026-03-02", "done": "half"}, {"day": "2026-03-03", "text": "ill"}, {}, {"day": "x"}, 3
    )

    assert [(entry.mark, entry.note) for entry in bundle.entries] == [(UNKNOWN, "half"), (UNKNOWN, "ill")]
    assert loss_of(bundle, LossKind.UNREADABLE).lines == (3, 5)
    assert loss_of(bundle, LossKind.FAR_DAY).lines == (4,)


@pytest.mark.parametrize(
    ("period", "direction", "why"),
    [
        ({"period_type": "D", "period_count": 1, "target_count": 1}, Direction.AT_LEAST, ""),
        ({"period_type": "W", "period_count": 1, "target_count": 9}, Direction.AT_LEAST, ""),
        ({"period_type": "D", "period_count": 3, "target_count": 1}, Direction.TALLY, "1/3D"),
        ({"period_type": "M", "period_count": 1, "target_count": 2}, Direction.TALLY, "2/1M"),
        ({"period_type": "?", "period_count": 1, "target_count": 2}, Direction.TALLY, "2/1?"),
    ],
)
def test_what_a_habit_of_beaver_asks(tmp_path: Path, period: Json, direction: Direction, why: str) -> None:
    (measure,) = beaver(tmp_path, period=period).measures

    assert (measure.terms[0].kind, measure.terms[0].direction, measure.why) == (Kind.YES_NO, direction, why)


def test_order_tags_and_status_come_along(tmp_path: Path) -> None:
    habits = [
        {"name": "Run", "id": "r", "records": [], "tags": ["sport", "daily"], "status": "archive"},
        {"name": "Gone", "id": "g", "records": [], "status": "soft_delete"},
        {"name": "Walk", "id": "w", "records": [], "status": None},
    ]
    bundle = read(written(tmp_path / "file", {"habits": habits, "order": ["w", "g", "r"], "order_by": 3}))

    assert [measure.name for measure in bundle.measures] == ["Walk", "Run"]
    run = measure_named(bundle, "Run")
    assert (run.group, run.why, run.archived) == ("sport", "daily", True)
    assert loss_of(bundle, LossKind.DELETED).subject == "Gone"


@pytest.mark.parametrize("content", [BEAVER, TABLE_HABIT])
def test_hostile_json_is_refused_with_its_line(tmp_path: Path, content: Json) -> None:
    honest = written(tmp_path / "file", content)
    name = recognise(honest).name
    text = honest.read_text()
    cases = {
        FileFault.NOT_JSON: text[:-1],
        FileFault.TOO_DEEP: text[:-1] + ',\n"x":' + "[" * 100_000,
        FileFault.NO_NUMBER: text[:-1] + ',\n"x": NaN}',
        FileFault.LONG_NUMBER: text[:-1] + ',\n"x": 1e999}',
        FileFault.DUPLICATE_KEYS: text[:-1] + ',\n"habits": []}',
    }
    for fault, hostile in cases.items():
        path = written(tmp_path / "hostile", hostile)
        assert recognise(path).name == name
        with pytest.raises(UnreadableFileError) as refused:
            read(path)
        assert (refused.value.fault, refused.value.line) == (fault, 1 if fault is FileFault.NOT_JSON else 2)


@pytest.mark.parametrize("content", [BEAVER, TABLE_HABIT])
def test_too_many_habits_are_refused(tmp_path: Path, content: Json) -> None:
    (habit,) = content["habits"]
    with pytest.raises(FileTooLargeError) as refused:
        read(written(tmp_path / "file", {"habits": [{**habit, "records": []}] * (MOST_MEASURES + 1)}))

    assert refused.value.amount is Amount.MEASURES
