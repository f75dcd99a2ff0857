"""What the window does about backups: their dialog, putting another store behind the window, and a quiet word when the
backup of the day could not be made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Qt, Signal

from scorecard.domain.backups import BackupError, BackupFault
from scorecard.domain.clock import Clock
from scorecard.domain.errors import KnownError
from scorecard.ui.main_window import MainWindow
from scorecard.ui.text import tr
from scorecard.ui.widgets.notice_sign import NoticeAction, NoticeTone


class BackupCommands(QObject):
    """`reopened` is called when another store stands behind the window."""

    _failed = Signal(object)

    def __init__(self, window: MainWindow, store: Path, clock: Clock, reopened: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._store = store
        self._clock = clock
        self._reopened = reopened
        # The backup of the day tells from its own thread.
        self._failed.connect(self._say_failure, Qt.ConnectionType.QueuedConnection)

    def keep_daily(self) -> None:
        """From now on the first change of a day makes a backup."""
        self._desk.ask(lambda services: services.daily_backup.begin(self._failed.emit))

    def open(self) -> None:
        """Also while the store can't be opened: then most of all."""
        from scorecard.services.backups import Backups
        from scorecard.ui.backups.dialog import BackupsDialog

        backups = self._desk.ask(lambda services: services.backups) or Backups(self._store, self._clock)
        if not self._desk.opening:
            BackupsDialog(backups, self, self._window).open()

    def show_failure(self, error: KnownError) -> None:
        """The store can't be opened: what happened, and the way to the backups."""
        self._window.show_error(error, (NoticeAction(tr("Backups…"), self.open),))

    def let_go(self) -> bool:
        """Everything typed is saved and the store closed; what is done to it from now on waits for `take_up`."""
        if self._desk.ready and not self._window.flush():
            return False
        self._desk.pause()
        return True

    def take_up(self) -> None:
        """Opens whatever stands there now, and shows it in place of what was shown."""
        from scorecard.services.changes import EVERYTHING
        from scorecard.services.services import Services

        try:
            services = Services(self._store, self._clock, (QLocale().name(),))
        except KnownError as error:
            self._desk.lose_hope()
            self._window.show_error(error)
            return
        services.backups.thins = False
        self._desk.attach(services)
        self._reopened()
        services.changes.announce(EVERYTHING)

    def _say_failure(self, error: KnownError) -> None:
        if not isinstance(error, BackupError):
            self._window.show_error(error)
            return
        from scorecard.words.backups import say_daily_failure

        hurt = error.fault in (BackupFault.STORE_DAMAGED, BackupFault.STORE_UNREADABLE)
        tone = NoticeTone.ERROR if hurt else NoticeTone.INFO
        self._window.notice.show_notice(say_daily_failure(error, tr), tone)
