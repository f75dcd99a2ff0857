"""What can be done with a person of the list, and by which key. No widgets."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from scorecard.ui.text import tr

if TYPE_CHECKING:
    from scorecard.services.people.list_page import PersonRow


class PersonOrder(Enum):
    OPEN = auto()
    RENAME = auto()
    ARCHIVE = auto()
    BRING_BACK = auto()
    MERGE = auto()
    EXPORT = auto()
    DELETE = auto()


SHOWN_KEYS: Mapping[PersonOrder, str] = {
    PersonOrder.OPEN: "Return",
    PersonOrder.RENAME: "F2",
    PersonOrder.ARCHIVE: "Del",
}
_KEYS = {
    Qt.Key.Key_Return: PersonOrder.OPEN,
    Qt.Key.Key_Enter: PersonOrder.OPEN,
    Qt.Key.Key_F2: PersonOrder.RENAME,
    Qt.Key.Key_Delete: PersonOrder.ARCHIVE,
}


def order_of(key: int) -> PersonOrder | None:
    return _KEYS.get(Qt.Key(key))


def is_possible(order: PersonOrder, row: PersonRow) -> bool:
    if order is PersonOrder.ARCHIVE:
        return not row.archived
    return row.archived if order is PersonOrder.BRING_BACK else True


def say_order(order: PersonOrder) -> str:
    match order:
        case PersonOrder.OPEN:
            return tr("&Open")
        case PersonOrder.RENAME:
            return tr("&Rename…")
        case PersonOrder.ARCHIVE:
            return tr("&Archive")
        case PersonOrder.BRING_BACK:
            return tr("&Bring back")
        case PersonOrder.MERGE:
            return tr("&Merge with somebody…")
        case PersonOrder.EXPORT:
            return tr("&Export as a vCard…")
        case PersonOrder.DELETE:
            return tr("&Delete for good…")


def key_that_adds() -> tuple[str, str]:
    """Letters, in the language of the keyboard and in that of the program."""
    return "n", tr("n", "key that adds a person")
