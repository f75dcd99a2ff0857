"""Backups of Super Productivity, new ones and those that it no longer reads itself."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.marks import UNKNOWN, Scored
from scorecard.domain.measures import EVERY_DAY, Direction, Kind, Terms
from scorecard.formats.bundle import UNDATED, Advice, AdviceKind, Bundle, ForeignText, LossKind
from scorecard.formats.errors import FileFault, UnreadableFileError
from scorecard.formats.known import recognise
from tests.formats.foreign_files import OLD_SUPER_PRODUCTIVITY, SUPER_PRODUCTIVITY, written
from tests.formats.reading import entries_of, loss_of, marks_of, measure_named, read, terms_named

DAY = date(2026, 3, 2)


def of(tmp_path: Path, **stores: Mapping[str, object]) -> Bundle:
    """A file of today's shape with these entities in its stores."""
    data = {name: {"ids": list(entities), "entities": entities} for name, entities in stores.items()}
    return read(written(tmp_path / "file", {"timestamp": 1, "crossModelVersion": 4.5, "data": data}))


def counter(tmp_path: Path, **cells: object) -> Bundle:
    return of(tmp_path, simpleCounter={"c1": {"id": "c1", "title": "Calls", "type": "ClickCounter", **cells}})


def metric(tmp_path: Path, **cells: object) -> Bundle:
    return of(tmp_path, metric={"2026-03-02": {"id": "2026-03-02", **cells}})


def test_a_backup_of_today_is_read_whole(tmp_path: Path) -> None:
    bundle = read(written(tmp_path / "file", SUPER_PRODUCTIVITY))

    assert {measure.name: marks_of(bundle, measure.name) for measure in bundle.measures} == {
        "Focus": [Scored(Decimal(150))],
        "Work": [Scored(Decimal(420))],
        "Impact of work": [Scored(Decimal(3))],
        "Energy": [Scored(Decimal(2))],
        "Calls": [Scored(Decimal(4))],
    }
    assert terms_named(bundle, "Focus") == Terms(UNDATED, Kind.DURATION, Direction.TALLY)
    assert terms_named(bundle, "Calls") == Terms(
        UNDATED, Kind.COUNT, Direction.AT_LEAST, Decimal(3), due=frozenset(range(5))
    )
    assert entries_of(bundle, "Focus")[0].note == "60 min + 90 min"
    assert Advice(AdviceKind.SUMMED, "Focus") in bundle.advice
    assert bundle.texts == (ForeignText(DAY, "Short calls work."),)
    assert bundle.losses == ()
    assert "secret" not in repr(bundle)


def test_an_old_backup_is_read_whole(tmp_path: Path) -> None:
    bundle = read(written(tmp_path / "file", OLD_SUPER_PRODUCTIVITY))

    assert terms_named(bundle, "Mood") == Terms(UNDATED, Kind.RATING, Direction.TALLY, scale=10)
    assert marks_of(bundle, "Mood") == [Scored(Decimal(7))]
    assert terms_named(bundle, "Productivity").kind is Kind.NUMBER
    assert marks_of(bundle, "Productivity") == [Scored(Decimal("6.5"))]
    assert (measure_named(bundle, "Reading").archived, marks_of(bundle, "Reading")) == (True, [Scored(Decimal(90))])
    assert (measure_named(bundle, "Ear plugs").offered, measure_named(bundle, "Ear plugs").why) == (True, "foam")
    assert [entry.day for entry in entries_of(bundle, "Ear plugs")] == [date(2024, 5, 7)]
    assert bundle.texts[0].text == (
        "Obstruction: Noise\nImprovement: Ear plugs – foam\n"
        "Improvement for tomorrow: Ear plugs – foam\nImprovement for tomorrow: #gone"
    )
    assert bundle.losses == ()


def test_a_backup_whose_first_store_is_longer_than_its_head_is_known_too(tmp_path: Path) -> None:
    tasks = {f"task-{n:016}": {"title": "t"} for n in range(6_000)}
    stores = {"task": {"ids": list(tasks), "entities": tasks}}

    assert recognise(written(tmp_path / "file", {"crossModelVersion": 4, "data": stores})).name == "super-productivity"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, Terms(UNDATED, Kind.COUNT, Direction.TALLY)),
        ({"isTrackStreaks": True}, Terms(UNDATED, Kind.COUNT, Direction.AT_LEAST, Decimal(1), due=EVERY_DAY)),
        (
            {"isTrackStreaks": True, "type": "StopWatch", "streakMinValue": 1_800_000, "streakWeekDays": {"0": True}},
            Terms(UNDATED, Kind.DURATION, Direction.AT_LEAST, Decimal(30), due=frozenset({6})),
        ),
        ({"type": "RepeatedCountdownReminder"}, Terms(UNDATED, Kind.COUNT, Direction.TALLY)),
        ({"type": None, "totalTimeOnDay": {"2026-03-02": 60_000}}, Terms(UNDATED, Kind.DURATION, Direction.TALLY)),
    ],
)
def test_what_a_counter_asks_for(tmp_path: Path, said: dict[str, object], expected: Terms) -> None:
    assert terms_named(counter(tmp_path, **said), "Calls") == expected


def test_a_schedule_of_none_of_ours_is_kept_in_words(tmp_path: Path) -> None:
    bundle = counter(tmp_path, isTrackStreaks=True, streakMode="weekly-frequency", streakWeeklyFrequency=3)

    assert measure_named(bundle, "Calls").why == "≥ 1 · weekly-frequency 3"
    assert loss_of(bundle, LossKind.SCHEDULE).detail == "≥ 1 · weekly-frequency 3"


def test_values_that_mean_nothing_are_kept_in_the_note_and_told(tmp_path: Path) -> None:
    bundle = counter(tmp_path, countOnDay={"2026-03-02": "many", "2026-03-03": -2, "the first": 1, "2026-03-04": 0})

    notes = {entry.day.day: (entry.mark, entry.note) for entry in entries_of(bundle, "Calls")}
    assert notes == {2: (UNKNOWN, "many"), 3: (Scored(Decimal(-2)), "")}
    assert loss_of(bundle, LossKind.IN_NOTE).lines == (1,)
    assert loss_of(bundle, LossKind.FAR_DAY).count == 1


def test_a_day_in_which_nothing_was_said_has_no_entry(tmp_path: Path) -> None:
    bundle = metric(tmp_path, focusSessions=[], mood=None, obstructions=[], notes=" ")

    assert (bundle.measures, bundle.entries, bundle.texts) == ((), (), ())


def test_sessions_that_are_no_numbers_are_told(tmp_path: Path) -> None:
    bundle = metric(tmp_path, focusSessions=[90_000, "long", None])

    assert marks_of(bundle, "Focus") == [Scored(Decimal("1.5"))]
    assert loss_of(bundle, LossKind.UNREADABLE).lines == (1,)


def test_the_place_of_a_fault_is_told(tmp_path: Path) -> None:
    path = written(tmp_path / "file", '{"crossModelVersion": 4,\n "data": {"metric":\n {"ids": [,]}}}')

    with pytest.raises(UnreadableFileError) as refused:
        read(path)
    assert (refused.value.fault, refused.value.line) == (FileFault.NOT_JSON, 3)
