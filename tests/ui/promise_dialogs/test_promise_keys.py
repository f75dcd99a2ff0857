"""Which order a key is, and which a promise can take."""

import pytest
from PySide6.QtCore import Qt

from scorecard.domain.promises import Level
from scorecard.ui.promise_dialogs.keys import NOTED, PromiseOrder, key_of, order_of, orders_for, say_order
from tests.ui.promise_dialogs.conftest import TODAY, TOMORROW, Made

NO_KEYS = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.mark.parametrize(("order", "noted"), NOTED.items())
def test_with_shift_a_settling_asks_for_day_and_note(order: PromiseOrder, noted: PromiseOrder) -> None:
    letter = order.value
    assert order_of(ord(letter.upper()), letter, NO_KEYS) is order
    assert order_of(ord(letter.upper()), letter.upper(), SHIFT) is noted


def test_caps_lock_is_not_shift() -> None:
    assert order_of(Key.Key_K, "K", NO_KEYS) is PromiseOrder.KEEP
    assert order_of(Key.Key_K, "k", SHIFT) is PromiseOrder.KEEP_NOTED


@pytest.mark.parametrize(
    ("key", "text", "order"),
    [
        (Key.Key_R, "R", PromiseOrder.MOVE),
        (Key.Key_H, "H", PromiseOrder.HISTORY),
        (Key.Key_2, "2", PromiseOrder.TO_BEST_EFFORT),  # as a keyboard types it whose digits need Shift
        (Key.Key_Return, "\r", PromiseOrder.EDIT),
        (Key.Key_Delete, "", PromiseOrder.REMOVE),
    ],
)
def test_the_other_keys_do_the_same_with_shift(key: Qt.Key, text: str, order: PromiseOrder) -> None:
    assert order_of(key, text, NO_KEYS) is order
    assert order_of(key, text, SHIFT) is order


@pytest.mark.parametrize(("key", "text"), [(Key.Key_Shift, ""), (Key.Key_J, "j"), (Key.Key_J, "J")])
@pytest.mark.parametrize("modifier", [NO_KEYS, SHIFT])
def test_a_key_without_an_order_has_none(key: Qt.Key, text: str, modifier: Qt.KeyboardModifier) -> None:
    assert order_of(key, text, modifier) is None


@pytest.mark.parametrize("level", Level)
def test_an_open_promise_is_settled_with_or_without_a_note(made: Made, level: Level) -> None:
    orders = orders_for(made(level=level, due=TOMORROW), TODAY)
    assert {*NOTED, *NOTED.values()} < set(orders)


def test_what_was_never_due_is_not_late_with_a_note_either(made: Made) -> None:
    orders = orders_for(made(), TODAY)
    assert PromiseOrder.LATE not in orders
    assert PromiseOrder.LATE_NOTED not in orders
    assert PromiseOrder.KEEP_NOTED in orders


def test_every_order_has_words_and_a_key_of_its_own() -> None:
    assert len({say_order(order) for order in PromiseOrder}) == len(PromiseOrder)
    assert len({key_of(order) for order in PromiseOrder}) == len(PromiseOrder)
    assert say_order(PromiseOrder.KEEP_NOTED) == "Kept, with day and note…"
    assert key_of(PromiseOrder.KEEP_NOTED) == "Shift+K"
