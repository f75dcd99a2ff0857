"""Daylio's CSV exports of all shapes, and its backups."""

import base64
import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.marks import UNKNOWN, Mark, Scored
from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.formats.bundle import UNDATED, Advice, AdviceKind, Bundle, ForeignText, LossKind
from scorecard.formats.daylio import without_markup
from scorecard.formats.errors import FileFault, UnreadableFileError
from scorecard.formats.known import recognise
from tests.formats.foreign_files import DAYLIO, DAYLIO_CSV, daylio_backup, written
from tests.formats.reading import entries_of, loss_of, measure_named, read
from tests.formats.zip_files import packed

NEW = "full_date,date,weekday,time,mood,activities,note_title,note\n"
OLDEST = "year,date,weekday,time,mood,activities,note\n"


def of(tmp_path: Path, *rows: str, header: str = NEW) -> Bundle:
    return read(written(tmp_path / "file", header + "".join(f"{row}\n" for row in rows)))


def moods(bundle: Bundle) -> list[tuple[Mark, str]]:
    return [(entry.mark, entry.note) for entry in entries_of(bundle, "Mood")]


def rated(rating: int) -> Mark:
    return Scored(Decimal(rating))


def changed(**parts: object) -> Mapping[str, object]:
    return {**DAYLIO, **parts}


def test_the_csv_is_read_whole(tmp_path: Path) -> None:
    bundle = read(written(tmp_path / "file", DAYLIO_CSV))

    mood = measure_named(bundle, "Mood")
    assert mood.terms == (Terms(UNDATED, Kind.RATING, Direction.TALLY, scale=5),)
    assert moods(bundle) == [(UNKNOWN, "sad · work"), (rated(4), "client call · focus")]
    assert loss_of(bundle, LossKind.IN_NOTE).lines == (3,)
    assert [measure.name for measure in bundle.measures if measure.offered] == ["work", "client call", "focus"]
    assert measure_named(bundle, "work").terms == (Terms(UNDATED, Kind.YES_NO, Direction.TALLY),)
    assert bundle.texts == (ForeignText(date(2026, 3, 3), "18:50 Report\nSent it.\nRelief."),)
    assert bundle.program == "Daylio"


def test_the_backup_is_read_whole(tmp_path: Path) -> None:
    bundle = read(daylio_backup(tmp_path / "file"))

    assert [(entry.day, entry.mark, entry.note) for entry in entries_of(bundle, "Mood")] == [
        (date(2026, 3, 2), rated(3), "so so · work"),
        (date(2026, 3, 3), rated(5), ""),
    ]
    work = measure_named(bundle, "work")
    assert (work.offered, work.group) == (True, "Job")
    assert bundle.texts == (ForeignText(date(2026, 3, 2), "18:50 Report\nSent & done"),)
    assert (loss_of(bundle, LossKind.ATTACHMENT).count, loss_of(bundle, LossKind.ATTACHMENT).lines) == (1, (2,))
    assert "1234" not in repr(bundle)


def test_the_last_mood_of_a_day_stands_and_each_is_in_the_note(tmp_path: Path) -> None:
    """Daylio writes the newest first; both ways to write a time can stand in one file."""
    bundle = of(
        tmp_path,
        "2026-03-02,,,9:05 pm,bad,tired,,",
        "2026-03-02,,,14:58,rad,work,,",
        "2026-03-02,,,12:10 am,meh,,,well",
    )

    assert moods(bundle) == [(rated(2), "00:10 · meh\n14:58 · rad · work\n21:05 · bad · tired")]
    assert bundle.texts == (ForeignText(date(2026, 3, 2), "00:10 well"),)
    assert Advice(AdviceKind.LAST_OF_DAY, "Mood") in bundle.advice


def test_the_shape_without_title_and_the_one_with_the_year(tmp_path: Path) -> None:
    older = of(tmp_path, "2026-03-02,2. März,Montag,18:52,good,,note", header=NEW.replace("note_title,", ""))
    oldest = of(tmp_path, "2016,3 March,Monday,18:52,good,,a", "2016,March 2,Monday,18:52,bad,,", header=OLDEST)

    assert [text.text for text in older.texts] == ["18:52 note"]
    assert [entry.day for entry in oldest.entries] == [date(2016, 3, 2), date(2016, 3, 3)]


def test_csv_and_backup_are_one_diary(tmp_path: Path) -> None:
    table = read(written(tmp_path / "table", DAYLIO_CSV))
    backup = read(daylio_backup(tmp_path / "backup"))

    assert measure_named(table, "work").origin == measure_named(backup, "work").origin
    assert table.measures[0].origin == backup.measures[0].origin
    assert table.program == backup.program


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("<b>Done</b><br>and <i>well</i>", "Done\nand well"),
        ("<ul><li>one</li><li>two</li></ul>", "• one\n\n• two"),
        ("1 < 2 &amp;&amp; 3 > 2", "1 < 2 && 3 > 2"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("a <- b", "a <- b"),
    ],
)
def test_notes_lose_their_markup_and_nothing_else(note: str, text: str) -> None:
    assert without_markup(note) == text


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("2026-02-30,,,18:52,good,,,", FileFault.NOT_A_DATE),
        (",2 March,,18:52,good,,,", FileFault.NOT_A_DATE),
        ("2026-03-02,,,18:52,good", FileFault.RAGGED),
    ],
)
def test_a_broken_row_is_named_with_its_line(tmp_path: Path, row: str, fault: FileFault) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        of(tmp_path, "2026-03-01,,,18:52,good,,,", row)

    assert (refused.value.fault, refused.value.line) == (fault, 3)


def test_what_a_backup_does_not_tell_stays_unknown(tmp_path: Path) -> None:
    entries = [
        {"day": 2, "month": 2, "year": 2026, "mood": 99, "tags": [3, 77, "x"]},
        {"day": 3, "month": 2, "year": 2026, "hour": 99, "minute": 0, "note": "well", "note_title": 4},
        {"day": 31, "month": 1, "year": 2026, "mood": 1},
        5,
    ]
    bundle = read(daylio_backup(tmp_path / "file", changed(dayEntries=entries, tag_groups=None)))

    assert moods(bundle) == [(UNKNOWN, "#99 · work · #77")]
    assert [text.text for text in bundle.texts] == ["well"]
    assert loss_of(bundle, LossKind.FAR_DAY).lines == (3,)
    assert loss_of(bundle, LossKind.UNREADABLE).lines == (4,)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"no Base64!", FileFault.DAMAGED),
        (base64.b64encode(b"{"), FileFault.NOT_JSON),
        (base64.b64encode(b"[]"), FileFault.STRANGE),
        (base64.b64encode(b'{"a":' + b"[" * 9999), FileFault.TOO_DEEP),
        (base64.b64encode(json.dumps(DAYLIO).encode())[:-8], FileFault.NOT_JSON),
        (base64.b64encode(json.dumps(DAYLIO).encode())[:-3], FileFault.DAMAGED),
    ],
)
def test_a_broken_backup_is_refused(tmp_path: Path, content: bytes, fault: FileFault) -> None:
    path = packed(tmp_path / "file", {"backup.daylio": content, "assets/photo": "x"})

    assert recognise(path).name == "daylio"
    with pytest.raises(UnreadableFileError) as refused:
        read(path)
    assert (refused.value.fault, refused.value.inside) == (fault, "backup.daylio")
