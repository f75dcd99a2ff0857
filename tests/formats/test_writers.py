"""What is written for other programs: it says what was entered, and none of it is run by who opens it."""

import csv
import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest

from scorecard.formats.writers.daybook import daybook, packed
from scorecard.formats.writers.days import Headings, WrittenDay, WrittenEntry, WrittenMeasure
from scorecard.formats.writers.sheets import workbook
from scorecard.formats.writers.tables import EXACT, exact_table, guarded, spreadsheet_table

CALLS = WrittenMeasure("m1", "Calls")
FORMULA = WrittenMeasure("m2", '=HYPERLINK("http://x")', "duration", "min")
MEASURES = (CALLS, FORMULA)
DAYS = (
    WrittenDay(
        date(2025, 12, 31),
        (WrittenEntry("m1", Decimal("-2.50"), note="+1 for\nNeal | x"), WrittenEntry("m2", skipped=True)),
        score=85, known=1, due=2, grade="B", felt="A−", finished=True, tags=("neal",),
        answers=(("What moved?", "A lot. #neal\n\n- one\n- two\n"),), promises=((True, "Send it (Ana)"),),
    ),
    WrittenDay(date(2026, 1, 1), (WrittenEntry("m2", Decimal(90), from_memory=True, shown="1:30"),), away=""),
)  # fmt: skip


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", " =", "  @"])
def test_no_text_is_a_formula_in_a_spreadsheet(sign: str) -> None:
    assert guarded(f"{sign}1+1") == f"'{sign}1+1"


@pytest.mark.parametrize("text", ["", "1+1", "a=b", "Calls", "'x"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


def test_a_spreadsheet_gets_a_row_a_day_and_a_column_a_measure() -> None:
    head, first, second = rows_of(spreadsheet_table(MEASURES, DAYS, Headings()))

    assert head[7:] == ["Calls", "Calls: note", '\'=HYPERLINK("http://x") (min)']
    assert first == ["2025-12-31", "85", "1/2", "B", "A−", "yes", "", "-2.5", "'+1 for\nNeal | x", "skipped"]
    assert second == ["2026-01-01", "", "", "", "", "", "yes", "", "", "90"]


def test_a_program_gets_every_text_as_it_is() -> None:
    head, *rows = rows_of(exact_table(MEASURES, DAYS))

    assert tuple(head) == EXACT
    assert rows == [
        ["2025-12-31", "Calls", "-2.5", "+1 for\nNeal | x", "count", "m1"],
        ["2025-12-31", FORMULA.name, "skipped", "", "duration", "m2"],
        ["2026-01-01", FORMULA.name, "1:30", "", "duration", "m2"],
    ]


def test_two_measures_of_one_name_are_told_apart() -> None:
    again = (CALLS, WrittenMeasure("m9", "calls"))
    assert rows_of(spreadsheet_table(again, (), Headings()))[0][7:] == ["Calls", "calls [m9]"]


def test_a_page_of_the_daybook_has_properties_and_what_was_written() -> None:
    page = daybook(MEASURES, DAYS, Headings())["2025-12-31.md"].decode()

    front, body = page.removeprefix("---\n").split("\n---\n", 1)
    assert front.splitlines()[:6] == ["date: 2025-12-31", "score: 85", "known: 1", "due: 2", 'grade: "B"', 'felt: "A−"']
    assert 'tags: ["neal"]' in front
    assert '  "Calls": -2.5' in front
    assert '  "=HYPERLINK(\\"http://x\\") (min)": skipped' in front
    assert "+1 for<br>Neal \\| x |" in body
    assert "- [x] Send it (Ana)" in body
    assert "### What moved?\n\nA lot. #neal\n\n- one\n- two\n" in body


def test_the_archive_has_a_page_a_day() -> None:
    with zipfile.ZipFile(io.BytesIO(packed(daybook(MEASURES, DAYS, Headings())))) as archive:
        assert archive.namelist() == ["2025-12-31.md", "2026-01-01.md"]
        assert archive.testzip() is None


def test_a_workbook_has_a_sheet_a_year_and_no_formula() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(MEASURES, DAYS, Headings()))) as archive:
        book = archive.read("xl/workbook.xml").decode()
        sheets = [archive.read(name).decode() for name in archive.namelist() if "worksheets/sheet" in name]

    assert 'name="2025"' in book
    assert 'name="2026"' in book
    assert len(sheets) == 2
    assert all("<f>" not in sheet and "hyperlink" not in sheet for sheet in sheets)
    assert "<v>-2.5</v>" in sheets[0]


def test_a_workbook_of_nothing_opens() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook((), (), Headings()))) as archive:
        assert archive.testzip() is None
