"""Putting a backup in the place of the store, and taking that back, from the list of all backups."""

from collections.abc import Callable

from scorecard.domain.backups import Backup
from scorecard.domain.errors import KnownError
from scorecard.services.backups import Backups, Restored
from scorecard.ui.background import Work
from scorecard.ui.backups.errands import Errand
from scorecard.ui.backups.holder import StoreHolder
from scorecard.ui.backups.taking_back import say_taken_back
from scorecard.ui.backups.wording import say_when
from scorecard.ui.text import tr
from scorecard.ui.widgets.notice_bar import NoticeBar
from scorecard.ui.widgets.notice_sign import NoticeAction, NoticeTone
from scorecard.words.errors import say_error


class Restoring:
    """`do` does one thing after the other, `show` shows the list anew, on a backup."""

    def __init__(
        self,
        backups: Backups,
        holder: StoreHolder,
        notice: NoticeBar,
        do: Callable[[Errand], object],
        show: Callable[[Backup | None], object],
    ) -> None:
        self._backups = backups
        self._holder = holder
        self._notice = notice
        self._do = do
        self._show = show

    def restore(self, backup: Backup) -> None:
        self._put_in_place(lambda _told, stopped: self._backups.restore(backup, stopped), self._tell_restored)

    def take_back(self) -> None:
        """The restore that the notice tells of."""
        self._put_in_place(lambda _told, stopped: self._backups.take_back(stopped), self._tell_taken_back)

    def _put_in_place(self, work: Work, done: Callable[[Restored], object]) -> None:
        """The store is let go of meanwhile, and taken up however it ends."""
        if not self._holder.let_go():
            words = tr("What you typed last could not be saved, so nothing was restored.")
            self._notice.show_notice(words, NoticeTone.ERROR)
            return
        self._notice.show_notice(tr("Restoring…"))
        self._do(Errand(work, done, self._complain, self._holder.take_up))

    def _tell_restored(self, restored: Restored) -> None:
        self._show(restored.backup)
        said = tr("The store is as it was in the backup of {when}.").format(when=say_when(restored.backup))
        aside = restored.set_aside
        if aside is None:
            self._notice.show_notice(said)
            return
        words = said + " " + tr("As it was before the restore, it is the first in the list.")
        can_be_taken_back = aside.can_be_restored
        actions = (NoticeAction(tr("Take it back"), self.take_back),) if can_be_taken_back else ()
        self._notice.show_notice(words, actions=actions)
        if can_be_taken_back:
            self._holder.say_restored(said)

    def _tell_taken_back(self, _restored: Restored) -> None:
        self._show(None)
        self._notice.show_notice(say_taken_back())

    def _complain(self, error: KnownError) -> None:
        self._notice.show_notice(say_error(error, tr), NoticeTone.ERROR)
