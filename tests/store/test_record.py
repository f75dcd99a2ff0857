"""The record keeps what was before and what came after, of every table there is and of those still to come."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Table
from sqlalchemy.exc import IntegrityError

from scorecard.domain.activities import Deed
from scorecard.domain.incidents import NothingToUndoError
from scorecard.store.record import Work
from scorecard.store.schema import activity_table, store_table
from scorecard.store.store import Done, Store
from tests.fake_clock import FixedClock
from tests.store.deeds import DAY
from tests.store.raw import content, hand
from tests.store.unheard_of import future, make_tables, person, promise, reflection

PROMISE = Deed("future_promise", {"to": "Neal"})
NEAL = {"id": "p1", "name": "Neal"}
FIRST = {"person_id": "p1", "number": 1, "words": None, "level": 3, "due": None}
Row = dict[str, Any]


@pytest.fixture
def store(path: Path, clock: FixedClock) -> Iterator[Store]:
    make_tables(path)
    with closing(Store(path, clock, future)) as opened:
        yield opened


def do(store: Store, *rows: tuple[Table[Any], Row]) -> None:
    with store.change(PROMISE) as work:
        for table, row in rows:
            work.put(table, row)


def recorded(path: Path) -> list[tuple[object, ...]]:
    """Table, key, before and after of every change, in their order."""
    found = content(path, record=True)["change"]
    read = [None if value is None else json.loads(str(value)) for row in sorted(found) for value in row[3:]]
    return [(row[2], *read[n * 3 : n * 3 + 3]) for n, row in enumerate(sorted(found))]


def promises(path: Path) -> list[tuple[object, ...]]:
    return content(path)["future_promise"]


def test_a_new_row_is_recorded_as_it_became(store: Store, path: Path) -> None:
    do(store, (person, NEAL), (promise, {"person_id": "p1", "number": 1}))

    assert promises(path) == [("p1", 1, None, 2, None)]
    assert recorded(path) == [
        ("future_person", ["p1"], None, NEAL),
        ("future_promise", ["p1", 1], None, FIRST | {"level": 2}),
    ]


def test_a_changed_row_is_recorded_before_and_after(store: Store, path: Path) -> None:
    do(store, (person, NEAL), (promise, FIRST))
    do(store, (promise, {"person_id": "p1", "number": 1, "words": "send the “form” – 寄"}))

    changed = FIRST | {"words": "send the “form” – 寄"}
    assert recorded(path)[2:] == [("future_promise", ["p1", 1], FIRST, changed)]


def test_a_removed_row_is_recorded_as_it_was(store: Store, path: Path) -> None:
    do(store, (person, NEAL), (promise, FIRST))
    with store.change(PROMISE) as work:
        work.remove(promise, "p1", 1)

    assert promises(path) == []
    assert recorded(path)[2:] == [("future_promise", ["p1", 1], FIRST, None)]


def test_all_of_it_can_be_undone_and_redone(store: Store, path: Path) -> None:
    states = [content(path)]
    do(store, (person, NEAL), (promise, FIRST), (promise, FIRST | {"number": 2, "words": ""}))
    states.append(content(path))
    do(store, (promise, FIRST | {"words": "the form", "due": "2026-11-23"}))
    states.append(content(path))
    with store.change(PROMISE) as work:
        work.remove(promise, "p1", 2)
        work.remove(promise, "p1", 1)
        work.remove(person, "p1")
    states.append(content(path))

    for state in states[-2::-1]:
        store.undo()
        assert content(path) == state
    with pytest.raises(NothingToUndoError):
        store.undo()
    for state in states[1:]:
        store.redo()
        assert content(path) == state
    with pytest.raises(NothingToUndoError):
        store.redo()


def test_undoing_is_recorded_like_any_other_change(store: Store, path: Path) -> None:
    do(store, (person, NEAL))
    store.undo()
    store.redo()

    assert [row[2:] for row in recorded(path)] == [(None, NEAL), (NEAL, None), (None, NEAL)]
    assert [row[5] for row in content(path, record=True)["activity"]] == ["do", "undo", "redo"]


def test_writing_what_is_there_leaves_no_trace(store: Store, path: Path) -> None:
    do(store, (person, NEAL), (promise, FIRST))
    heard: list[Done] = []
    store.announce_to(heard.append)
    before = path.read_bytes()

    do(store, (person, NEAL), (promise, FIRST), (promise, {"person_id": "p1", "number": 1, "level": 3}))
    with store.change(PROMISE) as work:
        work.remove(promise, "p1", 99)
        work.add_many(promise, [])
    with store.change(PROMISE):
        pass

    assert path.read_bytes() == before
    assert heard == []


def test_writing_what_is_there_does_not_end_the_chance_to_redo(store: Store) -> None:
    do(store, (person, NEAL))
    store.undo()
    with store.change(PROMISE) as work:
        work.remove(person, "p1")

    store.redo()


def test_an_error_in_the_middle_leaves_nothing(store: Store, path: Path) -> None:
    heard: list[Done] = []
    store.announce_to(heard.append)
    before = content(path, record=True)

    with pytest.raises(ZeroDivisionError):
        _break_in_the_middle(store)

    assert content(path, record=True) == before
    assert heard == []
    do(store, (person, NEAL))
    assert len(heard) == 1


def _break_in_the_middle(store: Store) -> None:
    with store.change(PROMISE) as work:
        work.put(person, NEAL)
        work.add_many(promise, [FIRST])
        raise ZeroDivisionError


def test_a_row_that_may_not_be_leaves_nothing_of_its_activity(store: Store, path: Path) -> None:
    before = content(path, record=True)

    with pytest.raises(IntegrityError):
        do(store, (person, NEAL), (promise, FIRST | {"person_id": "nobody"}))

    assert content(path, record=True) == before


def test_the_record_itself_cannot_be_written_through_it(store: Store, path: Path) -> None:
    before = content(path, record=True)

    with pytest.raises(ValueError, match="record"):
        do(store, (store_table, {"one": 1, "store_id": "mine", "created_at": ""}))
    with pytest.raises(ValueError, match="record"), store.change(PROMISE) as work:
        work.add_many(activity_table, [_activity_row()])

    assert content(path, record=True) == before


def _activity_row() -> Row:
    return {
        "seq": 9, "id": "", "at": "", "verb": "", "subject": "", "turn": "do", "fold": None, "chain": 9, "undone": 0,
    }  # fmt: skip


@pytest.mark.parametrize("count", [1, 499, 500, 501, 1234])
def test_many_rows_at_once_are_recorded_each(store: Store, path: Path, count: int) -> None:
    before = content(path)
    people = [{"id": f"p{n}", "name": f"Neal {n}"} for n in range(count)]
    rows = [FIRST | {"person_id": f"p{n}", "number": n} for n in range(count)]
    with store.change(PROMISE) as work:
        work.add_many(person, people)
        work.add_many(promise, rows)
    after = content(path)

    assert len(after["future_promise"]) == count
    assert len(recorded(path)) == 2 * count
    store.undo()
    assert content(path) == before
    store.redo()
    assert content(path) == after


def test_many_rows_of_which_one_is_there_already_are_refused_as_a_whole(store: Store, path: Path) -> None:
    do(store, (person, NEAL))
    before = content(path, record=True)

    with pytest.raises(IntegrityError), store.change(PROMISE) as work:
        work.add_many(person, [{"id": f"p{n}", "name": f"{n}"} for n in range(700, -1, -1)])

    assert content(path, record=True) == before


def test_many_rows_that_are_there_are_updated_as_one_by_one(store: Store, path: Path) -> None:
    with store.change(PROMISE) as work:
        work.add_many(person, [{"id": f"p{n}", "name": f"Neal {n}"} for n in range(1001)])
    before = content(path)

    with store.change(PROMISE) as work:
        work.update_many(person, [{"id": f"p{n}", "name": f"{'Neal' if n == 7 else 'Ana'} {n}"} for n in range(1001)])
        assert len(work.changes) == 1000  # what is there already is not written
    with hand(path) as stranger:
        assert stranger.execute("SELECT name FROM future_person WHERE name LIKE 'Neal%'").fetchall() == [("Neal 7",)]
    store.undo()
    assert content(path) == before


def days_of(store: Store, *rows: tuple[Table[Any], Row]) -> frozenset[date]:
    heard: list[Done] = []
    store.announce_to(heard.append)
    do(store, *rows)
    return heard[0].change.days


def test_a_change_says_which_tables_and_days_it_touched(store: Store) -> None:
    heard: list[Done] = []
    store.announce_to(heard.append)

    do(store, (person, NEAL), (reflection, {"id": "r", "on_day": "2026-11-20", "words": "Well."}))

    assert heard[0].change.topics == {"future_person", "future_reflection"}
    assert heard[0].change.days == {DAY}


def test_a_row_that_moves_to_another_day_touches_both(store: Store) -> None:
    do(store, (reflection, {"id": "r", "on_day": "2026-11-19", "words": "Well."}))

    assert days_of(store, (reflection, {"id": "r", "on_day": "2026-11-20"})) == {date(2026, 11, 19), DAY}
    assert store.seal_holds(DAY)
    assert store.seal_holds(date(2026, 11, 19))


def test_a_row_of_no_day_touches_none(store: Store) -> None:
    assert days_of(store, (reflection, {"id": "r", "on_day": None, "words": "Well."})) == frozenset()
    assert days_of(store, (reflection, {"id": "r", "on_day": "2026-11-20"})) == {DAY}
    assert days_of(store, (reflection, {"id": "r", "on_day": None})) == {DAY}
    assert store.seal_holds(DAY)


def test_the_days_of_an_undo_are_those_of_the_deed(store: Store) -> None:
    do(store, (reflection, {"id": "r", "on_day": "2026-11-20", "words": "Well."}))

    assert store.undo().change.days == {DAY}
    assert store.redo().change.days == {DAY}
    assert store.seal_holds(DAY)


words = st.none() | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=5)
numbers = st.integers(-(2**63), 2**63 - 1)
puts = st.tuples(
    st.integers(0, 2), st.fixed_dictionaries({}, optional={"words": words, "level": numbers, "due": words})
)
removals = st.tuples(st.integers(0, 2), st.none())


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=st.lists(st.lists(puts | removals, max_size=5), max_size=4))
def test_whatever_is_done_can_be_undone_and_redone(
    store: Store, path: Path, deeds: list[list[tuple[int, Row | None]]]
) -> None:
    do(store, (person, NEAL))
    states = [content(path)]
    for deed in deeds:
        before = store.last_seq()
        with store.change(PROMISE) as work:
            for number, row in deed:
                _apply(work, number, row)
        if store.last_seq() > before:
            states.append(content(path))

    for state in states[-2::-1]:
        store.undo()
        assert content(path) == state
    for state in states[1:]:
        store.redo()
        assert content(path) == state
    with store.change(PROMISE) as work:
        for number in range(3):
            work.remove(promise, "p1", number)


def _apply(work: Work, number: int, row: Row | None) -> None:
    if row is None:
        work.remove(promise, "p1", number)
    else:
        work.put(promise, {"person_id": "p1", "number": number, **row})
