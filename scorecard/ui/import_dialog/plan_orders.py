"""What can be wished of the chosen lines of a plan, by which key, and what wishes that makes. No widgets."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import Enum, auto

from scorecard.domain.measures import Place
from scorecard.services.importing_matches import Match
from scorecard.services.importing_rows import PlanRow
from scorecard.services.importing_wishes import NO_WISH, Wish, Wishes, wish_for, with_wish
from scorecard.ui.text import tr


class Order(Enum):
    """TICK leaves out what comes along, and brings in what is left out."""

    EDIT = auto()
    CARD = auto()
    BENCH = auto()
    RETIRE = auto()
    GROUP = auto()
    TICK = auto()
    RESET = auto()


KEYS: Mapping[Order, tuple[str, ...]] = {
    Order.EDIT: ("F2",),
    Order.CARD: ("Alt+Left", "Ctrl+Shift+C"),
    Order.BENCH: ("Alt+Right", "Ctrl+Shift+B"),
    Order.RETIRE: (),
    Order.GROUP: ("Ctrl+Shift+N",),
    Order.TICK: ("Del",),
    Order.RESET: ("Backspace",),
}
"""Besides Enter, which edits, and Space, which ticks."""

_PLACES = {Order.CARD: Place.CARD, Order.BENCH: Place.BENCH, Order.RETIRE: Place.RETIRED}


def say_order(order: Order, rows: Sequence[PlanRow]) -> str:
    match order:
        case Order.EDIT:
            return tr("&Edit…")
        case Order.CARD:
            return tr("Put on the &card")
        case Order.BENCH:
            return tr("Put on the &bench")
        case Order.RETIRE:
            return tr("Keep as &retired")
        case Order.GROUP:
            return tr("Into a &group…")
        case Order.TICK:
            return tr("Bring &in") if _all_out(rows) else tr("Leave &out")
        case Order.RESET:
            return tr("As &proposed")


def refusal(order: Order, rows: Sequence[PlanRow], wishes: Wishes) -> str:
    """Why it can't be wished of these lines; empty where it can."""
    if not rows:
        return tr("Choose a measure first.")
    match order:
        case Order.EDIT:
            return "" if len(rows) == 1 else tr("One measure at a time can be edited.")
        case Order.TICK:
            return ""
        case Order.RESET:
            wished = any(wish_for(wishes, row.origin) != NO_WISH for row in rows)
            return "" if wished else tr("It is as it was proposed already.")
        case _:
            return "" if any(_is_new(row) for row in rows) else tr("Only a new measure: yours stay where they are.")


def wishes_after(order: Order, rows: Sequence[PlanRow], wishes: Wishes) -> Wishes:
    """For those orders that need nothing more to be said."""
    if order is Order.TICK:
        return ticked(rows, wishes, comes=_all_out(rows))
    if order is Order.RESET:
        return _each(rows, wishes, lambda _row, _wish: NO_WISH)
    place = _PLACES[order]
    return _each([row for row in rows if _is_new(row)], wishes, lambda _row, wish: replace(wish, place=place))


def grouped(rows: Sequence[PlanRow], wishes: Wishes, group: str) -> Wishes:
    return _each([row for row in rows if _is_new(row)], wishes, lambda _row, wish: replace(wish, group=group))


def ticked(rows: Sequence[PlanRow], wishes: Wishes, *, comes: bool) -> Wishes:
    """What would be so without a wish needs none."""
    return _each(rows, wishes, lambda row, wish: replace(wish, comes=_comes(row, comes=comes)))


def _comes(row: PlanRow, *, comes: bool) -> bool | None:
    by_itself = row.match is Match.ORIGIN or not row.offered
    return None if comes is by_itself else comes


def _each(rows: Sequence[PlanRow], wishes: Wishes, change: Callable[[PlanRow, Wish], Wish]) -> Wishes:
    for row in rows:
        wishes = with_wish(wishes, row.origin, change(row, wish_for(wishes, row.origin)))
    return wishes


def _is_new(row: PlanRow) -> bool:
    return row.match is Match.NONE and not row.left_out


def _all_out(rows: Sequence[PlanRow]) -> bool:
    return bool(rows) and all(row.left_out for row in rows)
