"""The first look at a store: what is not a whole store of ours is named, and never touched."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.store.first_look import FirstLook
from scorecard.store.identity import SCHEMA_VERSION, folder_of
from scorecard.store.known import KnownStore, KnownStores
from scorecard.store.opening import Condition, check_whole, examine
from scorecard.store.store import Store
from scorecard.words.errors import say_error
from tests.fake_clock import FixedClock
from tests.fresh_stores import fresh_sample
from tests.store import bad_files
from tests.store.bad_files import Spoiling
from tests.store.raw import assert_sound, content, fingerprint, hand

pytestmark = pytest.mark.skipif(os.name != "posix", reason="makes pipes, links and modes")
F = StoreFault
NEVER_HERE, HERE_BEFORE = "never here", "here before"

# What stands there, what it is called when a store is known to have been there, and what when none is.
CASES: tuple[tuple[Spoiling, StoreFault, StoreFault], ...] = (
    (bad_files.newer, F.TOO_NEW, F.TOO_NEW),
    (bad_files.other_program_s, F.FOREIGN, F.FOREIGN),
    (bad_files.text, F.DAMAGED, F.FOREIGN),
    (bad_files.short_text, F.DAMAGED, F.FOREIGN),
    (bad_files.truncated, F.DAMAGED, F.DAMAGED),
    (bad_files.one_page, F.DAMAGED, F.DAMAGED),
    (bad_files.one_byte, F.FOREIGN, F.FOREIGN),
    (bad_files.header_gone, F.DAMAGED, F.FOREIGN),
    (bad_files.zeros, F.DAMAGED, F.FOREIGN),
    (bad_files.empty, F.EMPTY, F.EMPTY),
    (bad_files.folder, F.CANNOT_OPEN, F.CANNOT_OPEN),
    (bad_files.pipe, F.CANNOT_OPEN, F.CANNOT_OPEN),
    (bad_files.link_to_nothing, F.MISSING, F.MISSING),
)


@pytest.fixture
def place(home: Path) -> Path:
    """A month's store, to be spoiled."""
    path = home / "data" / "scorecard.db"
    fresh_sample(path, date(2026, 11, 20), years=0.1)
    return path


def remember(known: KnownStores, path: Path) -> None:
    known.remember(path, KnownStore("id", 7))


def refused(path: Path, known: KnownStores) -> StoreError:
    with pytest.raises(StoreError) as caught:
        examine(path, known)
    return caught.value


def english(source: str, _comment: str = "", _n: int = -1) -> str:
    return source


def assert_says_it_clearly(error: StoreError, path: Path) -> None:
    said = say_error(error, english)
    assert str(path) in said
    words = said.replace(str(path), "it")
    assert words.endswith(".")
    assert words.count(". ") <= 2
    assert len(words) < 250
    assert not {"{", "}"} & set(words)


def remains(path: Path) -> list[tuple[str, str]]:
    """All that is in the folder of a store, the content included."""
    return sorted((file.name, fingerprint(file) if file.is_file() else "") for file in path.parent.iterdir())


@pytest.mark.parametrize("before", [HERE_BEFORE, NEVER_HERE])
@pytest.mark.parametrize(("spoil", "known_as", "new_as"), CASES, ids=[case[0].__name__ for case in CASES])
def test_a_file_that_is_no_good_is_named_and_left_as_it_is(
    place: Path, known: KnownStores, spoil: Spoiling, known_as: StoreFault, new_as: StoreFault, before: str
) -> None:
    if before == HERE_BEFORE:
        remember(known, place)
    spoil(place)
    there = remains(place)

    error = refused(place, known)

    assert (error.fault, error.path) == (known_as if before == HERE_BEFORE else new_as, place)
    assert_says_it_clearly(error, place)
    assert remains(place) == there


@pytest.mark.parametrize(
    "spoil", [case[0] for case in CASES if case[0] not in (bad_files.newer, bad_files.pipe)], ids=lambda s: s.__name__
)
def test_a_file_that_went_bad_after_the_first_look_is_not_touched_either(
    place: Path, clock: FixedClock, spoil: Spoiling
) -> None:
    spoil(place)
    there = remains(place)

    with pytest.raises(StoreError):
        FirstLook(place).settings_and_days()
    with pytest.raises(StoreError):
        Store(place, clock)

    assert remains(place) == there


def test_where_no_store_ever_was_a_new_one_may_be_made(home: Path, known: KnownStores) -> None:
    assert examine(home / "data" / "scorecard.db", known).condition is Condition.FRESH


def test_a_store_that_was_here_and_is_gone_is_no_first_start(place: Path, known: KnownStores) -> None:
    remember(known, place)
    place.unlink()

    error = refused(place, known)

    assert error.fault is StoreFault.MISSING
    assert_says_it_clearly(error, place)
    assert not place.exists()


def test_backups_without_their_store_are_no_first_start(place: Path, known: KnownStores) -> None:
    """On another computer, whose settings know nothing of the store."""
    backups = folder_of(place)
    backups.mkdir(mode=0o700)
    (backups / "scorecard-00001-2026-11-20-on-request.db").write_bytes(place.read_bytes())
    place.unlink()

    assert refused(place, known).fault is StoreFault.MISSING
    assert not place.exists()


def test_a_disk_that_is_not_there_is_no_first_start(home: Path, known: KnownStores) -> None:
    path = home / "stick" / "scorecard" / "scorecard.db"
    remember(known, path)

    assert refused(path, known).fault is StoreFault.MISSING
    assert not (home / "stick").exists()


def test_both_versions_are_told_of_a_newer_store(place: Path, known: KnownStores) -> None:
    bad_files.newer(place)

    said = say_error(refused(place, known), english)

    assert "schema 99" in said
    assert f"knows {SCHEMA_VERSION}" in said


def test_a_whole_store_is_opened_as_it_is(place: Path, known: KnownStores) -> None:
    there = remains(place)

    finding = examine(place, known)
    check_whole(place)

    assert (finding.condition, finding.schema, finding.writable) == (Condition.CURRENT, SCHEMA_VERSION, True)
    assert remains(place) == there


def test_an_older_schema_is_behind(place: Path, known: KnownStores) -> None:
    with hand(place) as stranger:
        stranger.execute("PRAGMA user_version = 0")

    finding = examine(place, known)

    assert (finding.condition, finding.schema) == (Condition.BEHIND, 0)


def test_a_file_that_may_not_be_read_cannot_be_opened(place: Path, known: KnownStores, ordinary_user: None) -> None:
    place.chmod(0)
    error = refused(place, known)
    place.chmod(0o600)

    assert error.fault is StoreFault.CANNOT_OPEN
    assert_says_it_clearly(error, place)


def test_a_folder_that_may_not_be_entered_cannot_be_opened(
    place: Path, known: KnownStores, ordinary_user: None
) -> None:
    place.parent.chmod(0)
    error = refused(place, known)
    place.parent.chmod(0o700)

    assert error.fault is StoreFault.CANNOT_OPEN
    assert_says_it_clearly(error, place)


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_may_only_be_read_is_found_and_read(
    place: Path, known: KnownStores, what: str, ordinary_user: None
) -> None:
    closed, mode = (place, 0o400) if what == "file" else (place.parent, 0o500)
    closed.chmod(mode)
    finding = examine(place, known)
    day = date(2026, 11, 20)
    entries = FirstLook(place).settings_and_days().snapshot(day, day).entries
    closed.chmod(0o700)

    assert (finding.condition, finding.writable) == (Condition.CURRENT, False)
    assert len(entries) == 5


def test_every_page_of_zeros_is_seen(place: Path, known: KnownStores) -> None:
    whole = place.read_bytes()
    unseen = []
    for start in range(0, len(whole), 4096):
        if whole[start : start + 4096] == bytes(4096):
            continue  # nothing is kept on it
        place.write_bytes(whole[:start] + bytes(4096) + whole[start + 4096 :])
        before = fingerprint(place)
        try:
            examine(place, known)
            check_whole(place)
            unseen.append(start // 4096 + 1)
        except StoreError:
            assert fingerprint(place) == before

    assert not unseen


WRITER = """
import os, signal, sqlite3, sys
writer = sqlite3.connect(sys.argv[1], isolation_level=None)
writer.execute("PRAGMA cache_size = 5")
writer.execute("BEGIN IMMEDIATE")
writer.execute("UPDATE entry SET note = hex(randomblob(2000))")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def interrupted(place: Path) -> Path:
    """A store whose writer was killed in the middle of a transaction that had reached the file."""
    before = fingerprint(place)
    killed = subprocess.run([sys.executable, "-c", WRITER, str(place)], check=False)
    assert killed.returncode == -9
    assert place.with_name(f"{place.name}-journal").stat().st_size > 0
    assert fingerprint(place) != before
    return place


def test_the_first_look_rolls_back_what_a_killed_writer_left(
    interrupted: Path, known: KnownStores, clock: FixedClock
) -> None:
    day = date(2026, 11, 20)

    assert examine(interrupted, known).condition is Condition.CURRENT

    entries = FirstLook(interrupted).settings_and_days().snapshot(day, day).entries
    assert {entry.note for entry in entries.values()} == {"", "Two forms merged into one."}
    with closing(Store(interrupted, clock)) as store:
        assert all(store.seal_holds(date.fromisoformat(str(row[0]))) for row in content(interrupted)["entry"])
    assert_sound(interrupted)


def test_what_a_killed_writer_left_is_not_read_where_it_cannot_be_rolled_back(
    interrupted: Path, known: KnownStores, ordinary_user: None
) -> None:
    """Half a transaction must never be shown as if it were the truth."""
    there = remains(interrupted)
    interrupted.parent.chmod(0o500)
    interrupted.chmod(0o400)
    error = refused(interrupted, known)
    interrupted.parent.chmod(0o700)
    interrupted.chmod(0o600)

    assert error.fault is StoreFault.UNFINISHED
    assert remains(interrupted) == there


def test_a_store_in_use_elsewhere_is_waited_for_and_then_said_to_be(place: Path, known: KnownStores) -> None:
    with hand(place) as stranger, pytest.MonkeyPatch.context() as patch:
        stranger.execute("BEGIN EXCLUSIVE")
        patch.setattr("scorecard.store.opening.sqlite3", _Impatient())
        error = refused(place, known)

    assert error.fault is StoreFault.LOCKED


class _Impatient:
    """sqlite3 whose connections wait for nobody."""

    def __getattr__(self, name: str) -> object:
        return getattr(sqlite3, name)

    class _Connection(sqlite3.Connection):
        def execute(self, statement: str, *values: object) -> sqlite3.Cursor:  # type: ignore[override]
            return super().execute(statement.replace("busy_timeout = 3000", "busy_timeout = 0"), *values)

    def connect(self, *arguments: object, **named: object) -> sqlite3.Connection:
        return sqlite3.connect(*arguments, **named, factory=self._Connection)  # type: ignore[arg-type]
