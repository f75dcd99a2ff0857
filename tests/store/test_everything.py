"""All that is the user's goes out and comes back; nothing is forgotten, nothing of one's own is overwritten."""

from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.errors import StoppedError
from scorecard.domain.measures import Group
from scorecard.store import measures
from scorecard.store.everything import NOT_THE_USERS, read_everything, tables_of_user
from scorecard.store.merging import compare, merge
from scorecard.store.odd_rows import OddRowsError
from scorecard.store.rehearsing import comes_back, compare_with_nothing
from scorecard.store.schema import metadata
from scorecard.store.store import Store
from tests.export_schema import FILE, written
from tests.fake_clock import FixedClock
from tests.fresh_stores import fresh_store
from tests.sample.year import make_sample

TODAY = date(2026, 11, 20)
Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Rows:
    path = tmp_path_factory.mktemp("sample") / "scorecard.db"
    make_sample(path, FixedClock(), TODAY, years=0.1)
    with closing(Store(path, FixedClock())) as store, store.reading() as connection:
        return read_everything(connection)


@pytest.fixture
def empty(tmp_path: Path, clock: FixedClock) -> Path:
    fresh_store(tmp_path / "empty" / "scorecard.db", clock.now())
    return tmp_path / "empty" / "scorecard.db"


def test_every_table_is_the_user_s_or_left_out_for_a_reason() -> None:
    assert {table.name for table in tables_of_user()} | NOT_THE_USERS.keys() == metadata.tables.keys()
    assert all(metadata.tables[name].info.get("recorded", True) is False for name in NOT_THE_USERS)
    assert all(table.info.get("recorded", True) for table in tables_of_user()), "nothing of ours goes out"


def test_the_published_schema_is_that_of_the_tables() -> None:
    assert FILE.read_text(encoding="utf-8") == written(), "python -m tests.export_schema"


def test_a_store_comes_back_row_by_row(rows: Rows) -> None:
    assert sum(map(len, rows.values())) > 300
    assert comes_back(rows) == rows


def test_an_empty_store_takes_all_of_it_in_as_one_activity(rows: Rows, empty: Path, clock: FixedClock) -> None:
    with closing(Store(empty, clock)) as store:
        with store.change(Deed(Verb.IMPORT, {"source": "Scorecard"})) as work:
            found = merge(work, rows)
        with store.reading() as connection:
            assert read_everything(connection) == rows
            assert compare(connection, rows).same.total() == found.count == sum(map(len, rows.values()))
        assert store.seal_holds(TODAY)
        store.undo()
        with store.reading() as connection:
            assert not any(read_everything(connection).values())


def test_what_differs_here_stays_and_is_told(rows: Rows, empty: Path, clock: FixedClock) -> None:
    with closing(Store(empty, clock)) as store:
        with store.change(Deed(Verb.ADD_GROUP)) as work:
            measures.write_group(work, Group("g1", "Mine"))
        with store.change(Deed(Verb.IMPORT)) as work:
            found = merge(work, rows)
        with store.reading() as connection:
            (mine,) = [row for row in read_everything(connection)["measure_group"] if row["id"] == "g1"]

    assert found.conflicts == (("measure_group", ("g1",)),)
    assert mine["name"] == "Mine"


def test_a_row_whose_measure_stays_away_stays_away_too(rows: Rows) -> None:
    found = compare_with_nothing({**rows, "promise": []})

    assert {table for table, _ in found.conflicts} == {"promise_step"}
    assert not found.new["promise_step"]


@pytest.mark.parametrize(
    "broken",
    [
        {"diary": []},
        {"felt": [{"day": "2026-11-20", "grade": "A", "extra": 1}]},
        {"felt": [{"day": "2026-11-20"}]},
        {"felt": [{"day": "2026-11-20", "grade": 7}]},
        {"felt": [{"day": "2026-11-20", "grade": "A\0"}]},
        {"felt": [{"day": "2026-11-20", "grade": "A\ud800"}]},
        {"felt": [{"day": "2026-11-20", "grade": "A"}, {"day": "2026-11-20", "grade": "B"}]},
        {"measure_group": [{"id": "g", "name": "G", "position": True}]},
        {"measure_group": [{"id": "g", "name": "G", "position": 2**63}]},
        {"measure_group": [{"id": "g", "name": "", "position": 1}]},
        {"felt": [{"day": "2026-02-31", "grade": "A"}]},
        {"entry": [{"day": "2026-11-20", "measure_id": "m", "state": "scored", "amount": None}]},
        {"setting": [{"name": "day_end", "first_day": "2026-01-01", "value": "noon"}]},
    ],
)
def test_rows_that_no_program_of_ours_wrote_change_nothing(broken: Rows, empty: Path, clock: FixedClock) -> None:
    with closing(Store(empty, clock)) as store:
        with pytest.raises(OddRowsError), store.change(Deed(Verb.IMPORT)) as work:
            merge(work, broken)
        assert store.last_seq() == 0


CELLS = st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.floats() | st.lists(st.none(), max_size=1)
ANY_ROWS = st.fixed_dictionaries(
    {},
    optional={
        table.name: st.lists(
            st.fixed_dictionaries(
                {column.name: CELLS | st.sampled_from(["m1", "2026-11-20"]) for column in table.columns}
            ),
            max_size=2,
        )
        for table in tables_of_user()
    },
)


@settings(max_examples=20)
@given(ANY_ROWS)
def test_rows_of_any_kind_come_in_whole_or_are_refused(anything: Rows) -> None:
    try:
        found = comes_back(anything)
    except OddRowsError:
        return
    assert sum(map(len, found.values())) <= sum(map(len, anything.values()))


@pytest.mark.parametrize("count", [1, 5, 40])
def test_a_merge_that_is_stopped_leaves_nothing(count: int, rows: Rows, empty: Path, clock: FixedClock) -> None:
    left = count

    def between() -> None:
        nonlocal left
        left -= 1
        if left <= 0:
            raise StoppedError

    with closing(Store(empty, clock)) as store:
        with suppress(StoppedError), store.change(Deed(Verb.IMPORT)) as work:
            merge(work, rows, between)
        assert store.last_seq() == (0 if left <= 0 else 1)


def test_a_time_leaves_out_days_and_nothing_else(tmp_path: Path, clock: FixedClock, rows: Rows) -> None:
    path = tmp_path / "scorecard.db"
    make_sample(path, clock, TODAY, years=0.05)
    with closing(Store(path, clock)) as store, store.reading() as connection:
        whole, part = read_everything(connection), read_everything(connection, date(2026, 11, 18), date(2026, 11, 19))

    assert {row["day"] for row in part["entry"]} == {"2026-11-18", "2026-11-19"}
    assert part["promise"] == whole["promise"]
    assert comes_back(part) == part
