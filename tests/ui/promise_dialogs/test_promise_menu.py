"""The menu of a promise: what it offers, and that the keys of a promise work in it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scorecard.ui.promise_dialogs.keys import PromiseOrder, orders_for
from scorecard.ui.promise_dialogs.promise_menu import PromiseMenu, show_promise_menu
from tests.ui.promise_dialogs.conftest import TODAY, TOMORROW, Made

NO_KEYS = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def taken() -> list[PromiseOrder]:
    return []


@pytest.fixture
def menu(qtbot: QtBot, made: Made, taken: list[PromiseOrder]) -> Iterator[PromiseMenu]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield show_promise_menu(orders_for(made(due=TOMORROW), TODAY), QPoint(), taken.append, window)
    window.close()


def test_settling_with_a_note_stands_apart_from_settling_at_once(menu: PromiseMenu) -> None:
    groups: list[list[str]] = [[]]
    for action in menu.actions():
        if action.isSeparator():
            groups.append([])
        else:
            groups[-1].append(action.text().replace("\t", " | "))

    assert groups[0] == [
        "Kept | K",
        "Done, but late | L",
        "Renegotiate… | R",
        "Broken | B",
        "Released: they let me off | X",
    ]
    assert groups[1] == [
        "Kept, with day and note… | Shift+K",
        "Done late, with day and note… | Shift+L",
        "Broken, with day and note… | Shift+B",
        "Released, with day and note… | Shift+X",
    ]


@pytest.mark.parametrize(
    ("key", "modifier", "order"),
    [
        (Key.Key_B, NO_KEYS, PromiseOrder.BREAK),
        (Key.Key_B, SHIFT, PromiseOrder.BREAK_NOTED),
        (Key.Key_K, SHIFT, PromiseOrder.KEEP_NOTED),
        (Key.Key_L, SHIFT, PromiseOrder.LATE_NOTED),
        (Key.Key_X, SHIFT, PromiseOrder.RELEASE_NOTED),
        (Key.Key_Delete, NO_KEYS, PromiseOrder.REMOVE),
    ],
)
def test_a_key_in_the_menu_is_its_order(
    menu: PromiseMenu, taken: list[PromiseOrder], key: Qt.Key, modifier: Qt.KeyboardModifier, order: PromiseOrder
) -> None:
    QTest.keyClick(menu, key, modifier)

    assert taken == [order]
    assert menu.isHidden()


def test_a_line_of_the_menu_is_its_order(menu: PromiseMenu, taken: list[PromiseOrder]) -> None:
    next(action for action in menu.actions() if "Shift+X" in action.text()).trigger()

    assert taken == [PromiseOrder.RELEASE_NOTED]
