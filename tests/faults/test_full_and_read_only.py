"""F13, F14, F15: a disk that is full, a medium that is read-only, and half a change on one: a copy is shown."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.domain.starts import Manner
from scorecard.entrance import StartPoint, open_until_settled
from scorecard.paths import Paths
from scorecard.services.services import Services
from scorecard.store import readable_copy
from scorecard.store.backups import folder_of
from scorecard.store.files import has_room
from scorecard.store.first_look import FirstLook
from scorecard.store.known import KnownStores
from scorecard.store.migrating import create_store
from scorecard.store.opening import Condition, check_whole, examine
from scorecard.store.readable_copy import copy_to_read, places_for_copies, remove_copy
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.faults.half_changes import leave_half_a_change
from tests.faults.small_disk import SmallDisk, small_disk
from tests.store.deeds import DAY, entry_of, scored, write
from tests.store.raw import assert_sound, fingerprint, mode

F = StoreFault
LONG = "Two forms merged into one. " * 800


@pytest.fixture
def disk(home: Path) -> Iterator[SmallDisk]:
    with small_disk(home / "data") as disk:
        yield disk


@pytest.fixture
def path(home: Path) -> Path:
    return home / "data" / "scorecard.db"


def attempt(store: Store, number: int) -> StoreError:
    with pytest.raises(StoreError) as refused:
        write(store, scored(number, note=LONG))
    return refused.value


def test_a_disk_that_fills_up_refuses_saves_nothing_by_half_and_takes_it_when_there_is_room(
    disk: SmallDisk, path: Path, clock: FixedClock
) -> None:
    create_store(path, clock.now())
    with closing(Store(path, clock)) as store:
        write(store, scored(1))
        assert has_room(path.parent)
        disk.fill()
        assert not has_room(path.parent)
        assert attempt(store, 2).fault is F.FULL
        assert entry_of(store) == scored(1)
        store.look()
        disk.make_room()
        write(store, scored(2, note=LONG))
        assert entry_of(store) == scored(2, note=LONG)
    assert_sound(path)


def test_a_disk_that_is_full_at_the_start_is_opened_and_read(
    disk: SmallDisk, path: Path, clock: FixedClock, known: KnownStores
) -> None:
    create_store(path, clock.now())
    with closing(Store(path, clock)) as store:
        write(store, scored(1))
    disk.fill()

    finding = examine(path, known)
    check_whole(path)
    seen = FirstLook(path).settings_and_days().snapshot(DAY, DAY)
    with closing(Store(path, clock)) as store:
        assert entry_of(store) == scored(1)
        assert attempt(store, 2).fault is F.FULL
    assert (finding.condition, finding.writable, len(seen.entries)) == (Condition.CURRENT, True, 1)


def test_no_store_is_half_made_on_a_full_disk(disk: SmallDisk, path: Path, clock: FixedClock) -> None:
    disk.fill()
    with pytest.raises(StoreError) as refused:
        create_store(path, clock.now())
    assert refused.value.fault is F.FULL
    assert [file.name for file in path.parent.iterdir()] == ["ballast"]


def test_a_medium_that_became_read_only_is_read_and_written_to_when_it_is_not_any_more(
    disk: SmallDisk, path: Path, clock: FixedClock, known: KnownStores
) -> None:
    create_store(path, clock.now())
    with closing(Store(path, clock)) as store:
        write(store, scored(1))
    disk.remount("ro")

    finding = examine(path, known)
    with closing(Store(path, clock)) as store:
        assert entry_of(store) == scored(1)
        assert attempt(store, 2).fault in (F.READ_ONLY, F.CANNOT_OPEN)
    disk.remount("rw")
    with closing(Store(path, clock)) as store:
        write(store, scored(2))
    assert (finding.condition, finding.writable) == (Condition.CURRENT, False)


def stop_in_the_middle(path: Path, clock: FixedClock) -> None:
    """A store with an entry, and a program that was killed while it changed it."""
    create_store(path, clock.now())
    with closing(Store(path, clock)) as store:
        for number in range(1, 10):
            write(store, scored(number, measure_id=f"m{number}"))
    leave_half_a_change(path)


def remains(path: Path) -> list[tuple[str, str]]:
    return sorted((file.name, fingerprint(file)) for file in path.parent.iterdir())


def begin(path: Path, home: Path, known: KnownStores, clock: FixedClock) -> StartPoint | None:
    """As the program begins; of a dialog, the user wants to quit."""
    paths = Paths(data=path.parent, config=home / ".config", cache=home / ".cache", log=home / "log")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("scorecard.entrance._goes_on", lambda *_: False)
        return open_until_settled(paths, known, clock, Manner.USUAL)


def assert_is_shown_as_a_copy(point: StartPoint | None, path: Path, clock: FixedClock) -> None:
    assert point is not None
    assert point.copy is not None
    assert path.parent not in point.copy.parents
    assert (mode(point.copy), mode(point.copy.parent)) == ("0o600", "0o700")
    assert not point.finding.writable
    assert not Manner.COPY.writes
    with closing(Services(point.copy, clock, writes=False)) as services:
        entries = services.scoring.snapshot(DAY, DAY).entries
        assert len(entries) == 9
        assert {entry.note for entry in entries.values()} == {""}
        with pytest.raises(StoreError) as refused:
            services.aways.be_away([DAY])
        assert refused.value.fault is F.LOOKING
    remove_copy(point.copy)
    assert not point.copy.parent.exists()


def test_half_a_change_on_a_read_only_medium_is_shown_as_it_was_before_in_a_copy(
    disk: SmallDisk, path: Path, home: Path, clock: FixedClock, known: KnownStores
) -> None:
    stop_in_the_middle(path, clock)
    before = remains(path)
    disk.remount("ro")

    assert_is_shown_as_a_copy(begin(path, home, known, clock), path, clock)

    assert remains(path) == before


def test_so_it_is_where_this_user_may_not_write(
    path: Path, home: Path, clock: FixedClock, known: KnownStores, ordinary_user: None
) -> None:
    stop_in_the_middle(path, clock)
    before = remains(path)
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        assert_is_shown_as_a_copy(begin(path, home, known, clock), path, clock)
        assert remains(path) == before
    finally:
        path.parent.chmod(0o700)


def test_a_copy_is_made_where_it_can_be_and_nowhere_else(path: Path, home: Path, clock: FixedClock) -> None:
    stop_in_the_middle(path, clock)
    nowhere = home / "file"
    nowhere.touch()

    copy = copy_to_read(path, (nowhere, home / "free"))
    assert copy is not None
    assert copy.parent.parent == home / "free"
    assert copy_to_read(path, (home / "free",)) == copy, "one that was left is replaced"
    assert copy_to_read(path, (nowhere,)) is None


def test_the_first_place_is_the_one_that_goes_with_the_session(home: Path) -> None:
    places = places_for_copies({"XDG_RUNTIME_DIR": "/run/user/7"}, home / ".cache")
    assert places[:2] == (Path("/run/user/7"), home / ".cache")
    assert places_for_copies({}, home / ".cache")[0] == home / ".cache"
    assert readable_copy.FOLDER.startswith("scorecard")


@pytest.mark.skipif(os.name != "posix", reason="killed by a signal")
def test_where_it_may_be_written_it_is_taken_back_in_its_place(
    path: Path, home: Path, clock: FixedClock, known: KnownStores
) -> None:
    stop_in_the_middle(path, clock)

    point = begin(path, home, known, clock)

    assert point is not None
    assert point.copy is None
    assert_sound(path)
    assert not folder_of(path).exists()
    shutil.rmtree(path.parent)
