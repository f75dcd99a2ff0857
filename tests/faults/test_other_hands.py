"""F16, F17: something else moves, deletes, replaces or writes over the file while it is open."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.services.cards import Draft
from scorecard.services.services import Services
from scorecard.store.files import create_private
from scorecard.store.migrating import create_store
from scorecard.store.standing import Standing
from scorecard.store.store import Done, Store
from tests.fake_clock import FixedClock
from tests.services.opened import COUNT
from tests.store import bad_files
from tests.store.deeds import DAY, entry_of, scored, write
from tests.store.raw import assert_sound, content, fingerprint, hand

pytestmark = pytest.mark.skipif(os.name != "posix", reason="moves files that are open")
F = StoreFault


@pytest.fixture
def path(home: Path, clock: FixedClock) -> Path:
    path = home / "data" / "scorecard.db"
    create_store(path, clock.now())
    with closing(Store(path, clock)) as store:
        write(store, scored(1))
    return path


@pytest.fixture
def older(path: Path, home: Path) -> bytes:
    """What a synchronising program would bring back."""
    return path.read_bytes()


@pytest.fixture
def store(path: Path, older: bytes, clock: FixedClock) -> Iterator[Store]:
    with closing(Store(path, clock)) as opened:
        write(opened, scored(2))
        opened.look()
        yield opened


@pytest.fixture
def heard(store: Store) -> list[Done]:
    done: list[Done] = []
    store.announce_to(done.append)
    return done


def refusal(act: Callable[[], object]) -> StoreFault:
    with pytest.raises(StoreError) as refused:
        act()
    return refused.value.fault


def mine(store: Store) -> Path:
    file = store.path.with_name("mine.db")
    create_private(file)
    store.write_mine(file)
    return file


def deleted(path: Path, _older: bytes) -> None:
    path.unlink()


def moved(path: Path, _older: bytes) -> None:
    path.rename(path.with_name("elsewhere.db"))


def folder_moved(path: Path, _older: bytes) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))
    path.parent.mkdir()


def replaced(path: Path, older: bytes) -> None:
    path.with_name("arriving").write_bytes(older)
    path.with_name("arriving").replace(path)


@pytest.mark.parametrize("hand_over", [deleted, moved, folder_moved, replaced])
def test_a_file_that_is_no_longer_there_is_noticed_before_the_next_write_and_without_one(
    store: Store, path: Path, older: bytes, heard: list[Done], hand_over: Callable[[Path, bytes], None]
) -> None:
    hand_over(path, older)
    before = fingerprint(path) if path.exists() else None

    assert refusal(store.look) is F.MOVED
    assert refusal(lambda: write(store, scored(3))) is F.MOVED
    assert refusal(store.undo) is F.MOVED
    assert (fingerprint(path) if path.exists() else None) == before
    assert entry_of(store) == scored(2)
    assert heard == []
    with closing(Store(mine(store), store._clock)) as kept:
        assert entry_of(kept) == scored(2)


def test_it_is_noticed_by_the_program_too_not_by_sqlite_alone(
    store: Store, path: Path, older: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a failed commit the connection is a new one: for SQLite, whatever stands there then is its file."""
    replaced(path, older)
    store._engine.dispose()

    assert refusal(lambda: write(store, scored(3))) is F.MOVED


def test_a_file_that_came_back_is_written_to_again(store: Store, path: Path) -> None:
    path.rename(path.with_name("elsewhere.db"))
    assert refusal(lambda: write(store, scored(3))) is F.MOVED
    path.with_name("elsewhere.db").rename(path)

    store.look()
    write(store, scored(3))

    assert entry_of(store) == scored(3)
    assert_sound(path)


def another_store(path: Path, clock: FixedClock) -> bytes:
    create_store(path, clock.now())
    return path.read_bytes()


def test_an_older_copy_written_over_it_is_not_written_into(
    store: Store, path: Path, older: bytes, heard: list[Done], clock: FixedClock
) -> None:
    path.write_bytes(older)
    before = fingerprint(path)

    assert refusal(lambda: write(store, scored(3))) is F.OVERWRITTEN
    assert refusal(store.look) is F.OVERWRITTEN
    assert refusal(store.undo) is F.OVERWRITTEN
    assert fingerprint(path) == before
    assert heard == []
    with closing(Store(mine(store), clock)) as kept:
        assert entry_of(kept) == scored(2), "as it was when it was last looked at"
    with closing(Store(path, clock)) as found:  # the user goes on with what is there
        assert entry_of(found) == scored(1)
        write(found, scored(3))


def test_so_it_is_when_as_much_was_done_in_the_copy_as_here(
    store: Store, path: Path, older: bytes, home: Path, heard: list[Done]
) -> None:
    """SQLite tells by a counter of changes whether the pages it knows still hold: here it stands the same in both."""
    entry_of(store)
    model = home / "model.db"
    model.write_bytes(older)
    with hand(model) as elsewhere:
        elsewhere.execute("UPDATE entry SET note = 'on another computer'")
    assert model.read_bytes()[24:40] == path.read_bytes()[24:40]
    path.write_bytes(model.read_bytes())
    before = fingerprint(path)

    assert refusal(lambda: write(store, scored(3))) is F.OVERWRITTEN
    assert refusal(store.look) is F.OVERWRITTEN
    assert fingerprint(path) == before
    assert heard == []


@pytest.mark.parametrize("spoil", [bad_files.text, bad_files.zeros, bad_files.other_program_s, bad_files.truncated])
def test_nonsense_written_over_it_is_an_incident_and_no_bug(
    store: Store, path: Path, home: Path, clock: FixedClock, spoil: bad_files.Spoiling
) -> None:
    model = home / "model.db"
    model.write_bytes(path.read_bytes())
    spoil(model)
    path.write_bytes(model.read_bytes())
    before = fingerprint(path)

    assert refusal(store.look) in (F.FOREIGN, F.DAMAGED, F.OVERWRITTEN)
    assert refusal(lambda: write(store, scored(3))) in (F.FOREIGN, F.DAMAGED, F.OVERWRITTEN)
    assert refusal(lambda: entry_of(store)) in (F.FOREIGN, F.DAMAGED, F.OVERWRITTEN)
    assert fingerprint(path) == before
    with closing(Store(mine(store), clock)) as kept:
        assert entry_of(kept) == scored(2)


def test_another_scorecard_s_store_written_over_it_is_seen(
    store: Store, path: Path, home: Path, clock: FixedClock
) -> None:
    path.write_bytes(another_store(home / "other" / "scorecard.db", clock))

    assert refusal(store.look) is F.OVERWRITTEN
    assert refusal(lambda: write(store, scored(3))) is F.OVERWRITTEN


def test_a_measure_that_is_not_in_it_is_that_incident_and_no_bug(path: Path, home: Path, clock: FixedClock) -> None:
    """The card was not read yet when the other store came."""
    with closing(Services(path, clock)) as services:
        calls = services.cards.add(Draft("Calls", COUNT))
        path.write_bytes(another_store(home / "other" / "scorecard.db", clock))

        assert refusal(lambda: services.scoring.score(calls, DAY, Decimal(3))) is F.OVERWRITTEN
        assert refusal(lambda: services.scoring.score(calls, DAY, Decimal(3))) is F.OVERWRITTEN


def test_a_newer_program_s_migration_under_the_open_store_is_seen(store: Store, path: Path) -> None:
    bad_files.newer(path)

    assert refusal(lambda: write(store, scored(3))) is F.TOO_NEW
    assert refusal(store.look) is F.TOO_NEW


def test_a_day_changed_past_its_seal_is_an_incident(store: Store, path: Path) -> None:
    with hand(path) as stranger:
        stranger.execute("UPDATE entry SET note = 'past the program'")

    assert refusal(store.look) is F.OVERWRITTEN


def test_what_another_window_enters_is_no_incident(store: Store, path: Path, clock: FixedClock) -> None:
    with closing(Store(path, clock)) as other:
        write(other, scored(5, "m2"))

    store.look()
    write(store, scored(3))
    store.look()

    assert [entry_of(store), entry_of(store, "m2")] == [scored(3), scored(5, "m2")]
    assert store.seal_holds(DAY)


def test_a_large_store_is_not_kept_in_memory(
    store: Store, path: Path, older: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scorecard.store.standing.MOST_KEPT", 1000)
    write(store, scored(3))
    store.look()
    path.write_bytes(older)

    file = path.with_name("mine.db")
    create_private(file)
    assert refusal(lambda: store.write_mine(file)) is F.OVERWRITTEN
    assert isinstance(store._standing, Standing)


def test_mine_is_whole_and_private(store: Store, path: Path) -> None:
    path.unlink()
    file = mine(store)

    assert_sound(file)
    assert len(content(file, record=True)["activity"]) == 2
    assert file.stat().st_mode & 0o077 == 0
