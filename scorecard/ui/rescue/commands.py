"""The way back as the window offers it: beside a sentence that the store can't be used."""

from PySide6.QtCore import QObject

from scorecard.domain.clock import Clock
from scorecard.domain.errors import KnownError
from scorecard.domain.incidents import StoreError
from scorecard.domain.starts import Manner
from scorecard.ui.backups.commands import BackupCommands
from scorecard.ui.main_window import MainWindow
from scorecard.ui.text import tr
from scorecard.ui.widgets.notice_sign import NoticeAction


class RescueCommands(QObject):
    def __init__(self, window: MainWindow, backups: BackupCommands, clock: Clock) -> None:
        super().__init__(window)
        self._window = window
        self._backups = backups
        self._clock = clock
        backups.ways_back = self.ways_back

    def ways_back(self, error: KnownError) -> tuple[NoticeAction, ...]:
        """Where there is one, and this window may write."""
        if not isinstance(error, StoreError) or not error.fault.has_a_way_back:
            return ()
        if self._window.surroundings.manner in (Manner.LOOKING, Manner.COPY):
            return ()
        return (NoticeAction(tr("Bring it back…"), lambda: self.open(error)),)

    def open(self, error: StoreError) -> None:
        """What is typed and not saved is kept, and goes into the store that stands there in the end."""
        from scorecard.ui.rescue.ways_in import rescue_in_window

        self._window.flush()
        self._window.desk.pause()
        rescue_in_window(error, self._window, self._backups, self._clock)
