"""Settling promises while a day is finished: each at once, and nothing is forced."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from scorecard.domain.marks import SKIPPED, UNKNOWN
from scorecard.domain.promises import Level, Outcome, standing
from scorecard.services.services import Services
from scorecard.ui.finishing.dialog import FinishDialog
from scorecard.ui.finishing.promised_step import PromisedStep
from scorecard.ui.promise_dialogs.settle_dialog import SettleDialog
from scorecard.ui.scorecard_tab.promised_list import PromisedList
from tests.ui.conftest import TODAY, Choose, Person
from tests.ui.finishing.conftest import ALT, CONTROL, PLAIN, Begin, finished, write_everything
from tests.ui.scorecard_tab.conftest import Promised

Key = Qt.Key
SitDown = Callable[[], Person]
Finish = Callable[[Person], FinishDialog]


def press(dialog: FinishDialog, key: Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(dialog.focusWidget(), key, modifier)


@pytest.fixture
def finish(begin: Begin, services: Services) -> Finish:
    """With everything written: only blanks and promises are asked about."""
    for day in (TODAY, TODAY - timedelta(days=1)):
        write_everything(services, day)
    services.reflecting.answer_adjustment(TODAY - timedelta(days=1), tried=False, helped=None)
    return lambda person: begin(person).dialog


def step_of(dialog: FinishDialog) -> PromisedStep:
    assert dialog.promises is not None
    return dialog.promises


def outcome(services: Services, promise_id: str) -> Outcome:
    return standing(services.promises.book().promises[promise_id], TODAY).outcome


def test_blanks_come_first_then_promises(
    choose: Choose, promised: Promised, sit_down: SitDown, finish: Finish, services: Services
) -> None:
    choose("Calls")
    estimates = promised("Estimates")
    person = sit_down()
    dialog = finish(person)
    press(dialog, Key.Key_Right)
    press(dialog, Key.Key_Right)
    press(dialog, Key.Key_Return)
    assert not finished(services)
    assert person.mark("Calls") == UNKNOWN
    press(dialog, Key.Key_K)
    assert outcome(services, estimates) is Outcome.KEPT
    assert dialog.title.text() == "Every promise is settled"
    assert not finished(services)
    press(dialog, Key.Key_Return, CONTROL)
    assert finished(services)
    assert person.mark("Calls") == SKIPPED
    press(dialog, Key.Key_Return, CONTROL)
    assert not dialog.isVisible()


def test_without_blanks_only_promises_are_asked(
    choose: Choose, promised: Promised, sit_down: SitDown, finish: Finish, services: Services
) -> None:
    choose("Calls")
    promised("Estimates")
    person = sit_down()
    person.type("3")
    dialog = finish(person)
    assert dialog.blanks is None
    assert dialog.primary.shown_words == "Finish the day"
    press(dialog, Key.Key_Tab)
    press(dialog, Key.Key_Tab)
    press(dialog, Key.Key_Space)
    assert finished(services)


def test_without_anything_to_ask_the_day_is_finished_at_once(
    choose: Choose, promised: Promised, sit_down: SitDown, finish: Finish, services: Services
) -> None:
    choose("Calls")
    services.promises.settle(promised("Estimates"), Outcome.KEPT)
    promised("Contract", due=TODAY + timedelta(days=1))
    person = sit_down()
    person.type("3")
    dialog = finish(person)
    assert finished(services)
    assert dialog.primary.shown_words == "Go home"


def test_what_is_left_open_stays_open(
    choose: Choose, promised: Promised, sit_down: SitDown, finish: Finish, services: Services
) -> None:
    choose("Calls")
    estimates = promised("Estimates")
    dialog = finish(sit_down())
    press(dialog, Key.Key_Return, CONTROL)
    press(dialog, Key.Key_Return, CONTROL)
    assert finished(services)
    assert outcome(services, estimates) is Outcome.OPEN


def test_escape_leaves_the_day_open_and_keeps_what_was_settled(
    choose: Choose, promised: Promised, sit_down: SitDown, finish: Finish, services: Services
) -> None:
    choose("Calls")
    estimates = promised("Estimates")
    dialog = finish(sit_down())
    press(dialog, Key.Key_Return)
    press(dialog, Key.Key_B)
    press(dialog, Key.Key_Escape)
    assert not dialog.isVisible()
    assert not finished(services)
    assert outcome(services, estimates) is Outcome.BROKEN


def test_each_settling_is_an_activity_of_its_own(
    choose: Choose, promised: Promised, sit_down: SitDown, finish: Finish, services: Services
) -> None:
    choose("Calls")
    first, second = promised("Estimates"), promised("Review")
    dialog = finish(sit_down())
    press(dialog, Key.Key_Return)
    press(dialog, Key.Key_K)
    press(dialog, Key.Key_Down)
    press(dialog, Key.Key_K)
    services.undoing.undo()
    assert sorted((outcome(services, first), outcome(services, second))) == [Outcome.KEPT, Outcome.OPEN]
    assert "1" in dialog.title.text()


def test_one_can_go_back_to_the_blanks(choose: Choose, promised: Promised, sit_down: SitDown, finish: Finish) -> None:
    choose("Calls")
    promised("Estimates")
    dialog = finish(sit_down())
    blanks = dialog.title.text()
    press(dialog, Key.Key_Return)
    assert dialog.title.text() != blanks
    press(dialog, Key.Key_Left, ALT)
    assert dialog.title.text() == blanks
    assert dialog.blanks is not None
    assert dialog.focusWidget() is dialog.blanks.first


def test_the_step_follows_what_happens_elsewhere(
    choose: Choose, promised: Promised, sit_down: SitDown, finish: Finish, services: Services
) -> None:
    choose("Calls")
    estimates = promised("Estimates")
    dialog = finish(sit_down())
    press(dialog, Key.Key_Return)
    services.promises.settle(estimates, Outcome.RELEASED)
    assert step_of(dialog).list.lines[0].line.status == "released"
    services.undoing.undo()
    services.undoing.undo()
    assert step_of(dialog).list.lines == []
    press(dialog, Key.Key_Return, CONTROL)
    assert finished(services)


def test_yesterday_asks_about_yesterday_only(
    choose: Choose, promised: Promised, sit_down: SitDown, finish: Finish, services: Services
) -> None:
    choose("Calls")
    yesterday = TODAY - timedelta(days=1)
    promised("Of today")
    promised("Of yesterday", due=yesterday)
    promised("Of the day before", due=TODAY - timedelta(days=2))
    person = sit_down()
    person.tab.go_by(-1)
    dialog = finish(person)
    lines = step_of(dialog).list.lines
    assert [line.line.item.promise.words for line in lines] == ["Of yesterday"]


def test_a_long_list_can_be_gone_through_to_its_end(
    choose: Choose, promised: Promised, sit_down: SitDown, finish: Finish, services: Services
) -> None:
    choose("Calls")
    ids = [promised(f"Promise {number}") for number in range(20)]
    dialog = finish(sit_down())
    press(dialog, Key.Key_Return)
    for _ in ids:
        press(dialog, Key.Key_K)
        press(dialog, Key.Key_Down)
    assert {outcome(services, promise_id) for promise_id in ids} == {Outcome.KEPT}
    assert isinstance(dialog.focusWidget().parentWidget(), PromisedList)
    assert not dialog.focusWidget().visibleRegion().isEmpty()


def test_what_a_best_effort_asks_stands_in_front_and_gives_the_keyboard_back(
    choose: Choose, promised: Promised, sit_down: SitDown, finish: Finish, services: Services
) -> None:
    choose("Calls")
    vendor = promised("Call the vendor", Level.BEST_EFFORT)
    dialog = finish(sit_down())
    press(dialog, Key.Key_Return)
    press(dialog, Key.Key_K)
    asked = next(w for w in QApplication.topLevelWidgets() if isinstance(w, SettleDialog) and w.isVisible())
    assert outcome(services, vendor) is Outcome.OPEN
    asked.accept()
    assert outcome(services, vendor) is Outcome.KEPT
    assert dialog.isVisible()
    assert step_of(dialog).list.lines[0].line.status == "kept"
    assert dialog.focusWidget() is step_of(dialog).list.lines[0]
