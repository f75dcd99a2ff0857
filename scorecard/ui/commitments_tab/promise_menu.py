"""What a right click on a card, or the Menu key, offers: nothing the keyboard can't do as well."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from scorecard.services.reckoning import Reckoned
from scorecard.ui.promise_dialogs.keys import PromiseOrder, letter_of, orders_for, say_order

_BREAK_BEFORE = (PromiseOrder.TO_COMMITMENT, PromiseOrder.TO_BEST_EFFORT, PromiseOrder.EDIT, PromiseOrder.REMOVE)


def show_promise_menu(
    item: Reckoned, today: date, point: QPoint, take: Callable[[PromiseOrder], object], parent: QWidget
) -> QMenu:
    """Opens the menu and returns it; it goes with its closing."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    grouped = False
    for order in orders_for(item, today):
        relevels = order in (PromiseOrder.TO_COMMITMENT, PromiseOrder.TO_BEST_EFFORT, PromiseOrder.TO_GOOD_INTENTION)
        if (order in _BREAK_BEFORE or relevels) and not (relevels and grouped):
            menu.addSeparator()
        grouped = grouped or relevels
        action = menu.addAction(f"{say_order(order)}\t{key_of(order)}")
        action.triggered.connect(lambda _=False, order=order: take(order))
    menu.popup(point)
    return menu


def key_of(order: PromiseOrder) -> str:
    """The key as it stands beside the words."""
    if order is PromiseOrder.REMOVE:
        return QKeySequence("Del").toString(QKeySequence.SequenceFormat.NativeText)
    return letter_of(order).upper()
