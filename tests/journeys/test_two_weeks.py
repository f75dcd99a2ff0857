"""Two weeks of evenings, written by keyboard in several scripts, killed in mid-sentence, and found again."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from scorecard.services.services import Services
from tests.fake_clock import FixedClock
from tests.journeys.running import Driven, until
from tests.journeys.test_evenings import FIRST, tab_to_place

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the driver speaks through POSIX pipes")

EVENINGS = {
    date(2026, 11, 9): "Café with Cassandra: she has no faith in the estimates, and she is right. #estimates",
    date(2026, 11, 10): "Merged the two onboarding forms. Neal called back himself, unasked.",
    date(2026, 11, 11): "会议很长。我先问了他们的想法,然后才回答。",
    date(2026, 11, 12): "Spoke too early in the roadmap meeting again. Ask first: “what would help most?” 🙂",
    date(2026, 11, 13): "Übergabe an Zoë: nichts ging verloren, und sie weiß, wen sie fragt.",
    date(2026, 11, 16): "سألت آنا كيف يمكنني المساعدة، فطلبت قائمة الخدمات.",
    date(2026, 11, 17): "今日は一つのことだけに集中した。会議は短かった。",
    date(2026, 11, 18): "The list of services is with Ana. She had it printed for her whole team. #estimates",
    date(2026, 11, 19): "Говорил мало, слушал много. Договорились о сроках.",
    date(2026, 11, 20): "Quiet Friday. Everything I promised for this week is done or said.",
}
KILLED_ON = date(2026, 11, 18)


def test_two_weeks_are_written_killed_in_mid_sentence_and_found_in_every_script(
    start: Callable[..., Driven], home: Path
) -> None:
    program = begin(start, min(EVENINGS))
    for day, words in EVENINGS.items():
        program.ask("clock", moment=evening(day))
        program.keys("Ctrl+1", "Ctrl+T", "Ctrl+3")
        tab_to_place(program, FIRST)
        if day == KILLED_ON:
            program = write_and_be_killed(program, start, home, words)
        else:
            program.ask("text", text=words)

    assert found(program, "cafe") == [9]
    assert found(program, "会议") == [11]
    assert found(program, "会") == [17, 11]
    assert found(program, "المساعدة") == [16]
    assert found(program, "слушал") == [19]
    assert found(program, "#estimates") == [18, 9]
    assert found(program, "uber zoe weiss") == [13]

    open_hit(program, "会议很长")
    assert program.ask("written")["texts"][FIRST] == EVENINGS[date(2026, 11, 11)]
    program.ask("close")
    assert program.end() == 0
    assert stored(home) == list(EVENINGS.values())


def begin(start: Callable[..., Driven], day: date) -> Driven:
    program = start(clock=evening(day))
    program.wait_for("dates")
    return program


def evening(day: date) -> str:
    return f"{day}T18:30:00+01:00"


def write_and_be_killed(program: Driven, start: Callable[..., Driven], home: Path, words: str) -> Driven:
    """Half of it is written and saved when the program is killed; the rest follows in a new one."""
    half = len(words) // 2
    program.ask("text", text=words[:half])
    until(lambda: words[:half] in stored(home))
    program.process.kill()
    assert program.end() < 0

    again = begin(start, KILLED_ON)
    again.keys("Ctrl+3")
    tab_to_place(again, FIRST)
    assert again.ask("written")["texts"][FIRST] == words[:half]
    again.keys("Ctrl+End")
    again.ask("text", text=words[half:])
    return again


def found(program: Driven, text: str) -> list[int]:
    """The days of November on which it is found, in the order of the list."""
    look_for(program, text)
    hits = program.ask("found")["hits"]
    program.keys("Escape")
    return [next(day.day for day in EVENINGS if said(day) in hit) for hit in hits]


def open_hit(program: Driven, text: str) -> None:
    look_for(program, text)
    program.keys("Return")


def look_for(program: Driven, text: str) -> None:
    program.keys("Ctrl+F", "Ctrl+A")
    program.ask("text", text=text)


def said(day: date) -> str:
    return f" {day.day} Nov 2026"


def stored(home: Path) -> list[str]:
    """The first answers of all evenings, the earliest first."""
    services = Services(home / "data" / "scorecard.db", FixedClock())
    texts = [services.reflecting.page(day).places[0].text for day in EVENINGS]
    services.close()
    return [text for text in texts if text]
