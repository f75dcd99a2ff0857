"""A window that writes nothing: it says why, and how to come back to one that does."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from scorecard.domain.starts import Manner
from scorecard.ui.main_window import MainWindow
from scorecard.ui.text import tr
from scorecard.ui.widgets.notice_sign import NoticeAction, NoticeTone
from scorecard.ui.window_actions import WindowMenu

KEY = "F5"


class Looking(QObject):
    """`start_as_always` is called when the user asks for it."""

    def __init__(self, window: MainWindow, menu: WindowMenu, start_as_always: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        words = tr("Start as &always") if window.surroundings.manner is Manner.SAFE else tr("Try &again")
        self.action = QAction(words, window)
        self.action.setShortcut(QKeySequence(KEY))
        self.action.triggered.connect(lambda: start_as_always())
        window.addAction(self.action)
        menu.menu.addSeparator()
        menu.menu.addAction(self.action)
        self._offer = NoticeAction(words.replace("&", ""), start_as_always)

    def say(self) -> None:
        manner = self._window.surroundings.manner
        safe = tr(
            "A safe start: you can look at everything but the charts, and nothing is written. {key} starts as always."
        )
        only = tr("Another Scorecard has this store, so it is only looked at here. {key} tries again.")
        copy = tr(
            "Nothing may be written where the store is, and a program was stopped there in the middle of a change. "
            "This is a copy, as it was before that change, to look at. {key} tries again."
        )
        sentence = {Manner.SAFE: safe, Manner.COPY: copy}.get(manner, only).format(key=KEY)
        self._window.notice.show_notice(sentence, NoticeTone.WARNING, (self._offer,))
