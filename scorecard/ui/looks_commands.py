"""What the window does about itself: its settings and the size of its text, its help, and where its data lie."""

from __future__ import annotations

import platform

from PySide6.QtCore import QObject, qVersion

from scorecard.domain.clock import Clock
from scorecard.ui import text_size
from scorecard.ui.backups.commands import BackupCommands
from scorecard.ui.main_window import MainWindow
from scorecard.ui.moving.commands import MoveCommands


class LooksCommands(QObject):
    def __init__(self, window: MainWindow, backups: BackupCommands, clock: Clock) -> None:
        super().__init__(window)
        self._window = window
        self._backups = backups
        self.moving = MoveCommands(window, backups, clock)
        self.moving.moved.connect(backups.go_on_with)

    def open_settings(self) -> None:
        from scorecard.ui.settings_dialog.dialog import SettingsDialog

        surroundings = self._window.surroundings
        dialog = SettingsDialog(self._window.desk, surroundings.theme, surroundings.preferences, self._window)
        dialog.written_anew.connect(self._say_anew)
        dialog.move_asked.connect(self.moving.choose)
        dialog.backups.second_chosen.connect(self._backups.follow_second_folder)
        dialog.backups.list_asked.connect(self._backups.open)
        dialog.open()

    def open_shortcuts(self) -> None:
        from scorecard.ui.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self._window).open()

    def open_about(self) -> None:
        from scorecard import __version__
        from scorecard.ui.about_dialog import AboutDialog, AboutFacts

        facts = self._window.desk.ask(lambda services: services.facts())
        if facts is not None:
            parts = (("Python", platform.python_version()), ("Qt", qVersion()))
            about = AboutFacts(__version__, facts.path, facts.sqlite_version, facts.journal_mode, parts)
            AboutDialog(self._window, about).open()

    def larger(self) -> None:
        text_size.larger(self._window.surroundings.theme, self._window.surroundings.preferences)

    def smaller(self) -> None:
        text_size.smaller(self._window.surroundings.theme, self._window.surroundings.preferences)

    def usual(self) -> None:
        text_size.usual(self._window.surroundings.theme, self._window.surroundings.preferences)

    def _say_anew(self) -> None:
        """Dates and numbers are written otherwise from now on."""
        from scorecard.services.changes import EVERYTHING

        self._window.desk.changed.emit(EVERYTHING)
