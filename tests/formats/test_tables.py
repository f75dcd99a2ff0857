"""A table with a column for each measure is read however it was saved, or refused with the line."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from scorecard.formats.bundle import AdviceKind, Bundle
from scorecard.formats.errors import (
    Amount,
    FileFault,
    FileTooLargeError,
    ImportCancelledError,
    UnreadableFileError,
)  # fmt: skip
from scorecard.formats.known import read_foreign
from scorecard.formats.mapped_tables import LIMITS
from scorecard.formats.mapping import Shape
from tests.formats.reading import entries_of, read

PLAIN = "Date,Calls,Run\n2026-03-02,3,yes\n2026-03-03,4,no\n"


def table(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "table.csv"
    path.write_bytes(text.encode(encoding))
    return path


def read_table(tmp_path: Path, text: str, encoding: str = "utf-8") -> Bundle:
    return read(table(tmp_path, text, encoding))


def form_told(bundle: Bundle) -> list[str]:
    """The form in which the days were read, as the user is told."""
    return [advice.subject for advice in bundle.advice if advice.kind is AdviceKind.DATES_READ_AS]


def test_a_column_of_notes_is_what_was_written_on_the_day(tmp_path: Path) -> None:
    bundle = read_table(
        tmp_path, "Datum;Anrufe;Notiz\n2.3.2026;3;Guter Tag\n3.3.2026;4;\n4.3.2026;2;7\n5.3.2026;1;Müde\n"
    )

    assert [measure.name for measure in bundle.measures] == ["Anrufe"]
    assert [(text.day.day, text.text) for text in bundle.texts] == [(2, "Guter Tag"), (4, "7"), (5, "Müde")]


def test_a_note_that_is_a_number_is_a_grade(tmp_path: Path) -> None:
    bundle = read_table(tmp_path, "Datum;Note\n2.3.2026;1,5\n3.3.2026;2\n")

    assert [measure.name for measure in bundle.measures] == ["Note"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_however_it_is_saved_it_says_the_same(tmp_path: Path, encoding: str, separator: str, line_end: str) -> None:
    text = PLAIN.replace("Run", "Läuft").replace(",", separator).replace("\n", line_end)

    bundle = read_table(tmp_path, text, encoding)

    assert [measure.name for measure in bundle.measures] == ["Calls", "Läuft"]
    assert len(bundle.entries) == 4
    assert {entry.day for entry in bundle.entries} == {date(2026, 3, 2), date(2026, 3, 3)}


def test_the_other_byte_order_is_read_too(tmp_path: Path) -> None:
    assert len(read_table(tmp_path, "\ufeff" + PLAIN, "utf-16-be").entries) == 4


def test_quoted_cells_hold_separators_quotes_and_lines(tmp_path: Path) -> None:
    bundle = read_table(tmp_path, 'Date,"Calls, ""long""\nones"\n2026-03-02,"3"\n')

    assert [measure.name for measure in bundle.measures] == ['Calls, "long" ones']


@pytest.mark.parametrize("name", ["date", "DAY", "Datum", "Fecha", "jour"])
def test_the_column_of_days_may_stand_anywhere_if_it_is_named(tmp_path: Path, name: str) -> None:
    bundle = read_table(tmp_path, f"Calls,{name}\n3,2026-03-02\n")

    assert [(entry.origin, entry.day) for entry in bundle.entries] == [("table:calls", date(2026, 3, 2))]


@pytest.mark.parametrize("name", ["", "When", "Woche 1"])
def test_the_first_column_may_have_any_name_if_it_holds_days(tmp_path: Path, name: str) -> None:
    assert len(read_table(tmp_path, f"{name},Calls\n2026-03-02,3\n").entries) == 1


@pytest.mark.parametrize(
    ("written", "day", "form"),
    [
        ("2026-03-02", date(2026, 3, 2), "yyyy-mm-dd"),
        ("2026-03-02T18:22:00Z", date(2026, 3, 2), "yyyy-mm-dd"),
        ("2026-03-02 23:59:59.5+01:00", date(2026, 3, 2), "yyyy-mm-dd"),
        ("2.3.2026", date(2026, 3, 2), "d.m.yyyy"),
        ("02. 03. 2026 6:50 pm", date(2026, 3, 2), "d.m.yyyy"),
        ("2026/3/2", date(2026, 3, 2), "yyyy/m/d"),
        ("2026.03.02", date(2026, 3, 2), "yyyy/m/d"),
        ("31/3/2026", date(2026, 3, 31), "d/m/yyyy"),
        ("31-03-2026", date(2026, 3, 31), "d/m/yyyy"),
        ("3/31/2026", date(2026, 3, 31), "m/d/yyyy"),
        ("3/3/2026", date(2026, 3, 3), "d/m/yyyy"),
        ("2 Mar 2026", date(2026, 3, 2), "2 Mar 2026"),
        ("2nd March 2026", date(2026, 3, 2), "2 Mar 2026"),
        ("2-Mar-2026", date(2026, 3, 2), "2 Mar 2026"),
        ("Mar 2, 2026", date(2026, 3, 2), "Mar 2, 2026"),
    ],
)
def test_days_are_read_as_people_write_them(tmp_path: Path, written: str, day: date, form: str) -> None:
    bundle = read_table(tmp_path, f'Date;Calls\n"{written}";3\n')

    assert [entry.day for entry in bundle.entries] == [day]
    assert form_told(bundle) == [form]


@pytest.mark.parametrize(
    ("days", "form"),
    [
        (["1/2/2026", "13/2/2026"], "d/m/yyyy"),
        (["1/2/2026", "2/13/2026"], "m/d/yyyy"),
        (["1/3/2026", "2/3/2026", "3/3/2026"], "d/m/yyyy"),
        (["3/3/2026", "3/2/2026", "3/1/2026"], "m/d/yyyy"),
    ],
)
def test_the_whole_column_tells_whether_the_day_comes_first(tmp_path: Path, days: list[str], form: str) -> None:
    text = "Date,Calls\n" + "".join(f"{day},1\n" for day in days)

    assert form_told(read_table(tmp_path, text)) == [form]


@pytest.mark.parametrize(
    ("text", "fault", "line"),
    [
        ("Date,Calls\n1/2/2026,1\n3/4/2026,1\n", FileFault.AMBIGUOUS_DATES, 2),
        ("Date,Calls\n2026-03-02,1\n3.3.2026,1\n", FileFault.MIXED_DATES, 3),
        ("Date,Calls\n13/2/2026,1\n2/13/2026,1\n", FileFault.MIXED_DATES, 3),
        ("Date,Calls\n2026-03-02,1\nTotal,1\n", FileFault.NOT_A_DATE, 3),
        ("Date,Calls\n2026-02-29,1\n", FileFault.NOT_A_DATE, 2),
        ("Date,Calls\n0001-01-01,1\n", FileFault.NOT_A_DATE, 2),
        ("Date,Calls\n2026-03-02,1\n,5\n", FileFault.NOT_A_DATE, 3),
        ("Date,Calls\n2026-03-02,1\n\n2026-03-02,1\n", FileFault.DUPLICATE_DAY, 4),
        ("Date,Calls,Run\n2026-03-02,1,2\n2026-03-03,1\n", FileFault.RAGGED, 3),
        ("Date,Calls\n2026-03-02,1\n2026-03-03,1,9\n", FileFault.RAGGED, 3),
        ('Date,Calls\n2026-03-02,"1"x\n', FileFault.QUOTES, 2),
        ('Date,Calls\n2026-03-02,1\n2026-03-03,"1\n\n\n', FileFault.QUOTES, 3),
        ("Date,Calls\n2026-03-02,1\n2026-03-03,1\0\n", FileFault.NUL, 3),
        ("Date,Calls\n2026-03-02," + "x" * 131_073 + "\n", FileFault.FIELD_TOO_LONG, 2),
        ("Date,Calls,\n2026-03-02,1,\n2026-03-03,1,7\n", FileFault.NO_NAME, 3),
        ("Date,Calls\n", FileFault.NO_ROWS, None),
    ],
)
def test_a_broken_table_is_refused_with_the_line(tmp_path: Path, text: str, fault: FileFault, line: int | None) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read_table(tmp_path, text)

    assert (refused.value.fault, refused.value.line) == (fault, line)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_letters_in_another_encoding_are_refused_with_the_line(tmp_path: Path, line_end: str) -> None:
    text = "Date,Calls,Büro\n2026-03-02,1,1\n".replace("ü", "u") + "2026-03-03,1,schön\n"

    with pytest.raises(UnreadableFileError) as refused:
        read_table(tmp_path, text.replace("\n", line_end), "latin-1")
    assert (refused.value.fault, refused.value.line) == (FileFault.WRONG_ENCODING, 3)


def test_a_cell_over_several_lines_does_not_shift_the_line_that_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read_table(tmp_path, 'Date,Calls\n2026-03-02,"a\nb\nc"\nTotal,3\n')

    assert refused.value.line == 5


def test_blank_lines_and_trailing_separators_do_no_harm(tmp_path: Path) -> None:
    bundle = read_table(tmp_path, "Date,Calls,,\n\n2026-03-02,3,,\n , ,,\n2026-03-03,4,,,,\n\n")

    assert len(entries_of(bundle, "Calls")) == 2


@pytest.mark.parametrize(
    ("limit", "amount"),
    [("rows", Amount.ROWS), ("columns", Amount.COLUMNS), ("entries", Amount.ENTRIES)],
)
def test_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, amount: Amount) -> None:
    monkeypatch.setitem(LIMITS, Shape.WIDE, replace(LIMITS[Shape.WIDE], **{limit: 1}))

    with pytest.raises(FileTooLargeError) as refused:
        read_table(tmp_path, PLAIN)
    assert (refused.value.limit, refused.value.amount) == (1, amount)


def test_too_many_bytes_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LIMITS, Shape.WIDE, replace(LIMITS[Shape.WIDE], bytes=20))

    with pytest.raises(FileTooLargeError) as refused:
        read_table(tmp_path, PLAIN)
    assert refused.value.amount is Amount.BYTES


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    path = table(tmp_path, PLAIN)

    with pytest.raises(ImportCancelledError):
        read_foreign(path, lambda done, total: None, lambda: True)
