"""What was done and can no longer be seen where it stood is said, with the way back, until the next change."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from scorecard.domain.changes import Change
from scorecard.ui.main_window import MainWindow
from scorecard.ui.shortcuts import Keys
from scorecard.ui.text import tr
from scorecard.ui.widgets.notice_sign import NoticeAction
from scorecard.ui.widgets.passing_notice import PassingNotice
from scorecard.words.activities import say_step


class WayBack(QObject):
    """What leaves the list it stood in (a promise that was settled, somebody archived): the window says so a while."""

    def __init__(self, window: MainWindow, undo: Callable[[], object]) -> None:
        super().__init__(window)
        self._desk = window.desk
        self._undo = undo
        self.notice = PassingNotice(window.centralWidget() or window)
        self._desk.changed.connect(self._follow)

    def _follow(self, change: Change) -> None:
        """With the next change the last one is gone: an undo would take back something else."""
        self.notice.hide()
        if not change.topics & {"promise", "profile"}:
            return
        done = self._desk.ask(lambda services: services.undoing.just_done())
        words = say_step(done, tr) if done is not None else ""
        if words:
            self.notice.say(words, NoticeAction(tr("Undo"), self._undo), Keys.UNDO.shown)
