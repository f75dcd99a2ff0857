"""Every version of Loop Habit Tracker's backup is read for what it knows."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.marks import SKIPPED, Scored
from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.formats.bundle import UNDATED, ForeignEntry, LossKind
from scorecard.formats.errors import NewerFormatError
from tests.formats.loop_files import DAY, MONDAY, VERSIONS, habit, loop_backup, tick
from tests.formats.reading import entries_of, loss_of, marks_of, measure_named, read, terms_named

YES, NO = Scored(Decimal(1)), Scored(Decimal(0))


def test_the_newest_version_is_read_whole(tmp_path: Path) -> None:
    bundle = read(loop_backup(tmp_path / "backup"))

    calls, focus, meetings = bundle.measures
    assert (calls.name, calls.why, calls.archived) == ("Call a client", "Did I call a client?", False)
    assert calls.terms == (Terms(UNDATED, Kind.YES_NO),)
    assert (focus.name, focus.why, focus.origin) == ("Focus hours", "deep work", "loop:" + "0" * 31 + "2")
    assert focus.terms == (Terms(UNDATED, Kind.NUMBER, Direction.AT_LEAST, Decimal("2.5"), unit="h"),)
    assert (meetings.name, meetings.archived) == ("Meetings, long", True)
    assert meetings.terms == (Terms(UNDATED, Kind.NUMBER, Direction.AT_MOST, Decimal(3), weekly=True),)
    days = [date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 4)]
    assert bundle.entries == (
        ForeignEntry(calls.origin, days[0], YES),
        ForeignEntry(calls.origin, days[1], NO, "ill"),
        ForeignEntry(calls.origin, days[2], SKIPPED, "public holiday"),
        ForeignEntry(focus.origin, days[0], Scored(Decimal("2.5"))),
        ForeignEntry(focus.origin, days[1], NO),
        ForeignEntry(focus.origin, days[2], SKIPPED),
        ForeignEntry(meetings.origin, days[0], Scored(Decimal(1)), 'one, "long" one'),
    )
    assert bundle.losses == ()


@pytest.mark.parametrize("version", VERSIONS)
def test_ticks_of_every_version_are_read(tmp_path: Path, version: int) -> None:
    bundle = read(loop_backup(tmp_path / "backup", version, [habit()], [tick(2), tick(2, day=5)]))

    assert [(entry.day, entry.mark) for entry in bundle.entries] == [(date(2026, 3, 2), YES), (date(2026, 3, 7), YES)]
    assert terms_named(bundle, "Call a client") == Terms(UNDATED, Kind.YES_NO)


@pytest.mark.parametrize("version", [version for version in VERSIONS if version < 16])
def test_before_version_16_every_row_is_a_tick(tmp_path: Path, version: int) -> None:
    bundle = read(loop_backup(tmp_path / "backup", version, [habit(type=1)], [tick(0)]))

    assert marks_of(bundle, "Call a client") == [YES]


@pytest.mark.parametrize("version", [16, 17])
def test_numbers_of_versions_without_a_target_are_counted_only(tmp_path: Path, version: int) -> None:
    bundle = read(loop_backup(tmp_path / "backup", version, [habit(type=1)], [tick(2500)]))

    assert terms_named(bundle, "Call a client") == Terms(UNDATED, Kind.NUMBER, Direction.TALLY)
    assert marks_of(bundle, "Call a client") == [Scored(Decimal("2.5"))]


@pytest.mark.parametrize("version", VERSIONS)
def test_the_question_is_why_wherever_it_stands(tmp_path: Path, version: int) -> None:
    column = "question" if version >= 23 else "description"
    bundle = read(loop_backup(tmp_path / "backup", version, [habit(**{"question": "", column: "Did I?"})], []))

    assert measure_named(bundle, "Call a client").why == "Did I?"


@pytest.mark.parametrize("version", VERSIONS)
def test_the_origin_is_the_uuid_or_before_there_was_one_the_name(tmp_path: Path, version: int) -> None:
    bundle = read(loop_backup(tmp_path / "backup", version, [habit(uuid="9F3")], []))

    assert bundle.measures[0].origin == ("loop:9f3" if version >= 24 else "loop:name:call a client")


def test_two_habits_of_one_name_without_uuid_stay_two(tmp_path: Path) -> None:
    bundle = read(loop_backup(tmp_path / "backup", 12, [habit(1), habit(2)], [tick(), tick(habit=2)]))

    assert len({measure.origin for measure in bundle.measures}) == 2
    assert len({entry.origin for entry in bundle.entries}) == 2


@pytest.mark.parametrize("version", [version for version in VERSIONS if version < 22])
def test_of_two_rows_for_a_day_the_lower_stands(tmp_path: Path, version: int) -> None:
    rows = [tick(2), {**tick(0), "timestamp": MONDAY + DAY // 2}, tick(3), tick(2, day=1)]
    bundle = read(loop_backup(tmp_path / "backup", version, [habit()], rows))

    assert marks_of(bundle, "Call a client") == [YES, YES]
    duplicates = loss_of(bundle, LossKind.DUPLICATE)
    assert (duplicates.count, duplicates.lines) == (2, (2, 3))


@pytest.mark.parametrize("version", [version for version in VERSIONS if version < 22])
def test_rows_of_nothing_are_counted_and_left_out(tmp_path: Path, version: int) -> None:
    rows = [tick(habit=None), tick(timestamp=None), tick(habit=77), tick()]
    bundle = read(loop_backup(tmp_path / "backup", version, [habit()], rows))

    assert len(bundle.entries) == 1
    assert loss_of(bundle, LossKind.UNREADABLE).lines == (1, 2)
    assert loss_of(bundle, LossKind.NO_MEASURE).lines == (3,)


def test_notes_came_with_version_25(tmp_path: Path) -> None:
    old = read(loop_backup(tmp_path / "old", 24, [habit()], [tick(notes="well")]))
    new = read(loop_backup(tmp_path / "new", 25, [habit()], [tick(notes="well")]))

    assert [entries_of(bundle, "Call a client")[0].note for bundle in (old, new)] == ["", "well"]


def test_a_version_to_come_is_refused_with_both_numbers(tmp_path: Path) -> None:
    backup = loop_backup(tmp_path / "backup", extra="pragma user_version=26")

    with pytest.raises(NewerFormatError) as refused:
        read(backup)

    assert (refused.value.found, refused.value.known) == (26, 25)
