"""A day from an empty store to its score, a restart, the day after, and the day before put right."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.journeys.promising import finish
from tests.journeys.running import Answer, Driven
from tests.journeys.setting_up import set_up_card

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the driver speaks through POSIX pipes")

SATURDAY_MORNING = "2026-11-21T10:00:00+01:00"
SATURDAY_NIGHT = "2026-11-21T03:59:00+01:00"


def test_the_window_of_an_empty_store_offers_three_ways_to_begin(start: Callable[..., Driven], home: Path) -> None:
    program = start()
    program.wait_for("store")

    assert program.ask("read")["empty"]
    program.ask("click", words="Set up my card")
    assert program.ask("dialog")["title"] == "Set up my card"


def test_a_day_is_chosen_scored_and_finished_and_is_there_again_after_a_restart(
    start: Callable[..., Driven], home: Path
) -> None:
    program = start()
    program.wait_for("store")
    set_up_card(program, "Customer service")
    page = program.ask("read")
    names = {measure: row["name"] for measure, row in page["rows"].items()}
    assert 1 <= len(names) <= 9

    first, skipped, *_, blank = list(names)
    program.ask("enter", measure=first, keys=[])
    page = score_all_but(program, page, {skipped: ["s"], blank: ["Down"]})
    page = take_note(program, first, "Neal called back himself.")
    assert page["stored"][skipped] == ["skipped", ""]
    assert page["stored"][first][1] == "Neal called back himself."

    finishing = program.ask("run", command="finish")
    assert finishing["title"] == "Finish the day"
    assert names[blank] in finishing["words"]
    assert names[first] not in finishing["words"]
    finish(program)

    done = program.ask("read")
    assert done["finished"]
    assert "finished" in done["subtitle"]
    assert "Score of the day: " in done["score"]
    assert ", –" not in done["score"], "the grade is shown beside the score"
    program.ask("close")
    assert program.end() == 0

    again = start()
    again.wait_for("store")
    assert seen(again.ask("read")) == seen(done)


def test_nine_measures_take_at_most_two_keys_each(start: Callable[..., Driven], home: Path) -> None:
    program = start()
    program.wait_for("store")
    set_up_card(program, "Management")
    set_up_card(program, "Sales")
    measures = list(program.ask("read")["rows"])
    assert len(measures) == 9
    program.ask("enter", measure=measures[0], keys=[])

    for _ in measures:
        program.keys(" ", "Return")

    page = program.ask("read")
    assert all(mark for mark, _ in page["stored"].values())
    assert page["left"] == "Everything is scored."


def test_the_day_before_is_finished_the_day_after(start: Callable[..., Driven], store: Path) -> None:
    program = start(clock=SATURDAY_MORNING)
    program.wait_for("store")
    assert program.ask("read")["title"] == "Saturday, 21 November"

    friday = program.ask("go", day="2026-11-20")
    assert friday["rows"]["m6"]["entered"], "the first measure that waits has the keyboard"
    program.keys("9", "0", "Return", "2")
    before = program.ask("read")
    program.ask("run", command="finish")  # a promise that was due on it is still open, and may stay so
    finish(program)

    friday = program.ask("read")
    assert friday["finished"]
    assert friday["stored"]["m6"] == ["90", ""]
    assert friday["stored"]["m7"] == ["2", ""]
    assert before["left"] == "Everything is scored."
    assert program.ask("go", day="2026-11-21")["rows"] != friday["rows"]


def test_at_night_it_is_still_the_day_before(start: Callable[..., Driven], store: Path) -> None:
    program = start(clock=SATURDAY_NIGHT)
    program.wait_for("store")

    assert program.ask("read")["title"] == "Friday, 20 November"


def test_what_is_typed_as_the_day_ends_belongs_to_the_day_that_is_shown(
    start: Callable[..., Driven], store: Path
) -> None:
    program = start(clock=SATURDAY_NIGHT)
    program.wait_for("store")
    program.ask("enter", measure="m6", keys=["3"])

    page = program.ask("clock", moment="2026-11-21T04:00:00+01:00")
    assert page["notice"].startswith("A new day has begun: Saturday, 21 November")
    page = program.keys("0")

    assert page["day"] == "2026-11-20"
    assert page["stored"]["m6"] == ["30", ""]


def test_undo_goes_on_after_a_restart(start: Callable[..., Driven], store: Path) -> None:
    program = start()
    program.wait_for("store")
    program.ask("enter", measure="m6", keys=["6", "0", "Return"])
    program.ask("enter", measure="m1", keys=["9", "Return"])
    program.ask("close")
    assert program.end() == 0

    again = start()
    again.wait_for("store")
    page = again.ask("enter", measure="m5", keys=["Ctrl+Z"])
    assert page["stored"]["m1"] == ["4", ""]
    page = again.keys("Ctrl+Z")
    assert page["stored"]["m6"] == ["", ""]
    page = again.keys("Ctrl+Shift+Z")
    assert page["stored"]["m6"] == ["60", ""]
    assert page["rows"]["m6"]["entry"] == ["60", ""]


def test_undo_while_a_value_field_has_the_keyboard_goes_back_in_the_store(
    start: Callable[..., Driven], store: Path
) -> None:
    program = start()
    program.wait_for("store")
    program.ask("enter", measure="m6", keys=["6", "0"])

    page = program.ask("enter", measure="m1", keys=["9", "Ctrl+Z", "Ctrl+Z"])

    assert page["stored"]["m1"] == ["4", ""]
    assert page["stored"]["m6"] == ["", ""]


def test_the_window_opens_with_the_keyboard_on_the_first_measure_that_waits(
    start: Callable[..., Driven], store: Path
) -> None:
    program = start()
    program.wait_for("store")

    rows = program.ask("read")["rows"]

    assert [measure for measure, row in rows.items() if row["entered"]] == ["m6"]


def score_all_but(program: Driven, page: Answer, keys: Mapping[str, list[str]]) -> Answer:
    """One key scores a measure as it asks, another goes on to the next."""
    for measure in page["rows"]:
        program.keys(*keys.get(measure, [" ", "Return"]))
        if measure in keys and keys[measure] != ["Down"]:
            program.keys("Down")
    return program.ask("read")


def take_note(program: Driven, measure: str, words: str) -> Answer:
    program.ask("enter", measure=measure, keys=["m"])
    program.ask("text", text=words)
    return program.keys("Escape")


def seen(page: Answer) -> Answer:
    """What the day shows, wherever the keyboard is."""
    rows = {measure: {**row, "entered": False} for measure, row in page["rows"].items()}
    return {key: page[key] for key in ("title", "subtitle", "stored", "score", "left", "finished")} | {"rows": rows}
