"""The home folder, its rights or its disk are not as they were: the program names the place and makes nothing anew."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from scorecard.store.known import KnownStore, KnownStores
from tests.journeys.running import Driven

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the driver speaks through POSIX pipes")

# Root may do anything: these are the rights of root that are laid down.
ORDINARY = ("setpriv", "--inh-caps=-all", "--bounding-set=-dac_override,-dac_read_search")


@pytest.fixture
def ordinary() -> tuple[str, ...]:
    """What runs a program for which modes hold, for root too."""
    if os.geteuid():
        return ()
    if not shutil.which("setpriv") or subprocess.run([*ORDINARY, "true"], capture_output=True).returncode:
        pytest.skip("modes do not hold for root, and setpriv can't change that here")
    return ORDINARY


@pytest.fixture
def known(home: Path) -> KnownStores:
    return KnownStores(home / ".config" / "scorecard" / "known-stores.json")


def refused(program: Driven, *signs: str | Path) -> None:
    """It says so, and ends when told to."""
    words = " ".join(program.ask("dialog")["words"])
    assert [str(sign) for sign in signs if str(sign) not in words] == []
    program.ask("click", words="Quit")
    assert program.end() == 1
    assert "Traceback" not in program.printed()


@pytest.mark.parametrize("mode", [0o500, 0o000], ids=["not writable", "closed"])
def test_a_home_that_may_not_be_written_is_named(
    start: Callable[..., Driven], home: Path, ordinary: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, mode: int
) -> None:
    locked = home / "locked"
    locked.mkdir(mode=mode)
    monkeypatch.delenv("SCORECARD_DATA")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(locked / name.lower()))

    refused(start(under=ordinary), "can't be opened", locked / "xdg_data_home" / "scorecard")

    locked.chmod(0o700)
    assert list(locked.iterdir()) == []


def test_a_store_that_somebody_else_owns_is_named_and_left_alone(
    start: Callable[..., Driven], store: Path, ordinary: tuple[str, ...]
) -> None:
    """As after a start with sudo: nothing of it may be read."""
    store.chmod(0o000)
    refused(start(under=ordinary), "can't be opened", store)
    store.chmod(0o600)


def test_a_disk_that_is_not_there_gets_no_folder_in_its_place(
    start: Callable[..., Driven], home: Path, known: KnownStores, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = home / "media" / "stick"
    monkeypatch.setenv("SCORECARD_DATA", str(stick / "scorecard"))
    known.remember(stick / "scorecard" / "scorecard.db", KnownStore("one", 12))

    refused(start(), "The store that was here before is gone", stick / "scorecard" / "scorecard.db")

    assert not stick.exists()


def test_where_the_usual_folder_is_another_one_now_no_empty_store_is_begun(
    start: Callable[..., Driven], home: Path, known: KnownStores, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SCORECARD_DATA")
    before = home / "media" / "stick" / "scorecard" / "scorecard.db"
    known.remember(before, KnownStore("one", 12))
    here = Path(os.environ["XDG_DATA_HOME"]) / "scorecard"

    refused(start(), "Your scorecard is not where it is looked for", before, here / "scorecard.db")

    assert not here.exists()
    program = start()
    program.ask("dialog")
    program.ask("click", words="Start empty here")
    program.wait_for("store")
    assert program.ask("read")["empty"]
    assert known.get(before) == KnownStore("one", 12)


def test_a_wrong_clock_and_a_copy_beside_the_store_are_told_after_the_start(
    start: Callable[..., Driven], store: Path
) -> None:
    shutil.copy(store, store.with_name("scorecard (Anna's conflicted copy 2026-11-20).db"))

    program = start(clock="2001-01-01T12:00:00+01:00")
    program.wait_for("store")

    assert "clock says Monday, 1 January 2001" in program.ask("read")["notice"]
    copy = program.ask("close_notice")["notice"]
    assert "“scorecard (Anna's conflicted copy 2026-11-20).db”" in copy
    assert program.ask("tabs")["actions"] == ["Import…", "Open the folder"]
    page = program.ask("go", day="2026-11-20")
    assert "This day has not begun yet" in page["subtitle"]
    assert page["stored"]["m1"] == ["4", ""]
