"""Writing in the evening: saved while typing, shown as Markdown, undone by thought."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from scorecard.domain.errors import TextTooLongError
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.domain.reflections import ADJUST, MOVED, QUESTION, TOMORROW
from scorecard.services.services import Services
from tests.ui.conftest import TODAY
from tests.ui.reflection_tab.conftest import YESTERDAY, Writer

Open = Callable[..., Writer]


def test_the_keyboard_begins_where_nothing_is_written(open_tab: Open, services: Services) -> None:
    services.reflecting.write(TODAY, MOVED, "Much")
    writer = open_tab()
    assert QApplication.focusWidget() is writer.area(ADJUST)


def test_what_is_typed_is_stored_a_moment_later(open_tab: Open) -> None:
    writer = open_tab()
    writer.type("Ana closed the ticket")
    assert writer.stored(MOVED) == ""
    writer.stored_soon(MOVED, "Ana closed the ticket")


def test_what_is_typed_is_stored_at_once_when_the_place_is_left(open_tab: Open) -> None:
    writer = open_tab()
    writer.type("Ana")
    writer.press(Qt.Key.Key_Tab)
    assert writer.stored(MOVED) == "Ana"
    assert QApplication.focusWidget() is writer.area(ADJUST)


def test_what_is_typed_belongs_to_the_day_it_was_typed_for(open_tab: Open) -> None:
    writer = open_tab()
    writer.type("Today's")
    writer.tab.go_by(-1)
    assert writer.stored(MOVED) == "Today's"
    assert writer.area(MOVED).text == ""
    writer.type("Yesterday's")
    writer.tab.go_to_today()
    assert writer.stored(MOVED, YESTERDAY) == "Yesterday's"
    assert writer.area(MOVED).text == "Today's"


def test_what_is_typed_before_the_store_is_open_is_kept_for_it(open_tab: Open, services: Services) -> None:
    writer = open_tab(attached=False)
    assert writer.tab.places == []
    writer.desk.attach(services)
    writer.tab.start_keyboard()
    writer.write(MOVED, "There now")
    assert writer.stored(MOVED) == "There now"


def test_what_cannot_be_saved_stays_and_is_said(open_tab: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = open_tab()

    def refuse(*_: object) -> None:
        raise StoreError(StoreFault.FULL, Path("x"))

    with monkeypatch.context() as full:
        full.setattr(writer.services.reflecting, "write", refuse)
        writer.type("precious")
        assert not writer.tab.flush()
        writer.tab.go_by(-1)
        assert writer.tab.day == TODAY
    assert writer.failures
    assert writer.tab.unsaved_text() == "precious"
    assert writer.tab.flush()
    assert writer.stored(MOVED) == "precious"


def test_a_pasted_megabyte_is_refused_in_words_and_stays(open_tab: Open) -> None:
    writer = open_tab()
    area = writer.area(MOVED)
    area.insertPlainText("word " * 200_000)
    assert not writer.tab.flush()
    assert isinstance(writer.failures[0], TextTooLongError)
    assert len(area.text) == 1_000_000
    writer.tab.give_up_text()
    assert writer.tab.flush()
    assert writer.stored(MOVED) == ""


@pytest.mark.parametrize("text", ["👩‍👩‍👧‍👦 🏳️‍🌈 done", "تحدثت مع نيل\nטובה", "会議で聞いた", "e\u0301"])
def test_any_script_comes_back(open_tab: Open, text: str) -> None:
    writer = open_tab()
    writer.area(MOVED).insertPlainText(text)
    assert writer.tab.flush()
    writer.tab.go_by(-1)
    writer.tab.go_by(1)
    assert writer.area(MOVED).text == writer.stored(MOVED)
    assert writer.stored(MOVED).replace("é", "e\u0301") == text


def test_signs_that_cannot_be_stored_disturb_nobody_who_writes(open_tab: Open) -> None:
    writer = open_tab()
    area = writer.area(MOVED)
    area.insertPlainText("be\0fore")
    writer.tab.flush()
    writer.type(" after")
    writer.tab.flush()
    assert writer.stored(MOVED) == "before after"


def test_a_line_just_begun_is_not_taken_away_by_its_own_saving(open_tab: Open) -> None:
    writer = open_tab()
    writer.type("One")
    writer.press(Qt.Key.Key_Return)
    writer.tab.flush()
    writer.type("two")
    writer.tab.flush()
    assert writer.area(MOVED).text == "One\ntwo"


def test_an_undo_takes_back_a_thought_and_the_caret_stays(open_tab: Open) -> None:
    writer = open_tab()
    writer.write(MOVED, "First.")
    writer.press(Qt.Key.Key_Return)
    writer.type("Second.")
    writer.tab.flush()
    area = writer.area(MOVED)
    area.moveCursor(QTextCursor.MoveOperation.Start)
    writer.services.undoing.undo()
    assert area.text.strip() == "First."
    assert area.textCursor().position() == 0
    writer.services.undoing.redo()
    assert area.text == "First.\nSecond."


def test_ctrl_z_is_left_to_the_window(open_tab: Open) -> None:
    writer = open_tab()
    writer.type("ab")
    writer.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert writer.area(MOVED).text == "ab"


def test_a_change_from_elsewhere_leaves_what_is_being_written(open_tab: Open) -> None:
    writer = open_tab()
    writer.type("mine")
    writer.services.reflecting.write(TODAY, MOVED, "theirs")
    assert writer.area(MOVED).text == "mine"


def test_markdown_is_shown_only_while_nobody_writes(open_tab: Open) -> None:
    writer = open_tab()
    area = writer.area(MOVED)
    area.insertPlainText("# Noticed\n- one\n- two **bold**")
    seen = [area.editing]
    writer.press(Qt.Key.Key_Tab)
    seen.append(area.editing)
    height = area.height()
    writer.enter(MOVED)
    seen.append(area.editing)
    assert seen == [True, False, True]
    assert area.height() == height


def test_a_place_grows_with_its_text(open_tab: Open) -> None:
    writer = open_tab()
    area = writer.area(MOVED)
    least = area.height()
    assert least >= 3 * area.fontMetrics().lineSpacing()
    writer.type("a")
    assert area.height() == least
    for _ in range(8):
        writer.press(Qt.Key.Key_Return)
    assert area.height() > least


def test_a_future_day_cannot_be_written(open_tab: Open) -> None:
    writer = open_tab()
    writer.tab.show_day(TODAY + timedelta(days=1))
    assert all(place.area.isReadOnly() for place in writer.tab.places)
    writer.enter(MOVED)
    writer.type("tomorrow")
    assert writer.area(MOVED).text == ""


def test_tags_complete_while_one_is_typed(open_tab: Open, services: Services) -> None:
    services.reflecting.write(YESTERDAY, MOVED, "Listened. #attention #trust")
    writer = open_tab()
    writer.type("Again #at")
    area = writer.area(MOVED)
    assert area.completion.offered == ("#attention",)
    writer.press(Qt.Key.Key_Return)
    assert area.text == "Again #attention "
    writer.type("and #tr")
    writer.press(Qt.Key.Key_Tab)
    assert area.text == "Again #attention and #trust "
    assert QApplication.focusWidget() is area


def test_a_tag_that_is_complete_leaves_enter_alone(open_tab: Open, services: Services) -> None:
    services.reflecting.write(YESTERDAY, MOVED, "#team #teamwork")
    writer = open_tab()
    writer.type("#team")
    writer.press(Qt.Key.Key_Return)
    assert writer.area(MOVED).text == "#team\n"


def test_escape_closes_the_tags_and_writing_goes_on(open_tab: Open, services: Services) -> None:
    services.reflecting.write(YESTERDAY, MOVED, "#trust")
    writer = open_tab()
    writer.type("#t")
    writer.press(Qt.Key.Key_Escape)
    writer.press(Qt.Key.Key_Return)
    assert writer.area(MOVED).text == "#t\n"


def test_every_place_is_reached_by_tab_and_has_a_name(open_tab: Open) -> None:
    writer = open_tab()
    seen = []
    for _ in range(4):
        focused = QApplication.focusWidget()
        seen.append(focused.accessibleName() if focused is not None else "")
        writer.press(Qt.Key.Key_Tab)
    assert seen == [place.state.heading for place in writer.tab.places]
    assert [place.state.prompt_id for place in writer.tab.places] == [MOVED, ADJUST, TOMORROW, QUESTION]


def test_a_click_into_a_place_writes_there(open_tab: Open) -> None:
    writer = open_tab()
    area = writer.area(TOMORROW)
    QTest.mouseClick(area.viewport(), Qt.MouseButton.LeftButton)
    writer.type("Ask first.")
    writer.tab.flush()
    assert writer.stored(TOMORROW) == "Ask first."
