"""What a key means on a promise, and which orders it can take. Pure: a promise and a key in, an order out."""

from datetime import date
from enum import Enum

from PySide6.QtCore import Qt

from scorecard.domain.promises import Level, can_be_removed
from scorecard.services.reckoning import Reckoned
from scorecard.ui.text import tr


class PromiseOrder(Enum):
    KEEP = "k"
    LATE = "l"
    MOVE = "r"
    BREAK = "b"
    RELEASE = "x"
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
_SETTLING = (PromiseOrder.KEEP, PromiseOrder.LATE, PromiseOrder.MOVE, PromiseOrder.BREAK, PromiseOrder.RELEASE)


def order_of(key: int, text: str) -> PromiseOrder | None:
    """The order of a key without Ctrl or Alt. Enter opens the editor."""
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return PromiseOrder.EDIT
    if key == Qt.Key.Key_Delete:
        return PromiseOrder.REMOVE
    letter = text.casefold()
    return next((order for order in PromiseOrder if letter and letter in (order.value, letter_of(order))), None)


def letter_of(order: PromiseOrder) -> str:
    """The key in the user's language."""
    match order:
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
    levels = tuple(order for order, level in LEVEL_OF.items() if level is not state.level)
    removing = (PromiseOrder.REMOVE,) if can_be_removed(item.promise, today) else ()
    return *settling, *levels, PromiseOrder.EDIT, PromiseOrder.HISTORY, *removing


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
        case PromiseOrder.TO_COMMITMENT:
            return tr("Make it a commitment")
        case PromiseOrder.TO_BEST_EFFORT:
            return tr("Make it a best effort")
        case PromiseOrder.TO_GOOD_INTENTION:
            return tr("Make it a good intention")
        case _:
            return tr("Remove")
