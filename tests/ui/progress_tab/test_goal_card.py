"""The card "Goals" of Progress: bars with words, keys, a table, and the way to the goal."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scorecard.charts.goals_picture import GoalTone
from scorecard.domain.goal_progress import Gain, GoalProgress, Left
from scorecard.domain.goals import Counted, Goal, Span, period_of
from scorecard.domain.measures import Kind, Measure, Terms
from scorecard.services.goal_pages import GoalsPage, no_goals
from scorecard.ui.progress_tab.chart_card import Face
from scorecard.ui.progress_tab.goal_card import GoalCard
from scorecard.ui.progress_tab.goal_reading import goal_colours, read_goals
from scorecard.ui.progress_tab.goal_table import headings, table_rows
from scorecard.ui.theme.palette import palette_of
from scorecard.ui.theme.tokens import DARK, LIGHT

TODAY = date(2026, 11, 20)
BRITISH = QLocale("en_GB")
MEASURE = Measure("m", "Calls", (Terms(date(2026, 1, 1), Kind.COUNT, target=Decimal(3)),))


def come(whole: int, goal_id: str = "g", target: int | None = 500, *, closed: bool = False) -> GoalProgress:
    wanted = None if target is None else Decimal(target)
    goal = Goal(goal_id, f"Goal {goal_id}", Counted.TOTAL, Span.QUARTER, date(2026, 10, 1), wanted, "calls", "Customer",
                closed=closed)  # fmt: skip
    return GoalProgress(goal, TODAY, (Gain(MEASURE, Fraction(whole), 0, 38, 38, 45),), 51, 92, Left(41))


def page(*goals: GoalProgress) -> GoalsPage:
    return GoalsPage(period_of(Span.QUARTER, TODAY), period_of(Span.YEAR, TODAY), TODAY, goals, any=True)


@pytest.fixture
def card(qtbot: QtBot) -> GoalCard:
    made = GoalCard()
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(1124, 300)
    return made


def test_who_has_no_goals_sees_no_card(card: GoalCard) -> None:
    card.show_goals(no_goals(TODAY), BRITISH)
    assert card.isHidden()


def test_without_an_open_goal_in_the_time_the_card_says_so(card: GoalCard) -> None:
    card.show_goals(page(come(3, closed=True)), BRITISH)
    assert not card.isHidden()
    assert card.face is Face.EMPTY


def test_a_bar_has_its_words_beside_its_colour() -> None:
    open_goal, reached, aimless = read_goals([come(312), come(512), come(3, target=None)], BRITISH).picture.panels

    assert (open_goal.right, open_goal.share, open_goal.tone) == ("62%", 0.624, GoalTone.OPEN)
    assert open_goal.words == "312 of 500 calls · 188 missing: 4.6 a working day · 38 of 45 known"
    assert open_goal.about == "Quarter 4 of 2026 · Customer · 55% of the quarter gone"
    assert (reached.right, reached.share, reached.tone) == ("✓ 102%", 1.0, GoalTone.REACHED)
    assert "reached" in reached.words
    assert (aimless.right, aimless.share) == ("", None)


def test_keys_go_from_goal_to_goal_and_enter_opens_one(card: GoalCard, qtbot: QtBot) -> None:
    card.show_goals(page(come(312, "a"), come(512, "b")), BRITISH)
    with qtbot.waitSignal(card.canvas.drawn, timeout=20_000):
        card.show()
    card.activateWindow()
    card.canvas.setFocus()
    qtbot.waitUntil(card.canvas.hasFocus)
    QTest.keyClick(card.canvas, Qt.Key.Key_Right)
    spoken = QAccessible.queryAccessibleInterface(card.canvas).text(QAccessible.Text.Description)
    assert spoken.startswith("Goal b: 512 of 500 calls · reached")

    with qtbot.waitSignal(card.goal_chosen) as chosen:
        QTest.keyClick(card.canvas, Qt.Key.Key_Return)
    assert chosen.args == ["b"]


def test_the_numbers_stand_in_a_table_that_can_be_copied(card: GoalCard) -> None:
    assert dict(zip(headings(), table_rows([come(312)], BRITISH)[0], strict=True)) == {
        "Goal": "Goal g",
        "Perspective": "Customer",
        "For": "Quarter 4 of 2026",
        "Come to": "312 calls",
        "Target": "500 calls",
        "Share": "62%",
        "Missing": "188 missing: 4.6 a working day",
        "Time gone": "55%",
        "Known": "38 of 45",
    }
    card.show_goals(page(come(312)), BRITISH)
    card.show()
    card.toggle.click()
    assert card.face is Face.TABLE
    card.table.copy_all()
    assert (
        QGuiApplication.clipboard().text().split("\n")[1].startswith("Goal g\tCustomer\tQuarter 4 of 2026\t312 calls")
    )


def test_colours_are_those_of_the_theme() -> None:
    assert goal_colours(DARK).reached == DARK.good
    assert goal_colours(LIGHT).over == LIGHT.poor
