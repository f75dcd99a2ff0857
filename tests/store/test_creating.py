"""A new store appears whole or not at all, and never in place of something else."""

import os
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest

from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.store.identity import APPLICATION_ID, SCHEMA_VERSION
from scorecard.store.known import KnownStores
from scorecard.store.migrating import create_store
from scorecard.store.opening import Condition, examine
from scorecard.store.schema import metadata
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.store.breaking import MOST_STATEMENTS, BrokenHereError, breaking_at
from tests.store.raw import assert_sound, content, identity


def test_a_new_store_carries_its_mark_and_its_version(path: Path) -> None:
    assert identity(path) == (APPLICATION_ID, SCHEMA_VERSION)


def test_every_store_has_an_id_of_its_own(home: Path, clock: FixedClock) -> None:
    places = [home / "one" / "scorecard.db", home / "two" / "scorecard.db"]
    for place in places:
        create_store(place, clock.now())

    first, second = (content(place, record=True)["store"] for place in places)
    assert first != second


def test_a_new_store_appears_whole_or_not_at_all(home: Path, clock: FixedClock, known: KnownStores) -> None:
    path = home / "data" / "scorecard.db"
    for number in count(1):
        with breaking_at(number, BrokenHereError(), "before") as said:
            if number <= len(said) or not made(path, clock):
                assert not path.exists()
                assert list(path.parent.iterdir()) == []
                assert examine(path, known).condition is Condition.FRESH
            else:
                break
        assert number < MOST_STATEMENTS

    assert number > len(metadata.tables)
    assert examine(path, known).condition is Condition.CURRENT
    assert [file.name for file in path.parent.iterdir()] == ["scorecard.db"]
    assert_sound(path)


def made(path: Path, clock: FixedClock) -> bool:
    try:
        create_store(path, clock.now())
    except BrokenHereError:
        return False
    return True


def test_what_a_killed_first_start_left_is_no_obstacle(home: Path, clock: FixedClock, known: KnownStores) -> None:
    path = home / "data" / "scorecard.db"
    path.parent.mkdir()
    for name in ("scorecard.db.new", "scorecard.db.new-journal"):
        (path.parent / name).write_bytes(b"half of it")

    create_store(path, clock.now())

    assert examine(path, known).condition is Condition.CURRENT
    assert_sound(path)


@pytest.mark.parametrize("links", [True, False], ids=["with links", "without links"])
def test_a_file_that_is_there_is_never_replaced(
    home: Path, clock: FixedClock, links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = home / "data" / "scorecard.db"
    path.parent.mkdir()
    if not links:
        monkeypatch.setattr(os, "link", _no_links)
    for there in (b"", b"a good copy, put back by hand"):
        path.write_bytes(there)

        with pytest.raises(FileExistsError):
            create_store(path, clock.now())

        assert path.read_bytes() == there
        assert [file.name for file in path.parent.iterdir()] == ["scorecard.db"]


def _no_links(*_paths: object) -> None:
    raise PermissionError


def test_a_store_is_made_where_files_cannot_be_linked(
    home: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", _no_links)
    path = home / "data" / "scorecard.db"

    create_store(path, clock.now())

    assert [file.name for file in path.parent.iterdir()] == ["scorecard.db"]
    with closing(Store(path, clock)) as store:
        assert store.last_seq() == 0


def test_a_folder_that_cannot_be_written_is_named(home: Path, clock: FixedClock, ordinary_user: None) -> None:
    path = home / "data" / "scorecard.db"
    path.parent.mkdir(mode=0o500)

    with pytest.raises(StoreError) as refused:
        create_store(path, clock.now())

    assert (refused.value.fault, refused.value.path) == (StoreFault.CANNOT_OPEN, path)
    path.parent.chmod(0o700)
    assert list(path.parent.iterdir()) == []


def test_a_file_in_place_of_the_folder_is_named(home: Path, clock: FixedClock) -> None:
    (home / "data").touch()

    with pytest.raises(StoreError) as refused:
        create_store(home / "data" / "scorecard.db", clock.now())

    assert refused.value.fault is StoreFault.CANNOT_OPEN


def test_a_full_disk_leaves_no_half_store(home: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    path = home / "data" / "scorecard.db"
    monkeypatch.setattr("scorecard.store.connection.RULES", [("max_page_count", 5, 5)])

    with pytest.raises(StoreError) as refused:
        create_store(path, clock.now())

    assert (refused.value.fault, refused.value.path) == (StoreFault.FULL, path)
    assert list(path.parent.iterdir()) == []
