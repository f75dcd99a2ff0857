"""Whatever the computer's habits (umask) are: only the owner enters the folders and reads the files."""

import faulthandler
import logging
import os
from collections.abc import Iterator
from contextlib import closing
from io import TextIOWrapper
from pathlib import Path

import pytest

from scorecard.crashes import keep_crash_log
from scorecard.logs import start_log
from scorecard.store.files import make_private_folder, write_private
from scorecard.store.known import KnownStore, KnownStores
from scorecard.store.migrating import create_store
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.store.deeds import scored, write
from tests.store.raw import mode

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=["umask 000", "umask 022", "umask 077"])
def habits(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.fixture
def log(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A started log; it ends with the test."""
    opened: list[TextIOWrapper] = []
    monkeypatch.setattr(faulthandler, "enable", lambda file, **_: opened.append(file))
    handlers = list(logging.getLogger().handlers)
    folder = home / "state" / "log"
    start_log(folder)
    keep_crash_log(folder)
    logging.getLogger("scorecard").warning("a line")
    yield folder
    for file in opened:
        file.close()
    for handler in set(logging.getLogger().handlers) - set(handlers):
        logging.getLogger().removeHandler(handler)
        handler.close()


@pytest.mark.usefixtures("habits")
def test_the_store_and_its_journal_are_the_owner_s_alone(home: Path, clock: FixedClock) -> None:
    path = home / "far" / "away" / "scorecard.db"
    create_store(path, clock.now())
    with closing(Store(path, clock)) as store:
        write(store, scored(3))

    assert {file.name: mode(file) for file in path.parent.iterdir()} == {
        "scorecard.db": "0o600",
        "scorecard.db-journal": "0o600",
    }


@pytest.mark.usefixtures("habits")
def test_every_folder_made_on_the_way_is_the_owner_s_alone(home: Path, clock: FixedClock) -> None:
    create_store(home / "far" / "away" / "scorecard.db", clock.now())

    assert [mode(home / "far"), mode(home / "far" / "away")] == ["0o700", "0o700"]


@pytest.mark.usefixtures("habits")
def test_the_list_of_known_stores_is_the_owner_s_alone(home: Path, known: KnownStores) -> None:
    known.remember(home / "scorecard.db", KnownStore("id", 1))

    folder = home / ".config" / "scorecard"
    assert (mode(folder), mode(folder / "known-stores.json")) == ("0o700", "0o600")


@pytest.mark.usefixtures("habits")
def test_the_log_is_the_owner_s_alone(log: Path) -> None:
    assert mode(log) == "0o700"
    assert {file.name: mode(file) for file in log.iterdir()} == {
        "scorecard.log": "0o600",
        "scorecard-crash.log": "0o600",
    }


def test_an_open_folder_of_ours_is_closed(home: Path) -> None:
    folder = home / "data"
    folder.mkdir(mode=0o755)
    (folder / "scorecard.db").touch()

    make_private_folder(folder)

    assert mode(folder) == "0o700"


def test_a_folder_with_other_things_in_it_is_left_as_it_is(home: Path) -> None:
    folder = home / "Documents"
    folder.mkdir()
    folder.chmod(0o755)
    (folder / "letter.odt").touch()

    make_private_folder(folder)

    assert mode(folder) == "0o755"


def test_a_folder_that_is_there_keeps_its_parents_as_they_are(home: Path) -> None:
    parent = home / "shared"
    parent.mkdir()
    parent.chmod(0o755)

    make_private_folder(parent / "data")

    assert (mode(parent), mode(parent / "data")) == ("0o755", "0o700")


def test_a_file_in_place_of_the_folder_is_said(home: Path) -> None:
    (home / "data").touch()

    with pytest.raises(NotADirectoryError):
        make_private_folder(home / "data")


def test_a_replaced_file_has_the_old_content_or_the_new(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = home / "list.json"
    write_private(file, b"old")

    def power_cut(_handle: int) -> None:
        raise OSError

    monkeypatch.setattr(os, "fsync", power_cut)
    with pytest.raises(OSError):  # noqa: PT011
        write_private(file, b"new")
    assert file.read_bytes() == b"old"

    monkeypatch.undo()
    write_private(file, b"new")
    assert file.read_bytes() == b"new"
    assert [left.name for left in home.iterdir() if left.name.startswith("list")] == ["list.json"]


def test_the_name_of_a_new_folder_is_made_durable(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a power cut takes the folder away, and the backup that was just made in it."""
    synced: list[Path] = []
    monkeypatch.setattr("scorecard.store.files.sync_folder", synced.append)
    make_private_folder(home / "far" / "data")
    assert synced == [home, home / "far"]

    make_private_folder(home / "far" / "data")
    assert synced == [home, home / "far"]


def test_a_folder_is_made_where_names_can_t_be_made_durable(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_folder: Path) -> None:
        raise PermissionError

    monkeypatch.setattr("scorecard.store.files.sync_folder", refuse)
    make_private_folder(home / "data")
    assert (home / "data").is_dir()
