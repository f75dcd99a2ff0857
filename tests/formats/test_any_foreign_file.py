"""Whatever the file of a habit program holds, reading it ends in values or in an error that has a sentence."""

import csv
import io
import json
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.formats.bundle import Bundle
from scorecard.formats.json_files import MOST_PARTS
from scorecard.formats.named_tables import MOST_ROWS
from tests.formats import foreign_files as files
from tests.formats.test_any_file import Edits, edited, edits, outcome
from tests.formats.zip_files import packed

MB = 1024 * 1024
NAMES = (
    "beaver", "daylio", "daylio-csv", "habitbull", "habitctl", "harsh", "jrnl", "jrnl-text", "loop-csv", "nomie",
    "perfice", "rednotebook",    "rewire", "super-productivity", "table-habit", "table-long", "tickmate", "track-graph",
)  # fmt: skip

words = st.text(max_size=6) | st.sampled_from(
    ["", "0", "1", "-1", "2.5", "1:10:00", "YES_MANUAL", "SKIP", "2026-03-02", "2026-03-02T18:30:00Z", "18:52", "good",
     "9" * 39, "1e99", "NaN", "=1+1", "a | b", "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace")]
)  # fmt: skip
cells = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**63), 2**63 - 1), st.sampled_from([0, 1, 2, 3, 7, 20514, 2026]),
    st.floats(allow_nan=False, allow_infinity=False), words,
)  # fmt: skip
things = cells | st.lists(cells, max_size=2) | st.dictionaries(st.sampled_from(["a", "day", "id"]), cells, max_size=2)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("foreign")


@pytest.fixture(scope="module")
def honest(folder: Path) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in files.one_of_each(folder).items()}


@given(name=st.sampled_from(NAMES), changes=edits, kept=st.sampled_from([1.0, 1.0, 0.95, 0.5]))
def test_any_bytes_changed(folder: Path, honest: dict[str, bytes], name: str, changes: Edits, kept: float) -> None:
    content = edited(honest[name], changes)

    outcome(folder / "file", content[: max(int(len(content) * kept), 1)])


@given(
    table=st.sampled_from(
        [files.HABITBULL, files.TRACK_GRAPH, files.DAYLIO_CSV, files.LONG_TABLE, files.NOMIE, files.PERFICE_CSV]
    ),
    data=st.data(),
)
def test_any_cells_in_a_table(folder: Path, table: str, data: st.DataObject) -> None:
    rows = list(csv.reader(io.StringIO(table, newline="")))
    for row in rows[1:]:
        row[data.draw(st.integers(0, len(row) - 1))] = data.draw(words).replace("\0", "")
    text = io.StringIO()
    csv.writer(text).writerows(rows)

    outcome(folder / "file", text.getvalue().encode())


ticks = st.lists(st.lists(words.map(lambda word: word.replace("\0", "")), min_size=1, max_size=3), max_size=4)


@given(habit=st.lists(words.map(lambda word: word.replace("\0", "")), min_size=11, max_size=11), rows=ticks)
def test_any_cells_in_an_export_of_loop(folder: Path, habit: list[str], rows: list[list[str]]) -> None:
    made: list[str] = []
    for table in ([["1", *habit]], [["2026-03-02", *row[1:]] if len(row) > 1 else row for row in rows]):
        text = io.StringIO()
        csv.writer(text).writerows(table)
        made.append(text.getvalue())
    path = packed(folder / "export", {"Habits.csv": files.LOOP_HABITS + made[0], "001/Checkmarks.csv": made[1]})

    outcome(path, path.read_bytes())


JSON_FILES = [
    files.BEAVER, files.TABLE_HABIT, files.DAYLIO, files.JRNL, files.SUPER_PRODUCTIVITY, files.OLD_SUPER_PRODUCTIVITY,
]  # fmt: skip


def _changed(content: object, data: st.DataObject) -> object:
    """With another thing in place of some of its parts, at any depth."""
    if data.draw(st.integers(0, 7)) == 0:
        return data.draw(things)
    if isinstance(content, dict):
        return {key: _changed(cell, data) for key, cell in content.items()}
    if isinstance(content, list):
        return [_changed(cell, data) for cell in content]
    return content


@given(content=st.sampled_from(JSON_FILES), data=st.data())
def test_any_parts_of_json_changed(folder: Path, content: dict[str, object], data: st.DataObject) -> None:
    parts = {key: _changed(part, data) for key, part in content.items()}
    if content is files.DAYLIO:
        path = files.daylio_backup(folder / "backup", parts)
        outcome(path, path.read_bytes())
    else:
        outcome(folder / "json", json.dumps(parts).encode())


rows = st.lists(st.tuples(cells, cells, cells, cells, cells), max_size=3)


@settings(max_examples=40)
@given(track=st.tuples(words, words, cells, cells, cells), ticks=rows)
def test_any_cells_in_a_database_of_tickmate(
    folder: Path, track: tuple[object, ...], ticks: list[tuple[object, ...]]
) -> None:
    path = folder / "tickmate.db"
    path.unlink(missing_ok=True)
    names = ("name", "description", "enabled", "multiple_entries_per_day", "order")
    tracks = [{"_id": 1, **dict(zip(names, track, strict=True)), "enabled": track[2] or 0}]
    columns = ("year", "month", "day", "hour", "minute")
    files.tickmate(path, tracks, [{"_track_id": 1, **dict(zip(columns, row, strict=True))} for row in ticks])

    assert isinstance(outcome(path, path.read_bytes()), Bundle)


@settings(max_examples=40)
@given(habit=st.lists(cells, min_size=9, max_size=9), checkins=rows)
def test_any_cells_in_a_database_of_rewire(
    folder: Path, habit: list[object], checkins: list[tuple[object, ...]]
) -> None:
    path = folder / "rewire.db"
    path.unlink(missing_ok=True)
    names = ("description", "active_days", "category", "archived", "schedule", "days", "period", "target_count", "unit")
    columns = ("date", "type", "note", "actual_count", "target_count")
    said = [dict(zip(columns, ("" if cell is None else cell for cell in row), strict=True)) for row in checkins]
    files.rewire(
        path,
        [{"_id": 1, "Name": "Run", **dict(zip(names, habit, strict=True))}],
        [{"Habit_id": 1, **row} for row in said],
    )

    assert isinstance(outcome(path, path.read_bytes()), Bundle)


@settings(max_examples=60)
@given(
    text=st.text(
        st.sampled_from(list("ab1: {}'\"\n,|>-?#[]\\& !*")) | st.characters(exclude_categories=["Cs"]), max_size=60
    )
)
def test_any_text_in_a_month_of_a_diary(folder: Path, text: str) -> None:
    path = folder / "2026-03.txt"

    outcome(path, f"1:\n  text: {text}\n".encode())


log_fields = st.lists(words, min_size=1, max_size=6)


@settings(max_examples=60)
@given(rows=st.lists(log_fields, max_size=4), between=st.sampled_from([" : ", "\t"]))
def test_any_fields_in_a_log(folder: Path, rows: list[list[str]], between: str) -> None:
    first = between.join(["2026-03-02", "Run", "y"])

    outcome(folder / "log", "\n".join([first, *(f"2026-03-03{between}{between.join(row)}" for row in rows)]).encode())


LONG = {
    "habitbull": (b"HabitName,CalendarDate,Value\n", b"a,2026-03-02,1\n", MOST_ROWS),
    "track-graph": (b"FeatureName,Timestamp,Value\n", b"a,2026-03-02T18:30:00Z,1\n", MOST_ROWS),
    "daylio-csv": (b"full_date,date,weekday,time,mood,activities,note\n", b"2026-03-02,,,1:1,a,b | c,d\n", MOST_ROWS),
    "table-long": (b"Date,Measure,Value\n", b"2026-03-02,a,1\n", MOST_ROWS),
    "harsh": (b"2026-03-02 : a : y\n", b"2026-03-02 : a : y\n", MOST_ROWS),
    "jrnl-text": (b"[2026-03-02 18:22] a\n", b"[2026-03-02 18:22] a\n", MOST_ROWS),
    "beaver": (b'{"habits":[{"name":"a","records":[{}', b",{}", MOST_PARTS // 2),
}
SHARE = 100


@pytest.mark.parametrize("name", LONG)
def test_the_longest_file_takes_a_bounded_amount_of_memory(folder: Path, name: str) -> None:
    """Measured on a hundredth of it."""
    head, row, count = LONG[name]
    content = head + row * (count // SHARE) + (b"]}]}" if name == "beaver" else b"")

    tracemalloc.start()
    assert isinstance(outcome(folder / "file", content), Bundle)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak * SHARE < 400 * MB
