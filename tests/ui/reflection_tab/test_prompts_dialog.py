"""What is asked: prompts worded, added, ordered and retired; questions of one's own."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from scorecard.domain.reflections import ADJUST, MOVED, TOMORROW
from scorecard.services.services import Services
from scorecard.ui.reflection_tab.prompts_dialog import PromptsDialog
from tests.ui.conftest import TODAY
from tests.ui.reflection_tab.conftest import Writer

Open = Callable[..., Writer]
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(open_tab: Open) -> PromptsDialog:
    writer = open_tab()
    writer.tab.edit_prompts.click()
    found = writer.tab.findChild(PromptsDialog)
    assert found is not None
    writer.qtbot.waitExposed(found)
    return found


def used(services: Services) -> list[str]:
    return [prompt.id for prompt in services.reflecting.prompts() if not prompt.retired]


def test_a_prompt_is_worded_anew_and_an_old_answer_keeps_its_own(dialog: PromptsDialog, services: Services) -> None:
    services.reflecting.write(TODAY, MOVED, "Much")
    old = services.reflecting.page(TODAY).places[0].words
    QTest.keyClick(dialog.prompts.list, Qt.Key.Key_F2)
    QTest.keyClicks(dialog.prompts.words, "What grew today?")
    QTest.keyClick(dialog.prompts.words, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert services.reflecting.prompts()[0].words == "What grew today?"
    assert services.reflecting.page(TODAY).places[0].words == old


def test_prompts_change_places_by_key(dialog: PromptsDialog, services: Services) -> None:
    dialog.prompts.list.setFocus()
    QTest.keyClick(dialog.prompts.list, Qt.Key.Key_Down, ALT)
    assert used(services) == [ADJUST, MOVED, TOMORROW]
    assert dialog.prompts.list.key == MOVED
    QTest.keyClick(dialog.prompts.list, Qt.Key.Key_Up, ALT)
    assert used(services) == [MOVED, ADJUST, TOMORROW]
    assert not dialog.prompts.up.isEnabled()


def test_a_prompt_is_retired_and_comes_back_at_the_end(dialog: PromptsDialog, services: Services) -> None:
    dialog.prompts.retire.click()
    assert used(services) == [ADJUST, TOMORROW]
    dialog.prompts.list.choose(MOVED)
    assert dialog.prompts.retire.shown_words == "Bring back"
    dialog.prompts.retire.click()
    assert used(services) == [ADJUST, TOMORROW, MOVED]


def test_a_new_prompt_is_asked_from_now_on(dialog: PromptsDialog, services: Services) -> None:
    dialog.prompts.new.setFocus()
    QTest.keyClicks(dialog.prompts.new, "Who was glad?")
    QTest.keyClick(dialog.prompts.new, Qt.Key.Key_Return)
    assert services.reflecting.page(TODAY).places[3].words == "Who was glad?"
    assert dialog.prompts.new.text() == ""
    assert dialog.isVisible()


def test_the_page_behind_shows_what_is_asked_now(open_tab: Open, services: Services) -> None:
    writer = open_tab()
    writer.write(MOVED, "Much")
    services.reflecting.save_prompts([prompt for prompt in services.reflecting.prompts() if prompt.id != ADJUST])
    assert [place.state.prompt_id for place in writer.tab.places][:2] == [MOVED, TOMORROW]
    assert writer.area(MOVED).text == "Much"


def test_an_empty_prompt_is_not_stored(dialog: PromptsDialog, services: Services) -> None:
    words = services.reflecting.prompts()[0].words
    dialog.prompts.words.clear()
    QTest.keyClick(dialog.prompts.words, Qt.Key.Key_Return)
    assert dialog.prompts.words.text() == words


def test_ctrl_z_takes_a_step_back(dialog: PromptsDialog, services: Services) -> None:
    dialog.prompts.retire.click()
    QTest.keyClick(dialog, Qt.Key.Key_Z, CTRL)
    assert used(services) == [MOVED, ADJUST, TOMORROW]


def test_a_question_of_ones_own_is_added_and_retired(dialog: PromptsDialog, services: Services) -> None:
    dialog.sides.cells[1].click()
    dialog.questions.new.setFocus()
    QTest.keyClicks(dialog.questions.new, "Who taught me?")
    QTest.keyClick(dialog.questions.new, Qt.Key.Key_Return)
    own = [question for question in services.reflecting.questions() if question.own]
    assert [question.words for question in own] == ["Who taught me?"]
    assert dialog.questions.whole.text() == "Who taught me?"
    dialog.questions.retire.click()
    assert [question.retired for question in services.reflecting.questions() if question.own] == [True]


def test_a_question_of_the_library_can_be_retired_and_brought_back(dialog: PromptsDialog, services: Services) -> None:
    dialog.sides.cells[1].click()
    for expected in (True, False):
        dialog.questions.retire.click()
        known = dialog.questions.list.key
        now = next(question for question in services.reflecting.questions() if question.id == known)
        assert now.retired is expected
