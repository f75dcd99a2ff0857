"""The ways into the window that leads back: from a start that can't go on, and from a window with a bad store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt

from scorecard.services.rescuing import Around, Rescue
from scorecard.ui.rescue.dialog import RescueDialog
from scorecard.ui.text import tr

if TYPE_CHECKING:
    from scorecard.domain.clock import Clock
    from scorecard.domain.incidents import StoreError
    from scorecard.ui.backups.commands import BackupCommands
    from scorecard.ui.main_window import MainWindow


def look_around(second: Path | None, store_id: str = "") -> Around:
    """Exports lie where their dialog proposes to put them."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Around(second, store_id, (Path.home(), *([Path(documents)] if documents else [])))


def rescue_at_start(error: StoreError, clock: Clock, around: Around) -> bool:
    """Whether to look at the store again."""
    return bool(RescueDialog(error, Rescue(error.path, clock, around), tr("&Quit")).exec())


def rescue_in_window(error: StoreError, window: MainWindow, backups: BackupCommands, clock: Clock) -> RescueDialog:
    """For a store that has been let go of. If a good one stands there in the end, it is opened."""
    around = look_around(window.surroundings.preferences.second_backups())
    rescue = Rescue(error.path, clock, around)

    def go_on() -> None:
        found = rescue.settle()
        if found is None:
            backups.take_up()
        else:
            window.desk.lose_hope()
            backups.show_failure(found)

    dialog = RescueDialog(error, rescue, tr("&Not now"), window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(go_on)
    dialog.open()
    return dialog
