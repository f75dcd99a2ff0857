"""Writing while a day is finished: saved as it is typed and on every way out, and found again."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.domain.reflections import ADJUST, MOVED, QUESTION, TOMORROW
from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.reflection_tab.tab import ReflectionTab
from tests.ui.conftest import TODAY, Choose, Person
from tests.ui.finishing.conftest import ALT, Begin, Evening

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
YESTERDAY = TODAY - timedelta(days=1)
Write = Callable[[], Evening]


@pytest.fixture
def evening(choose: Choose, sit_down: Callable[[], Person], begin: Begin) -> Write:
    """With a measure that is scored: nothing but the prompts is asked."""

    def open_step() -> Evening:
        choose("Calls")
        person = sit_down()
        person.type("3")
        return begin(person)

    return open_step


def test_the_keyboard_begins_in_the_first_empty_place(evening: Write, services: Services) -> None:
    services.reflecting.write(TODAY, MOVED, "Much")
    found = evening()
    assert found.area(MOVED).text == "Much"
    assert found.has_keyboard(found.area(ADJUST))


def test_what_is_typed_is_stored_a_moment_later(evening: Write) -> None:
    found = evening()
    found.type("Ana closed")
    assert found.stored(MOVED) == ""
    found.qtbot.waitUntil(lambda: found.stored(MOVED) == "Ana closed")


def test_enter_is_a_new_line_and_ctrl_enter_goes_on(evening: Write) -> None:
    found = evening()
    found.type("One")
    found.press(Key.Key_Return)
    found.type("two")
    found.go_on()
    assert found.stored(MOVED) == "One\ntwo"
    assert found.finished


@pytest.mark.parametrize("way", ["next", "not yet", "close", "flush", "hide"])
def test_every_way_out_saves(evening: Write, way: str) -> None:
    found = evening()
    found.type("half a sen")
    match way:
        case "next":
            found.go_on()
        case "not yet":
            found.press(Key.Key_Escape)
        case "close":
            found.dialog.close()
        case "flush":
            assert found.dialog.flush()
        case _:
            found.dialog.hide()
    assert found.stored(MOVED) == "half a sen"
    assert found.finished is (way == "next")


def test_going_back_saves(choose: Choose, sit_down: Callable[[], Person], begin: Begin, services: Services) -> None:
    choose("Calls")
    found = begin(sit_down())
    found.go_on()
    found.type("half a sen")
    found.press(Key.Key_Left, ALT)
    assert found.stored(MOVED) == "half a sen"
    found.go_on()
    assert found.area(MOVED).text == "half a sen"
    assert found.has_keyboard(found.area(ADJUST))


def test_the_reflection_page_behind_shows_the_same(evening: Write, services: Services) -> None:
    desk = Desk()
    desk.attach(services)
    page = ReflectionTab(desk)
    desk.setParent(page)
    page.show()
    found = evening()
    found.type("The same")
    found.go_on()
    place = page.place_of(MOVED)
    assert place is not None
    assert place.area.text == "The same"
    page.close()
    page.deleteLater()


def test_what_was_to_be_done_is_asked_about_first(evening: Write, services: Services) -> None:
    services.reflecting.write(YESTERDAY, TOMORROW, "Ask Neal first.")
    found = evening()
    block = found.prompts.blocks[0]
    assert block.words.text() == "Yesterday you wrote: “Ask Neal first.”"
    assert found.has_keyboard(block.tried)
    found.type("y")
    found.press(Key.Key_Return)
    assert found.has_keyboard(block.helped)
    found.type("n")
    (adjustment,) = services.reflecting.adjustments()
    assert (adjustment.tried, adjustment.helped, adjustment.asked_on) == (True, False, TODAY)
    assert block.isVisible()
    assert not found.finished
    found.press(Key.Key_Tab)
    found.press(Key.Key_Return)
    assert found.has_keyboard(found.area(MOVED))


def test_how_it_felt_is_a_letter_and_enter_there_finishes(evening: Write, services: Services) -> None:
    found = evening()
    felt = found.prompts.felt.choice
    assert felt is not None
    felt.setFocus()
    found.type("b")
    assert services.reflecting.page(TODAY).felt == "B"
    found.press(Key.Key_Return)
    assert found.finished
    assert found.ending.lines[2].text() == "It felt like B"


def test_another_question_can_be_taken(evening: Write, services: Services) -> None:
    found = evening()
    place = found.prompts.place_of(QUESTION)
    assert place is not None
    assert place.another is not None
    before = place.heading.text()
    place.another.click()
    assert place.heading.text() != before
    assert place.heading.text().endswith(services.reflecting.page(TODAY).places[-1].words)


def test_undo_takes_back_a_thought_and_the_keyboard_stays(evening: Write) -> None:
    found = evening()
    found.type("A thought")
    assert found.dialog.flush()
    found.press(Key.Key_Z, CONTROL)
    assert found.stored(MOVED) == ""
    assert found.area(MOVED).text == ""
    assert found.has_keyboard(found.area(MOVED))
    found.press(Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert found.area(MOVED).text == "A thought"


def test_undo_of_what_is_not_saved_yet_takes_back_just_that(evening: Write) -> None:
    found = evening()
    found.type("One")
    found.press(Key.Key_Z, CONTROL)
    assert found.area(MOVED).text == ""
    assert found.stored(MOVED) == ""


def refuse(*_: object) -> None:
    raise StoreError(StoreFault.FULL, Path("x"))


def test_what_cannot_be_saved_keeps_the_dialog_open_and_says_why(
    evening: Write, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = evening()
    found.type("precious")
    with monkeypatch.context() as full:
        full.setattr(services.reflecting, "write", refuse)
        found.go_on()
        assert not found.finished
        found.press(Key.Key_Escape)
        assert found.dialog.isVisible()
        assert "full" in found.dialog.notice.sentence.text()
        assert found.dialog.unsaved_text() == "precious"
    found.dialog.notice.action_buttons[0].click()
    assert not found.dialog.isVisible()
    assert found.stored(MOVED) == "precious"


def test_what_cannot_be_saved_can_be_copied(
    evening: Write, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = evening()
    found.type("precious")
    monkeypatch.setattr(services.reflecting, "write", refuse)
    found.press(Key.Key_Escape)
    found.dialog.notice.action_buttons[1].click()
    assert not found.dialog.isVisible()
    assert QApplication.clipboard().text() == "precious"


def test_a_day_that_cannot_be_finished_stays_open_and_says_why(
    evening: Write, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = evening()
    monkeypatch.setattr(services.scoring, "fill_and_finish", refuse)
    found.go_on()
    assert found.at(found.prompts)
    assert found.dialog.notice.isVisible()
