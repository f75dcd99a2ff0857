"""A value is typed or stepped; what the program shows by itself is told to nobody."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from scorecard.ui.widgets.value_stepper import ValueStepper


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A window with a line edit that holds the focus at first, and a stepper beside it."""
    page = QWidget()
    qtbot.addWidget(page)
    row = QHBoxLayout(page)
    row.addWidget(QLineEdit(page))
    row.addWidget(ValueStepper("Thank-yous heard", page))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.findChildren(QLineEdit)[0].setFocus()
    return page


@pytest.fixture
def stepper(page: QWidget) -> ValueStepper:
    return page.findChildren(ValueStepper)[0]


def turn_wheel(stepper: ValueStepper, by: int) -> bool:
    place = QPointF(stepper.field.geometry().center())
    event = QWheelEvent(
        place, place, QPoint(), QPoint(0, by), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(stepper, event)
    return event.isAccepted()


def test_the_field_takes_the_focus_and_the_buttons_do_not(stepper: ValueStepper) -> None:
    stepper.setFocus()
    assert stepper.field.hasFocus()
    assert stepper.less.focusPolicy() is stepper.more.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_value_that_gets_the_focus_is_replaced_by_the_next_digit(stepper: ValueStepper, qtbot: QtBot) -> None:
    stepper.set_text("12")
    stepper.setFocus()
    with qtbot.waitSignal(stepper.edited) as edited:
        qtbot.keyClick(stepper.field, "7")
    assert edited.args == ["7"]
    assert stepper.text() == "7"


def test_a_click_into_the_field_selects_all_of_it(stepper: ValueStepper, qtbot: QtBot) -> None:
    stepper.set_text("12")
    qtbot.mouseClick(stepper.field, Qt.MouseButton.LeftButton)
    assert stepper.field.selectedText() == "12"


def test_showing_a_value_is_no_edit(stepper: ValueStepper, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(stepper.edited):
        stepper.set_text("5")
    assert stepper.text() == "5"


def test_the_buttons_say_which_way_and_leave_the_value_to_the_caller(stepper: ValueStepper, qtbot: QtBot) -> None:
    stepper.set_text("5")
    with qtbot.waitSignals([stepper.stepped] * 2, check_params_cbs=[lambda by: by == 1, lambda by: by == -1]):
        qtbot.mouseClick(stepper.more, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(stepper.less, Qt.MouseButton.LeftButton)
    assert stepper.text() == "5"
    assert stepper.more.autoRepeat()


def test_the_wheel_changes_only_what_has_the_focus(stepper: ValueStepper, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(stepper.stepped):
        assert not turn_wheel(stepper, 120)
    stepper.setFocus()
    with qtbot.waitSignal(stepper.stepped) as stepped:
        assert turn_wheel(stepper, -120)
    assert stepped.args == [-1]


def test_a_value_that_may_only_be_read_has_no_steps(stepper: ValueStepper, qtbot: QtBot) -> None:
    stepper.set_text("3")
    stepper.set_read_only(True)
    stepper.setFocus()
    with qtbot.assertNotEmitted(stepper.edited), qtbot.assertNotEmitted(stepper.stepped):
        qtbot.keyClick(stepper.field, "7")
        qtbot.mouseClick(stepper.more, Qt.MouseButton.LeftButton)
        turn_wheel(stepper, 120)
    stepper.set_read_only(False)
    assert stepper.more.isEnabled()


def test_a_screen_reader_hears_the_measure_and_what_each_button_does(stepper: ValueStepper) -> None:
    names = [
        QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
        for part in (stepper.field, stepper.less, stepper.more)
    ]
    assert names == ["Thank-yous heard", "One less: Thank-yous heard", "One more: Thank-yous heard"]
    assert QAccessible.queryAccessibleInterface(stepper.field).role() is QAccessible.Role.EditableText
    assert QAccessible.queryAccessibleInterface(stepper.less).role() is QAccessible.Role.Button


def test_a_unit_leaves_room_for_the_digits_beside_it(stepper: ValueStepper) -> None:
    before = stepper.sizeHint().width()
    stepper.set_unit("conversations")
    assert stepper.sizeHint().width() > before + 20
    stepper.set_unit("")
    assert stepper.sizeHint().width() == before


def test_more_is_on_the_left_where_one_reads_from_the_right(stepper: ValueStepper) -> None:
    stepper.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert stepper.more.x() < stepper.field.x() < stepper.less.x()
    stepper.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert stepper.less.x() < stepper.field.x() < stepper.more.x()
