"""The Goals window: what it shows, and every step of it by keyboard, each taken back by Ctrl+Z."""

from collections import Counter
from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from scorecard.domain.goals import Counted, Span
from scorecard.services.services import Services
from scorecard.ui.goal_dialogs.explanation import GoalExplanation, rows, shown_parts
from scorecard.ui.goal_dialogs.goal_lines import LineKind, Step, goal_lines
from tests.ui.conftest import TODAY, Choose
from tests.ui.goal_dialogs.conftest import ALT, CTRL, Sitting, draft

BRITISH = QLocale("en_GB")
Open = Callable[[], Sitting]


def test_without_goals_an_example_says_what_one_is(sit_at_goals: Open) -> None:
    sitting = sit_at_goals()

    assert sitting.dialog.none_yet.isVisible()
    assert "500 thank-yous this quarter" in sitting.dialog.none_yet.sentence.text()
    assert not sitting.dialog.list.isVisible()
    assert sitting.dialog.steps.add.hasFocus()
    assert not sitting.dialog.steps.buttons[Step.EDIT].isEnabled()


def test_goals_stand_under_their_quarter_and_year_by_perspective(
    services: Services, calls: str, sit_at_goals: Open
) -> None:
    services.goals.add(draft("Ours", calls, perspective="Our own"))
    services.goals.add(draft("Of customers", calls, perspective="Customer"))
    services.goals.add(draft("Of the year", calls, span=Span.YEAR))
    services.goals.close(services.goals.add(draft("Done", calls, span=Span.YEAR)))

    assert sit_at_goals().names() == [
        "Quarter 4 of 2026", "Customer", "Of customers", "Our own", "Ours", "2026", "Of the year", "Closed", "Done",
    ]  # fmt: skip


def test_a_goal_says_how_far_it_has_come_and_follows_the_entries(
    services: Services, calls: str, sit_at_goals: Open
) -> None:
    services.goals.add(draft("Calls made", calls, target=10))
    sitting = sit_at_goals()
    (line,) = (line for line in sitting.dialog.list.lines() if line.kind is LineKind.GOAL)
    assert line.words.startswith("nothing known yet")

    services.scoring.score(calls, TODAY, Decimal(4))
    (line,) = (line for line in sitting.dialog.list.lines() if line.kind is LineKind.GOAL)
    assert line.words.startswith("4 of 10 · 6 missing: 0.2 a working day · 1 of ")
    assert (line.right, line.share) == ("40%", 0.4)
    assert "55% of the quarter gone" in line.spoken


def test_every_step_has_a_key_and_is_taken_back(services: Services, calls: str, sit_at_goals: Open) -> None:
    ids = [services.goals.add(draft(name, calls)) for name in ("One", "Two")]
    sitting = sit_at_goals()
    assert sitting.dialog.list.hasFocus()
    assert sitting.dialog.list.key == ids[0]
    before = sitting.goals()

    for key, modifier in (
        (Qt.Key.Key_Down, ALT),
        (Qt.Key.Key_D, CTRL),
        (Qt.Key.Key_X, CTRL | Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
    ):
        sitting.press(key, modifier=modifier)
        assert sitting.goals() != before
        sitting.press(Qt.Key.Key_Z, modifier=CTRL)
        assert sitting.goals() == before
    sitting.press(Qt.Key.Key_Z, modifier=CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert len(sitting.goals()) == 1


def test_a_step_that_is_not_possible_says_why(services: Services, calls: str, sit_at_goals: Open) -> None:
    services.goals.add(draft("One", calls))
    sitting = sit_at_goals()
    sitting.press(Qt.Key.Key_Up, modifier=ALT)

    assert sitting.dialog.notice.sentence.text() == "It is the first one here already."


def test_what_was_removed_comes_back_by_the_notice(services: Services, calls: str, sit_at_goals: Open) -> None:
    services.goals.add(draft("One", calls))
    sitting = sit_at_goals()
    sitting.press(Qt.Key.Key_Delete)
    assert "Measures and entries stay" in sitting.dialog.notice.sentence.text()

    sitting.dialog.notice.action_buttons[0].click()
    assert len(sitting.goals()) == 1


def test_a_closed_goal_is_reopened_by_the_same_button(services: Services, calls: str, sit_at_goals: Open) -> None:
    services.goals.add(draft("One", calls))
    sitting = sit_at_goals()
    button = sitting.dialog.steps.buttons[Step.CLOSE]
    button.click()
    assert sitting.goals()[0].closed
    assert button.shown_words == "Reopen it"
    button.click()
    assert not sitting.goals()[0].closed


def test_quarters_are_gone_through_by_keys_and_their_goals_brought_along(
    services: Services, calls: str, sit_at_goals: Open
) -> None:
    services.goals.add(draft("One", calls))
    sitting = sit_at_goals()
    sitting.press(Qt.Key.Key_PageDown, modifier=CTRL)
    assert sitting.dialog.periods.name.text() == "Quarter 1 of 2027, and the year 2027"
    assert sitting.dialog.none_here.isVisible()

    sitting.dialog.none_here.copy.click()
    assert [goal.first_day.year for goal in sitting.goals()] == [2026, 2027]
    assert sitting.names()[:2] == ["Quarter 1 of 2027", "One"]
    sitting.dialog.periods.home.click()
    assert sitting.names()[0] == "Quarter 4 of 2026"
    assert not sitting.dialog.periods.home.isVisible()


def test_the_explanation_adds_up(services: Services, choose: Choose, sit_at_goals: Open) -> None:
    ids = [choose(name) for name in ("One", "Two", "Three")]
    for measure, value in zip(ids, (1, 2, 3), strict=True):
        services.scoring.score(measure, TODAY, Decimal(value))
    services.goals.add(draft("Mean", *ids, counted=Counted.SCORE, target=90))
    sitting = sit_at_goals()
    progress = sitting.dialog.chosen
    assert progress is not None
    table = rows(progress, BRITISH)

    assert [line[1] for line in table] == ["11.1", "22.2", "33.3", "66.6"]
    assert sum(shown_parts(progress)) == Decimal("66.6")
    sitting.press(Qt.Key.Key_E, modifier=CTRL)
    assert sitting.front(GoalExplanation).isVisible()


def test_what_can_not_be_added_is_said_in_the_explanation(
    services: Services, choose: Choose, sit_at_goals: Open, qtbot: object
) -> None:
    from scorecard.domain.measures import Kind

    mood = choose("Mood", Kind.RATING, 4)
    services.scoring.score(mood, TODAY, Decimal(4))
    services.goals.add(draft("Sum", mood))
    sitting = sit_at_goals()
    assert sitting.dialog.list.lines()[-1].name == "No goals for this time."
    sitting.press(Qt.Key.Key_E, modifier=CTRL)

    words = [label.text() for label in sitting.front(GoalExplanation).findChildren(QLabel)]
    assert any("left out: ratings can't be added up." in text for text in words)


def test_a_goal_is_opened_in_its_own_quarter(services: Services, calls: str, sit_at_goals: Open) -> None:
    services.goals.add(draft("Here", calls))
    (copy,) = services.goals.copy_on([services.goals.all()[0].id])
    sitting = sit_at_goals()
    sitting.dialog.go_to(copy.id)

    assert sitting.dialog.list.key == copy.id
    assert sitting.names()[0] == "Quarter 1 of 2027"


@pytest.mark.parametrize("goals", [0, 2])
def test_no_letter_leads_to_two_places(services: Services, calls: str, sit_at_goals: Open, goals: int) -> None:
    for n in range(goals):
        services.goals.add(draft(str(n), calls))
    dialog = sit_at_goals().dialog
    labels = [label.text() for label in dialog.findChildren(QLabel) if label.buddy() is not None]
    buttons = [button.text() for button in dialog.findChildren(QAbstractButton) if button.isVisible()]
    letters = Counter(text[text.index("&") + 1].casefold() for text in (*labels, *buttons) if "&" in text)
    assert [letter for letter, count in letters.items() if count > 1] == []


def test_what_is_shown_is_made_without_a_window(services: Services, calls: str) -> None:
    services.goals.add(draft("One", calls, target=None))
    lines = goal_lines(services.goals.page(), BRITISH)

    assert [line.kind for line in lines] == [LineKind.PERIOD, LineKind.GOAL, LineKind.PERIOD, LineKind.REMARK]
    assert lines[1].share is None
