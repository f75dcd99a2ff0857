"""Promises, their steps and persons are stored as they were said, and a day finds its own."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.due import Due, Span
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.domain.people import People, Person
from scorecard.domain.promises import Level, Moved, Outcome, Promise, Reopened, Settled, Step, standing
from scorecard.services.promised import promised_on
from scorecard.services.reckoning import reckon
from scorecard.store import promises as stored
from scorecard.store import reading
from scorecard.store.first_look import FirstLook
from scorecard.store.migrating import create_store
from scorecard.store.promise_rows import PERSON_COLUMNS, PROMISE_COLUMNS, STEP_COLUMNS
from scorecard.store.schema import person_table, promise_table, step_table
from scorecard.store.store import Store
from tests.domain.promise_strategies import LAST
from tests.domain.promise_strategies import days as some_days
from tests.fake_clock import FixedClock
from tests.sample.promises import add_promises
from tests.store import promise_strategies as some
from tests.store.deeds import DAY
from tests.store.raw import assert_sound, hand

NEAL = Person("n", "Neal")
EVER = (date.min, date.max)
SEND = Promise("p", "Send it", Level.COMMITMENT, DAY, Due.on(DAY + timedelta(days=3)), "n")


def write(store: Store, *promises: Promise, people: tuple[Person, ...] = (NEAL,)) -> None:
    with store.change(Deed(Verb.MAKE_PROMISE)) as work:
        for person in people:
            stored.write_person(work, person)
        add_promises(work, promises)


def take(store: Store, promise: Promise, step: Step) -> Promise:
    taken = promise.with_step(step)
    with store.change(Deed(Verb.SETTLE_PROMISE)) as work:
        stored.write_step(work, taken, step)
    return taken


def derived(path: Path) -> dict[str, tuple[int, str | None]]:
    with hand(path) as stranger:
        return {row[0]: (row[1], row[2]) for row in stranger.execute("SELECT id, is_open, due_by FROM promise")}


def derived_of(promise: Promise) -> tuple[int, str | None]:
    state = standing(promise, date.max)
    return int(state.open), state.due.last_day.isoformat() if state.due else None


@pytest.fixture
def new_path(home: Path, clock: FixedClock) -> Iterator[Callable[[], Path]]:
    """The place of one more new store; all of them are looked through in the end."""
    made = (home / "data" / f"{n}.db" for n in count())

    def make() -> Path:
        path = next(made)
        create_store(path, clock.now())
        return path

    yield make
    for path in (home / "data").glob("*.db"):
        assert_sound(path)


anything = settings(
    max_examples=25,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@anything
@given(content=st.data())
def test_what_was_written_is_what_is_read(
    content: st.DataObject, new_path: Callable[[], Path], clock: FixedClock
) -> None:
    people = content.draw(some.people())
    promises = content.draw(some.promises(people))
    path = new_path()
    with closing(Store(path, clock)) as store:
        write(store, *promises, people=people)
        with store.reading() as connection:
            assert stored.read_promises(connection) == promises
            assert stored.read_people(connection) == People(people)
            for promise in promises:
                assert stored.read_promise(connection, promise.id) == promise
            assert stored.read_promise(connection, "unheard of") is None
            assert stored.read_promises_among(connection, [promise.id for promise in promises[::2]]) == promises[::2]
    assert derived(path) == {promise.id: derived_of(promise) for promise in promises}


@anything
@given(content=st.data())
def test_a_day_finds_every_promise_that_stands_on_it_by_both_ways_of_reading(
    content: st.DataObject, new_path: Callable[[], Path], clock: FixedClock
) -> None:
    """Read are at least those that a look at all promises would show; and the first look reads the same."""
    people = content.draw(some.people())
    promises = content.draw(some.promises(people))
    path = new_path()
    with closing(Store(path, clock)) as store:
        write(store, *promises, people=people)
        days = [content.draw(some_days) for _ in range(4)]
        for first, last in [*((day, day) for day in days), (min(days), max(days)), (LAST, LAST), EVER]:
            with store.reading() as connection:
                snapshot = reading.read_snapshot(connection, first, last)
            assert FirstLook(path).settings_and_days().snapshot(first, last) == snapshot
            whole = replace(snapshot, promises=promises, people=People(people))
            for day in {first, last}:
                for today in (LAST, LAST + timedelta(days=9), date.max):  # no step is of a day to come
                    assert promised_on(snapshot, day, today) == promised_on(whole, day, today)


def test_every_column_is_written_and_those_of_the_promise_itself_are_read() -> None:
    assert set(PERSON_COLUMNS) == set(person_table.columns.keys())
    assert set(STEP_COLUMNS) == set(step_table.columns.keys())
    assert set(promise_table.columns.keys()) - set(PROMISE_COLUMNS) == {"is_open", "due_by"}


def test_a_step_makes_of_the_promise_what_follows_from_it_and_undo_takes_both_back(store: Store, path: Path) -> None:
    write(store, SEND)
    moved = take(store, SEND, Step(DAY, 0, Moved(Due.within(Span.WEEK, DAY + timedelta(days=8)), "Neal")))
    kept = take(store, moved, Step(DAY, 1, Settled(Outcome.KEPT, 7, strove=True), "at last"))
    reopened = take(store, kept, Step(DAY, 2, Reopened()))
    tale = [SEND, moved, kept, reopened]
    assert [derived_of(promise) for promise in tale] == [
        (1, "2026-11-23"), (1, "2026-11-29"), (0, "2026-11-29"), (1, "2026-11-29"),
    ]  # fmt: skip

    for expected in reversed(tale):
        with store.reading() as connection:
            assert stored.read_promise(connection, "p") == expected
        assert derived(path) == {"p": derived_of(expected)}
        store.undo()
    for expected in tale:
        store.redo()
        assert derived(path) == {"p": derived_of(expected)}


def test_all_promises_of_one_person_become_another_s_and_undo_gives_them_back(store: Store) -> None:
    ana = Person("a", "Ana")
    promises = tuple(replace(SEND, id=f"{n:04}", person_id="n" if n % 3 else "a") for n in range(1100))
    write(store, *promises, people=(NEAL, ana))

    with store.change(Deed(Verb.MERGE_PERSONS)) as work:
        stored.give_promises(work, "n", "a")
        assert len(work.changes) == sum(promise.person_id == "n" for promise in promises)

    with store.reading() as connection:
        assert {promise.person_id for promise in stored.read_promises(connection)} == {"a"}
    assert store.seal_holds(DAY + timedelta(days=3))
    store.undo()
    with store.reading() as connection:
        assert stored.read_promises(connection) == promises


BY_HAND = {
    "words": "UPDATE promise SET words = 'Send nothing'",
    "level": "UPDATE promise SET level = 'good_intention'",
    "made on": "UPDATE promise SET made_on = '2026-11-21'",
    "to whom": "UPDATE promise SET person_id = NULL",
    "open": "UPDATE promise SET is_open = 0",
    "gone": "DELETE FROM promise",
}


@pytest.mark.parametrize("statement", BY_HAND.values(), ids=BY_HAND)
def test_a_promise_changed_behind_the_program_s_back_breaks_the_seal_of_its_day(
    store: Store, path: Path, statement: str
) -> None:
    write(store, SEND, replace(SEND, id="q", due=Due.on(DAY)))
    assert all(store.seal_holds(DAY + timedelta(days=n)) for n in range(8))

    with hand(path) as stranger:
        assert stranger.execute(f"{statement} WHERE id = 'p'").rowcount == 1

    assert [n for n in range(8) if not store.seal_holds(DAY + timedelta(days=n))] == [3]


def test_a_promise_moved_by_hand_to_another_day_breaks_both(store: Store, path: Path) -> None:
    write(store, SEND)

    with hand(path) as stranger:
        stranger.execute("UPDATE promise SET due_by = '2026-11-25'")

    assert [n for n in range(8) if not store.seal_holds(DAY + timedelta(days=n))] == [3, 5]


def test_a_step_changed_by_hand_breaks_the_seal_of_the_day_it_was_taken(store: Store, path: Path) -> None:
    write(store, SEND)
    take(store, SEND, Step(DAY, 0, Moved(Due.on(DAY + timedelta(days=5)), "Neal")))

    with hand(path) as stranger:
        stranger.execute("UPDATE promise_step SET told = 'Ana'")

    assert [n for n in range(8) if not store.seal_holds(DAY + timedelta(days=n))] == [0]


def test_a_move_keeps_the_seals_of_the_day_it_left_and_the_day_it_came_to(store: Store) -> None:
    write(store, SEND)
    take(store, SEND, Step(DAY, 0, Moved(Due.on(DAY + timedelta(days=5)))))
    store.undo()
    store.redo()

    assert all(store.seal_holds(DAY + timedelta(days=n)) for n in range(8))


UNREADABLE = {
    "a week that begins on a Friday": "UPDATE promise SET due_span = 'week', due_day = '2026-11-20'",
    "no such day": "UPDATE promise SET due_day = '2026-11-39'",
}


@pytest.mark.parametrize("statement", UNREADABLE.values(), ids=UNREADABLE)
def test_what_no_program_of_ours_wrote_is_damage(store: Store, path: Path, statement: str) -> None:
    write(store, SEND)
    with hand(path) as stranger:
        stranger.execute(statement)

    with pytest.raises(StoreError) as refused, store.reading() as connection:
        stored.read_promises(connection)

    assert refused.value.fault is StoreFault.DAMAGED


def test_a_step_of_a_promise_that_is_gone_is_nobody_s(store: Store, path: Path) -> None:
    write(store, SEND)
    take(store, SEND, Step(DAY, 0, Settled(Outcome.KEPT)))
    with hand(path) as stranger:
        stranger.execute("DELETE FROM promise")

    with store.reading() as connection:
        assert stored.read_promises(connection) == ()
    with hand(path) as stranger:
        stranger.execute("DELETE FROM promise_step")


def test_a_promise_knows_the_name_of_whom_it_is_to(store: Store) -> None:
    write(store, SEND)

    with store.reading() as connection:
        people = stored.read_people(connection)
    assert reckon(SEND, people, DAY).person == "Neal"
