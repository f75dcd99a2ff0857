"""Somebody who promises and settles by keyboard alone: looks at what the window shows and presses the next key."""

from collections.abc import Sequence

from tests.journeys.running import Answer, Driven

_FINISHING = "Finish the day"
_STEPS = 60  # no card here is further away


def seen(program: Driven) -> Answer:
    return program.ask("promises")


def go_to_line(program: Driven) -> None:
    """On the Commitments tab, with the keyboard in its empty quick line."""
    program.keys("Ctrl+2")
    if not seen(program)["line"]["entered"]:
        program.keys("n")
    assert seen(program)["line"]["text"] == ""


def type_line(program: Driven, keys: Sequence[str]) -> str:
    """How the line is understood, before Enter."""
    program.keys(*keys)
    return str(seen(program)["line"]["reading"])


def go_to_cards(program: Driven) -> None:
    program.keys("Ctrl+2")
    if seen(program)["line"]["entered"]:
        program.keys("Down")


def tab_to(program: Driven, name: str, key: str) -> None:
    """By `key`, which is Tab or Shift+Tab, to what has that name."""
    for _ in range(_STEPS):
        if str(seen(program)["focus"]).startswith(name):
            return
        program.keys(key)
    raise AssertionError(f"“{name}” is not reached")


def go_to(program: Driven, words: str) -> str:
    """Tabs to the promises that are shown and goes through them by arrows; what is said of the wanted one."""
    for _ in range(_STEPS):
        shown = seen(program)
        key = _towards(words, shown)
        if not key:
            return str(shown["said"])
        program.keys(key)
    raise AssertionError(f"“{words}” is not reached: {shown}")


def settle(program: Driven, words: str, key: str, *answers: str) -> None:
    """One key, and what its dialog asks, if there is one."""
    go_to(program, words)
    program.keys(key)
    if program.ask("dialog")["title"] not in ("", _FINISHING):
        program.keys(*answers, "Return")
    shown = program.ask("dialog")
    assert shown["title"] in ("", _FINISHING), shown["words"]


def begin_finishing(program: Driven) -> None:
    """On the Scorecard tab: to the step of finishing the day that shows its promises; the blanks come before."""
    program.keys("Ctrl+Return")
    while not seen(program)["columns"]:
        _go_on(program)


def finish(program: Driven) -> None:
    """From any step of finishing the day, through those that are left, and home."""
    while program.ask("dialog")["title"] == _FINISHING:
        _go_on(program)
    assert program.ask("read")["finished"]


def _go_on(program: Driven) -> None:
    assert program.ask("dialog")["title"] == _FINISHING
    program.keys("Ctrl+Return")


def _towards(words: str, shown: Answer) -> str:
    """The next key on the way; empty when it is there."""
    places = [(n, column.index(words)) for n, column in enumerate(shown["columns"]) if words in column]
    assert places, f"“{words}” is not shown: {shown['columns']}"
    if shown["at"] is None:
        return "Tab"
    (column, row), (column_now, row_now) = places[0], shown["at"]
    if column != column_now:
        return "Right" if column > column_now else "Left"
    return "" if row == row_now else "Down" if row > row_now else "Up"
