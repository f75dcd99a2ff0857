"""Orders on a promise: done at once, asked about first, or ignored."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.due import Due
from scorecard.domain.errors import ImpossibleStepError, KnownError
from scorecard.domain.promises import Level, Outcome
from scorecard.services.promises import PromiseDraft
from scorecard.services.reckoning import Reckoned
from scorecard.services.services import Services
from scorecard.ui.desk import Desk
from scorecard.ui.promise_dialogs.history_dialog import PromiseHistoryDialog
from scorecard.ui.promise_dialogs.keys import PromiseOrder
from scorecard.ui.promise_dialogs.move_dialog import MoveDialog
from scorecard.ui.promise_dialogs.promise_editor import PromiseEditor
from scorecard.ui.promise_dialogs.settle_dialog import SettleDialog
from scorecard.ui.promise_dialogs.steps import PromiseSteps
from tests.ui.promise_dialogs.conftest import TODAY, TOMORROW, YESTERDAY, Made, press, type_text

Again = Callable[[str], Reckoned]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def steps(desk: Desk, window: QWidget) -> PromiseSteps:
    return PromiseSteps(desk, window)


@pytest.fixture
def taken(steps: PromiseSteps) -> list[str]:
    heard: list[str] = []
    steps.taken.connect(heard.append)
    return heard


def open_dialog() -> QDialog | None:
    found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog) and widget.isVisible()]
    return found[0] if found else None


@pytest.mark.parametrize(
    ("order", "outcome"),
    [
        (PromiseOrder.KEEP, Outcome.KEPT),
        (PromiseOrder.LATE, Outcome.LATE),
        (PromiseOrder.BREAK, Outcome.BROKEN),
        (PromiseOrder.RELEASE, Outcome.RELEASED),
    ],
)
def test_a_commitment_is_settled_at_once(
    steps: PromiseSteps, taken: list[str], made: Made, again: Again, order: PromiseOrder, outcome: Outcome
) -> None:
    item = made(due=TOMORROW)

    steps.take(order, item)

    assert again(item.promise.id).standing.outcome is outcome
    assert taken == [item.promise.id]
    assert open_dialog() is None


@pytest.mark.parametrize("level", [Level.BEST_EFFORT, Level.GOOD_INTENTION])
@pytest.mark.parametrize("order", [PromiseOrder.KEEP, PromiseOrder.LATE, PromiseOrder.BREAK])
def test_the_other_levels_are_asked_about(
    steps: PromiseSteps, taken: list[str], made: Made, again: Again, level: Level, order: PromiseOrder
) -> None:
    item = made(level=level, due=TOMORROW)

    steps.take(order, item)

    dialog = open_dialog()
    assert isinstance(dialog, SettleDialog)
    assert again(item.promise.id).standing.open
    assert taken == []

    press(dialog, Qt.Key.Key_Return)
    assert not again(item.promise.id).standing.open
    assert taken == [item.promise.id]


@pytest.mark.parametrize("level", Level)
def test_a_release_asks_nothing(steps: PromiseSteps, made: Made, again: Again, level: Level) -> None:
    item = made(level=level)

    steps.take(PromiseOrder.RELEASE, item)

    assert again(item.promise.id).standing.outcome is Outcome.RELEASED


def test_another_level_and_reopening_are_done_at_once(
    steps: PromiseSteps, taken: list[str], made: Made, again: Again
) -> None:
    item = made(due=TOMORROW)

    steps.take(PromiseOrder.TO_GOOD_INTENTION, item)
    assert again(item.promise.id).standing.level is Level.GOOD_INTENTION
    steps.take(PromiseOrder.TO_COMMITMENT, again(item.promise.id))
    steps.take(PromiseOrder.KEEP, again(item.promise.id))
    steps.take(PromiseOrder.REOPEN, again(item.promise.id))

    assert again(item.promise.id).standing.open
    assert taken == [item.promise.id] * 4


def test_what_never_came_due_can_be_removed(steps: PromiseSteps, made: Made, services: Services) -> None:
    item = made(due=TOMORROW)

    steps.take(PromiseOrder.REMOVE, item)

    assert item.promise.id not in services.promises.book().promises


@pytest.mark.parametrize(
    "order", [PromiseOrder.LATE, PromiseOrder.LATE_NOTED, PromiseOrder.REOPEN, PromiseOrder.TO_COMMITMENT]
)
def test_what_is_not_offered_is_ignored(
    steps: PromiseSteps, taken: list[str], made: Made, again: Again, order: PromiseOrder
) -> None:
    item = made()

    steps.take(order, item)

    assert again(item.promise.id).promise == item.promise
    assert taken == []
    assert open_dialog() is None


def test_a_refusal_goes_to_the_window(
    steps: PromiseSteps, desk: Desk, taken: list[str], made: Made, services: Services
) -> None:
    refused: list[KnownError] = []
    desk.failed.connect(refused.append)
    item = made()
    services.promises.settle(item.promise.id, Outcome.KEPT)

    steps.take(PromiseOrder.KEEP, item)  # as it stood before

    assert [type(error) for error in refused] == [ImpossibleStepError]
    assert taken == []


@pytest.mark.parametrize(
    ("order", "kind"),
    [
        (PromiseOrder.MOVE, MoveDialog),
        (PromiseOrder.EDIT, PromiseEditor),
        (PromiseOrder.HISTORY, PromiseHistoryDialog),
    ],
)
def test_the_rest_opens_a_dialog(steps: PromiseSteps, made: Made, order: PromiseOrder, kind: type[QDialog]) -> None:
    steps.take(order, made(due=TOMORROW))

    assert isinstance(open_dialog(), kind)


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize(
    ("order", "outcome"),
    [
        (PromiseOrder.KEEP_NOTED, Outcome.KEPT),
        (PromiseOrder.LATE_NOTED, Outcome.LATE),
        (PromiseOrder.BREAK_NOTED, Outcome.BROKEN),
        (PromiseOrder.RELEASE_NOTED, Outcome.RELEASED),
    ],
)
def test_every_settling_can_have_a_day_and_a_note(
    steps: PromiseSteps,
    taken: list[str],
    made: Made,
    again: Again,
    level: Level,
    order: PromiseOrder,
    outcome: Outcome,
) -> None:  # fmt: skip
    item = made(level=level, due=TOMORROW)

    steps.take(order, item)
    dialog = open_dialog()
    assert isinstance(dialog, SettleDialog)
    assert dialog.details.isVisible()
    assert again(item.promise.id).standing.open
    QTest.keyClick(dialog.day.field, Qt.Key.Key_Down)
    QTest.keyClicks(dialog.note, "On the phone")
    press(dialog, Qt.Key.Key_Return)

    (step,) = again(item.promise.id).promise.history
    assert (step.day, step.note) == (YESTERDAY, "On the phone")
    assert again(item.promise.id).standing.outcome is outcome
    assert taken == [item.promise.id]


def test_a_move_is_announced_once_it_is_done(steps: PromiseSteps, taken: list[str], made: Made, again: Again) -> None:
    item = made(due=TODAY)
    steps.take(PromiseOrder.MOVE, item)
    dialog = open_dialog()
    assert isinstance(dialog, MoveDialog)

    dialog.due.quick[0].click()
    assert taken == []
    press(dialog, Qt.Key.Key_Return)

    assert again(item.promise.id).standing.due == Due.on(TOMORROW)
    assert taken == [item.promise.id]


def test_a_new_promise_is_announced_with_its_id(steps: PromiseSteps, taken: list[str], services: Services) -> None:
    steps.new(PromiseDraft("Call", Level.BEST_EFFORT))
    dialog = open_dialog()
    assert isinstance(dialog, PromiseEditor)

    type_text(dialog, " back")
    dialog.accept()

    (promise,) = services.promises.book().promises.values()
    assert taken == [promise.id]


def test_an_order_waits_for_the_store(window: QWidget, services: Services, made: Made, again: Again) -> None:
    item = made(due=TOMORROW)
    desk = Desk(window)
    steps = PromiseSteps(desk, window)

    steps.take(PromiseOrder.KEEP, item)
    assert again(item.promise.id).standing.open
    desk.attach(services)

    assert again(item.promise.id).standing.outcome is Outcome.KEPT


def test_the_history_is_read_by_keyboard_and_closed_by_escape(steps: PromiseSteps, made: Made) -> None:
    steps.take(PromiseOrder.HISTORY, made(due=TOMORROW, to="Cassandra"))
    dialog = open_dialog()
    assert isinstance(dialog, PromiseHistoryDialog)

    assert dialog.table.model().index(0, 1).data() == "Promised: Commitment, due Sat 21 Nov"
    assert dialog.meaning.sentence.text() == "Does not count yet: it is open and due Sat 21 Nov."
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
