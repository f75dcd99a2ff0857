"""The program on a real screen, with real keys, and as a screen reader hears it."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.running import ROOT, Running, until
from tests.journeys.screen import SYSTEM_PYTHON, Screen, launcher, missing
from tests.sample.year import make_sample_until_today

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(missing()), reason=f"{missing()} is not installed"),
]

Node = dict[str, Any]


def can_listen() -> bool:
    if not launcher() or not SYSTEM_PYTHON.exists():
        return False
    bindings = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    return subprocess.run([SYSTEM_PYTHON, "-c", bindings], capture_output=True).returncode == 0


@pytest.fixture
def screen(processes: ExitStack, home: Path) -> Screen:
    return Screen(processes, home / ".runtime")


@pytest.fixture
def store(home: Path) -> Path:
    """Nothing is scored yet today, whatever day it is."""
    path = home / "data" / "scorecard.db"
    make_sample_until_today(path)
    return path


def test_digits_typed_on_a_keyboard_reach_the_store(screen: Screen, store: Path, processes: ExitStack) -> None:
    program = processes.enter_context(Running([sys.executable, "-m", "scorecard"], screen.environment))
    program.wait_for("charts")
    in_front(screen)

    screen.type("ctrl+t", "3", "Return", "2", "Return")

    until(lambda: amounts(store) == [3000, 2000])
    screen.type("ctrl+z")
    until(lambda: amounts(store) == [3000])
    screen.type("ctrl+q")
    assert program.end() == 0
    assert "Warning" not in program.printed()


@pytest.mark.skipif(not can_listen(), reason="no AT-SPI for the system's Python")
def test_everything_that_takes_the_keyboard_has_a_name(screen: Screen, store: Path, processes: ExitStack) -> None:
    screen.listen()
    program = processes.enter_context(Running([sys.executable, "-m", "scorecard"], screen.environment))
    program.wait_for("charts")
    in_front(screen)

    scorecard = heard(screen)
    screen.type("ctrl+2")
    progress = heard(screen)

    for nodes in (scorecard, progress):
        assert [node for node in nodes if node["focusable"] and not node["name"]] == []
    names = {node["name"] for node in scorecard}
    assert {"Thank-yous heard", "Deep work", "Finish the day", "Previous day"} <= names
    assert any(name.startswith("Score of the day: ") for name in names)
    assert {node["role"] for node in scorecard if node["name"] == "Listened without a screen"} != {"label"}
    assert any(node["role"] in ("chart", "canvas", "graphic", "image", "filler", "panel") for node in progress)


def in_front(screen: Screen) -> None:
    """Waits until the window has the keyboard."""
    screen.ask("xdotool", "search", "--sync", "--onlyvisible", "--name", "^Scorecard$", "windowactivate", "--sync")


def heard(screen: Screen) -> list[Node]:
    return list(_heard(screen))


def _heard(screen: Screen) -> Iterator[Node]:
    for line in screen.ask(str(SYSTEM_PYTHON), str(ROOT / "tests/journeys/listening.py"), "Scorecard").splitlines():
        yield json.loads(line)


def amounts(store: Path) -> list[int]:
    """The values of the latest day, in the order of the card."""
    connection = sqlite3.connect(store)
    query = "SELECT amount FROM entry WHERE day = (SELECT max(day) FROM day) OR day > (SELECT max(day) FROM day) "
    found = [row[0] for row in connection.execute(query + "ORDER BY measure_id")]
    connection.close()
    return found
