"""The end of a day by keyboard: from the first measure home, and killed in mid-sentence on the way."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from scorecard.domain.reflections import ADJUST, MOVED, TOMORROW
from scorecard.services.services import Services
from tests.fake_clock import FixedClock
from tests.faults.harness.looking import look
from tests.journeys.promising import begin_finishing, seen, settle
from tests.journeys.running import Answer, Driven, until
from tests.journeys.setting_up import set_up_card

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the driver speaks through POSIX pipes")

TODAY = date(2026, 11, 20)
_KEYS_A_MEASURE = 2
_STOPS = 20
PROMISED = "Realistic estimates for the CRM integration"
FIRST, SECOND, THIRD = "What moved forward today?", "What will I adjust?", "Tomorrow I will …"


class Fingers:
    """Presses keys and counts those that no text is made of."""

    def __init__(self, program: Driven) -> None:
        self.program = program
        self.pressed = 0

    def press(self, *keys: str) -> Answer:
        self.pressed += len(keys)
        return self.program.keys(*keys)

    def write(self, words: str) -> None:
        self.program.ask("text", text=words)


def test_a_whole_evening_takes_few_keys_and_no_pointer(start: Callable[..., Driven], home: Path) -> None:
    program = start()
    program.wait_for("charts")
    set_up_card(program)
    program.keys("Ctrl+2", "n", *"Call Ana back today !commitment", "Return", "Ctrl+1")
    fingers = Fingers(program)
    measures = len(program.ask("read")["rows"])

    for _ in range(measures - 1):
        fingers.press(" ", "Return")
    fingers.press("Ctrl+Return")  # the last one stays blank
    fingers.press("Right", "Right", "Return")  # skipped
    fingers.press("k", "Ctrl+Return")
    for words in ("Cassandra trusted the sheet.", "Ask about the script first.", "Ask Neal how I can help."):
        fingers.write(words)
        fingers.press("Tab")
    fingers.write("The list of services.")
    fingers.press("Tab", "b", "Ctrl+Return")
    ending = program.ask("dialog")
    fingers.press("Return")

    assert "Friday, 20 November is finished" in ending["words"]
    assert "“Ask Neal how I can help.”" in ending["words"]
    assert "It felt like B" in ending["words"]
    assert ending["buttons"] == ["Go home"]
    assert program.ask("dialog")["title"] == ""
    page = program.ask("read")
    assert page["finished"]
    assert page["left"] == "Everything is scored."
    assert fingers.pressed <= _KEYS_A_MEASURE * measures + 11
    program.ask("close")
    assert program.end() == 0
    assert answers(home)[:3] == [
        "Cassandra trusted the sheet.",
        "Ask about the script first.",
        "Ask Neal how I can help.",
    ]


def test_killed_in_mid_sentence_the_evening_goes_on_where_it_was(start: Callable[..., Driven], store: Path) -> None:
    empty(store)
    program = start()
    program.wait_for("dates")
    begin_finishing(program)
    settle(program, PROMISED, "k")
    program.keys("Ctrl+Return")
    tab_to_place(program, FIRST)
    program.ask("text", text="Neal called back")
    program.keys("Tab")
    program.ask("text", text="Let him finish before I an")
    until(lambda: ADJUST in written(store))
    program.process.kill()
    assert program.end() < 0

    assert look(store).wrong is None
    again = start()
    again.wait_for("dates")
    assert not again.ask("read")["finished"]
    begin_finishing(again)
    assert PROMISED not in seen(again)["columns"][0]
    again.keys("Ctrl+Return")
    found = again.ask("written")["texts"]
    assert (found[FIRST], found[SECOND]) == ("Neal called back", "Let him finish before I an")
    tab_to_place(again, SECOND)
    again.ask("text", text="swer")
    again.keys("Ctrl+Return")
    assert "Friday, 20 November is finished" in again.ask("dialog")["words"]
    assert again.ask("written")["texts"] == {THIRD: ""}
    again.keys("Return", "Ctrl+3")
    assert again.ask("written")["texts"][SECOND] == "Let him finish before I answer"
    again.keys("Ctrl+1", "Ctrl+Z")
    assert not again.ask("read")["finished"]


def tab_to_place(program: Driven, name: str) -> None:
    for _ in range(_STOPS):
        if program.ask("written")["entered"] == name:
            return
        program.keys("Tab")
    raise AssertionError(f"“{name}” is not reached")


def empty(store: Path) -> None:
    """Nothing is written of today yet."""
    services = Services(store, FixedClock())
    for place in services.reflecting.page(TODAY).places:
        services.reflecting.write(TODAY, place.prompt_id, "")
    services.close()


def written(store: Path) -> dict[str, str]:
    services = Services(store, FixedClock())
    places = services.reflecting.page(TODAY).places
    services.close()
    return {place.prompt_id: place.text for place in places if place.text}


def answers(home: Path) -> list[str]:
    found = written(home / "data" / "scorecard.db")
    return [found[prompt] for prompt in (MOVED, ADJUST, TOMORROW)]
