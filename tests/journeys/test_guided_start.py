"""A newcomer in a real process reaches a card by keyboard alone; killed on the way, they go on where they were."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from scorecard.store.unfinished import CARD_NAME
from tests.journeys.running import Answer, Driven, until

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the driver speaks through POSIX pipes")

FEWEST = ("Return", "Return", "Return", "Return")  # the window's first button, and on through the three steps
CHOSEN = ("Return", "n", "e", "a", "l", "Return", "Down", "Down", "Tab", "Down", " ", "Ctrl+Return", "Return")
TWO_MINUTES = 120 / 4  # keys, at four seconds each: reading included


def test_four_keys_lead_from_the_empty_window_to_a_card(start: Callable[..., Driven], home: Path) -> None:
    program = start()
    program.wait_for("store")
    assert program.ask("read")["empty"]

    page = press(program, *FEWEST)

    assert len(FEWEST) == 4
    assert len(page["rows"]) == 7
    assert page["dialogs"] == []
    first = next(iter(page["rows"]))
    assert program.keys("8")["stored"][first] == ["8", ""], "the keyboard is on the first measure"


def test_a_card_of_one_s_own_choice_takes_few_keys_more_and_is_scored_at_once(
    start: Callable[..., Driven], home: Path
) -> None:
    program = start()
    program.wait_for("store")

    page = press(program, *CHOSEN)

    assert len(CHOSEN) < TWO_MINUTES
    names = [row["name"] for row in page["rows"].values()]
    assert len(names) == 6
    assert "Roadblocks removed" in names
    assert "Decisions others waited for" not in names
    first = next(iter(page["rows"]))
    assert program.keys("3", "Return")["stored"][first] == ["3", ""]


def test_one_undo_leads_back_to_the_empty_window(start: Callable[..., Driven], home: Path) -> None:
    program = start()
    program.wait_for("store")
    press(program, *CHOSEN)

    assert program.keys("Ctrl+Z")["empty"]
    assert len(program.keys("Ctrl+Shift+Z")["rows"]) == 6


def test_killed_in_the_middle_it_goes_on_where_it_was(start: Callable[..., Driven], home: Path) -> None:
    kept = home / "data" / CARD_NAME
    program = start()
    program.wait_for("store")
    press(program, *CHOSEN[:-2])
    until(lambda: kept.exists() and '"taken": false' in kept.read_text("utf-8"))
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    program.process.kill()
    program.end()

    again = start()
    again.wait_for("store")
    assert again.ask("read")["empty"]
    again.keys("Return")
    assert "Which work is nearest to yours?" in again.ask("dialog")["words"]
    page = press(again, "Return", "Return")

    assert len(page["rows"]) == 6
    assert not kept.exists()


def press(program: Driven, *keys: str) -> Answer:
    """One after the other, as a hand does: a dialog that one of them opens has the keyboard before the next."""
    for key in keys:
        page = program.keys(key)
    return page
