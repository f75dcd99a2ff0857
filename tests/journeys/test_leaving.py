"""However the program is left, what was typed is saved first."""

import os
import signal
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.running import Driven

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals end programs on POSIX systems")

SIGNALS = [signal.SIGTERM, signal.SIGINT, signal.SIGHUP]
A_MINUTE = 60_000
QUICKLY = 20.0  # seconds: ten times what is wanted, for these machines are shared and no timing decides a test


def stored(path: Path, measure: str) -> tuple[object, ...] | None:
    connection = sqlite3.connect(path)
    try:
        found: tuple[object, ...] | None = connection.execute(
            "SELECT amount, note FROM entry WHERE day = '2026-11-20' AND measure_id = ?", (measure,)
        ).fetchone()
        return found
    finally:
        connection.close()


@pytest.mark.parametrize("ending", SIGNALS)
def test_a_signal_in_the_middle_of_a_note_saves_it_and_ends_well(
    start: Callable[..., Driven], store: Path, ending: signal.Signals
) -> None:
    program = start(note_pause=A_MINUTE)
    program.wait_for("charts")
    program.ask("enter", measure="m3", keys=["m"])
    page = program.ask("text", text="Half a thou")
    assert page["rows"]["m3"]["pending"]

    sent = time.monotonic()
    program.process.send_signal(ending)

    assert program.end() == 0
    assert time.monotonic() - sent < QUICKLY
    assert stored(store, "m3") == (3_000, "Half a thou")


@pytest.mark.parametrize("ending", SIGNALS)
def test_a_signal_in_the_middle_of_a_value_ends_well(
    start: Callable[..., Driven], store: Path, ending: signal.Signals
) -> None:
    program = start()
    program.wait_for("charts")
    program.ask("enter", measure="m6", keys=["4", "5"])

    program.process.send_signal(ending)

    assert program.end(QUICKLY) == 0
    assert stored(store, "m6") == (45_000, "")


def test_closing_the_window_saves_a_note_that_is_being_written(start: Callable[..., Driven], store: Path) -> None:
    program = start(note_pause=A_MINUTE)
    program.wait_for("charts")
    program.ask("enter", measure="m1", keys=["m"])
    program.ask("text", text="日本 🎯")

    assert program.ask("close") == {"closed": True}

    assert program.end(QUICKLY) == 0
    assert stored(store, "m1") == (4_000, "日本 🎯")


def test_closing_the_window_in_the_middle_of_nonsense_leaves_the_value_as_it_was(
    start: Callable[..., Driven], store: Path
) -> None:
    program = start()
    program.wait_for("charts")
    program.ask("enter", measure="m1", keys=["2", "x"])

    program.ask("close")

    assert program.end(QUICKLY) == 0
    assert stored(store, "m1") == (4_000, "")


def test_keys_typed_before_the_store_is_open_are_saved_in_their_order(
    start: Callable[..., Driven], store: Path
) -> None:
    program = start(at_painted=[("m6", ["3", "0", "Return", "1"]), ("m1", ["s"]), ("m3", ["7", "Backspace"])])
    program.wait_for("store")

    page = program.ask("read")

    wanted = {"m1": ["skipped", ""], "m3": ["", ""], "m6": ["30", ""], "m7": ["1", ""]}
    assert {measure: page["stored"][measure] for measure in wanted} == wanted
    assert {measure: page["rows"][measure]["entry"] for measure in wanted} == wanted
    program.ask("close")
    assert program.end() == 0
    assert stored(store, "m6") == (30_000, "")


def test_steps_before_the_store_is_open_add_up(start: Callable[..., Driven], store: Path) -> None:
    program = start(at_painted=[("m7", ["1", "+", "+"])])
    program.wait_for("store")

    assert program.ask("read")["stored"]["m7"] == ["3", ""]


@pytest.mark.parametrize("ending", SIGNALS)
def test_a_signal_before_the_store_is_open_waits_for_it_and_saves_what_was_typed(
    start: Callable[..., Driven], store: Path, ending: signal.Signals
) -> None:
    program = start(at_painted=[("m6", ["7"])])
    program.wait_for("usable")

    program.process.send_signal(ending)

    assert program.end() == 0
    assert stored(store, "m6") == (7_000, "")
