"""Undoing a restore in the window: by the notice that tells of it, and by Undo as long as nothing was entered since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from scorecard.domain.backups import Backup, BackupError
from scorecard.domain.changes import Change
from scorecard.ui.main_window import MainWindow
from scorecard.ui.text import tr
from scorecard.ui.widgets.notice_sign import NoticeAction

if TYPE_CHECKING:
    from scorecard.services.backups import Backups, Restored
    from scorecard.ui.backups.holder import StoreHolder


class TakingBack(QObject):
    """`holder` lets go of the store meanwhile."""

    def __init__(self, window: MainWindow, holder: StoreHolder) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._holder = holder
        self._said = ""
        self._may_be = True
        self._known: Backup | None = None
        self._is_known = False
        self._desk.attached.connect(self._forget)
        self._desk.changed.connect(self._follow)

    def say_restored(self, words: str) -> None:
        """In the window, until something is entered."""
        self._said = words
        self._window.notice.show_notice(words, actions=(NoticeAction(tr("Take it back"), self.ask),))

    @property
    def aside(self) -> Backup | None:
        """What would come back. Who has entered something since the start asks no disk for it."""
        if not self._may_be or not self._window.surroundings.manner.writes:
            return None
        if not self._is_known:
            self._known = self._desk.ask(lambda services: _to_take_back(services.backups))
            self._is_known = self._desk.ready
        return self._known

    def ask(self) -> bool:
        """Whether there is a restore to be taken back; then the user is asked."""
        aside = self.aside
        if aside is None or not self._window.may_write():
            return False
        from scorecard.ui.backups.restore_dialog import TakeBackDialog

        question = TakeBackDialog(aside, self._window)
        question.accepted.connect(self._take_back)
        question.rejected.connect(self._keep)
        question.open()
        return True

    def name_in(self, undo: QAction) -> None:
        """The menu says what Undo would ask for."""
        if self.aside is not None:
            undo.setText(tr("&Undo the restore…"))
            undo.setEnabled(True)

    def _keep(self) -> None:
        """From now on Undo is about what is in this store."""
        self._may_be = False

    def _take_back(self) -> None:
        from scorecard.ui.long_work import LongWork

        backups = self._desk.ask(lambda services: services.backups)
        if backups is None or not self._holder.let_go():
            return
        shown = LongWork(tr("Taking the restore back"), lambda _told, stopped: backups.take_back(stopped), self._window)
        shown.finished.connect(self._holder.take_up)
        shown.ended.connect(self._say_taken_back)
        shown.failed.connect(self._window.show_error)
        shown.open()

    def _say_taken_back(self, _restored: Restored) -> None:
        self._window.notice.show_notice(say_taken_back())

    def _forget(self) -> None:
        self._may_be, self._is_known = True, False

    def _follow(self, change: Change) -> None:
        from scorecard.services.changes import EVERYTHING

        if change == EVERYTHING:
            self._is_known = False
        else:
            self._may_be = False
        notice = self._window.notice
        if notice.isVisibleTo(self._window) and self._said and notice.sentence.text() == self._said:
            notice.hide()


def say_taken_back() -> str:
    return tr(
        "The restore was taken back: the store is as it was before it. What it had brought is in the list of backups."
    )


def _to_take_back(backups: Backups) -> Backup | None:
    try:
        return backups.to_take_back()
    except BackupError:
        return None
