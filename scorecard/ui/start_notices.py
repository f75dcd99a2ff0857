"""What is to be said after a start, one thing at a time: calm, once, and never over what is said already."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from scorecard.ui.main_window import MainWindow
from scorecard.ui.widgets.notice_sign import NoticeAction, NoticeTone


@dataclass(frozen=True, slots=True)
class StartNotice:
    """`told` is called once the user has closed it or took its action: until then it comes again."""

    sentence: str
    tone: NoticeTone = NoticeTone.INFO
    actions: Sequence[NoticeAction] = ()
    told: Callable[[], object] = lambda: None


class StartNotices(QObject):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: deque[StartNotice] = deque()
        self._shown: StartNotice | None = None
        window.notice.dismissed.connect(self._follow_dismissed)

    def add(self, notice: StartNotice) -> None:
        self._waiting.append(notice)
        self._go_on()

    def _go_on(self) -> None:
        if self._waiting and not self._window.notice.isVisibleTo(self._window):
            self._shown = shown = self._waiting.popleft()
            self._window.notice.show_notice(shown.sentence, shown.tone, tuple(shown.actions))

    def _follow_dismissed(self) -> None:
        shown, self._shown = self._shown, None
        # Something else may have been said in its place: that was closed then.
        if shown is not None and self._window.notice.sentence.text() == shown.sentence:
            shown.told()
        self._go_on()
