"""What a right click on a person, or the Menu key, offers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from scorecard.ui.people_tab.orders import SHOWN_KEYS, PersonOrder, is_possible, say_order

if TYPE_CHECKING:
    from scorecard.services.people.list_page import PersonRow

_Order = PersonOrder
_GROUPS = (
    (_Order.OPEN, _Order.RENAME),
    (_Order.ARCHIVE, _Order.BRING_BACK, _Order.MERGE, _Order.EXPORT),
    (_Order.DELETE,),
)


def people_menu(
    row: PersonRow, take: Callable[[PersonOrder], object], parent: QWidget, leaving: PersonOrder | None = None
) -> QMenu:
    """It goes with its closing. `leaving` is left out."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    for group in _GROUPS:
        if menu.actions():
            menu.addSeparator()
        for order in group:
            if order is not leaving and is_possible(order, row):
                key = QKeySequence(SHOWN_KEYS.get(order, "")).toString(QKeySequence.SequenceFormat.NativeText)
                action = menu.addAction(f"{say_order(order)}\t{key}" if key else say_order(order))
                action.triggered.connect(lambda _=False, order=order: take(order))
    return menu


def show_people_menu(
    row: PersonRow,
    point: QPoint,
    take: Callable[[PersonOrder], object],
    parent: QWidget,
    leaving: PersonOrder | None = None,
) -> QMenu:
    """Opens the menu and returns it."""
    menu = people_menu(row, take, parent, leaving)
    menu.popup(point)
    return menu
