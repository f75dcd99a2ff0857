"""CSV exports of Loop Habit Tracker, before and after 2.3.1, come in as its backups do."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.marks import SKIPPED, UNKNOWN, Scored
from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.formats.bundle import UNDATED, LossKind
from scorecard.formats.errors import FileFault, UnreadableFileError
from scorecard.formats.known import recognise
from tests.formats.foreign_files import LOOP_HABITS, LOOP_ZIP, OLD_LOOP_ZIP
from tests.formats.loop_files import loop_backup
from tests.formats.reading import entries_of, loss_of, marks_of, measure_named, read, terms_named
from tests.formats.zip_files import packed

YES, NO = Scored(Decimal(1)), Scored(Decimal(0))
HEAD = "Date,Value,Notes\n"


def with_ticks(path: Path, rows: str, kind: str = "YES_NO", header: str = HEAD) -> Path:
    habits = f"{LOOP_HABITS}001,Run,{kind},,,1,1,#00897B,,,,false\n"
    return packed(path, {"Habits.csv": habits, "001 Run/Checkmarks.csv": header + rows})


def fault_of(path: Path) -> tuple[FileFault, str, int | None]:
    with pytest.raises(UnreadableFileError) as refused:
        read(path)
    return refused.value.fault, refused.value.inside, refused.value.line


def test_the_newer_export_is_read_whole(tmp_path: Path) -> None:
    bundle = read(packed(tmp_path / "export", LOOP_ZIP))

    assert terms_named(bundle, "Call a client") == Terms(UNDATED, Kind.YES_NO)
    assert terms_named(bundle, "Focus hours") == Terms(
        UNDATED, Kind.NUMBER, Direction.AT_LEAST, Decimal("2.5"), unit="h"
    )
    assert terms_named(bundle, 'Übung, "lang"') == Terms(
        UNDATED, Kind.NUMBER, Direction.AT_MOST, Decimal(3), weekly=True
    )
    assert [measure.archived for measure in bundle.measures] == [False, False, True]
    assert [measure.why for measure in bundle.measures] == ["Did I call a client?", "deep work", ""]
    assert [(entry.day.day, entry.mark, entry.note) for entry in entries_of(bundle, "Call a client")] == [
        (4, SKIPPED, "public holiday"),
        (3, NO, "ill"),
        (2, YES, ""),
    ]
    assert marks_of(bundle, "Focus hours") == [SKIPPED, NO, Scored(Decimal("2.5"))]
    assert [(entry.mark, entry.note) for entry in entries_of(bundle, 'Übung, "lang"')] == [(YES, 'one, "long" one')]
    assert loss_of(bundle, LossKind.INFERRED).lines == (2,)


def test_the_older_export_is_read_whole(tmp_path: Path) -> None:
    """Folders are told by their number: Loop leaves nothing else of a name without Latin letters."""
    bundle = read(packed(tmp_path / "export", OLD_LOOP_ZIP))

    assert terms_named(bundle, "練習") == Terms(UNDATED, Kind.COUNT, Direction.AT_LEAST, Decimal(3), weekly=True)
    assert [(entry.day.day, entry.mark) for entry in entries_of(bundle, "練習")] == [(25, YES), (23, NO), (22, SKIPPED)]
    assert terms_named(bundle, "Focus hours") == Terms(UNDATED, Kind.NUMBER, Direction.TALLY)
    assert marks_of(bundle, "Focus hours") == [Scored(Decimal("2.5")), NO, SKIPPED]


def test_words_of_a_numerical_habit_are_the_smallest_numbers(tmp_path: Path) -> None:
    rows = "2026-03-04,YES_MANUAL,\n2026-03-03,YES_AUTO,\n2026-03-02,NO,\n2026-03-01,-1500,\n"
    bundle = read(with_ticks(tmp_path / "export", rows, kind="NUMERICAL"))

    assert marks_of(bundle, "Run") == [Scored(Decimal(number)) for number in ("0.002", "0.001", "0", "-1.5")]


def test_an_inferred_tick_leaves_its_note(tmp_path: Path) -> None:
    bundle = read(with_ticks(tmp_path / "export", '2026-03-02,YES_AUTO,"on a ""holiday"""\n'))

    assert [(entry.mark, entry.note) for entry in bundle.entries] == [(UNKNOWN, 'on a "holiday"')]


def test_other_words_stay_in_the_note(tmp_path: Path) -> None:
    bundle = read(with_ticks(tmp_path / "export", "2026-03-02,MAYBE,well\n2026-03-01,7,\n"))

    assert [(entry.mark, entry.note) for entry in bundle.entries] == [(UNKNOWN, "well\nMAYBE"), (UNKNOWN, "7")]
    assert loss_of(bundle, LossKind.IN_NOTE).lines == (2, 3)


def test_the_backup_and_the_export_of_a_habit_are_one_measure(tmp_path: Path) -> None:
    backup = read(loop_backup(tmp_path / "backup", 12))
    export = read(packed(tmp_path / "export", LOOP_ZIP))

    assert backup.measures[0].origin == export.measures[0].origin == "loop:name:call a client"


def test_an_export_that_was_packed_anew_with_its_folder_is_read(tmp_path: Path) -> None:
    moved = {f"Loop Habits CSV 2026-03-05/{name}": content for name, content in LOOP_ZIP.items()}

    assert len(read(packed(tmp_path / "export", moved)).entries) == 7


def test_ticks_of_no_habit_are_counted(tmp_path: Path) -> None:
    files = {"Habits.csv": LOOP_HABITS, "007 Run/Checkmarks.csv": HEAD + "2026-03-02,YES_MANUAL,\n2026-03-01,NO,\n"}

    assert loss_of(read(packed(tmp_path / "export", files)), LossKind.NO_MEASURE).count == 2


def test_a_schedule_that_is_none_of_ours_is_kept_in_words(tmp_path: Path) -> None:
    habits = f"{LOOP_HABITS}001,Run,YES_NO,,,2,3,#00897B,,,,false\n002,Walk,NUMERICAL,,,x,1,,km,AT_LEAST,far,false\n"
    bundle = read(packed(tmp_path / "export", {"Habits.csv": habits, "Checkmarks.csv": ""}))

    assert measure_named(bundle, "Run").why == "2/3"
    assert terms_named(bundle, "Run").direction is Direction.TALLY
    assert "far" in measure_named(bundle, "Walk").why


@pytest.mark.parametrize(
    ("rows", "fault", "line"),
    [
        ("2026-03-02,NO,\n2026-02-30,NO,\n", FileFault.NOT_A_DATE, 3),
        ("yesterday,NO,\n", FileFault.NOT_A_DATE, 2),
        ("2026-03-02\n", FileFault.RAGGED, 2),
        ("2026-03-02,NO,a,b\n", FileFault.RAGGED, 2),
        ('2026-03-02,NO,"open\n', FileFault.QUOTES, 2),
        (f"2026-03-02,NO,{'x' * 131_073}\n", FileFault.FIELD_TOO_LONG, 2),
        ("2026-03-02,NO,\0\n", FileFault.NUL, 2),
    ],
)
def test_a_broken_table_is_named_with_its_line(tmp_path: Path, rows: str, fault: FileFault, line: int) -> None:
    assert fault_of(with_ticks(tmp_path / "export", rows)) == (fault, "001 Run/Checkmarks.csv", line)


def test_two_folders_of_one_number_are_refused(tmp_path: Path) -> None:
    files = {**LOOP_ZIP, "001 Other/Checkmarks.csv": HEAD}

    assert fault_of(packed(tmp_path / "export", files))[:2] == (FileFault.DUPLICATE_FILES, "001 Other/Checkmarks.csv")


@pytest.mark.parametrize("share", [0.4, 0.9, 0.99])
def test_a_cut_export_is_recognised_and_refused(tmp_path: Path, share: float) -> None:
    path = packed(tmp_path / "export", LOOP_ZIP)
    raw = path.read_bytes()
    path.write_bytes(raw[: int(len(raw) * share)])

    assert recognise(path).name == "loop-csv"
    assert fault_of(path)[0] is FileFault.DAMAGED


def test_days_are_those_of_the_file(tmp_path: Path) -> None:
    bundle = read(with_ticks(tmp_path / "export", "2026-03-29,YES_MANUAL,\n", header=""))

    assert [entry.day for entry in bundle.entries] == [date(2026, 3, 29)]
