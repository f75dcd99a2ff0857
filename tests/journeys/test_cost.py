"""What the window costs, counted and not timed: it holds on any computer."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.running import Driven

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the driver speaks through POSIX pipes")


def test_no_query_of_the_window_goes_through_all_entries(start: Callable[..., Driven], store: Path) -> None:
    program = start()
    program.wait_for("charts")
    program.ask("watch")

    program.ask("go", day="2026-11-19")
    program.ask("go", day="2026-11-20")
    program.ask("enter", measure="m6", keys=["9", "0", "Return", "2", "m", "n", "Escape"])
    program.ask("enter", measure="m1", keys=["s", "Backspace", "+", "Return"])
    program.ask("enter", measure="m5", keys=["Ctrl+Z", "Ctrl+Z", "Ctrl+Shift+Z"])
    program.ask("enter", measure="m6", keys=["Ctrl+H"])
    program.ask("click", words="Close")
    program.ask("page", key="progress")
    program.ask("page", key="scorecard")
    program.ask("run", command="finish")
    plans = program.ask("watched")["plans"]

    assert len(plans) > 10
    scans = {query: plan for query, plan in plans.items() if any(re.search(r"\bSCAN entry\b", step) for step in plan)}
    assert scans == {}


def test_an_edit_draws_no_chart_that_is_not_seen(start: Callable[..., Driven], store: Path) -> None:
    program = start()
    program.wait_for("charts")
    program.ask("watch")
    program.ask("page", key="progress")
    program.ask("watched")
    program.ask("page", key="scorecard")
    program.ask("watch")

    program.ask("enter", measure="m1", keys=["1", "Return", "2", "Return", "3", "Return"])
    assert program.ask("watched")["pictures"] == 0

    program.ask("page", key="progress")
    watched = program.ask("watched")
    assert watched["pictures"] > 0
    assert watched["most pictures"] == 1


def test_a_burst_of_edits_draws_each_chart_that_is_seen_once(start: Callable[..., Driven], store: Path) -> None:
    program = start()
    program.wait_for("charts")
    program.ask("enter", measure="m1", keys=["1", "Return", "2", "Return", "3", "Return"])
    program.ask("watch")
    program.ask("page", key="progress")
    program.ask("watched")
    program.ask("watch")

    program.keys("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")

    assert program.ask("watched")["most pictures"] <= 1


def test_nothing_wakes_the_program_while_it_is_left_alone(start: Callable[..., Driven], store: Path) -> None:
    program = start()
    program.wait_for("charts")
    program.ask("watch")
    program.ask("page", key="progress")
    assert program.ask("watched")["timers"] == []

    program.ask("page", key="scorecard")
    assert program.ask("watched")["timers"] == []


def test_garbage_is_never_collected_in_a_thread_that_happens_to_run(start: Callable[..., Driven], store: Path) -> None:
    program = start()
    program.wait_for("charts")
    program.ask("page", key="progress")
    program.ask("watch")

    assert program.ask("watched")["collects anywhere"] is False
