"""What a right click on a promise, or the Menu key, offers: nothing its keys can't do as well."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from scorecard.overriding import override
from scorecard.ui.promise_dialogs.keys import PromiseOrder, key_of, order_of, say_order
from scorecard.ui.text import tr

_Order = PromiseOrder
_GROUPS = (
    (_Order.KEEP, _Order.LATE, _Order.MOVE, _Order.BREAK, _Order.RELEASE, _Order.REOPEN),
    (_Order.KEEP_NOTED, _Order.LATE_NOTED, _Order.BREAK_NOTED, _Order.RELEASE_NOTED),
    (_Order.TO_COMMITMENT, _Order.TO_BEST_EFFORT, _Order.TO_GOOD_INTENTION),
    (_Order.EDIT, _Order.HISTORY),
    (_Order.REMOVE,),
)
_LOOKING = 3  # the group of what changes nothing
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class WayToPerson:
    """To whom the promise was made, and what opens their page."""

    name: str
    open: Callable[[], object]


class PromiseMenu(QMenu):
    """The keys of a promise work in it too. It goes with its closing."""

    def __init__(
        self, orders: Sequence[PromiseOrder], take: Callable[[PromiseOrder], object], parent: QWidget,
        person: WayToPerson | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._orders = orders
        self._take = take
        self.aboutToHide.connect(self.deleteLater)
        for group in _GROUPS:
            offered = [order for order in orders if order in group]
            if offered and self.actions():
                self.addSeparator()
            for order in offered:
                action = self.addAction(f"{say_order(order)}\t{key_of(order)}")
                action.triggered.connect(lambda _=False, order=order: take(order))
            if group is _GROUPS[_LOOKING] and person is not None:
                name = _short(person.name).replace("&", "&&")
                way = self.addAction(tr("O&pen {person}").format(person=name))
                way.triggered.connect(lambda _=False: person.open())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the line that is marked, as in every menu."""
        is_one = bool(event.text().strip()) or event.matches(_DELETE)
        order = order_of(event.key(), event.text(), event.modifiers()) if is_one else None
        if order in self._orders and order is not None:
            self.close()
            self._take(order)
        else:
            super().keyPressEvent(event)


_DELETE = QKeySequence.StandardKey.Delete


def show_promise_menu(
    orders: Sequence[PromiseOrder], point: QPoint, take: Callable[[PromiseOrder], object], parent: QWidget,
    person: WayToPerson | None = None,
) -> PromiseMenu:  # fmt: skip
    """Opens the menu and returns it."""
    menu = PromiseMenu(orders, take, parent, person)
    menu.popup(point)
    return menu


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
