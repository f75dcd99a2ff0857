"""What is done to a person of the list. Dialogs are imported when they are first needed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from scorecard.ui.desk import Desk
from scorecard.ui.people_tab.orders import PersonOrder
from scorecard.ui.text import tr

if TYPE_CHECKING:
    from scorecard.services.people.list_page import PersonRow


def take(order: PersonOrder, desk: Desk, parent: QWidget, row: PersonRow) -> None:
    """All but opening the page, which is for the tab to do."""
    match order:
        case PersonOrder.RENAME:
            rename(desk, parent, row)
        case PersonOrder.ARCHIVE:
            archive(desk, row)
        case PersonOrder.BRING_BACK:
            bring_back(desk, row)
        case PersonOrder.MERGE:
            merge(desk, parent, row)
        case PersonOrder.EXPORT:
            export_cards(desk, parent, (row,))
        case PersonOrder.DELETE:
            delete_for_good(desk, parent, row)


def show_menu(desk: Desk, parent: QWidget, row: PersonRow, point: QPoint) -> QMenu:
    """What can be done with somebody whose page is open."""
    from scorecard.ui.people_tab.person_menu import show_people_menu

    return show_people_menu(row, point, lambda order: take(order, desk, parent, row), parent, leaving=PersonOrder.OPEN)


def rename(desk: Desk, parent: QWidget, row: PersonRow) -> None:
    from scorecard.ui.people_tab.rename_dialog import RenameDialog

    RenameDialog(desk, parent, row.person).open()


def archive(desk: Desk, row: PersonRow) -> bool:
    """Out of the list; everything stays."""
    return desk.do(lambda services: services.people.profiles.archive(row.id))


def bring_back(desk: Desk, row: PersonRow) -> bool:
    return desk.do(lambda services: services.people.profiles.bring_back(row.id))


def merge(desk: Desk, parent: QWidget, row: PersonRow) -> None:
    """Two that turn out to be one."""
    from scorecard.ui.people_tab.merge_dialog import MergeDialog

    MergeDialog(desk, parent, row).open()


def export_cards(desk: Desk, parent: QWidget, rows: Sequence[PersonRow]) -> None:
    """As vCards, into a file that is asked for."""
    from scorecard.ui.people_tab.export_dialog import ExportDialog

    ExportDialog(desk, parent, rows).open()


def export_contacts(desk: Desk, parent: QWidget, shown: Sequence[PersonRow]) -> None:
    """Of those shown, or of everybody."""
    from scorecard.ui.people_tab.export_dialog import ExportDialog

    everybody = desk.ask(lambda services: services.people.rows())
    if everybody is None:
        return
    if everybody:
        ExportDialog(desk, parent, shown, everybody).open()
    else:
        desk.said.emit(tr("There is nobody yet, so there is nothing to export."))


def delete_for_good(desk: Desk, parent: QWidget, row: PersonRow) -> None:
    """Asks first, and says what goes with them."""
    from scorecard.ui.people_tab.delete_dialog import open_delete

    open_delete(desk, parent, row.id, archived=row.archived)


def import_contacts(desk: Desk, parent: QWidget) -> None:
    """From a file that is asked for."""
    from scorecard.ui.people_tab.contacts_dialog import ContactsDialog

    page = desk.ask(lambda services: services.people.list_page())
    if page is not None:
        ContactsDialog(desk, parent, page.groups).open()
