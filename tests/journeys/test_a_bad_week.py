"""A week with a journey, a sick day, a full disk and a dead battery is shown and stored as it was lived."""

import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.harness.looking import look
from tests.journeys.running import Answer, Driven
from tests.journeys.test_promises_safe import set_limit

pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="the driver speaks through POSIX pipes"),
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits a process from outside"),
]

BERLIN, TOKYO, HONOLULU = "Europe/Berlin", "Asia/Tokyo", "Pacific/Honolulu"
SMALL = 4096  # bytes; less than any store has
EVERYTHING = [("m1", "3"), ("m2", "3"), ("m3", "3"), ("m4", "5"), ("m5", "y"), ("m7", "1")]


def test_a_week_of_bad_days_looks_as_it_should(start: Callable[..., Driven], store: Path) -> None:
    program = start(clock="2026-11-23T18:00:00+01:00")
    program.wait_for("store")
    monday(program)
    tuesday_in_tokyo(program)
    wednesday_in_bed(program)
    thursday_without_room(program)
    program = friday_without_power(program, start, store)

    page = program.ask("go", day="2026-11-25")
    assert page["subtitle"].endswith(" · away")
    assert program.ask("strip")["days"] == [
        "Monday, 23 November, score 100 · 7 of 7",
        "Tuesday, 24 November, score 94 · 7 of 7",
        "Wednesday, 25 November, away",
        "Thursday, 26 November, score 98 · 7 of 7",
        "Friday, 27 November, score 100 · 7 of 7",
        "Saturday, 28 November, today, score 0 of 0",
        "Sunday, 29 November",
    ]
    program.ask("close")
    assert program.end() == 0

    assert look(store).wrong is None
    assert deep_work(store) == {
        "2026-11-23": (90_000, ""),
        "2026-11-24": (45_000, ""),
        "2026-11-26": (75_000, "Done on the plane"),
        "2026-11-27": (120_000, "Half of what I"),
    }


def monday(program: Driven) -> None:
    score(program, "90")


def tuesday_in_tokyo(program: Driven) -> None:
    """Eight hours ahead; the last value is typed after midnight, and is still Tuesday's."""
    page = go_on(program, "2026-11-24T19:00:00+09:00", TOKYO)
    assert page["day"] == "2026-11-24"
    score(program, "30")
    page = program.ask("clock", moment="2026-11-25T01:30:00+09:00", zone=TOKYO)
    assert page["notice"] == ""
    assert program.ask("enter", measure="m6", keys=["4", "5"])["stored"]["m6"] == ["45", ""]


def wednesday_in_bed(program: Driven) -> None:
    """A new day has begun; the one that is open stays open until it is left."""
    page = program.ask("clock", moment="2026-11-25T11:00:00+09:00", zone=TOKYO)
    assert (page["day"], page["notice"]) == ("2026-11-24", "A new day has begun: Wednesday, 25 November.")
    program.ask("click", words="Go to today")
    assert program.ask("run", command="away") is not None
    page = program.ask("read")
    assert page["day"] == "2026-11-25"
    assert page["subtitle"].endswith(" · away")


def thursday_without_room(program: Driven) -> None:
    """Nineteen hours back, over the date line: Wednesday comes again, and then Thursday, with a full disk."""
    back = program.ask("clock", moment="2026-11-24T20:00:00-10:00", zone=HONOLULU)
    assert back["notice"] == "The clock or the time zone was changed: today is Tuesday, 24 November again."
    assert (back["day"], back["subtitle"].endswith("begun yet · away")) == ("2026-11-25", True)
    go_on(program, "2026-11-26T18:00:00-10:00", HONOLULU)
    for measure, key in EVERYTHING:
        program.ask("enter", measure=measure, keys=[key])
    set_limit(program, SMALL)
    page = program.ask("enter", measure="m6", keys=["7", "5", "Return"])
    assert page["rows"]["m6"]["refusal"] == "Not saved yet, but kept: 1:15"
    assert page["stored"]["m6"] == ["", ""]
    assert program.ask("close") == {"closed": False}
    program.ask("click", words="Keep the window open")
    set_limit(program, None)
    page = program.ask("session_ends")
    assert page["stored"]["m6"] == ["75", ""]
    program.ask("enter", measure="m6", keys=["m"])
    program.ask("text", text="Done on the plane")
    program.keys("Escape")


def friday_without_power(program: Driven, start: Callable[..., Driven], store: Path) -> Driven:
    """Home again. What was shown as saved is there on Saturday, in mid-sentence."""
    go_on(program, "2026-11-27T21:00:00+01:00", BERLIN)
    score(program, "120")
    program.ask("enter", measure="m6", keys=["m"])
    program.ask("text", text="Half of what I")
    program.ask("session_ends")  # the battery is nearly empty, and the desktop says so
    program.ask("text", text=" wanted to say")
    program.process.kill()
    assert program.end() < 0

    again = start(clock="2026-11-28T10:00:00+01:00")
    again.wait_for("store")
    page = again.ask("go", day="2026-11-27")
    assert page["stored"]["m6"] == ["120", "Half of what I"]
    assert page["dialogs"] == []
    return again


def go_on(program: Driven, moment: str, zone: str) -> Answer:
    """To another day, as somebody does who sees that it has begun."""
    program.ask("clock", moment=moment, zone=zone)
    return program.keys("Ctrl+T")


def score(program: Driven, deep: str) -> None:
    for measure, key in EVERYTHING:
        program.ask("enter", measure=measure, keys=[key])
    program.ask("enter", measure="m6", keys=[*deep, "Return"])


def deep_work(store: Path) -> dict[str, tuple[int, str]]:
    connection = sqlite3.connect(store)
    query = "SELECT day, amount, note FROM entry WHERE measure_id = 'm6' AND day > '2026-11-20' ORDER BY day"
    found = {day: (amount, note) for day, amount, note in connection.execute(query)}
    connection.close()
    return found
