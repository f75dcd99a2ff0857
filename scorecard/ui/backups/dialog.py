"""All backups: when and why each was made, whether it is good, what restoring it would lose; restoring it."""

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QStackedWidget, QWidget

from scorecard.domain.backups import Backup, BackupError
from scorecard.domain.errors import KnownError
from scorecard.overriding import override
from scorecard.services.backups import Backups, Restored
from scorecard.ui.backups.errands import Errand, Errands
from scorecard.ui.backups.list_page import ListPage
from scorecard.ui.backups.restore_dialog import RestoreDialog
from scorecard.ui.backups.wording import say_when
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.empty_state import EmptyState
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.notice_bar import NoticeBar
from scorecard.ui.widgets.notice_sign import NoticeTone
from scorecard.words.backups import say_difference
from scorecard.words.errors import say_error

_SIZE = (820, 580)
_LEAST = (600, 400)


class StoreHolder(Protocol):
    """Who has the store open."""

    def let_go(self) -> bool: ...  # False when something typed could not be saved; then nothing was let go
    def take_up(self) -> None: ...


class BackupsDialog(Dialog):
    """In a thread, one thing at a time: what was asked for, else comparing the chosen backup, else checking all."""

    def __init__(self, backups: Backups, holder: StoreHolder, parent: QWidget | None = None) -> None:
        super().__init__(tr("Backups"), tr("D&one"), "", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._backups = backups
        self._holder = holder
        self._shown: dict[int, Backup] = {}
        self._differences: dict[int, str] = {}
        self._asked: Errand | None = None
        self.busy = False
        self.errands = Errands(self._next_errand, self)
        self.notice = NoticeBar(self)
        self.page = ListPage(self)
        self.pages = QStackedWidget(self)
        self.open_folder = QuietButton(tr("Open the &folder"), self)
        self.make = QuietButton(tr("&Make one now"), self)
        self.restore = QuietButton(tr("&Restore…"), self)
        self._arrange()
        self._connect()
        self.refresh()
        self.focus_first(self.page.table if self._shown else self.make)

    def refresh(self) -> None:
        """Reads the list; all of it is checked anew, for the files may be others by now."""
        try:
            found = self._backups.listed()
        except BackupError as error:
            self._complain(error)
            found = ()
        self._shown = {backup.number: backup for backup in found}
        self._differences = {}
        self.page.show_backups(found)
        self._follow_choice()

    def make_one(self) -> None:
        self._do(Errand(lambda _told, stopped: self._backups.make(cancelled=stopped), self._show_made, self._complain))

    def ask_to_restore(self) -> None:
        backup = self._chosen
        if backup is not None and self.restore.isEnabled():
            question = RestoreDialog(backup, self._differences.get(backup.number, ""), self)
            question.accepted.connect(lambda: self._restore(backup))
            question.open()

    def show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._backups.folder)))

    @property
    def _chosen(self) -> Backup | None:
        number = self.page.number
        return None if number is None else self._shown.get(number)

    def _restore(self, backup: Backup) -> None:
        if not self._holder.let_go():
            words = tr("What you typed last could not be saved, so nothing was restored.")
            self.notice.show_notice(words, NoticeTone.ERROR)
            return
        self.notice.show_notice(tr("Restoring…"))
        self._do(
            Errand(
                lambda _told, stopped: self._backups.restore(backup, stopped),
                self._show_restored,
                self._complain,
                self._holder.take_up,
            )
        )

    def _do(self, errand: Errand) -> None:
        """Now, or when the check that is going on has ended."""
        self.busy = True
        self._asked = replace(errand, ended=lambda: self._end(errand))
        self._show_state()
        self.errands.go_on()

    def _end(self, errand: Errand) -> None:
        self.busy = False
        errand.ended()
        self._show_state()

    def _show_made(self, backup: Backup) -> None:
        self.refresh()
        self.page.choose(backup.number)
        self.page.table.setFocus()
        self.notice.show_notice(tr("Backup made and checked."))

    def _show_restored(self, restored: Restored) -> None:
        self.refresh()
        self.page.choose(restored.backup.number)
        self.page.table.setFocus()
        words = tr("The store is as it was in the backup of {when}.").format(when=say_when(restored.backup))
        if restored.set_aside is not None:
            words += " " + tr("As it was before the restore, it is the first in the list.")
        self.notice.show_notice(words)

    def _complain(self, error: KnownError) -> None:
        self.notice.show_notice(say_error(error, tr), NoticeTone.ERROR)

    def _next_errand(self) -> Errand | None:
        if self._asked is not None:
            errand, self._asked = self._asked, None
            return errand
        chosen = self._chosen
        if chosen is not None and chosen.can_be_restored and chosen.number not in self._differences:
            return self._comparing(chosen)
        unchecked = [backup for backup in self._shown.values() if not backup.checked]
        return self._checking(chosen if chosen in unchecked else unchecked[0]) if unchecked and chosen else None

    def _comparing(self, backup: Backup) -> Errand:
        def keep(words: str) -> None:
            self._differences[backup.number] = words
            self._show_state()

        return Errand(
            lambda _told, _stopped: self._backups.difference(backup),
            lambda difference: keep(say_difference(difference, tr)),
            lambda _error: keep(tr("It can't be compared with the present store.")),
        )

    def _checking(self, backup: Backup) -> Errand:
        return Errand(
            lambda _told, _stopped: self._backups.checked(backup),
            self._show_checked,
            lambda _error: self._forget(backup),
        )

    def _show_checked(self, backup: Backup) -> None:
        self._shown[backup.number] = backup
        self.page.show_backups(tuple(self._shown.values()))
        self._show_state()

    def _forget(self, backup: Backup) -> None:
        """It is not there any more."""
        del self._shown[backup.number]
        self.page.show_backups(tuple(self._shown.values()))
        self._show_state()

    def _follow_choice(self) -> None:
        self._show_state()
        self.errands.go_on()

    def _show_state(self) -> None:
        chosen = self._chosen
        self.pages.setCurrentIndex(0 if self._shown else 1)
        if chosen is not None:
            self.page.describe(chosen, self._differences.get(chosen.number, ""))
        ready = chosen is not None and chosen.can_be_restored and chosen.number in self._differences
        self.restore.setEnabled(ready and not self.busy)
        self.restore.setVisible(bool(self._shown))
        self.make.setEnabled(not self.busy)
        self.primary.setEnabled(not self.busy)
        self.open_folder.setEnabled(self._backups.folder.is_dir())

    @override
    def reject(self) -> None:
        """Leaves once what was asked for is done."""
        if not self.busy:
            super().reject()

    def _arrange(self) -> None:
        self.setMinimumSize(px(self, _LEAST[0]), px(self, _LEAST[1]))
        self.resize(px(self, _SIZE[0]), px(self, _SIZE[1]))
        remark = Label(
            tr(
                "Scorecard makes one at the first change of each day, and before an import, a new version and a "
                "restore. Older ones are thinned out; those you made stay."
            ),
            quiet=True,
            parent=self,
        )
        remark.setWordWrap(True)
        empty = EmptyState(
            "archive",
            tr("No backups yet"),
            tr("The first one is made by itself with your next change. You can also make one now."),
            parent=self,
        )
        self.pages.addWidget(self.page)
        self.pages.addWidget(empty)
        for widget, stretch in ((remark, 0), (self.notice, 0), (self.pages, 1)):
            self.content.addWidget(widget, stretch)
        self.buttons.insertWidget(0, self.open_folder)
        self.buttons.insertWidget(1, self.make)
        self.buttons.insertWidget(self.buttons.indexOf(self.primary), self.restore)

    def _connect(self) -> None:
        self.page.chosen.connect(self._follow_choice)
        self.page.table.cellDoubleClicked.connect(lambda *_: self.ask_to_restore())
        self.open_folder.clicked.connect(self.show_folder)
        self.make.clicked.connect(self.make_one)
        self.restore.clicked.connect(self.ask_to_restore)
