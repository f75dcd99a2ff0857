"""What a key means on a measure's row. Pure: a key and a kind in, an order out."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from PySide6.QtCore import Qt

from scorecard.domain.measures import Kind, Terms
from scorecard.domain.values import NO, YES
from scorecard.ui.text import tr

_Key = Qt.Key


class Order(Enum):
    NEXT = auto()
    PREVIOUS = auto()
    STEP_UP = auto()
    STEP_DOWN = auto()
    SET = auto()
    SKIP = auto()
    CLEAR = auto()
    NOTE = auto()
    SERVED = auto()


@dataclass(frozen=True, slots=True)
class KeyOrder:
    """`value` belongs to SET."""

    order: Order
    value: Decimal | None = None


_BY_KEY = {
    _Key.Key_Return: Order.NEXT,
    _Key.Key_Enter: Order.NEXT,
    _Key.Key_Down: Order.NEXT,
    _Key.Key_Up: Order.PREVIOUS,
    _Key.Key_Backspace: Order.CLEAR,
    _Key.Key_Delete: Order.CLEAR,
}


def order_of(key: int, text: str, terms: Terms) -> KeyOrder | None:
    """The order of a key without Ctrl or Alt; None when it is typing, or nothing to the row."""
    if (order := _BY_KEY.get(_Key(key))) is not None:
        return KeyOrder(order)
    letter = text.casefold()
    if terms.kind.computed and letter.isdecimal():
        return KeyOrder(Order.SET, Decimal(letter))
    if letter == "+":
        return KeyOrder(Order.STEP_UP)
    if letter in ("-", "−"):
        return KeyOrder(Order.STEP_DOWN)
    if letter in ("s", tr("s", "key that skips a measure")):
        return KeyOrder(Order.SKIP)
    if letter in ("m", tr("m", "key that opens the note of a measure")):
        return KeyOrder(Order.NOTE)
    if is_served_key(letter):
        return KeyOrder(Order.SERVED)
    value = _value_of(letter, terms)
    return KeyOrder(Order.SET, value) if value is not None else None


def is_served_key(letter: str) -> bool:
    """Whom did I serve? The same on a row and beside the rows."""
    return letter in ("w", tr("w", "key that asks whom one served"))


def _value_of(letter: str, terms: Terms) -> Decimal | None:
    if letter == " ":
        return _as_asked(terms)
    if terms.kind is Kind.YES_NO:
        return _yes_or_no(letter)
    if terms.kind is Kind.RATING and letter.isdecimal():
        return _rating(int(letter), terms.scale or 0)
    return None


def _as_asked(terms: Terms) -> Decimal | None:
    """The space bar: just what the measure asks."""
    return YES if terms.kind is Kind.YES_NO else terms.target


def _yes_or_no(letter: str) -> Decimal | None:
    if letter in ("y", "1", tr("y", "key for yes")):
        return YES
    if letter in ("n", "0", tr("n", "key for no")):
        return NO
    return None


def _rating(digit: int, scale: int) -> Decimal | None:
    """On a scale to ten, 0 is ten, so that every rating is one key."""
    rating = 10 if digit == 0 else digit
    return Decimal(rating) if rating <= scale else None


def stepped(value: Decimal | None, direction: int, terms: Terms) -> Decimal:
    """The value one step up or down from `value`; a first step from unknown counts from zero."""
    if terms.kind is Kind.YES_NO:
        return YES if direction > 0 else NO
    start = value if value is not None else NO
    moved = start + direction * step_size(terms)
    if terms.kind is Kind.NUMBER:
        return moved
    lowest = Decimal(1) if terms.kind is Kind.RATING else NO
    highest = Decimal(terms.scale) if terms.scale else None
    return max(lowest, min(moved, highest) if highest is not None else moved)


def step_size(terms: Terms) -> Decimal:
    """Five minutes, or a quarter of an hour where an hour or more is asked; otherwise one."""
    if terms.kind is not Kind.DURATION:
        return Decimal(1)
    return Decimal(15) if (terms.target or NO) >= 60 else Decimal(5)
