"""The explanation of a score: its rows add up, to the digit that is shown."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from scorecard.domain.marks import SKIPPED, Entry, Scored
from scorecard.domain.measures import Direction, Kind, Measure, Terms
from scorecard.domain.scores import explain_day
from scorecard.domain.scores import explain_week as week_of
from scorecard.domain.weeks import Week
from scorecard.ui.scorecard_tab.explanation import explain_week, explanation_table, shown_points

DAY = date(2026, 11, 20)
FIRST = date(2026, 1, 1)


@given(st.lists(st.fractions(0, 100), max_size=12))
def test_shown_points_add_up_to_the_shown_sum(points: list[Fraction]) -> None:
    shown = shown_points(points)
    assert sum(shown, Fraction(0)) == Fraction(round(10 * sum(points, Fraction(0))), 10)
    assert all(abs(one - other) < Fraction(1, 10) for one, other in zip(shown, points, strict=True))


def measure(name: str, **more: object) -> Measure:
    terms = {"kind": Kind.COUNT, "target": Decimal(3)} | more
    return Measure(name, name, (Terms(FIRST, **terms),))  # type: ignore[arg-type]


CARD = [
    measure("scored"), measure("blank"), measure("skipped"), measure("not due", due=frozenset({0})),
    measure("weekly", weekly=True), measure("tally", direction=Direction.TALLY, target=None),
]  # fmt: skip
ENTRIES = {
    (DAY, "scored"): Entry("scored", DAY, Scored(Decimal(2))),
    (DAY, "skipped"): Entry("skipped", DAY, SKIPPED),
}


@pytest.mark.usefixtures("qapp")
def test_what_does_not_count_says_why(qtbot: QtBot) -> None:
    table = explanation_table(explain_day(CARD, ENTRIES, DAY), {m.id: m.name for m in CARD}, None)  # type: ignore[arg-type]
    qtbot.addWidget(table)
    said = {table.item(row, 0).text(): table.item(row, 4).text() for row in range(table.rowCount() - 1)}
    assert said == {
        "scored": "67 %", "blank": "not known", "skipped": "skipped", "not due": "not due",
        "weekly": "counts in the week", "tally": "only counted",
    }  # fmt: skip


def test_the_lines_of_a_week_say_of_which_day(qtbot: QtBot) -> None:
    week = Week.of(DAY)
    dialog = explain_week(week, week_of(CARD, ENTRIES, week, DAY), {m.id: m.name for m in CARD}, None)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    names = [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]
    assert "Fri · scored" in names
    assert "Week · weekly" in names
    assert names[-1] == "Score"
