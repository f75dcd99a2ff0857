"""What a right click on a promise, or the Menu key, offers: nothing its keys can't do as well."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from scorecard.ui.promise_dialogs.keys import PromiseOrder, letter_of, say_order
from scorecard.ui.scorecard_tab.promised_line import PromisedLineButton

_OF_A_GROUP = (
    (PromiseOrder.TO_COMMITMENT, PromiseOrder.TO_BEST_EFFORT, PromiseOrder.TO_GOOD_INTENTION),
    (PromiseOrder.EDIT, PromiseOrder.HISTORY, PromiseOrder.REMOVE),
)


def show_promised_menu(button: PromisedLineButton, point: QPoint) -> QMenu:
    """Opens the menu and returns it; it goes with its closing."""
    menu = QMenu(button)
    menu.aboutToHide.connect(menu.deleteLater)
    group = None
    for order in button.line.orders:
        own = next((number for number, orders in enumerate(_OF_A_GROUP) if order in orders), -1)
        if group is not None and own != group:
            menu.addSeparator()
        group = own
        action = menu.addAction(f"{say_order(order)}\t{_key_of(order)}")
        action.triggered.connect(lambda _=False, order=order: button.give(order))
    menu.popup(point)
    return menu


def _key_of(order: PromiseOrder) -> str:
    if order is PromiseOrder.REMOVE:
        return QKeySequence("Del").toString(QKeySequence.SequenceFormat.NativeText)
    return letter_of(order).upper()
