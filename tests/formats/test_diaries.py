"""Diaries: jrnl as JSON and as it keeps them, and RedNotebook as folders, files and archives."""

from datetime import date
from pathlib import Path

import pytest

from scorecard.formats.bundle import Bundle, ForeignText, LossKind
from scorecard.formats.errors import Amount, FileFault, FileTooLargeError, NotRecognisedError, UnreadableFileError
from scorecard.formats.known import recognise
from scorecard.formats.readers import red_notebook
from tests.formats.foreign_files import JRNL, JRNL_TEXT, RED_NOTEBOOK, written
from tests.formats.reading import loss_of, read
from tests.formats.zip_files import packed

MONDAY = date(2026, 3, 2)
SHIPPED = ForeignText(
    date(2026, 3, 3),
    "Shipped the report. #work\n\nSecond paragraph: with colon, ünïcode.\n\nDone\nIdeas: call Ann",
)


def jrnl(tmp_path: Path, text: str) -> dict[date, str]:
    return {said.day: said.text for said in read(written(tmp_path / "journal", text)).texts}


def month(tmp_path: Path, text: str, name: str = "2026-03.txt") -> Bundle:
    return read(written(tmp_path / name, text))


def folder_of(tmp_path: Path, files: dict[str, str]) -> Path:
    folder = tmp_path / "diary"
    folder.mkdir()
    for name, content in files.items():
        written(folder / name, content)
    return folder


def test_jrnl_as_json_is_read_whole(tmp_path: Path) -> None:
    bundle = read(written(tmp_path / "file", JRNL))

    text = "06:05 Up early.\n\n18:22 Called @ann. *\nTwice.\nWell."
    assert bundle.texts == (ForeignText(MONDAY, text),)
    assert (bundle.program, bundle.measures, bundle.losses) == ("jrnl", (), ())


def test_entries_of_jrnl_without_a_day_or_words_are_left_out(tmp_path: Path) -> None:
    days = ["2026-03-02", "2026-02-30", None, "1066-10-14"]
    entries: list[object] = [{"title": "A day", "body": "", "date": day, "time": "?"} for day in days]
    bundle = read(
        written(tmp_path / "file", {"entries": [*entries, 7, {**JRNL, "title": "", "body": "", "date": days[0]}]})
    )

    assert bundle.texts == (ForeignText(MONDAY, "? A day"),)
    assert loss_of(bundle, LossKind.FAR_DAY).lines == (2, 4)
    assert loss_of(bundle, LossKind.UNREADABLE).lines == (3, 5)


def test_jrnl_as_text_is_read_whole(tmp_path: Path) -> None:
    assert jrnl(tmp_path, JRNL_TEXT) == {MONDAY: "06:05 Up early.\n\n18:22 Called @ann. *\nTwice.\n[not a date] Well."}


@pytest.mark.parametrize(
    ("begin", "day"),
    [
        ("[2026-03-02]", MONDAY),
        ("[2026-03-14 06:22 PM]", date(2026, 3, 14)),
        ("[14.03.2026 18:22]", date(2026, 3, 14)),
        ("[03/14/2026 18:22:10]", date(2026, 3, 14)),
        ("[Mar 14, 2026 18:22]", date(2026, 3, 14)),
    ],
)
def test_other_ways_to_begin_an_entry_of_jrnl(tmp_path: Path, begin: str, day: date) -> None:
    text = "words" if begin == "[2026-03-02]" else "18:22 words"

    assert jrnl(tmp_path, f"{begin} words\r\n") == {day: text}


def test_a_bracket_with_a_date_in_another_way_is_text(tmp_path: Path) -> None:
    assert jrnl(tmp_path, "[2026-03-02 18:22] See\n[03/02/2026] there\n") == {MONDAY: "18:22 See\n[03/02/2026] there"}


def test_days_that_may_be_months_are_refused_with_the_line(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        jrnl(tmp_path, "[01/02/2026 18:22] a\n\n[05/03/2026 18:22] b\n")
    assert (refused.value.fault, refused.value.line) == (FileFault.AMBIGUOUS_DATES, 1)


def test_a_letter_in_the_wrong_encoding_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read(written(tmp_path / "file", b"[2026-03-02 18:22] a\nb\xff\n"))
    assert (refused.value.fault, refused.value.line) == (FileFault.WRONG_ENCODING, 2)


@pytest.mark.parametrize("text", ["[1] a footnote\n", "Dear diary,\n[2026-03-02] words\n", "[2026-03-02]words\n"])
def test_other_brackets_are_no_journal(tmp_path: Path, text: str) -> None:
    with pytest.raises(NotRecognisedError):
        recognise(written(tmp_path / "file", text))


def test_a_folder_and_an_archive_of_red_notebook_are_read_whole(tmp_path: Path) -> None:
    folder = read(folder_of(tmp_path, RED_NOTEBOOK))
    archive = read(packed(tmp_path / "backup", {f"data/{name}": text for name, text in RED_NOTEBOOK.items()}))

    assert folder == archive
    assert folder.texts == (
        SHIPPED,
        ForeignText(date(2026, 3, 14), "short"),
        ForeignText(date(2026, 4, 1), "Tags: work"),
    )
    assert (folder.program, folder.measures, folder.losses) == ("RedNotebook", (), ())


def test_one_month_stands_for_the_folder_that_it_lies_in(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, RED_NOTEBOOK)

    assert read(folder / "2026-03.txt") == read(folder)


def test_a_folder_without_a_diary_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read(folder_of(tmp_path, {"notes.txt": "1: {text: a}"}))
    assert refused.value.fault is FileFault.NOT_A_FILE


def test_a_month_in_which_nothing_was_written_is_no_fault(tmp_path: Path) -> None:
    assert len(read(folder_of(tmp_path, {**RED_NOTEBOOK, "2026-05.txt": "", "2026-06.txt": "{}\n"})).texts) == 3


def test_a_day_that_is_none_is_told(tmp_path: Path) -> None:
    bundle = month(tmp_path, "1: {text: a}\n30: {text: b}\nfirst: {text: c}\n", "2026-02.txt")

    assert [text.text for text in bundle.texts] == ["a"]
    assert loss_of(bundle, LossKind.FAR_DAY).lines == (2, 3)


@pytest.mark.parametrize(
    ("below", "fault", "line"),
    [
        ("  text: 'no end", FileFault.ODD_LINE, 2),
        ("  text: a\n  text: b", FileFault.DUPLICATE_KEYS, 3),
        ("  text: &all a", FileFault.ODD_LINE, 2),
        ("  text: *all", FileFault.ODD_LINE, 2),
        ("  text: !!python/object/apply:os.system ['true']", FileFault.ODD_LINE, 2),
        ("  - a\n  - b", FileFault.ODD_LINE, 2),
        ("  text: {a: {b: {c: {d: {e: {f: {g: h}}}}}}}", FileFault.TOO_DEEP, 2),
        ("  text: a\nno name", FileFault.ODD_LINE, 3),
        ("  text: a\0", FileFault.NUL, 2),
    ],
)
def test_a_month_that_is_not_as_red_notebook_writes_it_is_refused(
    tmp_path: Path, below: str, fault: FileFault, line: int
) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read(folder_of(tmp_path, {**RED_NOTEBOOK, "2026-05.txt": f"1:\n{below}\n"}))
    assert (refused.value.fault, refused.value.line, refused.value.inside) == (fault, line, "2026-05.txt")


def test_a_month_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read(packed(tmp_path / "backup", {"a/2026-03.txt": "{}", "b/2026-03.txt": "{}"}))
    assert (refused.value.fault, refused.value.inside) == (FileFault.DUPLICATE_FILES, "b/2026-03.txt")


def test_a_diary_is_read_up_to_a_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(red_notebook, "LARGEST_DIARY", 20)

    with pytest.raises(FileTooLargeError) as refused:
        read(folder_of(tmp_path, RED_NOTEBOOK))
    assert refused.value.amount is Amount.BYTES
