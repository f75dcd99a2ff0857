"""A folder that others have hands on, and copies of the store beside it, are seen; the store itself is not touched."""

import os
import sqlite3
from pathlib import Path

import pytest

from scorecard.domain.places import Carrier, SharedPlace, Surroundings
from scorecard.store.identity import FILE_NAME
from scorecard.store.migrating import create_store
from scorecard.store.places import look_around
from tests.fake_clock import FixedClock

MOUNTS = """\
/dev/sda2 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
nas:/export/home {home}/far nfs4 rw,vers=4.2 0 0
//office/share {home}/my\\040share cifs rw 0 0
anna@host: {home}/remote fuse.sshfs rw 0 0
/dev/sdb1 {home}/far/stick vfat rw 0 0
"""


@pytest.fixture
def mounts(home: Path) -> Path:
    file = home / "mounts"
    file.write_text(MOUNTS.format(home=home))
    return file


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox/scorecard", "Dropbox"),
        ("Dropbox (Personal)/work", "Dropbox"),
        ("OneDrive - Contoso/scorecard", "OneDrive"),
        ("Nextcloud/notes/scorecard", "Nextcloud"),
        ("ownCloud", "ownCloud"),
        ("Google Drive/My Drive", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
        ("Syncthing/scorecard", "Syncthing"),
    ],
)
def test_a_folder_of_a_service_is_known_by_its_name(home: Path, mounts: Path, folder: str, service: str) -> None:
    shared = look_around(home / folder / FILE_NAME, mounts).shared
    assert shared is not None
    assert (shared.carrier, shared.name) == (Carrier.SYNC, service)
    assert shared.root.is_relative_to(home)


@pytest.mark.parametrize(
    ("mark", "service"),
    [(".stfolder", "Syncthing"), (".dropbox.cache", "Dropbox"), (".nextcloudsync.log", "Nextcloud")],
)
def test_a_folder_of_any_name_is_known_by_what_the_service_leaves_in_it(
    home: Path, mounts: Path, mark: str, service: str
) -> None:
    root = home / "everywhere"
    (root / mark).mkdir(parents=True)
    assert look_around(root / "deep" / "er" / FILE_NAME, mounts).shared == SharedPlace(Carrier.SYNC, service, root)


def test_the_settings_of_a_service_in_the_home_folder_say_nothing(home: Path, mounts: Path) -> None:
    (home / ".dropbox").mkdir()
    assert look_around(home / "data" / FILE_NAME, mounts) == Surroundings()


@pytest.mark.parametrize(
    ("folder", "kind"), [("far/scorecard", "nfs4"), ("my share/scorecard", "cifs"), ("remote", "fuse.sshfs")]
)
def test_a_folder_of_another_computer_is_known_by_its_mount(home: Path, mounts: Path, folder: str, kind: str) -> None:
    shared = look_around(home / folder / FILE_NAME, mounts).shared
    assert shared is not None
    assert (shared.carrier, shared.name) == (Carrier.NETWORK, kind)


@pytest.mark.parametrize("folder", ["data", "far/stick/scorecard", "farther"])
def test_a_folder_of_one_s_own_is_nobody_else_s(home: Path, mounts: Path, folder: str) -> None:
    assert look_around(home / folder / FILE_NAME, mounts).shared is None


def test_a_link_into_a_shared_folder_is_followed(home: Path, mounts: Path) -> None:
    (home / "Dropbox" / "scorecard").mkdir(parents=True)
    (home / "data").symlink_to(home / "Dropbox" / "scorecard")
    shared = look_around(home / "data" / FILE_NAME, mounts).shared
    assert shared is not None
    assert shared.name == "Dropbox"


def test_without_a_list_of_mounts_nothing_is_said(home: Path) -> None:
    assert look_around(home / "far" / FILE_NAME, home / "none") == Surroundings()


COPIES = (
    "scorecard (Anna's conflicted copy 2026-11-20).db",
    "scorecard (conflicted copy 2026-11-20 101112).db",
    "scorecard.sync-conflict-20261120-101112-ABCDEFG.db",
    "scorecard-LAPTOP.db",
    "Scorecard (1).db",
    "scorecard_conflict-20261120-101112.db",
)


@pytest.mark.parametrize("name", COPIES)
def test_a_conflict_copy_beside_the_store_is_found(home: Path, mounts: Path, name: str) -> None:
    store = home / "data" / FILE_NAME
    create_store(store, FixedClock().now())
    copy = store.with_name(name)
    copy.write_bytes(store.read_bytes())
    assert look_around(store, mounts).copies == (copy,)


def test_the_newest_copy_comes_first(home: Path, mounts: Path) -> None:
    store = home / "data" / FILE_NAME
    create_store(store, FixedClock().now())
    for number, name in enumerate(COPIES):
        store.with_name(name).write_bytes(store.read_bytes())
        os.utime(store.with_name(name), (number, number))
    assert [copy.name for copy in look_around(store, mounts).copies] == list(reversed(COPIES))


def test_what_is_no_store_of_ours_is_no_copy(home: Path, mounts: Path) -> None:
    store = home / "data" / FILE_NAME
    create_store(store, FixedClock().now())
    store.with_name("scorecard-notes.db").write_text("Dear diary")
    with sqlite3.connect(store.with_name("scorecard-habits.db")) as foreign:
        foreign.execute("CREATE TABLE habits (name)")
    foreign.close()
    store.with_name("scorecard.db-journal").write_bytes(store.read_bytes())
    os.link(store, store.with_name("scorecard-same.db"))
    (store.parent / "scorecard folder.db").mkdir()
    assert look_around(store, mounts).copies == ()


def test_a_folder_that_is_not_there_holds_nothing(home: Path, mounts: Path) -> None:
    assert look_around(home / "gone" / FILE_NAME, mounts) == Surroundings()
