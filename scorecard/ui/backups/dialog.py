"""All backups: when and why each was made, whether it is good, what restoring it would lose; restoring it."""

from dataclasses import replace

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QStackedWidget, QWidget

from scorecard.domain.backups import Backup, BackupError
from scorecard.domain.errors import KnownError
from scorecard.overriding import override
from scorecard.services.backups import Backups
from scorecard.ui.backups.changes_dialog import ChangesDialog
from scorecard.ui.backups.errands import Errand, Errands
from scorecard.ui.backups.holder import StoreHolder
from scorecard.ui.backups.list_page import ListPage
from scorecard.ui.backups.restore_dialog import RestoreDialog
from scorecard.ui.backups.restoring import Restoring
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.empty_state import EmptyState
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.notice_bar import NoticeBar
from scorecard.ui.widgets.notice_sign import NoticeTone
from scorecard.words.backups import say_difference, say_record
from scorecard.words.errors import say_error

Words = tuple[str, str]  # what restoring would lose, and what becomes of what can be undone

_SIZE = (860, 600)
_LEAST = (600, 400)


class BackupsDialog(Dialog):
    """In a thread, one thing at a time: what was asked for, else comparing the chosen backup, else checking all."""

    def __init__(self, backups: Backups, holder: StoreHolder, parent: QWidget | None = None) -> None:
        super().__init__(tr("Backups"), tr("D&one"), "", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._backups = backups
        self._shown: dict[int, Backup] = {}
        self._differences: dict[int, Words] = {}
        self._asked: Errand | None = None
        self.busy = False
        self.errands = Errands(self._next_errand, self)
        self.notice = NoticeBar(self)
        self.restoring = Restoring(backups, holder, self.notice, self._do, self._show_again)
        self.page = ListPage(self)
        self.pages = QStackedWidget(self)
        self.open_folder = QuietButton(tr("Open the &folder"), self)
        self.make = QuietButton(tr("&Make one now"), self)
        self.changes = QuietButton(tr("&What would change…"), self)
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
            question = RestoreDialog(backup, *self._words_of(backup), self.show_changes, self)
            question.accepted.connect(lambda: self.restoring.restore(backup))
            question.open()

    def show_changes(self, parent: QWidget | None = None) -> None:
        """Of the chosen one, thing by thing."""
        backup = self._chosen
        if backup is not None and backup.number in self._differences:
            ChangesDialog(backup, self._backups, parent or self).open()

    def show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._backups.folder)))

    @property
    def _chosen(self) -> Backup | None:
        number = self.page.number
        return None if number is None else self._shown.get(number)

    def _words_of(self, backup: Backup) -> Words:
        return self._differences.get(backup.number, ("", ""))

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

    def _show_again(self, backup: Backup | None) -> None:
        """Another store stands behind the window."""
        self.refresh()
        if backup is not None:
            self.page.choose(backup.number)
        self.page.table.setFocus()

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
        def keep(words: str, record: str = "") -> None:
            self._differences[backup.number] = words, record
            self._show_state()

        return Errand(
            lambda _told, _stopped: self._backups.difference(backup),
            lambda difference: keep(say_difference(difference, tr), say_record(difference, tr)),
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
            self.page.describe(chosen, *self._words_of(chosen))
        ready = chosen is not None and chosen.can_be_restored and chosen.number in self._differences
        self.restore.setEnabled(ready and not self.busy)
        self.changes.setEnabled(ready and not self.busy)
        for button in (self.changes, self.restore):
            button.setVisible(bool(self._shown))
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
                "Scorecard makes one each day on which you enter something, and before an import, a new version, a "
                "restore or a large deletion. Older ones are thinned out; those you made stay."
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
        self.buttons.insertWidget(self.buttons.indexOf(self.primary), self.changes)
        self.buttons.insertWidget(self.buttons.indexOf(self.primary), self.restore)

    def _connect(self) -> None:
        self.page.chosen.connect(self._follow_choice)
        self.page.table.cellDoubleClicked.connect(lambda *_: self.ask_to_restore())
        self.open_folder.clicked.connect(self.show_folder)
        self.make.clicked.connect(self.make_one)
        self.changes.clicked.connect(lambda: self.show_changes())
        self.restore.clicked.connect(self.ask_to_restore)
