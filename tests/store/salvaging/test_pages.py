"""Pages of a damaged file are read as far as they go, and no further."""

import sqlite3
from contextlib import closing

import pytest

from scorecard.store import journals
from scorecard.store.salvaging.pages import Pages
from scorecard.store.salvaging.shapes import of_schema, shape_named, shapes, shapes_of
from scorecard.store.schema import metadata
from tests.store.damaged.packed import packed

WHOLE = packed()["whole.db"]


def chain_of(content: bytes) -> list[int]:
    pages = Pages(content)
    for node in pages.nodes.values():
        list(pages.cells(node))
        if pages.chained:
            return sorted(pages.chained)
    return []


def with_number(content: bytes, page: int, number: int) -> bytes:
    at = (page - 1) * 4096
    return content[:at] + number.to_bytes(4, "big") + content[at + 4 :]


def test_a_whole_store_is_all_pages_of_trees_or_chains() -> None:
    pages = Pages(WHOLE)
    for node in pages.nodes.values():
        list(pages.cells(node))

    assert (pages.size, pages.count, pages.stated) == (4096, len(WHOLE) // 4096, len(WHOLE) // 4096)
    assert pages.nodes.keys() | pages.chained == set(range(1, pages.count + 1)) - (pages.free or set())


@pytest.mark.parametrize("lead", ["to itself", "in a circle", "out of the file", "to nothing"])
def test_a_chain_that_does_not_end_well_gives_no_record(lead: str) -> None:
    first, second, *_ = chain_of(WHOLE)
    to = {"to itself": first, "in a circle": second, "out of the file": 0x7FFFFFFF, "to nothing": 0}[lead]
    spoiled = with_number(WHOLE, first, to)
    spoiled = with_number(spoiled, second, first) if lead == "in a circle" else spoiled
    whole, less = Pages(WHOLE), Pages(spoiled)

    counts = [
        sum(cell.payload is not None for node in pages.nodes.values() for cell in pages.cells(node))
        for pages in (whole, less)
    ]

    assert counts[1] < counts[0]


def test_all_chains_together_are_followed_only_so_far() -> None:
    pages = Pages(WHOLE)
    for _ in range(60):
        for node in pages.nodes.values():
            list(pages.cells(node))

    lost = [cell for node in pages.nodes.values() for cell in pages.cells(node) if cell.payload is None]
    assert lost


@pytest.mark.parametrize("size", [1024, 8192])
def test_the_size_of_pages_is_found_without_a_header(size: int) -> None:
    content = packed()[f"pages-of-{size}.db"]

    assert Pages(bytes(100) + content[100:]).size == size
    assert Pages(bytes(size) + content[size:]).size == size


def test_free_pages_are_known_while_their_list_leads_somewhere() -> None:
    content = packed()["with-free-pages.db"]
    free = Pages(content).free

    assert free
    assert Pages(content[:32] + bytes(4) + content[36:]).free is None, "they were counted"
    assert Pages(with_number(content, int.from_bytes(content[32:36], "big"), 1)).free is None
    assert Pages(bytes(100) + content[100:]).free is None


def test_a_shape_has_every_column_of_its_table() -> None:
    for table in metadata.sorted_tables:
        shape = shape_named(table.name)
        assert shape is not None
        assert set(shape.columns) == set(table.columns.keys())


def test_of_tables_that_look_alike_the_better_known_comes_first() -> None:
    pairs = [shape.name for shape in shapes_of(True, 2)]

    assert pairs.index("day_seal") < pairs.index("day") < pairs.index("felt")
    assert {"served", "person_group", "ix_served_person_id"} <= set(pairs)


def test_the_shapes_are_those_that_sqlite_has() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(WHOLE)
        said = connection.execute("SELECT type, name, tbl_name, rootpage FROM sqlite_schema").fetchall()
        indexes = {
            name: connection.execute(f"PRAGMA index_xinfo('{name}')").fetchall()
            for kind, name, *_ in said
            if kind == "index"
        }
    for name, columns in indexes.items():
        if (shape := shape_named(name)) is not None:
            assert [column[2] or "rowid" for column in columns] == list(shape.columns), name
    known = {shape.name for shape in shapes()}
    assert indexes.keys() - known <= {"sqlite_autoindex_alembic_version_1"}
    roots = {of_schema((kind, name, table, root, "")) for kind, name, table, root in said}
    assert ("entry", next(root for _, name, _, root in said if name == "entry")) in roots


def test_a_journal_tells_its_pages_and_whose_it_is() -> None:
    half, journal = packed()["half-done.db"], packed()["half-done.db-journal"]
    older = journals.pages_in(journal)

    assert all(page == WHOLE[(number - 1) * 4096 : number * 4096] for number, page in older.items())
    assert len(older) > 5
    assert not journals.is_cut_off(journal)
    assert journals.is_cut_off(journal[: len(journal) // 2])
    assert journals.is_of(journal, half)
    assert journals.is_of(journal, WHOLE)
    assert not journals.is_of(journal, packed()["later.db"])


@pytest.mark.parametrize("journal", [b"", b"of another time", bytes(5000), bytes.fromhex("d9d505f920a163d7") * 90])
def test_what_is_no_journal_has_no_pages(journal: bytes) -> None:
    assert journals.pages_in(journal) == {}
    assert journals.is_of(journal, WHOLE)
