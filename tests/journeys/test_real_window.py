"""The program on a real screen, with real keys, and as a screen reader hears it."""

from pathlib import Path

import pytest

from tests.journeys.running import Driven, until
from tests.journeys.screen import Screen, can_listen, missing

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(missing()), reason=f"{missing()} is not installed"),
]


def test_what_is_typed_on_a_keyboard_reaches_the_store(screen: Screen, store: Path) -> None:
    program = screen.start()
    program.ask("enter", measure="m6", keys=[])

    screen.type("9", "0", "Return", "2", "Return")
    until(lambda: stored(program, "m6", "m7") == ["90", "2"])
    screen.type("ctrl+z", "ctrl+z")
    until(lambda: stored(program, "m6", "m7") == ["", ""])
    screen.type("ctrl+q")

    assert program.end() == 0
    assert program.printed() == ""


def test_when_a_dialog_closes_the_keyboard_is_where_it_was(screen: Screen, store: Path) -> None:
    program = screen.start()
    program.ask("enter", measure="m7", keys=[])

    screen.type("ctrl+h")
    until(lambda: program.ask("dialog").get("active"))
    assert program.ask("dialog")["title"] == "History of this value"
    screen.type("Escape")
    until(lambda: program.ask("read")["rows"]["m7"]["entered"])


def test_the_score_is_explained_by_its_key_wherever_the_keyboard_is(screen: Screen, store: Path) -> None:
    program = screen.start()
    program.ask("enter", measure="m7", keys=[])

    screen.type("ctrl+e", "ctrl+h")  # the second key is there to be waited for

    until(lambda: program.ask("dialog")["title"])
    assert program.ask("dialog")["title"] == "How this score came about"


@pytest.mark.skipif(not can_listen(), reason="no AT-SPI for the system's Python")
def test_everything_that_takes_the_keyboard_has_a_name(screen: Screen, store: Path) -> None:
    screen.listen()
    program = screen.start()

    scorecard = screen.heard()
    program.ask("page", key="progress")
    progress = screen.heard()

    assert [node for node in scorecard + progress if node["focusable"] and not node["name"]] == []
    names = {node["name"] for node in scorecard}
    assert {"Thank-yous heard", "Deep work", "Finish the day", "Previous day"} <= names
    assert any(name.startswith("Score of the day: ") for name in names)
    chart = next(node for node in progress if node["name"].startswith("Day by day, "))
    assert "days scored" in chart["description"]


def stored(program: Driven, *measures: str) -> list[str]:
    page = program.ask("read")
    return [page["stored"][measure][0] for measure in measures]
