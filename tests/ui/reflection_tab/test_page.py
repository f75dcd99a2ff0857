"""The page of a day: what was written before, the question of the day, how it felt, what comes back."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from scorecard.domain.measures import Kind
from scorecard.domain.reflections import MOVED, QUESTION, TOMORROW, Adjustment
from scorecard.services.services import Services
from scorecard.ui.reflection_tab.states import felt_choice_of, felt_choices
from tests.ui.conftest import TODAY, Choose
from tests.ui.reflection_tab.conftest import YESTERDAY, Writer

Open = Callable[..., Writer]


def adjustment(services: Services, day: date = YESTERDAY) -> Adjustment:
    return next(one for one in services.reflecting.adjustments() if one.day == day)


def test_the_head_says_the_day_its_score_and_that_it_is_short(
    open_tab: Open, choose: Choose, services: Services
) -> None:
    services.scoring.score(choose("Calls", Kind.COUNT, target=4), TODAY, Decimal(3))
    writer = open_tab()
    assert writer.tab.header.title.text() == "Friday, 20 November"
    assert writer.tab.header.subtitle.text() == "75 · C · a few minutes, then go home"


def test_the_head_follows_the_score(open_tab: Open, choose: Choose, services: Services) -> None:
    calls = choose("Calls", Kind.COUNT, target=4)
    writer = open_tab()
    assert writer.tab.header.subtitle.text() == "Not scored yet · a few minutes, then go home"
    services.scoring.score(calls, TODAY, Decimal(4))
    services.scoring.fill_and_finish(TODAY, {})
    assert writer.tab.header.subtitle.text() == "100 · A+ · finished"


def test_what_was_written_yesterday_greets_and_is_asked_about(open_tab: Open, services: Services) -> None:
    services.reflecting.write(YESTERDAY, TOMORROW, "Ask Neal first.")
    writer = open_tab()
    block = writer.tab.blocks[0]
    assert block.words.text() == "Yesterday you wrote: “Ask Neal first.”"
    assert block.tried.isVisible()
    assert not block.helped.isVisible()


def test_tried_and_helped_are_answered_by_a_key_each(open_tab: Open, services: Services) -> None:
    services.reflecting.write(YESTERDAY, TOMORROW, "Ask Neal first.")
    writer = open_tab()
    block = writer.tab.blocks[0]
    block.tried.setFocus(Qt.FocusReason.TabFocusReason)
    writer.type("y")
    assert adjustment(services).tried is True
    writer.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is block.helped
    writer.type("n")
    assert adjustment(services).helped is False
    writer.type("c")
    assert adjustment(services).helped is None
    assert block.helped.chosen_key == "unsure"
    block.tried.setFocus(Qt.FocusReason.TabFocusReason)
    writer.type("n")
    assert adjustment(services).tried is False
    assert not block.helped.isVisible()


def test_an_answer_can_be_tied_to_two_measures(open_tab: Open, services: Services, choose: Choose) -> None:
    ids = [choose("Calls"), choose("Thanks")]
    services.reflecting.write(YESTERDAY, TOMORROW, "Ask Neal first.")
    writer = open_tab()
    block = writer.tab.blocks[0]
    block.tried.cells[0].click()
    for tie, place in zip(block.ties, (1, 2), strict=True):
        assert tie.isVisible()
        tie.setCurrentIndex(place)
        tie.activated.emit(place)
    assert adjustment(services).measures == tuple(ids)


def test_an_undone_answer_is_asked_again(open_tab: Open, services: Services) -> None:
    services.reflecting.write(YESTERDAY, TOMORROW, "Ask Neal first.")
    writer = open_tab()
    block = writer.tab.blocks[0]
    block.tried.cells[0].click()
    services.undoing.undo()
    assert block.isVisible()
    assert block.tried.chosen_index is None


def test_an_answered_one_is_only_read_when_the_day_is_opened_again(open_tab: Open, services: Services) -> None:
    services.reflecting.write(YESTERDAY, TOMORROW, "Ask Neal first.")
    services.reflecting.answer_adjustment(YESTERDAY, tried=True, helped=True)
    writer = open_tab()
    assert writer.tab.blocks[0].words.isVisible()
    assert not writer.tab.blocks[0].tried.isVisible()


def test_another_question_can_be_taken_until_it_is_answered(open_tab: Open, services: Services) -> None:
    writer = open_tab()
    place = writer.tab.place_of(QUESTION)
    assert place is not None
    assert place.another is not None
    first = place.heading.text()
    assert first.startswith("Today's question: ")
    QTest.mouseClick(place.another, Qt.MouseButton.LeftButton)
    assert place.heading.text() != first
    place.area.setFocus(Qt.FocusReason.TabFocusReason)
    writer.type("A")
    assert not place.another.isEnabled()
    writer.tab.flush()
    writer.press(Qt.Key.Key_Backspace)
    writer.tab.flush()
    assert place.another.isEnabled()


def test_how_it_felt_is_a_letter_and_backspace_takes_it_back(open_tab: Open, services: Services) -> None:
    writer = open_tab()
    choice = writer.tab.felt.choice
    assert choice is not None
    assert [cell.text() for cell in choice.cells] == ["A", "B", "C", "D", "F"]
    choice.setFocus(Qt.FocusReason.TabFocusReason)
    writer.type("b")
    assert services.reflecting.page(TODAY).felt == "B"
    writer.press(Qt.Key.Key_Backspace)
    assert services.reflecting.page(TODAY).felt is None
    assert choice.chosen_index is None


@pytest.mark.parametrize(
    ("grades", "choices"),
    [
        (("A+", "A", "A−", "B", "F"), (("A", "A"), ("B", "B"), ("F", "F"))),
        (("B+", "B−", "F"), (("B", "B−"), ("F", "F"))),
        (("great", "fine", "F"), (("great", "great"), ("fine", "fine"), ("F", "F"))),
    ],
)
def test_grades_are_offered_by_their_letter(grades: tuple[str, ...], choices: tuple[tuple[str, str], ...]) -> None:
    assert felt_choices(grades) == choices


def test_a_felt_grade_with_a_sign_shows_as_its_letter() -> None:
    assert felt_choice_of("B+", (("A", "A"), ("B", "B"))) == "B"
    assert felt_choice_of(None, (("A", "A"),)) is None


def test_what_was_written_a_week_ago_comes_back_and_leads_there(open_tab: Open, services: Services) -> None:
    week_ago = TODAY - timedelta(days=7)
    services.reflecting.write(week_ago, MOVED, "Cassandra **opened** the review.")
    writer = open_tab()
    line = writer.tab.memories.lines[0]
    assert line.button.text() == "A week ago · Fri 13 Nov"
    assert line.excerpt.text() == "Cassandra opened the review."
    line.button.setFocus(Qt.FocusReason.TabFocusReason)
    writer.press(Qt.Key.Key_Return)
    assert writer.tab.day == week_ago


def test_a_day_without_memories_says_that_they_will_come(open_tab: Open) -> None:
    memories = open_tab().tab.memories
    assert memories.lines == []
    assert memories.nothing.isVisible()


def test_a_found_place_is_opened_with_the_keyboard_in_it(open_tab: Open, services: Services) -> None:
    services.reflecting.write(YESTERDAY, TOMORROW, "Ask Neal first.")
    writer = open_tab()
    writer.tab.open_place(YESTERDAY, TOMORROW)
    assert QApplication.focusWidget() is writer.area(TOMORROW)
    assert writer.area(TOMORROW).text == "Ask Neal first."
