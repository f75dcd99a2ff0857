"""What can be done with a row of the card, by which key, and why something can't be. No widgets."""

from collections.abc import Mapping
from datetime import date
from enum import Enum, auto

from scorecard.domain.measures import Measure, Place
from scorecard.domain.snapshot import Card
from scorecard.services.card_order import group_of, place_of, spot_beside
from scorecard.ui.card_editor.rows import GroupRow, MeasureRow, Row
from scorecard.ui.text import tr


class Order(Enum):
    """Of a group, EDIT renames, UP and DOWN move it among the groups, and REMOVE takes it away."""

    EDIT = auto()
    DUPLICATE = auto()
    UP = auto()
    DOWN = auto()
    CARD = auto()
    BENCH = auto()
    REMOVE = auto()


KEYS: Mapping[Order, tuple[str, ...]] = {
    Order.EDIT: ("F2",),
    Order.DUPLICATE: ("Ctrl+D",),
    Order.UP: ("Alt+Up",),
    Order.DOWN: ("Alt+Down",),
    Order.CARD: ("Alt+Left", "Ctrl+Shift+C"),
    Order.BENCH: ("Alt+Right", "Ctrl+Shift+B"),
    Order.REMOVE: ("Del",),
}
ADD, ADD_GROUP = "Ctrl+N", "Ctrl+Shift+N"
_OF_GROUPS = (Order.EDIT, Order.UP, Order.DOWN, Order.REMOVE)


def say_order(order: Order, row: Row | None) -> str:
    match order:
        case Order.EDIT:
            return tr("&Rename…") if isinstance(row, GroupRow) else tr("&Edit…")
        case Order.DUPLICATE:
            return tr("Dup&licate…")
        case Order.UP:
            return tr("Move u&p")
        case Order.DOWN:
            return tr("Mo&ve down")
        case Order.CARD:
            retired = isinstance(row, MeasureRow) and row.terms.place is Place.RETIRED
            return tr("Bring bac&k to the card") if retired else tr("Put on the &card")
        case Order.BENCH:
            return tr("Put on the &bench")
        case Order.REMOVE:
            return tr("Re&move the group") if isinstance(row, GroupRow) else tr("Ret&ire…")


def offered(row: Row | None) -> tuple[Order, ...]:
    """What makes sense for such a row, possible just now or not."""
    match row:
        case GroupRow():
            return _OF_GROUPS
        case MeasureRow(terms=terms) if terms.place is Place.CARD:
            return tuple(order for order in Order if order is not Order.CARD)
        case MeasureRow(terms=terms) if terms.place is Place.BENCH:
            return tuple(order for order in Order if order is not Order.BENCH)
        case MeasureRow():
            return Order.EDIT, Order.DUPLICATE, Order.CARD, Order.BENCH
        case _:
            return tuple(order for order in Order if order is not Order.CARD)


def refusals(card: Card, today: date, row: Row | None) -> Mapping[Order, str]:
    """Why something is not possible, for all that is not."""
    if isinstance(row, GroupRow):
        return _of_group(card, row)
    if isinstance(row, MeasureRow):
        return _of_measure(card, today, row.measure)
    return dict.fromkeys(Order, tr("Choose a measure first."))


def _of_group(card: Card, row: GroupRow) -> Mapping[Order, str]:
    reasons = {order: tr("That is for measures. Choose one first.") for order in Order if order not in _OF_GROUPS}
    if row.group is None:
        return reasons | dict.fromkeys(_OF_GROUPS, tr("Choose a measure first."))
    ids = [group.id for group in card.groups]
    if ids[0] == row.group.id:
        reasons[Order.UP] = tr("It is the first group already.")
    if ids[-1] == row.group.id:
        reasons[Order.DOWN] = tr("It is the last group already.")
    return reasons


def _of_measure(card: Card, today: date, measure: Measure) -> Mapping[Order, str]:
    place = place_of(measure, today)
    reasons: dict[Order, str] = {}
    for order, by, otherwise in (
        (Order.UP, -1, tr("It is the first one here already.")),
        (Order.DOWN, 1, tr("It is the last one here already.")),
    ):
        if spot_beside(card, today, measure.id, by) is None:
            reasons[order] = tr("Retired measures stand in no order.") if place is Place.RETIRED else otherwise
    match place:
        case Place.CARD:
            reasons[Order.CARD] = tr("It is on the card already.")
        case Place.BENCH:
            reasons[Order.BENCH] = tr("It is on the bench already.")
        case Place.RETIRED:
            reasons[Order.REMOVE] = tr("It is retired already.")
    return reasons


def group_after(card: Card, group_id: str, by: int) -> str | None:
    """The group that one comes before when it goes up (−1) or down (1); None: it becomes the last."""
    ids = [group.id for group in card.groups]
    place = ids.index(group_id) + (by if by < 0 else by + 1)
    return ids[place] if 0 <= place < len(ids) else None


def home_group(card: Card, measure: Measure) -> str | None:
    """The group to which it comes back."""
    return group_of(card, measure)
