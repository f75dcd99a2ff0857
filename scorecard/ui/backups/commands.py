"""What the window does about backups: their dialog, putting another store behind the window, and a quiet word when the
backup of the day could not be made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from scorecard.domain.backups import BackupError, BackupFault
from scorecard.domain.clock import Clock
from scorecard.domain.errors import KnownError
from scorecard.domain.starts import Manner
from scorecard.ui.backups.taking_back import TakingBack
from scorecard.ui.language import wished_languages
from scorecard.ui.main_window import MainWindow
from scorecard.ui.text import tr
from scorecard.ui.widgets.notice_sign import NoticeAction, NoticeTone

if TYPE_CHECKING:
    from scorecard.services.services import Services

PATIENCE = timedelta(days=7)


class BackupCommands(QObject):
    """`reopened` is called when another store stands behind the window. `ways_back`: what else leads back from a store
    that can't be opened."""

    _failed = Signal(object)
    _copied = Signal(object)  # None, or the BackupError of the second folder

    def __init__(self, window: MainWindow, store: Path, clock: Clock, reopened: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._store = store
        self._clock = clock
        self._reopened = reopened
        self._began = False
        self._failure: KnownError | None = None
        self.ways_back: Callable[[KnownError], tuple[NoticeAction, ...]] = lambda _error: ()
        self.taking_back = TakingBack(window, self)
        # The backup of the day tells from its own thread.
        self._failed.connect(self._say_failure, Qt.ConnectionType.QueuedConnection)
        self._copied.connect(self._follow_copy, Qt.ConnectionType.QueuedConnection)
        self._desk.in_vain.connect(self._say_again)
        self._desk.attached.connect(self._forget)

    def keep_daily(self) -> None:
        """From now on there is a backup each day, and every backup goes to the second folder too."""
        self.follow_second_folder()
        if not self._began:
            self._began = True
            self._desk.ask(lambda services: services.backups.thin_again())
        self._desk.ask(lambda services: services.daily_backup.begin(self._failed.emit))

    def look(self) -> None:
        """Now and then, and after sleep: whether the backup of the day is due."""
        self._desk.ask(lambda services: services.daily_backup.look())

    def say_restored(self, words: str) -> None:
        self.taking_back.say_restored(words)

    def follow_second_folder(self) -> None:
        """It was chosen, or is another one, or none any more."""
        from scorecard.services.backups import SecondFolder

        folder = self._window.surroundings.preferences.second_backups()

        def take(services: Services) -> None:
            store_id = services.facts().store_id
            second = SecondFolder(folder, store_id, self._copied.emit) if folder is not None else None
            services.backups.second = second

        self._desk.ask(take)

    def open(self) -> None:
        """Also while the store can't be opened: then most of all."""
        from scorecard.services.backups import Backups
        from scorecard.ui.backups.dialog import BackupsDialog

        # In a safe start they may be what helps; somebody else's store is not for us to put another in place of.
        if self._window.surroundings.manner is Manner.LOOKING and not self._window.may_write():
            return

        backups = self._desk.ask(lambda services: services.backups) or Backups(self._store, self._clock)
        if not self._desk.opening:
            dialog = BackupsDialog(backups, self, self._window)
            dialog.finished.connect(self._say_again)
            dialog.open()

    def show_failure(self, error: KnownError) -> None:
        """The store can't be opened: what happened, the way back step by step, and the way to the backups."""
        self._failure = error
        self._window.show_error(error, (*self.ways_back(error), NoticeAction(tr("Backups…"), self.open)))

    def let_go(self) -> bool:
        """Everything typed is saved and the store closed; what is done to it from now on waits for `take_up`."""
        if self._desk.ready and not self._window.flush():
            return False
        self._desk.pause()
        return True

    @property
    def store(self) -> Path:
        """Where it is now."""
        return self._store

    def go_on_with(self, store: Path) -> None:
        """It lies there now; `take_up` opens it there."""
        self._store = store

    def take_up(self) -> None:
        """Opens whatever stands there now, and shows it in place of what was shown."""
        from scorecard.services.changes import EVERYTHING
        from scorecard.services.services import Services

        try:
            writes = self._window.surroundings.manner.writes
            services = Services(self._store, self._clock, wished_languages(), writes=writes)
        except KnownError as error:
            self._desk.lose_hope()
            self.show_failure(error)
            return
        self._desk.attach(services)
        self._reopened()
        services.changes.announce(EVERYTHING)

    def _say_again(self) -> None:
        """As long as nothing is saved, that does not go without saying."""
        notice = self._window.notice
        told = not notice.isHidden() and notice.tone is NoticeTone.ERROR
        if self._failure is not None and not self._desk.ready and not self._desk.opening and not told:
            self.show_failure(self._failure)

    def _forget(self) -> None:
        self._failure = None

    def _follow_copy(self, error: BackupError | None) -> None:
        """A disk that is away for a few days is nothing to speak of; after a week it is told, and each week again."""
        preferences = self._window.surroundings.preferences
        today = self._desk.ask(lambda services: services.scoring.today())
        if today is None:
            return
        since = preferences.second_backups_since()
        if error is None:
            preferences.set_second_backups_since(None)
        elif since is None or since > today:
            preferences.set_second_backups_since(today)
        elif today - (preferences.second_backups_told() or since) >= PATIENCE:
            from scorecard.words.backup_faults import say_second_missed

            preferences.set_second_backups_told(today)
            self._window.notice.show_notice(say_second_missed(error, tr), NoticeTone.WARNING)

    def _say_failure(self, error: KnownError) -> None:
        if not isinstance(error, BackupError):
            self._window.show_error(error)
            return
        from scorecard.words.backup_faults import say_daily_failure

        hurt = error.fault in (BackupFault.STORE_DAMAGED, BackupFault.STORE_UNREADABLE)
        tone = NoticeTone.ERROR if hurt else NoticeTone.INFO
        self._window.notice.show_notice(say_daily_failure(error, tr), tone)
