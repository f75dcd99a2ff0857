"""Starts that are not as usual: a second one, one after bad ends, one while another computer has the store."""

import os
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from scorecard.domain.starts import PAGES
from tests.journeys.running import Driven, Running, until

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the driver speaks through POSIX pipes")


def test_a_second_start_hands_over_what_it_was_asked_for(
    start: Callable[..., Driven], store: Path, home: Path, processes: ExitStack
) -> None:
    (home / "habits.csv").write_text("Date,Water\n2026-11-02,3\n2026-11-03,4\n")
    first = start()
    first.wait_for("store")

    assert second(processes, "--page", "commitments", "--data", str(store.parent)) == 0
    until(lambda: first.ask("read")["tab"] == "commitments")
    assert second(processes, "--day", "2026-11-18") == 0
    until(lambda: (first.ask("read")["tab"], first.ask("read")["day"]) == ("scorecard", "2026-11-18"))

    assert second(processes, "--open", os.path.relpath(home / "habits.csv", Path.cwd())) == 0
    until(lambda: "Import 2 entries" in first.ask("dialog").get("buttons", ()))
    assert second(processes, "--day", "2026-11-17") == 0
    assert first.ask("read")["day"] == "2026-11-18", "nothing moves under an open dialog"
    first.ask("click", words="Cancel")
    until(lambda: first.ask("read")["day"] == "2026-11-17")


def test_two_starts_at_the_same_moment_are_one_window(start: Callable[..., Driven], store: Path) -> None:
    """The first has no ears yet when the second comes: that one waits for them."""
    programs = [start(), start()]

    until(lambda: any(program.process.poll() is not None for program in programs))
    one = next(program for program in programs if program.process.poll() is None)
    other = next(program for program in programs if program is not one)

    one.wait_for("store")
    assert other.end() == 0
    assert other.milestones.next() is None, "a second window was painted"


def test_after_two_bad_ends_a_safe_start_is_offered_and_the_usual_one_is_a_key_away(
    start: Callable[..., Driven], store: Path
) -> None:
    kill_twice(start)
    before = store.read_bytes()

    program = start()
    asked = program.ask("dialog")
    assert "Scorecard did not end well the last times" in asked["words"]
    assert {"Start safely", "Start as always", "Quit"} <= set(asked["buttons"])
    program.ask("click", words="Start safely")
    program.wait_for("store")

    refused = program.ask("enter", measure="m6", keys=["9"])
    assert "opened to look only" in refused["rows"]["m6"]["refusal"]
    assert refused["stored"]["m6"] == ["", ""]
    tabs = program.ask("tabs")
    assert (tabs["tabs"], tabs["charts"], tabs["tray"]) == (
        [page for page in PAGES if page != "progress"],
        False,
        False,
    )
    assert "A safe start" in refused["notice"]
    assert tabs["actions"] == ["Start as always"]
    assert store.read_bytes() == before

    program.reached.clear()
    program.keys("F5")
    program.wait_for("store")
    assert program.ask("enter", measure="m6", keys=["9"])["stored"]["m6"] == ["9", ""]
    program.ask("close")
    assert program.end() == 0

    again = start()
    again.wait_for("store")  # a good end: nothing is asked
    assert again.ask("read")["stored"]["m6"] == ["9", ""]


def test_the_lock_of_another_computer_is_respected_and_looking_is_offered(
    start: Callable[..., Driven], store: Path
) -> None:
    lock = store.with_name("scorecard.lock")
    lock.write_text("4711\nscorecard\nkitchen-laptop\n")
    before = store.read_bytes()

    program = start()
    asked = program.ask("dialog")
    assert "“kitchen-laptop”" in " ".join(asked["words"])
    program.ask("click", words="Look only")
    program.wait_for("store")
    page = program.ask("enter", measure="m6", keys=["9"])
    assert "opened to look only" in page["rows"]["m6"]["refusal"]
    assert page["stored"]["m1"] == ["4", ""]
    program.ask("close")
    assert program.end() == 0

    assert store.read_bytes() == before
    assert lock.read_text().startswith("4711")


def kill_twice(start: Callable[..., Driven]) -> None:
    for _ in range(2):
        with start() as program:
            program.wait_for("painted")
            program.process.kill()
            program.end()


def second(processes: ExitStack, *arguments: str) -> int:
    command = [sys.executable, "-m", "scorecard", *arguments]
    return processes.enter_context(Running(command, os.environ)).end()
