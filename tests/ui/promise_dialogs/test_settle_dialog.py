"""Settling with a question, or with a day and a note."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from scorecard.domain.due import Due
from scorecard.domain.promises import Level, Outcome, Standing
from scorecard.services.reckoning import Reckoned
from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.promise_dialogs.answers import EffortChoice, YesNoChoice
from scorecard.ui.promise_dialogs.settle_dialog import SettleDialog
from tests.ui.promise_dialogs.conftest import TODAY, TOMORROW, YESTERDAY, Made, Shown, press, type_text

Again = Callable[[str], Reckoned]
WEDNESDAY = TODAY - timedelta(days=2)


@pytest.fixture
def settle(desk: Desk, shown: Shown) -> Callable[..., SettleDialog]:
    def opened(item: Reckoned, outcome: Outcome = Outcome.KEPT, *, details: bool = False) -> SettleDialog:
        return shown(SettleDialog(desk, None, item, outcome, TODAY, details=details))

    return opened


@pytest.fixture
def settled(again: Again) -> Callable[[Reckoned], Standing]:
    return lambda item: again(item.promise.id).standing


Settle = Callable[..., SettleDialog]
Settled = Callable[[Reckoned], Standing]


@pytest.mark.parametrize(
    ("keys", "effort"), [("0", 0), ("8", 8), ("1", 1), ("10", 10), ("27", 7), ("100", 0), ("", None)]
)
def test_digits_give_the_effort_and_enter_accepts(
    settle: Settle, made: Made, settled: Settled, keys: str, effort: int | None
) -> None:
    item = made(level=Level.BEST_EFFORT, due=TOMORROW)
    dialog = settle(item)

    type_text(dialog, keys)
    press(dialog, Qt.Key.Key_Return)

    assert (settled(item).outcome, settled(item).effort) == (Outcome.KEPT, effort)
    assert not dialog.isVisible()


def test_an_effort_can_be_taken_back_and_is_not_zero(settle: Settle, made: Made, settled: Settled) -> None:
    item = made(level=Level.BEST_EFFORT)
    dialog = settle(item, Outcome.BROKEN)

    type_text(dialog, "3")
    press(dialog, Qt.Key.Key_Backspace, Qt.Key.Key_Return)

    assert (settled(item).outcome, settled(item).effort) == (Outcome.BROKEN, None)


def test_end_is_ten_and_arrows_choose(settle: Settle, made: Made) -> None:
    dialog = settle(made(level=Level.BEST_EFFORT))
    assert isinstance(dialog.answer, EffortChoice)

    press(dialog, Qt.Key.Key_End)
    assert dialog.answer.effort == 10
    press(dialog, Qt.Key.Key_Left)
    assert dialog.answer.effort == 9
    press(dialog, Qt.Key.Key_Home)
    assert dialog.answer.effort == 0


def test_a_click_gives_the_effort(settle: Settle, made: Made, settled: Settled) -> None:
    item = made(level=Level.BEST_EFFORT)
    dialog = settle(item)
    assert dialog.answer is not None

    QTest.mouseClick(dialog.answer.cells[6], Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)

    assert settled(item).effort == 6


@pytest.mark.parametrize(("key", "strove"), [("y", True), ("N", False), ("", None)])
def test_y_and_n_say_whether_one_strove(
    settle: Settle, made: Made, settled: Settled, key: str, strove: bool | None
) -> None:
    item = made(level=Level.GOOD_INTENTION)
    dialog = settle(item, Outcome.BROKEN)
    assert isinstance(dialog.answer, YesNoChoice)
    assert dialog.answer.hasFocus()

    type_text(dialog, key)
    press(dialog, Qt.Key.Key_Enter)

    assert (settled(item).outcome, settled(item).strove) == (Outcome.BROKEN, strove)


def test_escape_settles_nothing(settle: Settle, made: Made, settled: Settled) -> None:
    item = made(level=Level.BEST_EFFORT)
    dialog = settle(item)

    type_text(dialog, "5")
    press(dialog, Qt.Key.Key_Escape)

    assert settled(item).open
    assert not dialog.isVisible()


def test_what_it_means_is_said_before_it_is_done_and_follows_the_answer(settle: Settle, made: Made) -> None:
    dialog = settle(made(level=Level.GOOD_INTENTION))
    assert dialog.meaning.sentence.text() == "Without an answer it counts neither way."

    type_text(dialog, "y")

    assert dialog.meaning.sentence.text() == "Counts as striven for, whatever came of it."


# With a day and a note


def test_one_that_is_overdue_is_kept_on_its_last_day_unless_another_is_chosen(
    settle: Settle, made: Made, settled: Settled
) -> None:
    item = made(due=WEDNESDAY)
    dialog = settle(item, details=True)
    assert dialog.day.day == WEDNESDAY
    assert dialog.day.field.hasFocus()
    assert dialog.meaning.sentence.text() == "Counts as kept on time, on Wed 18 Nov."

    press(dialog, Qt.Key.Key_Up)
    assert dialog.meaning.sentence.text() == "Counts as late: it was due Wed 18 Nov."
    press(dialog, Qt.Key.Key_Return)

    assert (settled(item).outcome, settled(item).settled_on) == (Outcome.LATE, YESTERDAY)


def test_a_day_is_typed_and_a_note_written(settle: Settle, made: Made, settled: Settled, again: Again) -> None:
    item = made(due=TOMORROW)
    dialog = settle(item, details=True)

    type_text(dialog, "17")
    press(dialog, Qt.Key.Key_Tab)
    type_text(dialog, "She was glad")
    press(dialog, Qt.Key.Key_Return)

    assert settled(item).settled_on == TODAY - timedelta(days=3)
    assert [step.note for step in again(item.promise.id).promise.history] == ["She was glad"]


def test_the_arrows_beside_the_day_go_by_a_day_and_not_into_the_future(settle: Settle, made: Made) -> None:
    dialog = settle(made(), details=True)
    assert not dialog.day.later.isEnabled()

    QTest.mouseClick(dialog.day.earlier, Qt.MouseButton.LeftButton)

    assert dialog.day.day == YESTERDAY
    assert dialog.day.later.isEnabled()


def test_day_and_note_can_be_asked_for_in_the_short_dialog(settle: Settle, made: Made) -> None:
    dialog = settle(made(level=Level.BEST_EFFORT))
    assert not dialog.note.isVisible()

    QTest.mouseClick(dialog.more, Qt.MouseButton.LeftButton)

    assert dialog.note.isVisible()
    assert dialog.day.field.hasFocus()


def test_a_refusal_is_said_and_what_was_typed_stays(
    settle: Settle, made: Made, settled: Settled, services: Services, again: Again
) -> None:
    item = made(due=WEDNESDAY)
    services.promises.move(item.promise.id, Due.on(TOMORROW), day=YESTERDAY)
    dialog = settle(again(item.promise.id), details=True)

    dialog.note.setText("Really")
    for _ in range(3):
        press(dialog, Qt.Key.Key_Down)
    press(dialog, Qt.Key.Key_Return)

    assert dialog.problem.text() == (
        "What happened to it on Thursday, 19 November stays as it is: choose that day or a later one."
    )
    assert dialog.note.text() == "Really"
    assert dialog.isVisible()
    assert settled(item).open
