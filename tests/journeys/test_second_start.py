"""One store, one window: a second start shows the first one's."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.running import Driven, Running

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the driver speaks through POSIX pipes")


def test_a_second_start_raises_the_first_window_and_ends(
    start: Callable[..., Driven], start_plain: Callable[..., Running], store: Path
) -> None:
    first = start()
    first.wait_for("usable")
    assert first.ask("minimise")["minimised"]

    second = start_plain()

    assert second.end() == 0
    assert second.milestones.next() is None, "a second window was painted"
    assert not first.ask("state")["minimised"]
    assert first.process.poll() is None


def test_another_store_is_another_program(
    start: Callable[..., Driven], start_plain: Callable[..., Running], store: Path, home: Path
) -> None:
    start().wait_for("usable")

    other = start_plain(SCORECARD_DATA=str(home / "elsewhere"))

    other.wait_for("charts")


def test_the_lock_of_a_killed_program_is_taken_over(start: Callable[..., Driven], store: Path) -> None:
    killed = start()
    killed.wait_for("store")
    killed.process.kill()
    killed.end()
    assert store.with_name("scorecard.lock").exists()

    program = start()

    program.wait_for("store")
    assert program.ask("enter", measure="m6", keys=["9"])["stored"]["m6"] == ["9", ""]
    program.ask("close")
    assert program.end() == 0
    assert not store.with_name("scorecard.lock").exists()
