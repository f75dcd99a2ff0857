"""Whatever happens to the program, promises are not lost, and what they say is in the store and nowhere else."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.harness.looking import look
from tests.journeys.promising import begin_finishing, go_to, go_to_cards, go_to_line, seen, settle, tab_to
from tests.journeys.running import Driven
from tests.journeys.test_privacy import CANARY, found_in, telling

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the driver speaks through POSIX pipes")

OVERDUE, DUE, ANOTHER = "Call the vendor about the licence", "Call back", "Realistic estimates for the CRM integration"
LINE = "Send the estimates to Cassandra tomorrow !commitment"
READ = "Commitment, Send the estimates, to Cassandra (new), due Sat 21 Nov"


def test_killed_in_the_middle_of_finishing_a_day_what_was_settled_is_settled(
    start: Callable[..., Driven], store: Path
) -> None:
    program = start()
    program.wait_for("dates")
    go_to_line(program)
    program.keys(*"Call back to Ana today !commitment", "Return")
    program.keys("Ctrl+1")
    begin_finishing(program)
    assert seen(program)["columns"] == [[OVERDUE, DUE, ANOTHER]]

    settle(program, OVERDUE, "b", "4")
    settle(program, DUE, "k")
    program.process.kill()
    assert program.end() < 0

    assert look(store).wrong is None
    again = start()
    again.wait_for("store")
    assert not again.ask("read")["finished"]
    said = {words: go_to(again, words).rpartition(", ")[2] for words in (DUE, ANOTHER)}
    assert said == {DUE: "kept", ANOTHER: "open"}
    begin_finishing(again)
    assert seen(again)["columns"] == [[ANOTHER]]
    again.keys("Escape", "Ctrl+Z", "Ctrl+Z")
    begin_finishing(again)
    assert seen(again)["columns"] == [[OVERDUE, DUE, ANOTHER]]


def test_a_line_typed_before_the_store_is_open_stays_and_is_read_when_it_is(
    start: Callable[..., Driven], home: Path
) -> None:
    program = start(at_usable=["Ctrl+2", *LINE, "Return"])
    program.wait_for("store")

    line = seen(program)["line"]
    assert (line["text"], line["entered"]) == (LINE, True)
    assert line["reading"].startswith(READ)
    program.keys("Return")
    assert seen(program)["columns"] == [["Send the estimates"], [], []]
    assert seen(program)["line"]["text"] == ""


def test_a_half_typed_line_survives_a_look_at_another_page(start: Callable[..., Driven], store: Path) -> None:
    program = start()
    program.wait_for("dates")
    go_to_line(program)
    program.keys(*"Write the minutes to Neal W\tby Mon")

    program.keys("Ctrl+1", "Ctrl+T", "Ctrl+3", "Ctrl+2")
    assert seen(program)["line"]["text"] == "Write the minutes to Neal Wallace by Mon"
    tab_to(program, "Quick add", "Shift+Tab")
    program.keys("End", *"day !commitment")

    assert seen(program)["line"]["reading"].startswith(
        "Commitment, Write the minutes, to Neal Wallace, due Mon 23 Nov,"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits a process from outside")
def test_a_full_disk_takes_no_word_from_a_line_and_puts_none_elsewhere(
    start: Callable[..., Driven], store: Path, home: Path
) -> None:
    program = start()
    program.wait_for("charts")
    write_everywhere(program)
    before = store.stat().st_size

    set_limit(program, before)
    typed = f"Fill the disk with {CANARY} {'x' * 400} to {CANARY.capitalize()} tomorrow"
    problem = ""
    while not problem:
        assert store.stat().st_size == before
        go_to_line(program)
        program.ask("text", text=typed)
        problem = program_says(program)
    crash = program.ask("crash")
    program.ask("click", words="Close")
    set_limit(program, None)
    assert seen(program)["line"]["text"] == typed
    assert program_says(program) == ""
    assert seen(program)["line"]["text"] == ""
    program.ask("close")
    assert program.end() == 0

    assert not telling(problem + " ".join(crash["words"]))
    assert "RuntimeError" in program.printed()
    assert not telling(program.printed())
    assert found_in(home) == {store, *(store.parent / "backups").iterdir()}


def write_everywhere(program: Driven) -> None:
    """The canary as words and person, as who was told and why it moved, and in the editor."""
    words = f"Feed the {CANARY}"
    go_to_line(program)
    program.ask("text", text=f"{words} to {CANARY.capitalize()} today !commitment")
    program.keys("Return")
    go_to_cards(program)
    settle(program, words, "r", *"tomorrow", "Alt+T", *CANARY, "Alt+N", *CANARY)
    settle(program, words, "e", "Alt+D", *CANARY, "Alt+Y", *CANARY)
    go_to(program, words)
    program.keys("h")
    assert telling(str(program.ask("dialog")["tables"]))
    program.keys("Escape")


def program_says(program: Driven) -> str:
    """Enter is pressed: what is wrong, if anything is."""
    program.keys("Return")
    return str(seen(program)["line"]["problem"])


def set_limit(program: Driven, size: int | None) -> None:
    """To what any file of the program may grow."""
    import resource

    most = resource.RLIM_INFINITY
    resource.prlimit(program.process.pid, resource.RLIMIT_FSIZE, (most if size is None else size, most))
