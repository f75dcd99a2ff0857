"""Whatever stands in the rows of an export, taking it in beside ours ends in rows, or in a sentence."""

import json
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.formats.errors import FileFault, UnreadableFileError
from scorecard.formats.own_export import FORMAT, VERSION
from scorecard.services.importing_own import OwnImporting
from scorecard.services.joining.differing import examples
from scorecard.services.joining.joining import joined
from scorecard.store.everything import columns_of_user, read_everything
from scorecard.store.identity import SCHEMA_VERSION
from scorecard.store.merging import compare, whole_rows
from scorecard.store.odd_rows import OddRowsError, odd_rows_named
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.importing_files import never, nothing_told
from tests.sample.whole import make_whole

TODAY = date(2026, 11, 20)
Tables = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "data" / "scorecard.db"
    make_whole(path, FixedClock(), TODAY, years=0.02)
    return path


@pytest.fixture(scope="module")
def ours(store: Path) -> Tables:
    with closing(Store(store, FixedClock())) as opened, opened.reading() as connection:
        return read_everything(connection)


def export_of(tables: Tables, path: Path) -> Path:
    counts = {name: len(rows) for name, rows in tables.items()}
    head = {"format": FORMAT, "version": VERSION, "schema": SCHEMA_VERSION, "program": "", "written_at": ""}
    path.write_text(json.dumps({**head, "store_id": "other", "counts": counts, "tables": tables}), encoding="utf-8")
    return path


WORDS = st.sampled_from([
    "", "m1", "m2", "p1", "p2", "own", "x", "card", "bench", "count", "rating", "scored", "unknown", "kept", "moved",
    "day", "2026-11-20", "2026-11-19", "2026-02-31", "0001-01-01", "9999-12-31", "20261120", "scorecard:m1", "Ana", "é",
])  # fmt: skip
CELLS = WORDS | st.none() | st.sampled_from([0, 1, 5, 127, -1, 2**40, 2**63 - 1, 2**63]) | st.text(max_size=3)


OTHER_CELLS = st.lists(
    st.tuples(st.sampled_from(sorted(columns_of_user())), st.integers(0, 2), st.integers(0, 20), CELLS), max_size=6
)


@settings(max_examples=60)
@given(cells=OTHER_CELLS, copied=st.booleans(), by_name=st.booleans())
def test_any_cells_of_another_store(
    ours: Tables, cells: list[tuple[str, int, int, object]], copied: bool, by_name: bool
) -> None:
    tables = {name: [dict(row) for row in rows[:3]] for name, rows in ours.items()}
    for name, number, place, cell in cells:
        row = tables[name][number % len(tables[name])]
        row[sorted(row)[place % len(row)]] = cell
    try:
        whole = whole_rows(tables)
        with odd_rows_named():
            found = joined(ours, whole, TODAY, copied=copied, by_name=by_name)
            examples(((name, key) for name, key in found.kept), ours, found.rows)
    except OddRowsError:
        return
    assert sum(map(len, whole_rows(found.rows).values())) <= sum(map(len, tables.values())) + len(tables["terms"]) * 3


def test_an_export_beside_the_store_it_is_of_adds_nothing(store: Path, ours: Tables) -> None:
    counts = OwnImporting(store, FixedClock()).read_and_plan(
        export_of(ours, store.parent / "same.json"), nothing_told, never
    ).counts  # fmt: skip
    assert counts.is_empty
    assert not counts.conflicts
    with closing(Store(store, FixedClock())) as opened, opened.reading() as connection:
        assert compare(connection, ours).count == 0


def circle(ours: Tables, table: str) -> Tables:
    """Two new people, each above the other."""
    people = [{**row, "id": f"new {row['id']}", "name": f"New {row['name']}"} for row in ours["person"][:2]]
    pages = [{**ours["profile"][n], "person_id": people[n]["id"], "origin": None} for n in (0, 1)]
    for rows, key, above in ((people, "id", "merged_into"), (pages, "person_id", "team_id")):
        for one, other in ((0, 1), (1, 0)):
            rows[one][above] = rows[other][key] if (rows is people) == (table == "person") else None
    return {"person": people, "profile": pages}


def test_two_who_were_merged_into_each_other_are_nobody_of_ours(store: Path, ours: Tables, tmp_path: Path) -> None:
    importing = OwnImporting(store, FixedClock())
    file = export_of(circle(ours, "person"), tmp_path / "circle.json")
    with pytest.raises(UnreadableFileError) as refused:
        importing.read_and_plan(file, nothing_told, never)
    assert refused.value.fault is FileFault.STRANGE


def test_what_its_table_would_refuse_is_refused_before_anything_is_shown(
    store: Path, ours: Tables, tmp_path: Path
) -> None:
    odd = {**ours, "entry": [{**ours["entry"][0], "state": "odd"}]}
    with pytest.raises(UnreadableFileError) as refused:
        OwnImporting(store, FixedClock()).read_and_plan(export_of(odd, tmp_path / "odd.json"), nothing_told, never)
    assert refused.value.fault is FileFault.STRANGE


def test_nobody_comes_to_stand_above_themselves(ours: Tables) -> None:
    rows = whole_rows(circle(ours, "profile"))
    found = joined(ours, rows, TODAY, copied=False, by_name=True)
    assert sorted(row["team_id"] is None for row in found.rows["profile"]) == [False, True]
