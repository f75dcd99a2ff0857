"""The line "Goal" of an editor: a menu of the open goals, each with a tick."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scorecard.domain.goals import Counted, Goal, Part, PartKind, Span
from scorecard.services.goal_pages import GoalDraft
from scorecard.services.services import Services
from scorecard.ui.card_dialogs.measure_editor import MeasureDialog
from scorecard.ui.card_editor.group_dialog import GroupDialog
from scorecard.ui.desk import Desk
from scorecard.ui.goals.goal_choice import GoalChoice
from tests.ui.conftest import TODAY, Choose

GOALS = (
    Goal("a", "Thank-yous", Counted.TOTAL, Span.QUARTER, date(2026, 10, 1), Decimal(5)),
    Goal("b", "R&D " + "long " * 30, Counted.TOTAL, Span.YEAR, date(2026, 1, 1)),
)


@pytest.fixture
def choice(qtbot: QtBot) -> GoalChoice:
    made = GoalChoice(GOALS)
    qtbot.addWidget(made)
    made.show()
    return made


def test_goals_are_ticked_in_the_menu(choice: GoalChoice, qtbot: QtBot) -> None:
    assert choice.shown_words == "none"
    with qtbot.waitSignal(choice.edited):
        choice.choices.actions()[0].trigger()
    assert choice.chosen == {"a"}
    assert choice.shown_words == "Thank-yous · Quarter 4 of 2026"
    choice.choices.actions()[1].trigger()
    assert choice.chosen == {"a", "b"}
    assert "2 goal" in choice.shown_words
    choice.choices.actions()[0].trigger()
    assert choice.chosen == {"b"}
    assert choice.shown_words.startswith("R&D long")
    assert choice.shown_words.endswith("…")


def test_down_opens_the_menu(choice: GoalChoice, qtbot: QtBot) -> None:
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert choice.choices.isVisible()
    choice.choices.hide()


def test_showing_a_choice_tells_nobody_and_knows_only_what_is_offered(choice: GoalChoice, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choice.edited):
        choice.set_chosen({"b", "gone"})
    assert choice.chosen == {"b"}
    assert choice.choices.actions()[1].isChecked()


def test_without_goals_it_says_where_they_are_made(qtbot: QtBot) -> None:
    empty = GoalChoice(())
    qtbot.addWidget(empty)
    assert (empty.shown_words, empty.isEnabled()) == ("no goals yet", False)
    assert "Card, Goals" in empty.toolTip()


def test_the_editor_of_a_measure_has_a_line_of_goals(services: Services, choose: Choose, qtbot: QtBot) -> None:
    calls = choose("Calls")
    goal_id = services.goals.add(GoalDraft("Thank-yous", Counted.TOTAL, Span.QUARTER, TODAY))
    desk = Desk()
    desk.attach(services)
    dialog = MeasureDialog(desk, None, calls, TODAY)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    desk.setParent(dialog)
    dialog.show()
    assert dialog.goals.isVisible()
    assert not dialog.changed
    dialog.goals.choices.actions()[0].trigger()
    dialog.save()

    assert services.goals.of_part(Part(PartKind.MEASURE, calls)) == {goal_id}


def test_the_name_of_a_group_stands_above_its_goals(services: Services, choose: Choose, qtbot: QtBot) -> None:
    choose("Calls", group="Customers")
    goal_id = services.goals.add(GoalDraft("Thank-yous", Counted.TOTAL, Span.QUARTER, TODAY))
    (group,) = services.scoring.card().groups
    desk = Desk()
    desk.attach(services)
    dialog = GroupDialog(desk, None, group)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    desk.setParent(dialog)
    dialog.show()
    dialog.goals.choices.actions()[0].trigger()
    dialog.accept()

    assert services.goals.of_part(Part(PartKind.GROUP, group.id)) == {goal_id}
