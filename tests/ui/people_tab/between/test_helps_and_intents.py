"""“How can I help?” and intent: asked and answered, done and what came of it; said, or not yet."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from scorecard.services.services import Services
from scorecard.ui.people_tab.sections.helps import HelpsSection
from scorecard.ui.people_tab.sections.intents import IntentsSection
from tests.ui.conftest import TODAY
from tests.ui.people_tab.between.conftest import Open, Reader, below, words_of

_Key = Qt.Key


@pytest.fixture
def reader(read: Open) -> Reader:
    return read(HelpsSection, IntentsSection)


@pytest.fixture
def helps(reader: Reader) -> HelpsSection:
    return reader.section(HelpsSection)


@pytest.fixture
def intents(reader: Reader) -> IntentsSection:
    return reader.section(IntentsSection)


def test_an_answer_is_added_in_one_line(reader: Reader, helps: HelpsSection) -> None:
    helps.field.setFocus()
    reader.type("A tester who knows it", _Key.Key_Return)
    (asked,) = reader.stored.helps
    assert (asked.asked_on, asked.answer, asked.done_on) == (TODAY, "A tester who knows it", None)
    reader.undo()
    assert helps.hint.isVisible()


def test_asked_without_an_answer_waits_for_one(reader: Reader, helps: HelpsSection) -> None:
    helps.unanswered.click()
    assert words_of(helps.lines) == ["No answer yet"]
    assert helps.unanswered.isHidden()
    reader.go_to(helps.lines)
    reader.press(_Key.Key_F2)
    reader.type("Fewer meetings", _Key.Key_Return)
    reader.qtbot.waitUntil(lambda: reader.stored.helps[0].answer == "Fewer meetings")
    assert helps.unanswered.isVisible()


def test_d_asks_what_came_of_it_and_o_takes_it_back(
    services: Services, ana: str, reader: Reader, helps: HelpsSection
) -> None:
    services.people.helps.ask(ana, "A list", date(2026, 11, 2))
    reader.go_to(helps.lines)
    reader.press(_Key.Key_D)
    reader.type("It hangs on her wall", _Key.Key_Return)

    (asked,) = reader.stored.helps
    assert (asked.done_on, asked.outcome) == (TODAY, "It hangs on her wall")
    assert below(helps.lines) == ["Done Fri 20 Nov · It hangs on her wall"]
    assert helps.lines.hasFocus()
    reader.press(_Key.Key_O)
    assert reader.stored.helps[0].done_on is None


def test_escape_leaves_the_question_what_came_of_it(
    services: Services, ana: str, reader: Reader, helps: HelpsSection
) -> None:
    services.people.helps.ask(ana, "A list")
    reader.go_to(helps.lines)
    reader.press(_Key.Key_D, _Key.Key_Escape)
    assert helps.form.isHidden()
    assert helps.lines.hasFocus()
    assert reader.stored.helps[0].done_on is None


def test_delete_removes_help(services: Services, ana: str, reader: Reader, helps: HelpsSection) -> None:
    services.people.helps.ask(ana, "A list")
    reader.go_to(helps.lines)
    reader.press(_Key.Key_Delete)
    assert reader.stored.helps == ()


def test_s_says_that_the_intent_was_said_and_again_that_it_was_not(reader: Reader, intents: IntentsSection) -> None:
    intents.field.setFocus()
    reader.type("I want her to see the risk", _Key.Key_Return)
    assert below(intents.lines) == ["Not said yet · since Fri 20 Nov"]
    reader.go_to(intents.lines)
    reader.press(_Key.Key_S)
    assert reader.stored.intents[0].said_on == TODAY
    assert below(intents.lines) == ["Said Fri 20 Nov"]
    reader.press(_Key.Key_S)
    assert not reader.stored.intents[0].said


def test_an_intent_is_edited_in_its_place_and_removed(
    services: Services, ana: str, reader: Reader, intents: IntentsSection
) -> None:
    services.people.intents.add(ana, "I want a yes")
    reader.go_to(intents.lines)
    reader.press(_Key.Key_Return)
    reader.type("I want an honest no", _Key.Key_Return)
    reader.qtbot.waitUntil(lambda: words_of(intents.lines) == ["I want an honest no"])
    assert reader.stored.intents[0].words == "I want an honest no"
    reader.press(_Key.Key_Delete)
    assert reader.stored.intents == ()
    reader.undo()
    assert words_of(intents.lines) == ["I want an honest no"]


def test_the_menu_of_a_line_says_what_its_letters_do(
    services: Services, ana: str, reader: Reader, intents: IntentsSection
) -> None:
    services.people.intents.add(ana, "I want a yes")
    reader.go_to(intents.lines)
    intents.lines.show_menu(intents.lines.mapToGlobal(intents.lines.rect().center()))
    reader.choose("Said to them\tS")
    assert reader.stored.intents[0].said


def test_what_was_typed_is_kept_when_one_leaves(reader: Reader, helps: HelpsSection, intents: IntentsSection) -> None:
    helps.field.setText("A tester")
    intents.field.setText("I want a yes")
    assert reader.view.unsaved_text() == "A tester\n\nI want a yes"
    assert reader.view.flush()
    assert (len(reader.stored.helps), len(reader.stored.intents)) == (1, 1)


def test_what_need_not_be_saved_is_given_up(reader: Reader, helps: HelpsSection) -> None:
    helps.field.setText("A tester")
    reader.view.give_up_text()
    assert reader.view.unsaved_text() == ""
    assert reader.stored.helps == ()
