"""Looks whether the store is still the file that is open: at each return to the window and every half minute."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from scorecard.domain.clock import Clock
from scorecard.domain.errors import KnownError
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.ui.backups.commands import BackupCommands
from scorecard.ui.kept_notice import OF_THE_FILE
from scorecard.ui.main_window import MainWindow
from scorecard.ui.text import tr
from scorecard.ui.widgets.notice_sign import NoticeAction, NoticeTone
from scorecard.words.errors import say_error

if TYPE_CHECKING:
    from scorecard.domain.backups import Backup

LOOK_EVERY = 30_000  # milliseconds


class StoreWatch(QObject):
    """An incident is said once, with what can be done about it; nothing is written until the user has chosen."""

    def __init__(self, window: MainWindow, backups: BackupCommands, clock: Clock) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._backups = backups
        self._clock = clock
        self._told = ""
        self._timer = QTimer(self)
        # One look after the other, when it suits the computer: nothing here need be punctual.
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._desk.attached.connect(self._begin)
        # A sentence alone would not say what can be done.
        self._desk.failed.connect(self._follow_failure)
        self._desk.keeping.changed.connect(self._follow_keeping)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            # Before another program has its turn, what stands here is taken to mind.
            application.applicationStateChanged.connect(self.look)
        if self._desk.ready:
            self._begin()

    def _begin(self) -> None:
        self._told = ""
        self._timer.start()

    def look(self) -> bool:
        """Whether everything is as it was left. Says it if not, unless it was said already."""
        self._timer.start()
        found = self._desk.ask(lambda services: services.look())
        if found is not None and found.fault in OF_THE_FILE:
            self._say(found, again=False)
            return False
        if found is not None:
            return True  # another program has it at the moment, say: who enters something is told
        if self._told:
            self._told = ""
            self._window.notice.show_notice(tr("The store is back where it was. Everything goes on as before."))
            self._desk.keeping.try_again()
        return True

    def _follow_failure(self, error: KnownError) -> None:
        if isinstance(error, StoreError) and error.fault in OF_THE_FILE:
            self._say(error, again=True)

    def _follow_keeping(self) -> None:
        error = self._desk.keeping.error
        if self._desk.keeping and error is not None and error.fault in OF_THE_FILE:
            self._say(error, again=True)

    def _say(self, error: StoreError, *, again: bool) -> None:
        if error.fault.value == self._told and not again:
            return
        self._told = error.fault.value
        self._window.notice.show_notice(say_error(error, tr), NoticeTone.ERROR, self._actions(error))

    def _actions(self, error: StoreError) -> tuple[NoticeAction, ...]:
        if not self._window.surroundings.manner.writes:
            return (NoticeAction(tr("Backups…"), self._backups.open),)
        backups = NoticeAction(tr("Backups…"), self._backups.open)
        beside = NoticeAction(tr("Write my version beside it"), lambda: self.write_beside(error.path))
        if error.fault is StoreFault.TOO_NEW:
            return beside, backups
        if error.fault in (StoreFault.DAMAGED, StoreFault.FOREIGN) or not os.path.lexists(error.path):
            # What stands there, if anything does, goes into the list of backups as it is.
            mine = NoticeAction(tr("Put my version back"), lambda: self.put_back(error.path))
            return mine, *self._ways_back(error), backups
        return beside, NoticeAction(tr("Go on with the one there"), self.go_on)

    def _ways_back(self, error: StoreError) -> tuple[NoticeAction, ...]:
        """Step by step; my version is the newest backup then."""
        ways = self._backups.ways_back(error)

        def keep_first(way: NoticeAction) -> None:
            if not self._desk.ready or self._keep_mine(error.path, ways) is not None:
                way.act()

        return tuple(NoticeAction(way.words, partial(keep_first, way)) for way in ways)

    def write_beside(self, store: Path) -> None:
        """As a backup, so that it is in the list and can be restored at any time."""
        backup = self._keep_mine(store)
        if backup is not None:
            words = tr(
                "Your version is kept beside it, whole and checked, as {file}. Backups… lists it and restores it."
            )
            actions = (
                NoticeAction(tr("Go on with the one there"), self.go_on),
                NoticeAction(tr("Backups…"), self._backups.open),
            )
            self._window.notice.show_notice(words.format(file=backup.path.name), NoticeTone.INFO, actions)

    def put_back(self, store: Path) -> None:
        backup = self._keep_mine(store)
        if backup is None:
            return
        from scorecard.services.own_version import put_mine_back

        self._desk.pause()
        try:
            put_mine_back(backup, store, self._clock)
        except KnownError as error:
            self._desk.lose_hope()
            self._window.show_error(error, (NoticeAction(tr("Backups…"), self._backups.open),))
            return
        self.go_on()

    def go_on(self) -> None:
        """With whatever stands there now; what is not saved yet goes into it."""
        self._desk.pause()
        self._backups.take_up()
        if self._desk.ready:
            self._window.notice.show_notice(tr("This is the store that stands there now. Everything typed is in it."))

    def _keep_mine(self, store: Path, further: tuple[NoticeAction, ...] = ()) -> Backup | None:
        """`further`: what can be done where it can't be kept."""
        from scorecard.services.own_version import keep_mine

        services = self._desk.ask(lambda services: services)
        if services is None:
            return None
        try:
            return keep_mine(services, store, self._clock, self._desk.keeping.replay)
        except KnownError as error:
            self._window.show_error(error, (*further, NoticeAction(tr("Backups…"), self._backups.open)))
            return None
