"""Undo takes back what was done last and nothing else, redo brings it back."""

from contextlib import closing
from pathlib import Path

import pytest

from scorecard.domain.activities import Turn, Verb
from scorecard.domain.incidents import NothingToUndoError
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.store.deeds import entry_of, mark_of, next_redo, next_undo, scored, undone, write

NOTHING = None


def test_a_new_store_has_nothing_to_undo_or_redo(store: Store, path: Path) -> None:
    before = path.read_bytes()

    assert (next_undo(store), next_redo(store)) == (None, None)
    for turn in (store.undo, store.redo):
        with pytest.raises(NothingToUndoError):
            turn()
    assert path.read_bytes() == before


def test_one_after_the_other_back_and_forth(store: Store) -> None:
    for value in (1, 2, 3):
        write(store, scored(value))

    for before in (scored(2), scored(1), NOTHING):
        store.undo()
        assert entry_of(store) == before
    for after in (scored(1), scored(2), scored(3)):
        store.redo()
        assert entry_of(store) == after


def test_what_can_be_undone_is_what_was_done_last(store: Store) -> None:
    write(store, scored(1), verb=Verb.SCORE)
    write(store, scored(1, note="n"), verb=Verb.NOTE)
    offered = next_undo(store)
    assert offered is not None
    assert offered.verb == Verb.NOTE

    taken = store.undo()

    assert (taken.activity.verb, taken.activity.turn, taken.activity.subject) == (
        Verb.NOTE, Turn.UNDO, offered.subject,
    )  # fmt: skip
    assert next_redo(store) == offered
    after = next_undo(store)
    assert after is not None
    assert after.verb == Verb.SCORE


def test_undo_and_redo_survive_a_restart(store: Store, path: Path, clock: FixedClock) -> None:
    write(store, scored(1))
    write(store, scored(2))
    store.undo()
    store.close()

    with closing(Store(path, clock)) as later:
        assert mark_of(later) == scored(1).mark
        later.redo()
        assert mark_of(later) == scored(2).mark
        assert undone(later) == 2


def test_something_new_ends_the_chance_to_redo_for_good(store: Store, path: Path, clock: FixedClock) -> None:
    write(store, scored(1))
    write(store, scored(2))
    store.undo()
    write(store, scored(5))
    assert next_redo(store) is None

    store.undo()
    redoable = next_redo(store)
    store.redo()

    assert redoable is not None
    assert mark_of(store) == scored(5).mark
    with pytest.raises(NothingToUndoError):
        store.redo()
    assert undone(store) == 2
    assert entry_of(store) is NOTHING


def test_something_new_after_a_redo_ends_the_rest_of_it(store: Store) -> None:
    for value in (1, 2, 3):
        write(store, scored(value))
    store.undo()
    store.undo()
    store.redo()
    write(store, scored(7))

    with pytest.raises(NothingToUndoError):
        store.redo()
    for before in (scored(2), scored(1), NOTHING):
        store.undo()
        assert entry_of(store) == before
