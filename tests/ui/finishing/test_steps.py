"""The steps in their order: what is left out, the way on and the way back, and room for all of it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from scorecard.domain.marks import SKIPPED
from scorecard.domain.promises import Outcome
from scorecard.domain.reflections import MOVED
from scorecard.services.services import Services
from scorecard.ui.finishing.dialog import FinishDialog
from tests.ui.conftest import TODAY, Choose, Person
from tests.ui.finishing.conftest import ALT, Begin, Evening, finished, write_everything
from tests.ui.scorecard_tab.conftest import Promised

Key = Qt.Key
SitDown = Callable[[], Person]
YESTERDAY = TODAY - timedelta(days=1)


def test_blanks_then_promises_then_reflection_then_the_result(
    choose: Choose, promised: Promised, sit_down: SitDown, begin: Begin
) -> None:
    choose("Calls")
    promised("Estimates")
    evening = begin(sit_down())
    seen = []
    while evening.dialog.isVisible():
        seen.append((evening.dialog.place_words.text(), evening.button, evening.finished))
        evening.go_on()
    assert seen == [
        ("Step 1 of 3", "Next: promises", False),
        ("Step 2 of 3", "Next: reflection", False),
        ("Step 3 of 3", "Finish the day", False),
        ("", "Go home", True),
    ]


def test_a_step_that_asks_nothing_is_left_out(choose: Choose, sit_down: SitDown, begin: Begin) -> None:
    choose("Calls")
    person = sit_down()
    person.type("3")
    evening = begin(person)
    assert evening.dialog.blanks is None
    assert evening.dialog.promises is None
    assert evening.dialog.place_words.text() == ""
    assert evening.button == "Finish the day"


def test_a_day_with_everything_said_is_finished_at_once_and_shows_its_result(
    choose: Choose, sit_down: SitDown, begin: Begin, services: Services
) -> None:
    choose("Calls")
    write_everything(services)
    person = sit_down()
    person.type("3")
    evening = begin(person)
    assert finished(services)
    assert evening.ending.ring.accessibleName().startswith("Friday, 20 November is finished. 100. Grade A+")
    evening.press(Key.Key_Return)
    assert not evening.dialog.isVisible()


def test_one_goes_back_through_all_steps_but_not_from_the_result(
    choose: Choose, promised: Promised, sit_down: SitDown, begin: Begin
) -> None:
    choose("Calls")
    promised("Estimates")
    evening = begin(sit_down())
    evening.go_on()
    evening.go_on()
    evening.press(Key.Key_Left, ALT)
    assert evening.at(evening.dialog.promises)
    evening.press(Key.Key_Left, ALT)
    assert evening.at(evening.dialog.blanks)
    evening.press(Key.Key_Left, ALT)
    for _ in range(3):
        evening.go_on()
    evening.press(Key.Key_Left, ALT)
    assert evening.at(evening.ending)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Escape])
def test_from_the_result_every_key_goes_home(choose: Choose, sit_down: SitDown, begin: Begin, key: Key) -> None:
    choose("Calls")
    evening = begin(sit_down())
    evening.go_on()
    evening.go_on()
    evening.press(key)
    assert not evening.dialog.isVisible()
    assert evening.finished


def test_what_was_chosen_for_the_blanks_is_done_with_the_finishing_as_one_activity(
    choose: Choose, sit_down: SitDown, begin: Begin, services: Services
) -> None:
    choose("Calls")
    person = sit_down()
    evening = begin(person)
    evening.press(Key.Key_Right)
    evening.press(Key.Key_Right)
    evening.go_on()
    evening.type("Much")
    evening.go_on()
    assert person.mark("Calls") == SKIPPED
    services.undoing.undo()
    assert not finished(services)
    assert person.mark("Calls") != SKIPPED
    assert evening.stored(MOVED) == "Much"


def test_one_undo_reopens_the_day_and_shows_the_last_step_again(
    choose: Choose, sit_down: SitDown, begin: Begin
) -> None:
    choose("Calls")
    evening = begin(sit_down())
    evening.go_on()
    evening.go_on()
    assert finished(evening.services)
    evening.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not finished(evening.services)
    assert evening.at(evening.prompts)
    assert evening.button == "Finish the day"
    evening.go_on()
    assert evening.finished
    assert evening.button == "Go home"


def test_an_undo_in_the_steps_goes_to_where_it_is_seen_and_no_further_back(
    choose: Choose, promised: Promised, sit_down: SitDown, begin: Begin, services: Services
) -> None:
    choose("Calls")
    choose("Letters")
    estimates = promised("Estimates")
    person = sit_down()
    person.type("3")
    evening = begin(person)
    evening.go_on()
    evening.press(Key.Key_K)
    evening.go_on()
    undo = Qt.KeyboardModifier.ControlModifier
    evening.press(Key.Key_Z, undo)
    assert evening.at(evening.dialog.promises)
    assert services.promises.book().reckoned(TODAY)[0].standing.outcome is Outcome.OPEN
    evening.press(Key.Key_Z, undo)
    assert person.mark("Calls") != SKIPPED
    assert estimates in services.promises.book().promises
    evening.press(Key.Key_Y, undo)
    assert services.promises.book().reckoned(TODAY)[0].standing.outcome is Outcome.KEPT


def test_yesterday_is_finished_with_the_prompts_of_yesterday(
    choose: Choose, sit_down: SitDown, begin: Begin, services: Services
) -> None:
    choose("Calls")
    person = sit_down()
    person.tab.go_by(-1)
    evening = begin(person)
    evening.go_on()
    evening.type("It was Thursday")
    evening.go_on()
    assert finished(services, YESTERDAY)
    assert not finished(services)
    assert evening.stored(MOVED, YESTERDAY) == "It was Thursday"
    assert evening.stored(MOVED) == ""
    assert evening.dialog.title.text() == "Thursday, 19 November is finished"


def test_a_second_finishing_begins_anew(choose: Choose, sit_down: SitDown, begin: Begin) -> None:
    choose("Calls")
    person = sit_down()
    first = begin(person)
    first.press(Key.Key_Escape)
    assert not first.finished
    second = begin(person)
    assert second.dialog is not first.dialog
    assert second.at(second.dialog.blanks)


def test_tab_goes_through_the_step_then_back_then_the_buttons(
    choose: Choose, promised: Promised, sit_down: SitDown, begin: Begin
) -> None:
    choose("Calls")
    promised("Estimates")
    evening = begin(sit_down())
    dialog = evening.dialog
    for stops in (1, 1, 6):
        round_trip = tabbed(evening)
        assert len(round_trip) == stops + (3 if dialog.back.isVisible() else 2)
        assert all(dialog.step.isAncestorOf(widget) for widget in round_trip[:stops])
        assert round_trip[-1] is dialog.primary
        assert all(widget.accessibleName() or getattr(widget, "text", str)() for widget in round_trip)
        evening.go_on()


def tabbed(evening: Evening) -> list[QWidget]:
    start = evening.entered
    found = [start]
    while True:
        evening.press(Key.Key_Tab)
        if evening.entered is start:
            return found
        found.append(evening.entered)


@pytest.mark.parametrize("size", [(1024, 640), (1180, 860), (760, 480)])
def test_it_fits_in_front_of_the_window(
    choose: Choose, sit_down: SitDown, begin: Begin, services: Services, size: tuple[int, int]
) -> None:
    for number in range(9):
        choose(f"Measure {number}")
    services.reflecting.write(TODAY, MOVED, "A line\n" * 200)
    person = sit_down()
    person.tab.resize(*size)
    QApplication.processEvents()
    dialog: FinishDialog = begin(person).dialog
    while dialog.isVisible():
        assert dialog.height() <= max(size[1], 500)
        assert dialog.rect().contains(dialog.primary.geometry())
        assert dialog.step.minimumSizeHint().height() <= dialog.step.height()
        dialog.accept()
