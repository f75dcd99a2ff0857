"""Tables with a row for each value."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.marks import SKIPPED, UNKNOWN, Scored
from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.formats.bundle import UNDATED, Advice, AdviceKind, Bundle, LossKind
from scorecard.formats.errors import FileFault, UnreadableFileError
from scorecard.formats.known import recognise
from tests.formats.foreign_files import LONG_TABLE, written
from tests.formats.reading import entries_of, loss_of, marks_of, read, terms_named

YES, NO = Scored(Decimal(1)), Scored(Decimal(0))


def of(tmp_path: Path, *rows: str, header: str = "Date,Habit,Value,Note") -> Bundle:
    return read(written(tmp_path / "file", "\n".join([header, *rows]) + "\n"))


def test_a_table_is_read_whole(tmp_path: Path) -> None:
    bundle = read(written(tmp_path / "file", LONG_TABLE))

    assert terms_named(bundle, "Calls") == Terms(UNDATED, Kind.NUMBER, Direction.TALLY)
    assert terms_named(bundle, "Run") == Terms(UNDATED, Kind.YES_NO)
    assert [(entry.day.day, entry.mark, entry.note) for entry in entries_of(bundle, "Calls")] == [
        (2, Scored(Decimal(3)), ""),
        (3, Scored(Decimal("3.5")), "2\n1.5 · again"),
        (4, UNKNOWN, "many"),
    ]
    assert [(entry.mark, entry.note) for entry in entries_of(bundle, "Run")] == [
        (YES, "far, and fast\nPlace: Park"),
        (UNKNOWN, "ill"),
    ]
    assert loss_of(bundle, LossKind.IN_NOTE).lines == (7,)
    assert Advice(AdviceKind.SUMMED, "Calls") in bundle.advice
    assert {measure.origin for measure in bundle.measures} == {"table:calls", "table:run"}


def test_columns_may_stand_anywhere_and_have_other_names(tmp_path: Path) -> None:
    bundle = of(tmp_path, "1,5;2.3.2026;Laufen", "2;3.3.2026;Laufen", header="Wert;Datum;Gewohnheit")

    assert [(entry.day, entry.mark) for entry in bundle.entries] == [
        (date(2026, 3, 2), Scored(Decimal("1.5"))),
        (date(2026, 3, 3), Scored(Decimal(2))),
    ]


def test_a_column_of_days_needs_no_name_that_is_known(tmp_path: Path) -> None:
    assert len(of(tmp_path, "2026-03-02,Run,3", header="When,Habit,Value").entries) == 1


def test_of_several_answers_of_a_day_the_last_one_stands(tmp_path: Path) -> None:
    bundle = of(tmp_path, "2026-03-02,Run,yes,early", "2026-03-02,run,no,late", "2026-03-03,Run,skip,")

    assert marks_of(bundle, "Run") == [NO, SKIPPED]
    assert bundle.entries[0].note == "yes · early\nno · late"
    assert Advice(AdviceKind.LAST_OF_DAY, "Run") in bundle.advice


def test_lengths_of_time_that_are_more_than_a_day_stay_in_the_note(tmp_path: Path) -> None:
    bundle = of(tmp_path, "2026-03-02,Focus,20:00,", "2026-03-02,Focus,10:00,", "2026-03-03,Focus,1:30,")

    assert marks_of(bundle, "Focus") == [UNKNOWN, Scored(Decimal(90))]
    assert bundle.entries[0].note == "20:00\n10:00"
    assert loss_of(bundle, LossKind.IN_NOTE).count == 1


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("2026-02-30,Run,3,", FileFault.NOT_A_DATE),
        ("2.3.2026,Run,3,", FileFault.MIXED_DATES),
        ("2026-03-03, ,3,", FileFault.NO_NAME),
        ("2026-03-03,Run", FileFault.RAGGED),
        ('2026-03-03,Run,"3,', FileFault.QUOTES),
        ("2026-03-03,Run,3,\0", FileFault.NUL),
    ],
)
def test_a_row_that_cannot_be_read_is_named(tmp_path: Path, row: str, fault: FileFault) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        of(tmp_path, "2026-03-02,Run,3,", row)
    assert (refused.value.fault, refused.value.line) == (fault, 3)


def test_a_table_with_a_column_for_each_measure_is_another(tmp_path: Path) -> None:
    assert recognise(written(tmp_path / "file", "Date,Calls,Value\n2026-03-02,3,4\n")).name == "table"
