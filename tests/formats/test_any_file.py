"""Whatever a file holds, reading it ends in values or in an error that has a sentence; never in a crash."""

import random
import tracemalloc
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scorecard.domain.errors import KnownError
from scorecard.domain.marks import Scored, Unknown
from scorecard.domain.texts import clean_name, clean_text
from scorecard.domain.values import check_value
from scorecard.formats.bundle import FIRST_DAY, LAST_DAY, Bundle
from scorecard.formats.mapped_tables import LIMITS
from scorecard.formats.mapping import Shape
from scorecard.formats.readers import loop_db
from scorecard.formats.strangers import SQLITE
from tests.formats.loop_files import loop_backup, tick
from tests.formats.reading import read

TABLE = (
    "Date;Calls;Run;Focus;Weight;Notes\r\n"
    "1.3.2026;3;yes;1:30;80,5;well\r\n"
    '2.3.2026;;no;0:45;81;"long; ""one"""\r\n'
    "3.3.2026;4;-;skip;1.081,125;\r\n"
).encode("utf-8-sig")

Edits = list[tuple[float, bytes]]
edits = st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=6)), max_size=8)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("files")


@pytest.fixture(scope="session")
def backups(folder: Path) -> list[bytes]:
    rows = [tick(day=day, notes="a note") for day in range(200)]
    old = loop_backup(folder / "old", 12, repetitions=rows)
    new = loop_backup(folder / "new", repetitions=rows)
    return [old.read_bytes(), new.read_bytes()]


def outcome(path: Path, content: bytes) -> Bundle | KnownError:
    path.write_bytes(content)
    try:
        bundle = read(path)
    except KnownError as error:
        return error
    check(bundle)
    return bundle


def check(bundle: Bundle) -> None:
    """All that is promised of a bundle."""
    terms = {measure.origin: measure.terms for measure in bundle.measures}
    assert len(terms) == len(bundle.measures)
    assert len({(entry.origin, entry.day) for entry in bundle.entries}) == len(bundle.entries)
    for measure in bundle.measures:
        assert clean_name(measure.name) == measure.name
        assert clean_text(measure.why) == measure.why
        assert not measure.group or clean_name(measure.group) == measure.group
        assert measure.origin.encode()
    assert len({text.day for text in bundle.texts}) == len(bundle.texts)
    for text in bundle.texts:
        assert FIRST_DAY <= text.day <= LAST_DAY
        assert clean_text(text.text) == text.text != ""
    for entry in bundle.entries:
        assert FIRST_DAY <= entry.day <= LAST_DAY
        assert clean_text(entry.note) == entry.note
        assert entry.note or not isinstance(entry.mark, Unknown)
        if isinstance(entry.mark, Scored):
            first, *later = terms[entry.origin]
            in_force = [known for known in later if known.first_day <= entry.day]
            check_value([first, *in_force][-1], entry.mark.value)


def edited(content: bytes, changes: Iterable[tuple[float, bytes]]) -> bytes:
    """`content` with bytes written over it at places between its begin (0) and its end (1)."""
    whole = bytearray(content)
    for share, new in changes:
        place = int(share * len(content))
        whole[place : place + len(new)] = new
    return bytes(whole)


@given(content=st.binary(min_size=1, max_size=400))
@example(content=SQLITE)
@example(content=SQLITE + bytes(4096))
@example(content=b"PK\x03\x04")
@example(content=b"\xff\xfe")
@example(content=b"\xff\xfeD\x00\xd8")
@example(content=b"Date,\xff\n2026-03-02,1")
def test_any_bytes(folder: Path, content: bytes) -> None:
    outcome(folder / "file", content)


@given(content=st.text(max_size=200))
@example(content="Date,Calls\n2026-03-02,\ud800\n")
def test_any_text_as_a_table(folder: Path, content: str) -> None:
    outcome(folder / "file", content.encode("utf-8", "surrogatepass"))
    outcome(folder / "file", ("Date,A,B\n" + content).encode("utf-16", "surrogatepass"))


cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12) | st.sampled_from(
    ["yes", "no", "-", "1,5", "1.5", "1:30", "3", "", " ", "٣", "²", "1e5", "∞", "NaN", "9" * 50, "0." + "1" * 40]
)


@given(names=st.lists(cells, min_size=1, max_size=4), rows=st.lists(st.lists(cells, min_size=4, max_size=4)))
@example(names=["\ud7fc"], rows=[["0", "", "", ""]])
def test_any_cells_in_a_table_of_days(folder: Path, names: list[str], rows: list[list[str]]) -> None:
    lines = [["Date", *names]] + [
        [f"2026-{1 + n // 28:02}-{1 + n % 28:02}", *row[: len(names)]] for n, row in enumerate(rows[:300])
    ]
    quoted = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines)

    outcome(folder / "file", quoted.encode())


@given(changes=edits)
def test_a_table_with_any_bytes_changed(folder: Path, changes: Edits) -> None:
    outcome(folder / "file", edited(TABLE, changes))


@given(changes=edits, which=st.integers(0, 1), kept=st.floats(0.3, 1))
def test_a_backup_with_any_bytes_changed(
    folder: Path, backups: list[bytes], changes: Edits, which: int, kept: float
) -> None:
    content = edited(backups[which], changes)

    outcome(folder / "file", content[: int(len(content) * kept)] if kept < 0.5 else content)


@given(changes=st.lists(st.tuples(st.integers(0, 4095), st.integers(0, 255)), min_size=1, max_size=4))
def test_a_backup_with_a_broken_first_page(folder: Path, backups: list[bytes], changes: list[tuple[int, int]]) -> None:
    content = bytearray(backups[1])
    for place, byte in changes:
        content[place] = byte

    outcome(folder / "file", bytes(content))


hostile = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.sampled_from([0, 1, 2, 3, -1, 7, 30, 1_772_409_600_000, 2**63 - 1, float("inf"), -0.0]),
    st.floats(allow_nan=False),  # SQLite stores NULL for a NaN
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    st.binary(max_size=8),
)
columns = [name for name in loop_db.HABIT_COLUMNS if name != "id"]


@given(
    habits=st.lists(st.dictionaries(st.sampled_from(columns), hostile), max_size=4),
    repetitions=st.lists(st.dictionaries(st.sampled_from(["habit", "timestamp", "value", "notes"]), hostile)),
)
def test_a_backup_with_any_cells(
    folder: Path, habits: list[dict[str, object]], repetitions: list[dict[str, object]]
) -> None:
    path = folder / "hostile"
    path.unlink(missing_ok=True)
    # Version 21 has no constraint on repetitions; the columns that came later are added without one.
    later = [("Habits", "question"), ("Habits", "uuid"), ("Repetitions", "notes")]
    added = "".join(f"alter table {table} add column {name} text;" for table, name in later)
    loop_backup(path, 21, habits, repetitions, columns=added)

    assert isinstance(outcome(path, path.read_bytes()), Bundle)


@pytest.mark.parametrize("cell", ["12", "abc"])
def test_the_largest_table_takes_a_bounded_amount_of_memory(folder: Path, cell: str) -> None:
    line = "," + ",".join([cell] * 199) + "\n"
    count = LIMITS[Shape.WIDE].bytes // (len(line) + 11)
    days = [FIRST_DAY + timedelta(days=n) for n in range(count)]
    content = "Date," + ",".join(f"m{n}" for n in range(199)) + "\n" + "".join(f"{day}{line}" for day in days)

    tracemalloc.start()
    outcome(folder / "file", content.encode())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 220 * 1024 * 1024


def test_one_line_of_nothing_but_separators_takes_a_bounded_amount_of_memory(folder: Path) -> None:
    content = b"Date,A\n2026-03-02,1" + b"," * 8_000_000

    tracemalloc.start()
    outcome(folder / "file", content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 220 * 1024 * 1024


def test_noise_of_any_length_is_refused(folder: Path) -> None:
    noise = random.Random(1)
    for length in (1, 100, 65_536, 65_537, 300_000):
        assert isinstance(outcome(folder / "file", noise.randbytes(length)), KnownError)
