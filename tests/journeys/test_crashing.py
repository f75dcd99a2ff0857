"""The interpreter itself ends, or a bug of ours is met: what was typed is saved, and nothing private is told."""

import os
import signal
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.running import Driven
from tests.journeys.test_leaving import A_MINUTE, stored
from tests.journeys.test_privacy import CANARY, telling

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and pipes as POSIX has them")


def test_where_the_interpreter_ended_is_written_down_without_a_word_and_told_at_the_next_start(
    start: Callable[..., Driven], store: Path, home: Path
) -> None:
    program = start()
    program.wait_for("store")
    program.ask("enter", measure="m1", keys=["m"])
    program.ask("text", text=CANARY)
    if sys.platform == "linux":
        limits = Path(f"/proc/{program.process.pid}/limits").read_text()
        assert "Max core file size        0                    0 " in limits

    program.process.send_signal(signal.SIGSEGV)

    assert program.end() == -signal.SIGSEGV
    assert "by signal SIGSEGV" in program.ending()
    assert "Fatal Python error: Segmentation fault" in program.ending()
    log = next((home / ".local" / "state").rglob("scorecard-crash.log"))
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert not telling(log.read_text())

    again = start()
    again.wait_for("store")
    assert "ended in the middle the last time" in again.ask("read")["notice"]
    again.ask("click", words="Details…")
    details = again.ask("dialog")
    assert {"Copy details", "Close"} <= set(details["buttons"])
    again.ask("click", words="Close")
    again.ask("close")
    assert again.end() == 0


def test_a_bug_saves_what_is_being_typed_before_it_is_told(start: Callable[..., Driven], store: Path) -> None:
    program = start(note_pause=A_MINUTE)
    program.wait_for("store")
    program.ask("enter", measure="m3", keys=["m"])
    assert program.ask("text", text="Half a thou")["rows"]["m3"]["pending"]

    crash = program.ask("crash")

    assert stored(store, "m3") == (3_000, "Half a thou")
    assert "Something went wrong inside Scorecard" in crash["words"]
    assert any("safely on disk" in words for words in crash["words"])
    program.process.kill()
    assert program.end() < 0
    assert "RuntimeError" in program.printed()
    assert "Half a thou" not in program.printed()
