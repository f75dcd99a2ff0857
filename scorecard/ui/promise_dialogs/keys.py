"""What a key means on a promise, and which orders it can take. Pure: a promise and a key in, an order out."""

from datetime import date
from enum import Enum

from PySide6.QtCore import Qt

from scorecard.domain.promises import Level, can_be_removed
from scorecard.services.reckoning import Reckoned
from scorecard.ui.text import tr


class PromiseOrder(Enum):
    """Those that end in NOTED ask for a day and a note first."""

    KEEP = "k"
    LATE = "l"
    MOVE = "r"
    BREAK = "b"
    RELEASE = "x"
    KEEP_NOTED = "shift+k"
    LATE_NOTED = "shift+l"
    BREAK_NOTED = "shift+b"
    RELEASE_NOTED = "shift+x"
    REOPEN = "o"
    EDIT = "e"
    HISTORY = "h"
    REMOVE = "delete"  # no letter: a key of its own
    TO_COMMITMENT = "1"
    TO_BEST_EFFORT = "2"
    TO_GOOD_INTENTION = "3"


LEVEL_OF = {
    PromiseOrder.TO_COMMITMENT: Level.COMMITMENT,
    PromiseOrder.TO_BEST_EFFORT: Level.BEST_EFFORT,
    PromiseOrder.TO_GOOD_INTENTION: Level.GOOD_INTENTION,
}
NOTED = {
    PromiseOrder.KEEP: PromiseOrder.KEEP_NOTED,
    PromiseOrder.LATE: PromiseOrder.LATE_NOTED,
    PromiseOrder.BREAK: PromiseOrder.BREAK_NOTED,
    PromiseOrder.RELEASE: PromiseOrder.RELEASE_NOTED,
}
_PLAIN = {noted: plain for plain, noted in NOTED.items()}
_SETTLING = (PromiseOrder.KEEP, PromiseOrder.LATE, PromiseOrder.MOVE, PromiseOrder.BREAK, PromiseOrder.RELEASE)


def order_of(key: int, text: str, modifiers: Qt.KeyboardModifier) -> PromiseOrder | None:
    """The order of a key without Ctrl or Alt. Enter opens the editor.

    Shift is looked at and not whether the letter is a capital: with Caps Lock on, one key still settles.
    """
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return PromiseOrder.EDIT
    if key == Qt.Key.Key_Delete:
        return PromiseOrder.REMOVE
    letter = text.casefold()
    found = next((order for order in PromiseOrder if letter and letter in (order.value, letter_of(order))), None)
    return NOTED.get(found, found) if found is not None and modifiers & Qt.KeyboardModifier.ShiftModifier else found


def key_of(order: PromiseOrder) -> str:
    """The key as it stands beside the words."""
    if order is PromiseOrder.REMOVE:
        return _named("Del")
    letter = letter_of(order).upper()
    return _named(f"Shift+{letter}") if order in _PLAIN else letter


def letter_of(order: PromiseOrder) -> str:
    """The key in the user's language. With Shift it is the same one."""
    match _PLAIN.get(order, order):
        case PromiseOrder.KEEP:
            return tr("k", "key that marks a promise as kept")
        case PromiseOrder.LATE:
            return tr("l", "key that marks a promise as done late")
        case PromiseOrder.MOVE:
            return tr("r", "key that renegotiates a promise")
        case PromiseOrder.BREAK:
            return tr("b", "key that marks a promise as broken")
        case PromiseOrder.RELEASE:
            return tr("x", "key that releases from a promise")
        case PromiseOrder.REOPEN:
            return tr("o", "key that reopens a promise")
        case PromiseOrder.EDIT:
            return tr("e", "key that edits a promise")
        case PromiseOrder.HISTORY:
            return tr("h", "key that shows the history of a promise")
        case _:
            return str(order.value)


def orders_for(item: Reckoned, today: date) -> tuple[PromiseOrder, ...]:
    """What can be done with the promise now, in the order of a menu."""
    state = item.standing
    if not state.open:
        return PromiseOrder.REOPEN, PromiseOrder.EDIT, PromiseOrder.HISTORY
    settling = tuple(order for order in _SETTLING if order is not PromiseOrder.LATE or state.due is not None)
    noted = tuple(NOTED[order] for order in settling if order in NOTED)
    levels = tuple(order for order, level in LEVEL_OF.items() if level is not state.level)
    removing = (PromiseOrder.REMOVE,) if can_be_removed(item.promise, today) else ()
    return *settling, *noted, *levels, PromiseOrder.EDIT, PromiseOrder.HISTORY, *removing


def say_order(order: PromiseOrder) -> str:
    """The words of a menu."""
    match order:
        case PromiseOrder.KEEP:
            return tr("Kept")
        case PromiseOrder.LATE:
            return tr("Done, but late")
        case PromiseOrder.MOVE:
            return tr("Renegotiate…")
        case PromiseOrder.BREAK:
            return tr("Broken")
        case PromiseOrder.RELEASE:
            return tr("Released: they let me off")
        case PromiseOrder.REOPEN:
            return tr("Reopen")
        case PromiseOrder.EDIT:
            return tr("Edit…")
        case PromiseOrder.HISTORY:
            return tr("History…")
        case _:
            return _say_rarer_order(order)


def _say_rarer_order(order: PromiseOrder) -> str:
    match order:
        case PromiseOrder.KEEP_NOTED:
            return tr("Kept, with day and note…")
        case PromiseOrder.LATE_NOTED:
            return tr("Done late, with day and note…")
        case PromiseOrder.BREAK_NOTED:
            return tr("Broken, with day and note…")
        case PromiseOrder.RELEASE_NOTED:
            return tr("Released, with day and note…")
        case PromiseOrder.TO_COMMITMENT:
            return tr("Make it a commitment")
        case PromiseOrder.TO_BEST_EFFORT:
            return tr("Make it a best effort")
        case PromiseOrder.TO_GOOD_INTENTION:
            return tr("Make it a good intention")
        case _:
            return tr("Remove")


def _named(key: str) -> str:
    from PySide6.QtGui import QKeySequence  # and its seventy standard keys: not for the first picture

    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
