"""The window says what is not saved yet, and that it is, once it is."""

from PySide6.QtCore import QObject

from scorecard.domain.errors import KnownError
from scorecard.domain.incidents import StoreFault
from scorecard.ui.main_window import MainWindow
from scorecard.ui.start_notices import StartNotice
from scorecard.ui.text import tr
from scorecard.ui.unsaved_dialog import save_copy
from scorecard.ui.widgets.notice_sign import NoticeAction, NoticeTone
from scorecard.words.keeping import say_kept

# What can be done about these, `StoreWatch` says.
OF_THE_FILE = (
    StoreFault.MOVED, StoreFault.OVERWRITTEN, StoreFault.DAMAGED, StoreFault.FOREIGN, StoreFault.TOO_NEW,
)  # fmt: skip


def notice_of_room() -> StartNotice:
    """The disk was full at the start."""
    sentence = tr(
        "The disk is full. Everything saved before is here, and you can look at all of it. What you enter is kept in "
        "this window and saved by itself as soon as there is room."
    )
    return StartNotice(sentence, NoticeTone.WARNING)


class KeptNotice(QObject):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._keeping = window.desk.keeping
        self._said = ""
        self._keeping.changed.connect(self.say)
        # After the window, whose sentence of the same error says less.
        window.desk.failed.connect(self._follow_failure)

    def say(self) -> None:
        error, notice = self._keeping.error, self._window.notice
        if not self._keeping:
            if self._said and notice.sentence.text() == self._said and notice.isVisibleTo(self._window):
                notice.show_notice(tr("Everything is saved."))
            self._said = ""
        elif error is not None and error.fault not in OF_THE_FILE:
            actions = (
                NoticeAction(tr("Try again"), self._try_again),
                NoticeAction(tr("Save a copy elsewhere…"), self._save_copy),
            )
            notice.show_notice(say_kept(error.fault, len(self._keeping), tr), NoticeTone.ERROR, actions)
            self._said = notice.sentence.text()

    def _follow_failure(self, error: KnownError) -> None:
        if error is self._keeping.error and self._keeping:
            self.say()

    def _try_again(self) -> None:
        if not self._window.flush():
            self.say()

    def _save_copy(self) -> None:
        problem = save_copy(self._window.unsaved_text(), self._window)
        if problem is None:
            self.say()
        elif problem:
            self._window.notice.show_notice(problem, NoticeTone.ERROR)
        elif self._keeping:
            self.say()
