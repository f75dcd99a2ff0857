"""Does in the window what a start asks for: the first one, or a later one that finds the window open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QDialog

from scorecard.domain.starts import Arrival
from scorecard.ui.main_window import REFLECTION, MainWindow
from scorecard.ui.one_instance import use_token

if TYPE_CHECKING:
    from scorecard.ui.window_commands import WindowCommands


class Arriving(QObject):
    def __init__(self, window: MainWindow, commands: WindowCommands) -> None:
        super().__init__(window)
        self._window = window
        self._commands = commands

    @Slot(object)
    def follow(self, arrival: Arrival) -> None:
        """Somebody started the program again; a session that did so wants nothing to be seen."""
        if arrival.background:
            return
        use_token(arrival.token)
        self._window.bring_to_front()
        self.show(arrival)

    def show(self, arrival: Arrival) -> None:
        """Now, or when the dialog in front is done with."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            if arrival != Arrival(token=arrival.token):
                dialog.finished.connect(lambda _: self.show(arrival), Qt.ConnectionType.SingleShotConnection)
            return
        if arrival.day is not None and arrival.page == REFLECTION:
            self._commands.days.open_reflection(arrival.day)
        elif arrival.day is not None:
            self._window.open_day(arrival.day)
        if arrival.page:
            self._window.go_to_page(arrival.page)
        if arrival.file is not None:
            self._commands.import_file(arrival.file)
