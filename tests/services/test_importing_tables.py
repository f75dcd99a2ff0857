"""Which tables are read by themselves, which are left open, and which are read as they were before."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from scorecard.formats.bundle import AdviceKind
from scorecard.formats.day_forms import DayForm
from scorecard.formats.errors import FileFault, NotRecognisedError, UnreadableFileError
from scorecard.services.importing import Importing, PreparedImport
from scorecard.services.importing_tables import OpenTable, TableBook, TableImporting
from tests.fake_clock import FixedClock
from tests.importing_files import never, new_store, nothing_told

PLAIN = "Date,Calls\n2026-03-02,3\n"
AMBIGUOUS = "Date,Calls\n1/2/2026,3\n3/4/2026,4\n"


@pytest.fixture
def importing(tmp_path: Path, clock: FixedClock) -> Importing:
    return Importing(new_store(tmp_path, clock), clock)


@pytest.fixture
def tables(importing: Importing, tmp_path: Path) -> TableImporting:
    return TableImporting(importing, TableBook(tmp_path / "tables.json"))


def of(tmp_path: Path, text: str | bytes) -> Path:
    file = tmp_path / "table"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def read(tables: TableImporting, file: Path) -> PreparedImport | OpenTable:
    return tables.read_and_plan(file, nothing_told, never)


def test_a_table_that_tells_how_it_is_meant_is_not_asked_about(tables: TableImporting, tmp_path: Path) -> None:
    assert isinstance(read(tables, of(tmp_path, PLAIN)), PreparedImport)


@pytest.mark.parametrize(
    "text",
    [
        AMBIGUOUS,
        "Date,Calls\n2026-03-02,3\nTotal,3\n",
        "Date,Calls\n2026-03-02,3\n2026-03-02,3\n",
        "Date,Calls,Run\n2026-03-02,3\n2026-03-03,3,1\n2026-03-04,3,1\n",
        "Date,Calls,\n2026-03-02,1,2\n",
        "Tag;Büro\n2026-03-02;3\n".encode("cp1252"),
        "a|b\n1|2\n",
    ],
)
def test_a_table_that_does_not_is_left_open(tables: TableImporting, tmp_path: Path, text: str | bytes) -> None:
    left = read(tables, of(tmp_path, text))

    assert isinstance(left, OpenTable)
    assert left.problem is not None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('Date,Calls\n2026-03-02,3\n2026-03-03,"3\n', FileFault.QUOTES),
        ("Date,Calls\n", FileFault.NO_ROWS),
        ("HabitName,CalendarDate,Value\nRun,soon,1\n", FileFault.NOT_A_DATE),
        ("", FileFault.EMPTY),
    ],
)
def test_what_no_mapping_settles_is_refused_as_ever(
    tables: TableImporting, tmp_path: Path, text: str, fault: FileFault
) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read(tables, of(tmp_path, text))
    assert refused.value.fault is fault


@pytest.mark.parametrize("text", ["Dear Cassandra,\n", '{"a": 1,\n"b": 2}\n'])
def test_what_is_no_table_is_not_known(tables: TableImporting, tmp_path: Path, text: str) -> None:
    with pytest.raises(NotRecognisedError):
        read(tables, of(tmp_path, text))


def test_a_choice_is_remembered_once_it_is_planned_with_and_told(tables: TableImporting, tmp_path: Path) -> None:
    file = of(tmp_path, AMBIGUOUS)
    table = tables.open(file)
    assert table is not None
    how = replace(table.mapping, form=DayForm.DAY_FIRST)
    assert isinstance(read(tables, file), OpenTable)
    tables.plan(table, how, tables.read(file, how, nothing_told, never))

    again = read(tables, of(tmp_path, "Date,Calls\n5/6/2026,3\n7/8/2026,3\n"))

    assert isinstance(again, PreparedImport)
    assert [entry.day for entry in again.bundle.entries] == [date(2026, 6, 5), date(2026, 8, 7)]
    assert again.plan.advice[0].kind is AdviceKind.AS_BEFORE
    known = tables.open(file)
    assert known is not None
    assert known.mapping == how


def test_a_table_that_can_no_longer_be_read_as_before_is_open_again(tables: TableImporting, tmp_path: Path) -> None:
    file = of(tmp_path, PLAIN)
    table = tables.open(file)
    assert table is not None
    tables.plan(table, table.mapping, tables.read(file, table.mapping, nothing_told, never))

    left = read(tables, of(tmp_path, "Date,Calls\nsoon,3\nlater,4\n"))

    assert isinstance(left, OpenTable)
    assert isinstance(left.problem, UnreadableFileError)
