"""CSV exports of HabitBull."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.marks import UNKNOWN, Scored
from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.formats.bundle import UNDATED, Advice, AdviceKind, LossKind
from scorecard.formats.errors import FileFault, UnreadableFileError
from tests.formats.foreign_files import HABITBULL, written
from tests.formats.reading import entries_of, loss_of, measure_named, read, terms_named

HEADER = "HabitName,HabitDescription,HabitCategory,CalendarDate,Value,CommentText\n"


def days_of(tmp_path: Path, *days: str) -> list[date]:
    rows = "".join(f"Run,,,{day},1,\n" for day in days)
    return [entry.day for entry in read(written(tmp_path / "file", HEADER + rows)).entries]


def test_the_file_is_read_whole(tmp_path: Path) -> None:
    bundle = read(written(tmp_path / "file", HABITBULL))

    run, pushups = bundle.measures
    assert (run.name, run.why, run.group, run.terms) == (
        "Run", "far, and fast", "Sport", (Terms(UNDATED, Kind.YES_NO),),
    )  # fmt: skip
    assert pushups.terms == (Terms(UNDATED, Kind.COUNT, Direction.TALLY),)
    assert [(entry.day.day, entry.mark, entry.note) for entry in bundle.entries] == [
        (2, Scored(Decimal(1)), "well"),
        (3, Scored(Decimal(0)), ""),
        (2, Scored(Decimal(30)), ""),
        (3, UNKNOWN, "-2150000000"),
        (4, UNKNOWN, "ill"),
    ]
    assert (loss_of(bundle, LossKind.IN_NOTE).count, loss_of(bundle, LossKind.IN_NOTE).lines) == (1, (5,))
    assert Advice(AdviceKind.TALLY_ONLY) in bundle.advice


def test_dates_are_month_first_where_nothing_tells(tmp_path: Path) -> None:
    assert days_of(tmp_path, "2/11/2026", "5/11/2026") == [date(2026, 2, 11), date(2026, 5, 11)]
    assert days_of(tmp_path, "13/11/2026", "5/11/2026") == [date(2026, 11, 13), date(2026, 11, 5)]
    assert days_of(tmp_path, "2026-11-05") == [date(2026, 11, 5)]


def test_columns_may_stand_anywhere_and_be_resaved_by_a_spreadsheet(tmp_path: Path) -> None:
    text = "\ufeffValue;CalendarDate;HabitName\r\n1;2026-03-02;Run\r\n2,5;2026-03-03;Run\r\n"
    bundle = read(written(tmp_path / "file", text))

    assert terms_named(bundle, "Run").kind is Kind.NUMBER
    assert [entry.mark for entry in bundle.entries] == [Scored(Decimal(1)), Scored(Decimal("2.5"))]


def test_the_first_of_two_records_for_a_day_stands(tmp_path: Path) -> None:
    bundle = read(written(tmp_path / "file", HEADER + "Run,,,2026-03-02,1,a\nRun,,,2026-03-02,0,b\n"))

    assert [entry.note for entry in entries_of(bundle, "Run")] == ["a"]
    assert loss_of(bundle, LossKind.DUPLICATE).lines == (3,)


def test_habits_whose_names_differ_in_case_alone_stay_two(tmp_path: Path) -> None:
    bundle = read(written(tmp_path / "file", HEADER + "Run,,,2026-03-02,1,\nRUN,,,2026-03-02,1,\n"))

    assert len(bundle.entries) == 2
    assert measure_named(bundle, "Run").origin != measure_named(bundle, "RUN").origin


@pytest.mark.parametrize(
    ("rows", "fault", "line"),
    [
        ("", FileFault.NO_ROWS, None),
        ("Run,,,2026-03-02,1\n", FileFault.RAGGED, 2),
        ("Run,,,2026-03-02,1,\nRun,,,2026-13-02,1,\n", FileFault.NOT_A_DATE, 3),
        ("Run,,,2026-03-02,1,\nRun,,,3/13/2026,1,\n", FileFault.MIXED_DATES, 3),
        ('Run,,,2026-03-02,1,"\n', FileFault.QUOTES, 2),
    ],
)
def test_a_broken_row_is_named_with_its_line(tmp_path: Path, rows: str, fault: FileFault, line: int | None) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read(written(tmp_path / "file", HEADER + rows))

    assert (refused.value.fault, refused.value.line) == (fault, line)
