"""What is entered without the window shows in the window that is open, and both keep what they have."""

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from scorecard.cli.main import run
from tests.fake_clock import FixedClock
from tests.journeys.running import Driven, until

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the driver speaks through POSIX pipes")

A_SECOND = 1.0


def typed(clock: FixedClock, *arguments: str) -> int:
    status = run(arguments, os.environ, io.StringIO(), io.StringIO(), None, clock)
    assert isinstance(status, int)
    return status


def test_the_window_shows_within_a_second_what_the_command_line_counts(
    start: Callable[..., Driven], store: Path, clock: FixedClock
) -> None:
    program = start()
    program.wait_for("charts")
    program.ask("enter", measure="m6", keys=["4", "5", "Return"])

    assert typed(clock, "tally", "thank", "=9") == 0
    until(lambda: program.ask("read")["rows"]["m1"]["entry"][0] == "9", A_SECOND)
    assert typed(clock, "tally", "thank") == 0
    until(lambda: program.ask("read")["rows"]["m1"]["entry"][0] == "10", A_SECOND)

    stored = program.ask("read")["stored"]
    assert (stored["m1"][0], stored["m6"][0]) == ("10", "45")
    program.ask("watch")
    assert program.ask("watched")["timers"] == []
