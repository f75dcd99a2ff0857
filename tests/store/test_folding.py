"""What is typed in one go is undone as one, and every value of it is kept."""

import pytest

from scorecard.store import history
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.store.deeds import DAY, entry_of, mark_of, next_redo, next_undo, scored, undone, write

NOTHING = None


def burst(store: Store, clock: FixedClock, *values: int, pause: float = 1.0, fold: str = "mark") -> None:
    """Values typed one after the other, `pause` seconds apart."""
    for number, value in enumerate(values):
        clock.advance(seconds=pause if number else 0)
        write(store, scored(value), fold=fold)


def test_values_typed_in_one_burst_are_undone_as_one(store: Store, clock: FixedClock) -> None:
    burst(store, clock, 1, 12, 120)

    assert undone(store) == 1
    assert entry_of(store) is NOTHING
    store.redo()
    assert mark_of(store) == scored(120).mark


def test_every_value_of_a_burst_is_kept_in_the_history(store: Store, clock: FixedClock) -> None:
    burst(store, clock, 1, 12, 120)

    with store.reading() as connection:
        past = history.past_of_entry(connection, "m1", DAY)
    assert [known.entry for known in past] == [scored(1), scored(12), scored(120)]


def test_a_burst_is_called_by_its_last_value(store: Store, clock: FixedClock) -> None:
    burst(store, clock, 1, 12)
    write(store, scored(5, "m2"))
    offered = next_undo(store)
    store.undo()

    taken, last = store.undo(), next_redo(store)

    assert offered is not None
    assert last is not None
    assert last.seq == 2
    assert taken.change.days == {DAY}


@pytest.mark.parametrize(("seconds", "undos"), [(0, 1), (2.999, 1), (3, 1), (3.001, 2), (60, 2)])
def test_a_burst_ends_with_three_seconds_of_silence(
    store: Store, clock: FixedClock, seconds: float, undos: int
) -> None:
    burst(store, clock, 1, 2, pause=seconds)

    assert undone(store) == undos


def test_a_long_burst_stays_one_as_long_as_no_pause_is_long(store: Store, clock: FixedClock) -> None:
    burst(store, clock, *range(20), pause=2.5)

    assert undone(store) == 1


def test_a_clock_set_back_ends_a_burst(store: Store, clock: FixedClock) -> None:
    burst(store, clock, 1, 2, pause=-1)

    assert undone(store) == 2


def test_a_clock_set_back_by_years_hides_nothing(store: Store, clock: FixedClock) -> None:
    write(store, scored(1))
    clock.set(clock.now().replace(year=2001))
    write(store, scored(2))

    store.undo()

    assert mark_of(store) == scored(1).mark
    with store.reading() as connection:
        past = history.past_of_entry(connection, "m1", DAY)
    assert [known.entry for known in past] == [scored(1), scored(2), scored(1)]


def test_another_field_in_between_ends_a_burst(store: Store) -> None:
    write(store, scored(1), fold="a")
    write(store, scored(1, "m2"), fold="b")
    write(store, scored(2), fold="a")

    assert undone(store) == 3


def test_what_does_not_fold_stands_alone(store: Store) -> None:
    write(store, scored(1), fold="a")
    write(store, scored(2))
    write(store, scored(3))
    write(store, scored(4), fold="a")

    assert undone(store) == 4


def test_a_burst_does_not_go_on_after_an_undo(store: Store, clock: FixedClock) -> None:
    burst(store, clock, 1, 2)
    store.undo()
    burst(store, clock, 3, 4)

    assert undone(store) == 1
    assert entry_of(store) is NOTHING
    store.redo()
    assert mark_of(store) == scored(4).mark


def test_a_burst_does_not_go_on_after_a_redo(store: Store, clock: FixedClock) -> None:
    burst(store, clock, 1, 2)
    store.undo()
    store.redo()
    burst(store, clock, 3)

    store.undo()
    assert mark_of(store) == scored(2).mark
    store.undo()
    assert entry_of(store) is NOTHING


def test_a_burst_that_comes_back_to_where_it_was_can_still_be_undone(store: Store, clock: FixedClock) -> None:
    write(store, scored(1))
    burst(store, clock, 2, 1)

    store.undo()
    assert mark_of(store) == scored(1).mark
    store.undo()
    assert entry_of(store) is NOTHING
