"""The session ends, the lid is closed, the screen is locked: what was typed is saved for the day it was typed on."""

import os
import shutil
import subprocess
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.journeys.running import Driven, Lines, until
from tests.journeys.test_leaving import A_MINUTE, stored

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the driver speaks through POSIX pipes")

MISSING = next((name for name in ("dbus-daemon", "dbus-send") if not shutil.which(name)), "")
LOGIN = "/org/freedesktop/login1"
MONDAY_MORNING = "2026-11-23T07:30:00+01:00"


@pytest.fixture
def login(processes: ExitStack, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """A system bus of the test's own, and who says on it what logind says."""
    read, write = os.pipe()
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--print-address={write}"]
    bus = subprocess.Popen(command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    processes.callback(bus.wait)
    processes.callback(bus.terminate)
    answer = Lines(read)
    processes.callback(answer.close)
    address = answer.next()
    assert address
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
    monkeypatch.delenv("XDG_SESSION_ID", raising=False)

    def say(path: str, name: str, *words: str) -> None:
        subprocess.run(["dbus-send", f"--bus={address}", "--type=signal", path, name, *words], check=True, timeout=20)

    return say


@pytest.mark.skipif(bool(MISSING), reason=f"{MISSING} is not installed")
def test_what_is_typed_before_the_lid_is_closed_belongs_to_that_day(
    start: Callable[..., Driven], store: Path, login: Callable[..., None]
) -> None:
    program = start(note_pause=A_MINUTE)
    program.wait_for("store")
    program.ask("enter", measure="m3", keys=["m"])
    assert program.ask("text", text="Half a thou")["rows"]["m3"]["pending"]

    login(LOGIN, "org.freedesktop.login1.Manager.PrepareForSleep", "boolean:true")
    until(lambda: stored(store, "m3") == (3_000, "Half a thou"))
    program.ask("set_clock", moment=MONDAY_MORNING)
    login(LOGIN, "org.freedesktop.login1.Manager.PrepareForSleep", "boolean:false")
    until(lambda: "A new day has begun: Monday, 23 November" in program.ask("read")["notice"])

    page = program.ask("text", text="ght")
    assert page["day"] == "2026-11-20"
    program.ask("session_ends")
    assert stored(store, "m3") == (3_000, "Half a thought")
    program.ask("click", words="Go to today")
    page = program.ask("read")
    assert page["day"] == "2026-11-23"
    assert page["stored"]["m3"] == ["", ""]

    login(f"{LOGIN}/session/_32", "org.freedesktop.login1.Session.Lock")
    until(lambda: program.ask("covered")["covered"])
    program.ask("close")
    assert program.end() == 0
