"""The program on a real screen, with real keys, and as a screen reader hears it."""

import json
import subprocess
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.running import ROOT, Driven, until
from tests.journeys.screen import SYSTEM_PYTHON, Screen, launcher, missing

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


def test_what_is_typed_on_a_keyboard_reaches_the_store(screen: Screen, store: Path, processes: ExitStack) -> None:
    program = in_front(screen, processes)
    program.ask("enter", measure="m6", keys=[])

    screen.type("9", "0", "Return", "2", "Return")
    until(lambda: stored(program, "m6", "m7") == ["90", "2"])
    screen.type("ctrl+z", "ctrl+z")
    until(lambda: stored(program, "m6", "m7") == ["", ""])
    screen.type("ctrl+q")

    assert program.end() == 0
    assert program.printed() == ""


def test_when_a_dialog_closes_the_keyboard_is_where_it_was(screen: Screen, store: Path, processes: ExitStack) -> None:
    program = in_front(screen, processes)
    program.ask("enter", measure="m7", keys=[])

    screen.type("ctrl+h")
    until(lambda: program.ask("dialog")["title"] == "History of this value")
    screen.type("Escape")
    until(lambda: program.ask("read")["rows"]["m7"]["entered"])


def test_the_score_is_explained_by_its_key_wherever_the_keyboard_is(
    screen: Screen, store: Path, processes: ExitStack
) -> None:
    program = in_front(screen, processes)
    program.ask("enter", measure="m7", keys=[])

    screen.type("ctrl+e", "ctrl+h")  # the second key is there to be waited for

    until(lambda: program.ask("dialog")["title"])
    assert program.ask("dialog")["title"] == "How this score came about"


@pytest.mark.skipif(not can_listen(), reason="no AT-SPI for the system's Python")
def test_everything_that_takes_the_keyboard_has_a_name(screen: Screen, store: Path, processes: ExitStack) -> None:
    screen.listen()
    program = in_front(screen, processes)

    scorecard = heard(screen)
    program.ask("page", key="progress")
    progress = heard(screen)

    assert [node for node in scorecard + progress if node["focusable"] and not node["name"]] == []
    names = {node["name"] for node in scorecard}
    assert {"Thank-yous heard", "Deep work", "Finish the day", "Previous day"} <= names
    assert any(name.startswith("Score of the day: ") for name in names)
    chart = next(node for node in progress if node["name"].startswith("Day by day, "))
    assert "days scored" in chart["description"]


def in_front(screen: Screen, processes: ExitStack) -> Driven:
    """The program, loaded, its window in front and with the keyboard."""
    program = processes.enter_context(Driven(screen.environment))
    program.wait_for("charts")
    screen.ask("xdotool", "search", "--sync", "--onlyvisible", "--name", "^Scorecard$", "windowactivate", "--sync")
    until(lambda: program.ask("state")["active"])
    return program


def stored(program: Driven, *measures: str) -> list[str]:
    page = program.ask("read")
    return [page["stored"][measure][0] for measure in measures]


def heard(screen: Screen) -> list[Node]:
    lines = screen.ask(str(SYSTEM_PYTHON), str(ROOT / "tests" / "journeys" / "listening.py"), "Scorecard").splitlines()
    assert lines, "the screen reader found no window"
    return [json.loads(line) for line in lines]
