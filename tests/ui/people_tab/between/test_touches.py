"""Attention given and received: logged in one line by keyboard, answered, edited, removed."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from scorecard.domain.errors import KnownError
from scorecard.domain.profiles import ImpossiblePersonError
from scorecard.domain.touches import Direction, Way
from scorecard.services.people.profiles import PersonDraft
from scorecard.services.services import Services
from scorecard.ui.people_tab.sections import latest_lines
from scorecard.ui.people_tab.sections.intents import IntentsSection
from scorecard.ui.people_tab.sections.touches import TouchesSection
from tests.ui.conftest import TODAY
from tests.ui.people_tab.between.conftest import Open, Reader, words_of

_Key = Qt.Key


@pytest.fixture
def reader(read: Open) -> Reader:
    return read(IntentsSection, TouchesSection)  # the keyboard begins on the first of them


@pytest.fixture
def section(reader: Reader) -> TouchesSection:
    return reader.section(TouchesSection)


def test_a_few_words_and_enter_log_a_touch_and_the_next_can_be_typed(reader: Reader, section: TouchesSection) -> None:
    section.form.note.setFocus()
    reader.type("Coffee", _Key.Key_Return)
    reader.type("About the rollout", _Key.Key_Return)

    found = {(one.note, one.way, one.direction, one.present, one.day) for one in reader.stored.touches}
    assert found == {
        ("About the rollout", Way.MET, Direction.GIVEN, None, TODAY),
        ("Coffee", Way.MET, Direction.GIVEN, None, TODAY),
    }
    assert section.form.note.hasFocus()
    reader.undo()
    assert words_of(section.lines) == ["Coffee"]


def test_how_and_when_it_was_is_said_by_keys_alone(reader: Reader, section: TouchesSection) -> None:
    form = section.form
    form.note.setFocus()
    reader.press(_Key.Key_Tab, _Key.Key_Down)
    assert form.way.currentText() == "Talked"
    reader.press(_Key.Key_Tab, _Key.Key_Down, _Key.Key_Tab, _Key.Key_Down, _Key.Key_Tab, _Key.Key_Down, _Key.Key_Return)

    (touch,) = reader.stored.touches
    assert (touch.way, touch.direction, touch.present) == (Way.TALKED, Direction.RECEIVED, True)
    assert touch.day == TODAY - timedelta(days=1)
    assert (form.direction.currentData(), form.present.currentData(), form.day.day) == ("given", "", TODAY)


def test_how_it_was_shows_only_once_the_line_is_gone_to(reader: Reader, section: TouchesSection) -> None:
    assert section.form.options.isHidden()
    QTest.mouseClick(section.form.note, Qt.MouseButton.LeftButton)
    assert section.form.options.isVisible()


def test_y_n_and_backspace_answer_whether_one_was_present(
    services: Services, ana: str, reader: Reader, section: TouchesSection
) -> None:
    services.people.touches.add(ana, Way.MET)
    reader.go_to(section.lines)
    for key, present in ((_Key.Key_N, False), (_Key.Key_Y, True), (_Key.Key_Backspace, None)):
        reader.press(key)
        assert reader.stored.touches[0].present is present
    reader.undo()
    assert reader.stored.touches[0].present is True


def test_enter_edits_a_touch_and_escape_leaves_it(
    services: Services, ana: str, reader: Reader, section: TouchesSection
) -> None:
    services.people.touches.add(ana, Way.WROTE, note="A letter")
    reader.go_to(section.lines)
    reader.press(_Key.Key_Return)
    assert section.form.way.currentText() == "Wrote"
    reader.type("thrown away", _Key.Key_Escape)
    assert section.lines.hasFocus()
    assert reader.stored.touches[0].note == "A letter"

    reader.press(_Key.Key_Return, _Key.Key_End)
    reader.type(" by hand", _Key.Key_Return)
    assert [(one.note, one.way) for one in reader.stored.touches] == [("A letter by hand", Way.WROTE)]
    assert section.lines.hasFocus()


def test_delete_removes_a_touch(services: Services, ana: str, reader: Reader, section: TouchesSection) -> None:
    services.people.touches.add(ana, Way.MET, note="Coffee")
    reader.go_to(section.lines)
    reader.press(_Key.Key_Delete)
    assert reader.stored.touches == ()
    assert section.hint.isVisible()
    reader.undo()
    assert words_of(section.lines) == ["Coffee"]
    assert section.drawing.isVisible()


def test_what_is_refused_stands_there_again(reader: Reader, section: TouchesSection) -> None:
    form = section.form
    form.note.setFocus()
    reader.type("Next week")
    form.day.set_day(TODAY + timedelta(days=7))
    form.act()
    refused: list[KnownError] = reader.failures
    assert isinstance(refused[0], ImpossiblePersonError)
    assert (form.note.text(), form.day.day) == ("Next week", TODAY + timedelta(days=7))
    assert reader.stored.touches == ()


def test_words_that_were_not_entered_belong_to_whom_they_were_written_about(
    services: Services, ana: str, reader: Reader, section: TouchesSection
) -> None:
    neal = services.people.profiles.add(PersonDraft("Neal"))
    section.form.note.setFocus()
    reader.type("Coffee")
    reader.view.show_person(neal)

    assert section.form.note.text() == ""
    page = services.people.page(ana)
    assert page is not None
    assert [one.note for one in page.touches] == ["Coffee"]
    assert reader.stored.touches == ()


def test_of_hundreds_only_some_are_laid_out_at_a_time(
    services: Services, ana: str, read: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(latest_lines, "STEP", 10)
    for number in range(18):
        services.people.touches.add(ana, Way.MET, note=f"n{number}", day=date(2026, 1, 1))
    reader = read(TouchesSection)
    section = reader.section(TouchesSection)
    assert len(section.lines.lines) == 5
    assert section.latest.more.text() == "Show 10 more"
    section.latest.more.click()
    assert (len(section.lines.lines), section.lines.hasFocus()) == (15, True)
    assert section.latest.more.text() == "Show all 18"
    section.latest.more.click()
    assert section.latest.more.isHidden()
