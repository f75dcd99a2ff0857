"""A store that must not be touched is not touched: the program says what is the matter, and ends when told to."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.backups import Reason
from scorecard.paths import find_paths
from scorecard.services.backups import Backups
from scorecard.services.services import Services
from scorecard.store.known import KnownStore, KnownStores
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.faults.half_changes import leave_half_a_change
from tests.faults.small_disk import small_disk
from tests.journeys.conftest import FRIDAY
from tests.journeys.running import Driven, until
from tests.sample.year import make_sample
from tests.store.raw import hand

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the driver speaks through POSIX pipes")

Spoil = Callable[[Path], None]


def empty(path: Path) -> None:
    path.write_bytes(b"")


def newer(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()


def foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE habits (name)")
    connection.close()


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])


def entries_gone(path: Path) -> None:
    """Only the page on which the entries begin."""
    with sqlite3.connect(path) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'entry'").fetchone()[0]
    connection.close()
    content = bytearray(path.read_bytes())
    content[4096 * (page - 1) : 4096 * page] = b"\xa5" * 4096
    path.write_bytes(content)


# More ways in tests/store/test_opening.py: what is held here takes a start each.
SPOILT = [
    pytest.param(empty, "is empty: the file has no content", id="empty"),
    pytest.param(newer, "was written by a newer Scorecard (schema 99;", id="newer"),
    pytest.param(foreign, "is not a Scorecard store", id="foreign"),
    pytest.param(truncated, "is damaged", id="truncated"),
    pytest.param(entries_gone, "is damaged", id="entries gone"),
]


@pytest.mark.parametrize(("spoil", "sentence"), SPOILT)
def test_a_bad_store_is_named_and_left_exactly_as_it_is(
    start: Callable[..., Driven], store: Path, spoil: Spoil, sentence: str
) -> None:
    spoil(store)
    content, files = store.read_bytes(), names(store)

    program = start()
    seen = program.ask("dialog")

    assert sentence in " ".join(seen["words"])
    assert str(store) in " ".join(seen["words"])
    program.ask("click", words="Quit")
    assert program.end() == 1
    assert store.read_bytes() == content
    assert names(store) == files
    assert "Traceback" not in program.printed()


def test_a_known_store_that_is_gone_is_never_replaced_by_an_empty_one(
    start: Callable[..., Driven], store: Path
) -> None:
    once(start)
    store.unlink()

    program = start()
    seen = program.ask("dialog")

    assert "The store that was here before is gone" in " ".join(seen["words"])
    program.ask("click", words="Quit")
    assert program.end() == 1
    assert not store.exists()


def test_trying_again_goes_on_when_the_store_has_come_back(start: Callable[..., Driven], store: Path) -> None:
    make_known(store)
    elsewhere = store.rename(store.with_name("scorecard.moved"))

    program = start()
    until(lambda: "Try again" in program.ask("dialog")["buttons"])
    elsewhere.rename(store)
    program.ask("click", words="Try again")

    program.wait_for("store")
    assert program.ask("read")["stored"]["m1"] == ["4", ""]


def test_an_empty_store_begins_only_when_it_is_asked_for(start: Callable[..., Driven], store: Path) -> None:
    make_known(store)
    store.unlink()
    shutil.rmtree(store.parent / "backups", ignore_errors=True)

    program = start()
    until(lambda: "Other ways…" in program.ask("dialog")["buttons"])
    program.ask("click", words="Other ways…")
    assert [row[0] for row in program.ask("dialog")["tables"][0]] == ["An empty store"]
    program.ask("click", words="Next")
    assert not store.exists()
    program.ask("click", words="Start empty")
    until(lambda: "Go on" in program.ask("dialog")["buttons"])
    program.ask("click", words="Go on")

    program.wait_for("store")
    assert program.ask("read")["empty"]


@pytest.mark.parametrize("half_done", [False, True], ids=["", "half a change on it"])
def test_what_lies_on_a_read_only_medium_is_shown_with_a_word_about_it(
    start: Callable[..., Driven], home: Path, half_done: bool
) -> None:
    with small_disk(home / "data", 4 * 1024 * 1024) as disk:
        store = disk.folder / "scorecard.db"
        make_sample(store, FixedClock(), date(2026, 11, 20), years=0.04)
        if half_done:
            leave_half_a_change(store)
        before = {file.name: file.read_bytes() for file in disk.folder.iterdir() if file.is_file()}
        disk.remount("ro")

        program = start()
        program.wait_for("store")
        shown = program.ask("read")
        assert shown["stored"]["m1"] == ["4", ""]
        said = "This is a copy, as it was before that change" if half_done else "can only be read"
        assert said in shown["notice"]
        assert program.ask("enter", measure="m1", keys=["5"])["stored"]["m1"] == ["4", ""]
        program.ask("close")
        if not half_done:
            program.ask("click", words="Discard and close")
        assert program.end() == 0
        assert "Traceback" not in program.printed()
        assert {file.name: file.read_bytes() for file in disk.folder.iterdir() if file.is_file()} == before
        assert not list((home / ".runtime").glob("scorecard-read-only*"))


def test_on_a_disk_that_is_full_from_the_start_all_is_read_and_what_is_typed_is_saved_when_there_is_room(
    start: Callable[..., Driven], home: Path
) -> None:
    with small_disk(home / "data", 4 * 1024 * 1024) as disk:
        make_sample(disk.folder / "scorecard.db", FixedClock(), date(2026, 11, 20), years=0.04)
        disk.fill()

        program = start()
        program.wait_for("store")
        shown = program.ask("read")
        assert shown["stored"]["m1"] == ["4", ""]
        assert "The disk is full. Everything saved before is here" in shown["notice"]
        note = ["m", *"Neal called", "Escape"]
        assert program.ask("enter", measure="m1", keys=note)["stored"]["m1"] == ["4", ""]
        assert "not saved yet" in program.ask("read")["notice"]
        disk.make_room()
        program.ask("click", words="Try again")
        assert program.ask("read")["stored"]["m1"] == ["4", "Neal called"]
        program.ask("close")
        assert program.end() == 0


def test_with_pages_of_zeros_the_window_leads_back_to_everything_that_was_entered(
    start: Callable[..., Driven], store: Path
) -> None:
    """Also to what was entered after the last backup."""
    Backups(store, FixedClock()).make()
    with closing(Services(store, FixedClock())) as services:
        services.scoring.score("m1", FRIDAY, Decimal(7))
    whole, before = stored(store), store.read_bytes()
    entries_zeroed(store)

    program = start()
    until(lambda: "Begin from this backup" in program.ask("dialog")["buttons"])
    program.ask("click", words="Begin from this backup")
    until(lambda: "Bring it back" in program.ask("dialog")["buttons"])
    assert " ticked: " in " ".join(program.ask("dialog")["words"])
    program.ask("click", words="Bring it back")
    until(lambda: "Go on" in program.ask("dialog")["buttons"])
    program.ask("click", words="Go on")

    program.wait_for("store")
    assert program.ask("read")["stored"]["m1"][0] == "7"
    program.ask("close")
    assert program.end() == 0
    assert "Traceback" not in program.printed()
    assert stored(store) == whole
    assert len(before) == next(b.size for b in Backups(store, FixedClock()).listed() if b.reason is Reason.SET_ASIDE)


def entries_zeroed(path: Path) -> None:
    """The page on which the entries begin; those further on can still be found."""
    with hand(path) as stranger:
        (page,) = stranger.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'entry'").fetchone()
    content = path.read_bytes()
    path.write_bytes(content[: 4096 * (page - 1)] + bytes(4096) + content[4096 * page :])


def stored(path: Path) -> dict[tuple[date, str], object]:
    with closing(Services(path, FixedClock())) as services:
        return dict(services.scoring.snapshot(date(2026, 11, 1), FRIDAY).entries)


def make_known(path: Path) -> None:
    """As a good start does, without one."""
    with closing(Store(path, FixedClock())) as opened:
        known = KnownStore(opened.store_id, opened.last_seq())
    KnownStores(find_paths(os.environ).known_stores).remember(path, known)


def once(start: Callable[..., Driven]) -> None:
    """A good start, after which the store is known."""
    with start() as program:
        program.wait_for("store")
        program.ask("close")
        assert program.end() == 0


def names(store: Path) -> set[str]:
    return {path.name for path in store.parent.iterdir()}
