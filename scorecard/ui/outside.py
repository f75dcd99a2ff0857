"""What comes in from outside: another start of the program, the end of the session, sleep, the locked screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from scorecard.ui.arriving import Arriving
from scorecard.ui.main_window import MainWindow
from scorecard.ui.news import News
from scorecard.ui.one_instance import Doorbell
from scorecard.ui.system_signs import SystemSigns

if TYPE_CHECKING:
    from scorecard.ui.window_commands import WindowCommands


class Outside(QObject):
    def __init__(self, window: MainWindow, commands: WindowCommands) -> None:
        super().__init__(window)
        self._window = window
        self.arriving = Arriving(window, commands)
        self._news: News | None = None
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            # The session ends. Nothing is refused, so that logging out never waits for us.
            application.commitDataRequest.connect(self.save)
        signs = SystemSigns(self)
        signs.going_to_sleep.connect(self.save)
        signs.woke.connect(window.focused)
        signs.locked.connect(window.hide_now)

    def open_door(self, lock: Path) -> None:
        """From now on another start is heard. Only for who holds the lock."""
        Doorbell(lock, self).rung.connect(self.arriving.follow)

    def listen(self, sign: Path) -> None:
        """From now on what the command line changes is seen within a moment. `sign`: the file that it writes to."""
        if self._news is not None:
            self._news.deleteLater()
        self._news = News(sign, self)
        self._news.heard.connect(self._window.focused)

    @Slot()
    def save(self) -> None:
        """All that is being typed."""
        self._window.flush()
