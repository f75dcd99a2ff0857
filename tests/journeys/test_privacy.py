"""What the user writes is in the store and nowhere else, for nobody else's eyes, and nothing goes over a network."""

import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.marks import Entry, Scored
from scorecard.domain.measures import Group, Kind, Measure, Terms
from scorecard.store import entries, measures, migrating
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.journeys.promising import finish
from tests.journeys.running import Driven, until
from tests.journeys.setting_up import set_up_card

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes, pipes and signals as POSIX has them")

FRIDAY = date(2026, 11, 20)
CANARY = "canarybird"
# Folders of all programs; nothing that is ours lies open in them.
SHARED = {Path(), *map(Path, (".cache", ".config", ".local", ".local/share", ".local/state", ".runtime"))}
VALUE = "48151623"  # a value that nothing else would hold by chance


@pytest.fixture
def private_store(home: Path) -> Path:
    """A store with the canary in every text: names, reasons, a unit, a plan, a note."""
    path = home / "data" / "scorecard.db"
    migrating.create_store(path, FixedClock().now())
    store = Store(path, FixedClock())
    terms = Terms(date(2026, 11, 2), Kind.COUNT, target=Decimal(3), unit=CANARY)
    words = {"why": f"why {CANARY}", "to_whom": f"{CANARY}@example.org", "plan": f"when {CANARY}", "group_id": "g"}
    with store.change(Deed(Verb.IMPORT, {"source": "sample"})) as work:
        measures.write_group(work, Group("g", f"Group {CANARY}", 0))
        measures.add_measures(work, [Measure("m1", f"Name {CANARY}", (terms,), **words)])
        entries.add_entries(work, [Entry("m1", FRIDAY, Scored(Decimal(VALUE)), f"note {CANARY}")])
    store.close()
    return path


def test_private_words_are_in_the_store_and_nowhere_else(
    start: Callable[..., Driven], private_store: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(temporary))
    before = set(Path(tempfile.gettempdir()).iterdir()) | set(Path("/var/tmp").iterdir())
    program = start()
    program.wait_for("charts")

    page = use_everything(program)
    crash = program.ask("crash")
    program.ask("click", words="Close")
    program.ask("close")
    assert program.end() == 0

    assert not telling(page["window"] + page["notice"])
    assert crash["title"] == "Scorecard"
    assert not telling(" ".join(crash["words"]))
    assert "RuntimeError" in program.printed()
    assert not telling(program.printed())
    backups = set((private_store.parent / "backups").iterdir())
    assert len(backups) == 1
    assert found_in(home, temporary) == {private_store} | backups
    fresh = (set(Path("/tmp").iterdir()) | set(Path("/var/tmp").iterdir())) - before
    assert found_in(*[path for path in fresh if path.is_file() and os.access(path, os.R_OK)]) == set()


def test_a_store_that_goes_wrong_under_the_program_tells_nothing_either(
    start: Callable[..., Driven], private_store: Path, home: Path
) -> None:
    program = start()
    program.wait_for("store")
    private_store.rename(private_store.with_name("scorecard.moved"))

    page = program.ask("enter", measure="m1", keys=["7"])
    program.process.send_signal(signal.SIGTERM)

    assert page["rows"]["m1"]["refusal"] == "Not saved yet, but kept: 7"
    assert page["rows"]["m1"]["entry"][0] == VALUE
    until(lambda: "What you typed last is not saved" in program.ask("dialog").get("words", ()))
    program.ask("click", words="Discard and close")
    assert program.end() == 0
    assert not telling(program.printed())
    assert found_in(home) == {private_store.with_name("scorecard.moved")}


def test_with_every_door_open_nobody_else_may_read_anything(
    start: Callable[..., Driven], home: Path, processes: object
) -> None:
    before = os.umask(0)
    try:
        program = start()
        program.wait_for("charts")
        set_up_card(program)
        program.ask("crash")
        program.ask("click", words="Close")
        program.ask("run", command="backups")
        program.ask("click", words="Make one now")
        until(lambda: "Backup made and checked." in program.ask("dialog")["words"])
        program.keys("Escape")
        program.ask("close")
        assert program.end() == 0
        command = [sys.executable, "-m", "scorecard", "backup", "--to", str(home / "copies.db")]
        subprocess.run(command, check=True, timeout=60, capture_output=True)
    finally:
        os.umask(before)

    ours = {path.relative_to(home) for path in everything(home)} - SHARED
    wanted = {"data/scorecard.db", "data/backups", "copies.db", ".config/scorecard/window.ini"}
    assert {Path(path) for path in wanted} <= ours
    assert {path.name for path in ours} >= {"scorecard.log", "scorecard-crash.log", "known-stores.json", "matplotlib"}
    assert [str(path) for path in sorted(ours) if stat.S_IMODE((home / path).stat().st_mode) & 0o077] == []


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
def test_no_socket_of_a_network_is_ever_made(
    private_store: Path, home: Path, tmp_path: Path, start: Callable[..., Driven]
) -> None:
    """Traced from the start through every page, a search, finishing a day and a backup to the end."""
    if subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], capture_output=True).returncode:
        pytest.skip("strace may not trace here")
    record = tmp_path / "network.txt"
    # Only what is looked for stops the program, so that it is hardly slower.
    program = start(under=["strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=%network", "-o", str(record)])
    program.wait_for("dates")
    program.keys("Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+F")
    program.ask("text", text=CANARY)
    program.keys("Escape", "Ctrl+1")
    program.ask("run", command="backups")
    program.ask("click", words="Make one now")
    until(lambda: "Backup made and checked." in program.ask("dialog")["words"])
    program.keys("Escape", "Ctrl+Return")
    finish(program)
    program.ask("close")
    assert program.end() == 0
    export = ["strace", "-f", "-qq", "-A", "-e", "trace=%network", "-o", str(record), sys.executable, "-m", "scorecard"]
    subprocess.run([*export, "backup", "--to", str(home / "copy.db")], check=True, timeout=60, capture_output=True)

    sockets = re.findall(r"socket(?:pair)?\((\w+)", record.read_text())
    assert sockets
    assert set(sockets) <= {"AF_UNIX", "AF_NETLINK"}


def use_everything(program: Driven) -> dict[str, object]:
    """Scores, writes a note, types nonsense, undoes and redoes, explains, looks at the history and at the week."""
    program.ask("enter", measure="m1", keys=[*VALUE, "x", "Return", "m"])
    program.ask("text", text=f" and more {CANARY}")
    program.keys("Escape", "Ctrl+Z", "Ctrl+Shift+Z")
    for key, title in (("Ctrl+E", "How this score came about"), ("Ctrl+H", "History of this value")):
        program.ask("enter", measure="m1", keys=[key])
        assert program.ask("dialog")["title"] == title
        program.ask("click", words="Close")
    program.ask("page", key="progress")
    return program.ask("page", key="scorecard")


def telling(text: str) -> bool:
    return CANARY in text.casefold() or VALUE in text


def found_in(*places: Path) -> set[Path]:
    """The files that hold the canary in any encoding a program of ours would write."""
    forms = [word.encode(code) for word in (CANARY, VALUE) for code in ("utf-8", "utf-16-le")]
    files = [path for place in places for path in everything(place) if path.is_file()]
    return {path for path in files if any(form in path.read_bytes() for form in forms)}


def everything(place: Path) -> Iterator[Path]:
    yield place
    if place.is_dir():
        yield from place.rglob("*")


def child_of(process: int) -> int:
    """The one process that `process` started."""
    return int(Path(f"/proc/{process}/task/{process}/children").read_text().split()[0])
