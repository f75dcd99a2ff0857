"""What is in the file of another program goes in whole and comes out whole, in every format that we write."""

import csv
import io
import os
import re
import sqlite3
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.marks import Entry, Scored
from scorecard.domain.measures import Direction, Kind, Measure, Terms
from scorecard.formats.own_export import OwnExport, own_export, parse_own_export
from scorecard.formats.writers.daybook import daybook, packed
from scorecard.formats.writers.sheets import workbook
from scorecard.formats.writers.tables import exact_table, spreadsheet_table
from scorecard.services.backups import Backups
from scorecard.services.exporting_days import ExportWords, Headings, written_days
from scorecard.services.exporting_files import ExportFormat, Exports, Wish
from scorecard.services.importing import Importing
from scorecard.services.importing_own import OwnImporting
from scorecard.store import entries, measures
from scorecard.store.everything import read_everything
from scorecard.store.identity import SCHEMA_VERSION
from scorecard.store.rehearsing import comes_back
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.formats.described_files import DESCRIBED, Described
from tests.fresh_stores import fresh_store
from tests.importing_files import never, nothing_told
from tests.sample.whole import make_whole

TODAY = date(2026, 11, 20)
Rows = dict[str, list[dict[str, Any]]]
_ENTRY = re.compile(r"(\S+) (.+?)(?: (skip|-?[\d.]+))?(?: ?#(.*))?")
REAL = Path(os.environ.get("SCORECARD_REAL_FILES", "nowhere"))
needs_real_files = pytest.mark.skipif(not REAL.is_dir(), reason="SCORECARD_REAL_FILES names no folder of real files")


@pytest.fixture(autouse=True)
def _no_backups(monkeypatch: pytest.MonkeyPatch) -> None:
    """They have tests of their own."""
    monkeypatch.setattr(Backups, "make_before", lambda *_arguments: None)


def taken_in(store: Path, file: Path) -> None:
    """With whatever the file only offers."""
    fresh_store(store, FixedClock().now())
    importing = Importing(store, FixedClock())
    importing.apply(importing.with_all(importing.read_and_plan(file, nothing_told, never)), nothing_told, never)


def rows_of(store: Path) -> Rows:
    with closing(Store(store, FixedClock())) as opened, opened.reading() as connection:
        return read_everything(connection)


def said_of(described: Described) -> Counter[tuple[str, str, str, str]]:
    """Day, measure, value and note of each entry that was counted by hand."""
    found: Counter[tuple[str, str, str, str]] = Counter()
    for line in filter(None, map(str.strip, described.entries.splitlines())):
        match = _ENTRY.fullmatch(line)
        assert match is not None, line
        found[match[1], match[2], match[3] or "", match[4] or ""] += 1
    return found


def entries_of(rows: Rows) -> Counter[tuple[str, str, str, str]]:
    names = {row["id"]: row["name"] for row in rows["measure"]}
    return Counter((row["day"], names[row["measure_id"]], _value(row), row["note"]) for row in rows["entry"])


def _value(row: dict[str, Any]) -> str:
    if row["state"] == "scored":
        return f"{(Decimal(row['amount']) / 1000).normalize():f}"
    return "skip" if row["state"] == "skipped" else ""


def ends_of(rows: Rows) -> set[str]:
    """What each measure asks at last, and where it stands."""
    last = {row["measure_id"]: row for row in sorted(rows["terms"], key=lambda row: str(row["first_day"]))}
    return {
        f"{row['name']}: {terms['kind']} {terms['direction']} "
        f"{'-' if terms['target'] is None else _value({'state': 'scored', 'amount': terms['target']})} "
        f"{'weekly' if terms['weekly'] else 'daily'} {terms['place']}"
        for row in rows["measure"]
        if (terms := last[row["id"]])
    }


def texts_of(rows: Rows) -> Iterator[str]:
    return (cell for found in rows.values() for row in found for cell in row.values() if isinstance(cell, str))


Outputs = Mapping[ExportFormat, bytes]


def outputs_of(store: Path, rows: Rows) -> Outputs:
    """As an export writes them, without its files."""
    with closing(Store(store, FixedClock())) as opened:
        found = written_days(opened, FixedClock(), ExportWords(), (None, None), nothing_told, never)
    of_days = (found.measures, found.days)
    return {
        ExportFormat.JSON: own_export(OwnExport(SCHEMA_VERSION, "", "", "", "", tables=rows)),
        ExportFormat.CSV_EXACT: exact_table(*of_days),
        ExportFormat.CSV: spreadsheet_table(*of_days, Headings()),
        ExportFormat.XLSX: workbook(*of_days, Headings()),
        ExportFormat.MARKDOWN: packed(daybook(*of_days, Headings())),
    }


def files_of(store: Path, folder: Path) -> Outputs:
    for kind in ExportFormat:
        wish = Wish(kind, folder / f"out {kind}{kind.ending}")
        Exports(store, FixedClock(), ExportWords()).write(wish, nothing_told, never)
    return {kind: (folder / f"out {kind}{kind.ending}").read_bytes() for kind in ExportFormat}


@pytest.mark.parametrize("name", DESCRIBED)
def test_every_described_file_goes_in_whole_and_comes_out_whole(name: str, tmp_path: Path) -> None:
    described, store = DESCRIBED[name], tmp_path / "store" / "scorecard.db"
    file = described.made(tmp_path)
    taken_in(store, file)
    rows = rows_of(store)

    said, there = said_of(described), entries_of(rows)
    assert not said - there, "what was counted by hand is there"
    assert all(measure == "Mood" or not value for _, measure, value, _ in (there - said)), (
        "and nothing else was made up"
    )
    assert {line.strip() for line in described.ends.splitlines() if line.strip()} <= ends_of(rows)
    assert [words for words in described.words if not any(words in text for text in texts_of(rows))] == []
    assert Importing(store, FixedClock()).read_and_plan(file, nothing_told, never).plan.is_empty
    comes_out_whole(store, rows, tmp_path)


def comes_out_whole(store: Path, rows: Rows, folder: Path, outputs: Outputs | None = None) -> None:
    outputs = outputs or outputs_of(store, rows)
    assert comes_back(parse_own_export(outputs[ExportFormat.JSON], SCHEMA_VERSION).tables) == rows
    exact = outputs[ExportFormat.CSV_EXACT]
    (folder / "exact.csv").write_bytes(exact)
    names = {row["id"]: row["name"] for row in rows["measure"]}
    lines = Counter((line["date"], line["measure"], line["note"]) for line in _lines(exact))
    assert lines == Counter((row["day"], names[row["measure_id"]], row["note"]) for row in rows["entry"])
    if rows["entry"]:
        again = Importing(store, FixedClock()).read_and_plan(folder / "exact.csv", nothing_told, never).plan
        assert again.entries_to_add == ()
        assert sum(row.same for row in again.rows) == len(rows["entry"])
    marks = sum(row["state"] != "unknown" for row in rows["entry"])
    notes = sum(bool(row["note"]) for row in rows["entry"])
    days = {f"{row['day']}.md" for table in ("entry", "reflection") for row in rows[table]}
    pages = _pages(outputs[ExportFormat.MARKDOWN])
    assert days <= set(pages)
    assert days == set(pages) or rows["promise"], "a promise has a day of its own"
    assert _cells_of_table(outputs[ExportFormat.CSV]) == (len(pages), marks + notes)
    assert _cells_of_workbook(outputs[ExportFormat.XLSX]) == (len(pages), marks + notes)
    shown = sum(line.startswith("| ") for page in pages.values() for line in page.splitlines())
    assert shown == len(rows["entry"]) + len({row["day"] for row in rows["entry"]}), "a line an entry, below headings"
    assert all(
        answer in pages[f"{row['day']}.md"] for row in rows["reflection"] if (answer := row["answer"].strip("\n"))
    )


def _lines(content: bytes) -> Iterator[dict[str, str]]:
    return csv.DictReader(io.StringIO(content.decode(), newline=""))


def _cells_of_table(content: bytes) -> tuple[int, int]:
    """Days, and filled cells of measures and their notes."""
    _, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return len(rows), sum(bool(cell) for row in rows for cell in row[7:])


def _cells_of_workbook(content: bytes) -> tuple[int, int]:
    days = cells = 0
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        for name in book.namelist():
            if name.startswith("xl/worksheets/sheet"):
                places = re.findall(r'<c r="([A-Z]+)(\d+)"', book.read(name).decode())
                days += sum(column == "A" and row != "1" for column, row in places)
                cells += sum(row != "1" and (len(column), column) > (1, "G") for column, row in places)
    return days, cells


def _pages(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return {name: book.read(name).decode() for name in book.namelist()}


def test_measures_of_one_name_come_back_by_their_ids(tmp_path: Path) -> None:
    store = tmp_path / "store" / "scorecard.db"
    fresh_store(store, FixedClock().now())
    terms = (Terms(TODAY - timedelta(days=9), Kind.RATING, Direction.TALLY, scale=10),)
    twins = [Measure(f"m{n}", "Calm", terms, position=n) for n in (2, 1)]
    with closing(Store(store, FixedClock())) as opened, opened.change(Deed(Verb.START_CARD)) as work:
        measures.add_measures(work, twins)
        entries.add_entries(
            work, [Entry("m1", TODAY, Scored(Decimal(3)), "one"), Entry("m2", TODAY, Scored(Decimal(9)))]
        )
    comes_out_whole(store, rows_of(store), tmp_path)


Counted = Counter[tuple[str, str]]
"""Days and names of measures."""


def _query(file: str, statement: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"{(REAL / file).as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        return connection.execute(statement).fetchall()


def _loop() -> Counted:
    found = _query("loop.db", "SELECT timestamp, name FROM Repetitions JOIN Habits ON habit = Habits.Id")
    return Counter((str(date(1970, 1, 1) + timedelta(milliseconds=moment)), name) for moment, name in found)


def _loop_csv() -> Counted:
    """Without the days that Loop ticked by itself, unless something was noted."""
    found: Counted = Counter()
    with zipfile.ZipFile(REAL / "loop-csv-export.zip") as archive:
        for name in archive.namelist():
            if name.endswith("/Checkmarks.csv"):
                for line in _lines(archive.read(name)):
                    found[line["Date"], name.split("/")[0][4:]] += line["Value"] != "YES_AUTO" or bool(line["Notes"])
    return +found


def _habitbull() -> Counted:
    lines = _lines((REAL / "habitbull.csv").read_bytes())
    return Counter({(line["CalendarDate"], line["HabitName"]): 1 for line in lines})


def _rewire() -> Counted:
    found = _query("rewire.db", "SELECT DISTINCT date, Name FROM CHECKINS JOIN Habits ON Habit_id = Habits._id")
    return Counter((f"{day[:4]}-{day[4:6]}-{day[6:]}", name) for day, name in found)


def _tickmate() -> Counted:
    days = "SELECT DISTINCT year, month, day, name FROM ticks JOIN tracks ON _track_id = tracks._id"
    return Counter((str(date(year, month + 1, day)), name) for year, month, day, name in _query("tickmate.db", days))


COUNTED = {
    "loop.db": _loop,
    "loop-csv-export.zip": _loop_csv,
    "habitbull.csv": _habitbull,
    "rewire.db": _rewire,
    "tickmate.db": _tickmate,
}


@needs_real_files
def test_every_real_file_is_counted() -> None:
    assert {file.name for file in REAL.iterdir() if file.suffix != ".md"} == set(COUNTED)


@needs_real_files
@pytest.mark.parametrize("name", COUNTED)
def test_every_real_file_goes_in_whole_and_comes_out_whole(name: str, tmp_path: Path) -> None:
    store = tmp_path / "store" / "scorecard.db"
    taken_in(store, REAL / name)
    rows = rows_of(store)

    assert Counter((day, measure) for day, measure, *_ in entries_of(rows).elements()) == COUNTED[name]()
    assert Importing(store, FixedClock()).read_and_plan(REAL / name, nothing_told, never).plan.is_empty
    comes_out_whole(store, rows, tmp_path)


def test_all_of_them_together_come_out_whole_and_go_into_another_store(tmp_path: Path) -> None:
    """Files after each other into a store with rows in every table; then all of it to another computer and back."""
    store, other = tmp_path / "store" / "scorecard.db", tmp_path / "other" / "scorecard.db"
    make_whole(store, FixedClock(), TODAY, years=0.05)
    importing = Importing(store, FixedClock())
    for name, described in DESCRIBED.items():
        (tmp_path / name).mkdir()
        file = described.made(tmp_path / name)
        importing.apply(importing.with_all(importing.read_and_plan(file, nothing_told, never)), nothing_told, never)
    rows = rows_of(store)
    outputs = files_of(store, tmp_path)
    comes_out_whole(store, rows, tmp_path, outputs)
    assert 0 < outputs[ExportFormat.ICS].decode().count("BEGIN:VEVENT") <= len(rows["promise"])

    file = tmp_path / "out json.json"
    fresh_store(other, FixedClock().now())
    own = OwnImporting(other, FixedClock())
    own.apply(own.read_and_plan(file, nothing_told, never), never)
    assert rows_of(other) == rows
    assert own.read_and_plan(store, nothing_told, never).counts.is_empty, "nor does the store itself add anything"
