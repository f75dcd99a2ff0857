"""What somebody else changed since is never undone over: nothing is touched then."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Column, Integer, MetaData

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.incidents import StoreError, StoreFault, UndoConflictError
from scorecard.store import schema
from scorecard.store.store import Done, Store
from tests.fake_clock import FixedClock
from tests.store.deeds import entry_of, mark_of, scored, write
from tests.store.raw import content, hand
from tests.store.unheard_of import future, make_tables, person

NOTHING = None


STRANGERS = {
    "another value": "UPDATE entry SET amount = 9000",
    "another note": "UPDATE entry SET note = 'theirs'",
    "gone": "DELETE FROM entry",
}


@pytest.mark.parametrize("statement", STRANGERS.values(), ids=STRANGERS)
def test_what_was_changed_behind_the_record_is_not_undone(store: Store, path: Path, statement: str) -> None:
    heard: list[Done] = []
    store.announce_to(heard.append)
    write(store, scored(1))
    write(store, scored(2), scored(4, "m2"))
    with hand(path) as stranger:
        stranger.execute(f"{statement} WHERE measure_id = 'm1'")
    before = content(path, record=True)

    with pytest.raises(UndoConflictError):
        store.undo()

    assert content(path, record=True) == before
    assert len(heard) == 2


def test_what_appeared_behind_the_record_is_not_redone_over(store: Store, path: Path) -> None:
    write(store, scored(1))
    store.undo()
    with hand(path) as stranger:
        stranger.execute("INSERT INTO entry (day, measure_id, state) VALUES ('2026-11-20', 'm1', 'skipped')")
    before = content(path, record=True)

    with pytest.raises(UndoConflictError):
        store.redo()

    assert content(path, record=True) == before


def test_many_rows_of_which_one_came_from_elsewhere_are_not_redone(store: Store, path: Path) -> None:
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(300)]
    write(store, *[scored(3, day=day) for day in days])
    store.undo()
    with hand(path) as stranger:
        stranger.execute("INSERT INTO entry (day, measure_id, state) VALUES ('2026-05-01', 'm1', 'skipped')")
    before = content(path, record=True)

    with pytest.raises(UndoConflictError):
        store.redo()

    assert content(path, record=True) == before


def test_many_rows_of_which_one_was_changed_are_not_undone(store: Store, path: Path) -> None:
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(300)]
    write(store, *[scored(3, day=day) for day in days])
    with hand(path) as stranger:
        stranger.execute("UPDATE entry SET amount = 0 WHERE day = '2026-05-01'")
    before = content(path, record=True)

    with pytest.raises(UndoConflictError):
        store.undo()

    assert content(path, record=True) == before


@pytest.fixture
def wider(path: Path, clock: FixedClock) -> Iterator[Store]:
    make_tables(path)
    with closing(Store(path, clock, future)) as opened:
        yield opened


def test_what_something_of_a_stranger_s_needs_is_not_undone(wider: Store, path: Path) -> None:
    with wider.change(Deed(Verb.IMPORT)) as work:
        work.put(person, {"id": "p1", "name": "Neal"})
    with hand(path) as stranger:
        stranger.execute("INSERT INTO future_promise (person_id, number) VALUES ('p1', 1)")
    before = content(path, record=True)

    with pytest.raises(UndoConflictError):
        wider.undo()

    assert content(path, record=True) == before


def test_what_a_stranger_has_taken_the_name_of_is_not_redone(wider: Store, path: Path) -> None:
    with wider.change(Deed(Verb.IMPORT)) as work:
        work.put(person, {"id": "p1", "name": "Neal"})
    wider.undo()
    with hand(path) as stranger:
        stranger.execute("INSERT INTO future_person VALUES ('p2', 'Neal')")
    before = content(path, record=True)

    with pytest.raises(UndoConflictError):
        wider.redo()

    assert content(path, record=True) == before


def test_a_record_that_cannot_be_read_undoes_nothing(store: Store, path: Path) -> None:
    write(store, scored(1))
    with hand(path) as stranger:
        stranger.execute("UPDATE change SET after = '{not json'")
    before = content(path, record=True)

    with pytest.raises(StoreError) as refused:
        store.undo()

    assert refused.value.fault is StoreFault.DAMAGED
    assert content(path, record=True) == before


def test_columns_that_a_later_version_added_are_no_conflict(path: Path, clock: FixedClock) -> None:
    with closing(Store(path, clock)) as store:
        write(store, scored(1))
        write(store, scored(2))
    with hand(path) as migration:
        migration.execute("ALTER TABLE entry ADD COLUMN mood INTEGER NOT NULL DEFAULT 5")
    later = MetaData()
    for table in schema.metadata.sorted_tables:
        table.to_metadata(later)
    later.tables["entry"].append_column(Column("mood", Integer, nullable=False, server_default="5"))

    with closing(Store(path, clock, later)) as store:
        store.undo()
        assert mark_of(store) == scored(1).mark
        store.undo()
        assert entry_of(store) is NOTHING
        store.redo()
        assert mark_of(store) == scored(1).mark
