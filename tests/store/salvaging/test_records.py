"""A record is read as SQLite wrote it, or not at all."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.store.salvaging.pages import Kind, Pages
from scorecard.store.salvaging.records import decoded, varint

WHOLE_NUMBERS = st.integers(-(2**63), 2**63 - 1) | st.sampled_from([0, 1, 127, 128, 2**15, 2**23, 2**31, 2**47])
VALUES = st.none() | WHOLE_NUMBERS | st.floats(allow_nan=False) | st.text(max_size=300) | st.binary(max_size=9000)


@settings(max_examples=40)
@given(st.lists(st.tuples(VALUES, VALUES), min_size=1, max_size=12), st.sampled_from([512, 1024, 4096, 65536]))
def test_what_sqlite_wrote_is_read(rows: list[tuple[object, object]], size: int) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"PRAGMA page_size = {size}")
        connection.execute("CREATE TABLE held (one, other)")
        connection.executemany("INSERT INTO held VALUES (?, ?)", rows)
        connection.commit()
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema").fetchone()
        pages = Pages(connection.serialize())

    assert pages.size == size
    found: dict[int, object] = {}
    waiting = [root]
    while waiting:
        node = pages.nodes[waiting.pop()]
        waiting += pages.children(node)
        if node.kind is Kind.TABLE_LEAF:
            found |= {cell.rowid or 0: decoded(cell.payload or b"") for cell in pages.cells(node)}
    # SQLite keeps a real that is whole as a whole number.
    assert [found[n] for n in sorted(found)] == rows


@given(st.binary(max_size=60))
def test_any_bytes_are_a_record_or_none(payload: bytes) -> None:
    found = decoded(payload)
    assert found is None or len(found) < len(payload)


@pytest.mark.parametrize(
    "payload",
    [b"", b"\x00", b"\x02\x0a", b"\x03\x0d", b"\x02\x0f\xff", b"\x02\x01\x00\x00", b"\xff" * 12],
)
def test_what_does_not_fill_its_record_is_none(payload: bytes) -> None:
    assert decoded(payload) is None


def test_a_number_at_the_end_is_not_there() -> None:
    assert varint(b"\x81\x00", 0) == (128, 2)
    with pytest.raises(IndexError):
        varint(b"\x81", 0)
