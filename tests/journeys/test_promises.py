"""Promises in the whole program: a week of them by keyboard alone, and nothing lost on the way."""

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from scorecard.domain.due import Due
from scorecard.domain.promises import Level, Outcome
from scorecard.services.services import Services
from scorecard.ui.shortcuts import Keys
from tests.fake_clock import FixedClock
from tests.journeys.promising import (
    begin_finishing,
    finish,
    go_to,
    go_to_cards,
    go_to_line,
    seen,
    settle,
    tab_to,
    type_line,
)
from tests.journeys.running import Answer, Driven
from tests.journeys.setting_up import set_up_card
from tests.services.busy_week import MON, SUN, WEEK, Deed

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the driver speaks through POSIX pipes")

# As they are typed, in the order of WEEK; \t takes the name that is offered. What follows the line is a key.
LINES: tuple[tuple[str, ...], ...] = (
    ("Send the estimates to Cassandra tomorrow !commitment",),
    ("Answer the licence question to Cas\tby Wednesday", "Alt+1"),
    ("Hand over the figures to Neal in 2 days !c",),
    ("Bring the draft of the offer to Ne\tby Friday !commitment",),
    ("Return the signed contract to Priya by Thursday", "Alt+1"),
    ("Show the new report to Pri\tin 2 days !commitment",),
    ("Explain the invoice to Tom this week !commitment",),
    ("Pass on the old tickets to To\tthis week", "Alt+1"),
    ("Send the minutes to Ana tomorrow !commitment",),
    ("Lend the projector to An\tby Friday !commitment",),
    ("Read the plan back to Jonas tomorrow !comm",),
    ("Send the agenda to Jon\ttomorrow", "Alt+1"),
    ("Report the savings to Mei this month !commitment",),
    ("Send the slides to Me\tby tomorrow",),  # the level of the line before
    ("Collect names for the service @Cassandra on 18 Nov !effort",),
    ("Look for the old contracts @Neal tomorrow", "Alt+2"),
    ("Suggest a room to Lucia on Thursday !effort",),
    ("Tidy the shared folder @Lu\tby Friday", "Alt+2"),
    ("Recommend a book to Tom", "Alt+2"),
    ("Draft a reply to Ana by tomorrow !effort",),
    ("Offer a second date to Jo\ttomorrow !eff",),
    ("Propose a test plan to Mei this week", "Alt+2"),
    ("Give feedback to Priya tomorrow !effort",),
    ("Be open to Cassandra by 2026-11-20 !intention",),
    ("Be a good listener to Neal by 19 November", "Alt+3"),
    ("Be fair to Lucia this week !intention",),
    ("Listen more to Mei by Friday", "Alt+3"),
    ("Be patient to Jonas tomorrow !intention",),
    ("Deliver the forecast to Lucia tomorrow !commitment",),
    ("Bring the contract back to Ana by Saturday", "Alt+1"),
)
NEW_DATES = {4: "Monday", 5: "tomorrow", 6: "tomorrow", 8: "in 2 days", 11: "23 Nov", 20: "Saturday"}

# The deeds, by the number of their promise and their own, that are not done on the lanes.
ON_THE_DAY = {(1, 0), (5, 1), (14, 0), (14, 1), (27, 0)}
AT_THE_END = {(9, 0), (14, 2), (17, 0), (24, 0), (25, 0)}

# Counted by hand on the Monday after. The reasons stand behind each promise in WEEK.
#   Commitments     in time 1 2 7 14 · late 3 5 29 · broken 9 · overdue 6 12 · a date missed 8 11     4 of 12
#   Best efforts    done 15 16 19 20 23 · not done 17 22 · overdue, which counts neither way: 21       5 of 7
#   Good intentions striven for 24 25 30 · not striven for 26 · nobody said: 27                        3 of 4
#   Not counted     open, not due yet 4 13 · released 10 18 28
FIGURES = {
    "Commitment": "33%  4 of 12",
    "Best effort": "71%  5 of 7",
    "Good intention": "too few to say  3 of 4",
}
BECAME = {
    "On time": [1, 2, 7, 14],
    "Late": [3, 5, 29],
    "Broken": [9],
    "Overdue: broken so far": [6, 12],
    "A date was missed": [8, 11],
}
# 30 without 4 13 10 18 28; kept in time 1 2 7 14 15 19 20 24 27, and late 3 5 29 16 23.
KEPT = "You kept 14 of 25 promises in the last 90 days, 9 of them on time"
# Commitments kept and missed, best efforts, good intentions; the overdue effort counts neither way.
COUNTED_WEEK = ["4", "8", "5", "2", "3", "1"]
OPEN = [[12, 6, 4, 8, 13], [21], []]


@pytest.mark.timeout(170)
def test_a_week_of_a_busy_person_is_entered_settled_and_read_by_keyboard_alone(
    start: Callable[..., Driven], home: Path
) -> None:
    program = start(clock=morning(MON))
    program.wait_for("charts")
    program.ask("resize", width=1180, height=860)
    set_up_card(program)

    for day in range(SUN + 1):
        program.ask("clock", moment=morning(day))
        live_through(program, day)
    program.ask("clock", moment=morning(7))
    read = everything_read(program)
    program.keys("Ctrl+Q")
    assert program.end() == 0

    assert read["figures"] == FIGURES
    assert read["subtitle"] == KEPT
    assert sorted((row[0], row[3]) for row in read["explained"][:-1]) == sorted(
        (words_of(number), became) for became, numbers in BECAME.items() for number in numbers
    )
    assert read["explained"][-1] == ["All", "", "", "33%", "4 of 12"]
    assert read["columns"] == [[words_of(number) for number in lane] for lane in OPEN]
    assert [row[1:] for row in read["weeks"][:3]] == [["0"] * 6, COUNTED_WEEK, ["0"] * 6]
    assert stored(home) == [(words_of(n + 1), said.level, said.due, said.to_whom) for n, said in enumerate(WEEK)]
    again = start(clock=morning(7))
    again.wait_for("charts")
    again.ask("resize", width=1180, height=860)
    assert everything_read(again) == read


def live_through(program: Driven, day: int) -> None:
    go_to_line(program)
    for number, said in enumerate(WEEK, 1):
        if said.made == day:
            promise(program, number)
    elsewhere = ON_THE_DAY | AT_THE_END
    for number, place, deed in deeds_of(day):
        if (number, place) not in elsewhere:
            go_to_cards(program)
            do(program, number, deed)
    program.keys("Ctrl+1", "Ctrl+T")
    for number, place, deed in deeds_of(day):
        if (number, place) in ON_THE_DAY:
            do(program, number, deed)
    at_the_end = [(number, deed) for number, place, deed in deeds_of(day) if (number, place) in AT_THE_END]
    if at_the_end:
        begin_finishing(program)
        for number, deed in at_the_end:
            do(program, number, deed)
        finish(program)


def deeds_of(day: int) -> Iterator[tuple[int, int, Deed]]:
    for number, said in enumerate(WEEK, 1):
        yield from ((number, place, deed) for place, deed in enumerate(said.deeds) if deed.day == day)


def promise(program: Driven, number: int) -> None:
    line, *keys = LINES[number - 1]
    reading = type_line(program, [*line, *keys])
    said = WEEK[number - 1]
    level = said.level.value.replace("_", " ").capitalize()
    assert reading.startswith(f"{level}, {words_of(number)}, to {said.to_whom}"), reading
    assert ("due " in reading) == (said.due is not None), reading
    program.keys("Return")
    assert seen(program)["line"]["text"] == ""


def do(program: Driven, number: int, deed: Deed) -> None:
    """The key that somebody presses who sees the card."""
    words = words_of(number)
    match deed.what:
        case Outcome.KEPT | Outcome.LATE:
            late = deed.what is Outcome.LATE or "verdue" in go_to(program, words)
            settle(program, words, "l" if late else "k", *answers(deed))
        case Outcome.BROKEN:
            settle(program, words, "b", *answers(deed))
        case Outcome.RELEASED:
            settle(program, words, "x")
        case Due():
            settle(program, words, "r", *NEW_DATES[number])
        case Level.GOOD_INTENTION:
            settle(program, words, "3")
        case _:
            settle(program, words, "o")


def answers(deed: Deed) -> Sequence[str]:
    if deed.effort is not None:
        return str(deed.effort)
    return {None: "", True: "y", False: "n"}[deed.strove]


def everything_read(program: Driven) -> Answer:
    """The lanes with their figures, what stands behind the first of them, and the table of Progress."""
    program.keys("Ctrl+2")
    lanes = seen(program)
    tab_to(program, "Kept on time, ", "Shift+Tab")
    program.keys(" ")
    (explained,) = program.ask("dialog")["tables"]
    program.keys("Escape")
    program.keys(Keys.PROGRESS_TAB.value)
    tab_to(program, "Show as table, Promises by week", "Tab")
    program.keys(" ")
    (weeks,) = seen(program)["weeks"]
    shown = {name: lanes[name] for name in ("figures", "subtitle", "columns")}
    return {"weeks": weeks, "explained": explained, **shown}


def stored(home: Path) -> list[tuple[str, Level, Due | None, str]]:
    services = Services(home / "data" / "scorecard.db", FixedClock())
    book = services.promises.book()
    services.close()
    found = {p.words: (p.words, p.level, p.due, book.people.name(p.person_id)) for p in book.promises.values()}
    return [found[words_of(number)] for number in range(1, len(found) + 1)]


def words_of(number: int) -> str:
    return LINES[number - 1][0].split(" to ")[0].split(" @")[0]


def morning(day: int) -> str:
    return f"{date(2026, 11, 16) + timedelta(days=day)}T09:00:00+01:00"
