"""What a right click on a row, or the Menu key, offers: nothing the keyboard can't do as well."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from scorecard.ui.scorecard_tab.measure_row import MeasureRow
from scorecard.ui.text import tr


def show_row_menu(row: MeasureRow, point: QPoint, show_history: Callable[[], None]) -> QMenu:
    """Opens the menu and returns it; it goes with its closing."""
    menu = QMenu(row)
    menu.aboutToHide.connect(menu.deleteLater)
    locked = not row.control.widget.isEnabled()
    _add(menu, tr("&Note"), "M", row.open_note, not locked)
    _add(menu, tr("&Skip"), "S", lambda: row.skipped.emit(row.measure_id), not locked)
    _add(menu, tr("&Clear"), tr("Backspace"), lambda: row.cleared.emit(row.measure_id), not locked)
    menu.addSeparator()
    _add(menu, tr("&History of this value"), "Ctrl+H", show_history, True)
    menu.popup(point)
    return menu


def _add(menu: QMenu, words: str, key: str, act: Callable[[], object], enabled: bool) -> None:
    action = menu.addAction(f"{words}\t{key}")
    action.setEnabled(enabled)
    action.triggered.connect(lambda: act())
