"""A few answers side by side, chosen with the mouse, the arrow keys, or a screen reader."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from pytestqt.qtbot import QtBot

from scorecard.ui.widgets.segments import WIDEST, Segments

RATING = [(str(step), str(step)) for step in range(1, 6)]


@pytest.fixture
def segments(qtbot: QtBot) -> Segments:
    segments = Segments(RATING, "Listened without a screen")
    qtbot.addWidget(segments)
    segments.show()
    return segments


def checked(segments: Segments) -> list[str]:
    return [cell.text() for cell in segments.cells if cell.isChecked()]


def test_nothing_is_chosen_at_first(segments: Segments) -> None:
    assert segments.chosen_index is None
    assert segments.chosen_key is None
    assert checked(segments) == []


def test_a_press_chooses_one_and_only_one(segments: Segments, qtbot: QtBot) -> None:
    for index in (3, 1):
        with qtbot.waitSignal(segments.chosen) as chosen:
            qtbot.mouseClick(segments.cells[index], Qt.MouseButton.LeftButton)
        assert chosen.args == [index]
    assert checked(segments) == ["2"]
    assert segments.chosen_key == "2"


def test_pressing_the_chosen_answer_again_says_nothing_and_keeps_it(segments: Segments, qtbot: QtBot) -> None:
    segments.set_chosen(2)
    with qtbot.assertNotEmitted(segments.chosen):
        qtbot.mouseClick(segments.cells[2], Qt.MouseButton.LeftButton)
    assert checked(segments) == ["3"]


def test_showing_a_choice_or_none_is_told_to_nobody(segments: Segments, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(segments.chosen):
        segments.set_chosen(4)
        segments.set_chosen(None)
    assert checked(segments) == []


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        (None, Qt.Key.Key_Right, 0),
        (None, Qt.Key.Key_Left, 4),
        (0, Qt.Key.Key_Right, 1),
        (1, Qt.Key.Key_Left, 0),
        (4, Qt.Key.Key_Right, 4),
        (0, Qt.Key.Key_Left, 0),
    ],
)
def test_the_arrows_choose_and_stop_at_the_ends(
    segments: Segments, qtbot: QtBot, start: int | None, key: Qt.Key, end: int
) -> None:
    segments.set_chosen(start)
    qtbot.keyClick(segments, key)
    assert segments.chosen_index == end


def test_the_arrows_point_where_they_point_when_one_reads_from_the_right(segments: Segments, qtbot: QtBot) -> None:
    segments.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    segments.set_chosen(1)
    qtbot.keyClick(segments, Qt.Key.Key_Left)
    assert segments.chosen_index == 2
    assert segments.cells[2].x() < segments.cells[1].x()


def test_the_whole_takes_the_focus_and_its_answers_do_not(segments: Segments) -> None:
    assert segments.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert {cell.focusPolicy() for cell in segments.cells} == {Qt.FocusPolicy.NoFocus}


def test_a_screen_reader_sees_a_named_group_of_radio_buttons(segments: Segments) -> None:
    segments.set_chosen(3)
    group = QAccessible.queryAccessibleInterface(segments)
    assert group.role() is QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "Listened without a screen"
    children = [group.child(index) for index in range(group.childCount())]
    assert [child.role() for child in children] == [QAccessible.Role.RadioButton] * 5
    assert [child.state().checked for child in children] == [0, 0, 0, 1, 0]


def test_a_screen_reader_can_choose(segments: Segments, qtbot: QtBot) -> None:
    actions = QAccessible.queryAccessibleInterface(segments.cells[1]).actionInterface()
    with qtbot.waitSignal(segments.chosen) as chosen:
        actions.doAction(QAccessibleActionInterface.pressAction())
    assert chosen.args == [1]


def test_ten_answers_fit_into_the_room_of_a_row(qtbot: QtBot) -> None:
    segments = Segments([(str(step), str(step)) for step in range(1, 11)], "Ten")
    qtbot.addWidget(segments)
    segments.show()
    assert segments.width() <= WIDEST
    for cell in segments.cells:
        assert cell.width() > cell.fontMetrics().horizontalAdvance(cell.text())
    assert segments.cells[-1].geometry().right() < segments.width()


def test_long_answers_are_never_cut(qtbot: QtBot) -> None:
    segments = Segments([("a", "Something rather long"), ("b", "Something even longer than that")], "Long", widest=100)
    qtbot.addWidget(segments)
    segments.show()
    for cell in segments.cells:
        assert cell.width() > cell.fontMetrics().horizontalAdvance(cell.text())
