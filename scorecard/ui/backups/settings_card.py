"""The card of the settings about backups: the last good one here and in a second folder, and looking through all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from scorecard.domain.backups import BackupError, BackupFault
from scorecard.domain.errors import KnownError
from scorecard.services.backups_checkup import OLD_AFTER_DAYS, Checkup, LastGood, check_all, last_copy, last_good
from scorecard.ui.background import Job, Work
from scorecard.ui.backups.wording import say_checkup, say_last_copy, say_last_good
from scorecard.ui.desk import Desk
from scorecard.ui.preferences import Preferences
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.buttons import LinkButton, QuietButton
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.flow_row import FlowRow
from scorecard.ui.widgets.label import Label
from scorecard.ui.widgets.notice_sign import NoticeSign, NoticeTone
from scorecard.words.backup_faults import say_backup_fault, say_second_fault
from scorecard.words.errors import say_error

if TYPE_CHECKING:
    from scorecard.services.services import Services


class SignedLine(QWidget):
    """A sentence, with a sign before it when all is not well; a screen reader hears "Warning" first."""

    def __init__(self, parent: QWidget, *, quiet: bool = False) -> None:
        super().__init__(parent)
        self.sign = NoticeSign(self)
        self.sign.set_tone(NoticeTone.WARNING)
        self.label = Label("", quiet=quiet, parent=self)
        self.label.setWordWrap(True)
        self._quiet = quiet
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(self, GAP_SMALL))
        line.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.label, 1)
        self.say("")

    def say(self, words: str, *, warns: bool = False) -> None:
        self.label.setText(words)
        self.label.set_quiet(self._quiet and not warns)
        self.label.setAccessibleName(tr("Warning: {words}").format(words=words) if warns else "")
        self.sign.setVisible(warns)
        self.setVisible(bool(words))

    def text(self) -> str:
        return self.label.text()


class BackupsCard(Card):
    """`second_chosen`: another second folder, or none any more; it is kept already. `list_asked`: all backups."""

    second_chosen = Signal()
    list_asked = Signal()

    def __init__(self, desk: Desk, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(tr("Backups"), parent=parent)
        self._desk = desk
        self._preferences = preferences
        self._checking: Job | None = None
        self.last_good = SignedLine(self)
        self.all = LinkButton(tr("All &backups…"), self)
        self.second = Label("", parent=self)
        self.last_copy = SignedLine(self, quiet=True)
        self.checked = SignedLine(self)
        self.check = QuietButton(tr("C&heck all now"), self)
        self.choose = QuietButton(tr("Choose a &second folder…"), self)
        self.leave = QuietButton(tr("&No second folder"), self)
        self._arrange()
        self.all.clicked.connect(self.list_asked)
        self.check.clicked.connect(self.check_all)
        self.choose.clicked.connect(self._choose)
        self.leave.clicked.connect(lambda: self.set_second(None))
        desk.attached.connect(self.read)
        self.read()

    def read(self) -> None:
        self._desk.ask(self._show_last_good)
        folder = self._preferences.second_backups()
        self.second.setText(
            tr("Every backup is copied to a second folder: {path}").format(path=folder)
            if folder is not None
            else tr(
                "A second folder, on another disk or computer, keeps a copy of every backup in case this one is lost."
            )
        )
        self.check.setEnabled(self._desk.ready)
        self.leave.setVisible(folder is not None)
        self.last_copy.say("")

    def set_second(self, folder: Path | None) -> None:
        """Kept at once; the last good backup is copied there at once, too."""
        self._preferences.set_second_backups(folder)
        self._preferences.set_second_backups_since(None)
        self._preferences.save()
        self.read()
        self.second_chosen.emit()
        self.look()

    def look(self) -> None:
        """What lies in the second folder, looked up in a thread: it may be far away. The last good one is copied."""
        pair = self._desk.ask(lambda services: (services.backups, services.backups.second))
        if pair is None or pair[1] is None:
            return
        backups, second = pair
        self.last_copy.say(tr("Looking into the second folder…"))
        job = self._begin(lambda _told, _stopped: last_copy(backups, second) if second is not None else None)
        job.finished.connect(self._show_copy)
        job.failed.connect(self._show_second_fault)
        job.start()

    def check_all(self) -> None:
        """Every backup in both folders, in a thread."""
        backups = self._desk.ask(lambda services: services.backups)
        if backups is None or self._checking is not None:
            return
        self.check.setEnabled(False)
        self.checked.say(tr("Looking through all backups…"))
        second = backups.second
        self._checking = job = self._begin(lambda told, stopped: check_all(backups, second, told, stopped))
        job.progressed.connect(self._show_progress)
        job.finished.connect(self._show_checkup)
        job.failed.connect(self._show_check_fault)
        for ending in (job.finished, job.failed, job.crashed):
            ending.connect(self._end_check)
        job.start()

    def _begin(self, work: Work) -> Job:
        job = Job(work, self)
        for ending in (job.finished, job.failed, job.crashed):
            ending.connect(job.deleteLater)
        return job

    def _choose(self) -> None:
        known = self._preferences.second_backups() or Path.home()
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose a second folder for backups"), str(known))
        if chosen:
            self.set_second(Path(chosen))

    def _show_last_good(self, services: Services) -> None:
        try:
            last = last_good(services.backups)
        except BackupError as error:
            self.last_good.say(say_backup_fault(error, tr), warns=True)
            return
        self.last_good.say(say_last_good(last, services.scoring.today()), warns=last is not None and last.is_old)

    def _show_copy(self, last: LastGood | None) -> None:
        today = self._desk.ask(lambda services: services.scoring.today())
        if today is not None:
            self.last_copy.say(say_last_copy(last, today), warns=last is not None and last.is_old)

    def _show_second_fault(self, error: KnownError) -> None:
        """A disk that is away for a few days is nothing to warn of."""
        if isinstance(error, BackupError):
            since = self._preferences.second_backups_since()
            today = self._desk.ask(lambda services: services.scoring.today())
            long_ago = since is not None and today is not None and (today - since).days >= OLD_AFTER_DAYS
            warns = long_ago or error.fault is not BackupFault.GONE
            self.last_copy.say(say_second_fault(error, tr), warns=warns)

    def _show_progress(self, done: int, total: int) -> None:
        self.checked.say(tr("Looking through all backups: {done} of {total}").format(done=done, total=total))

    def _show_checkup(self, found: Checkup) -> None:
        warns = bool(found.damaged or found.doubtful or found.second_fault is not None)
        self.checked.say(say_checkup(found), warns=warns)

    def _show_check_fault(self, error: KnownError) -> None:
        self.checked.say(say_error(error, tr), warns=True)

    def _end_check(self) -> None:
        self._checking = None
        self.check.setEnabled(True)

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.last_good, 1)
        line.addWidget(self.all)
        self.body.addLayout(line)
        for widget in (self.second, self.last_copy, self.checked):
            self.body.addWidget(widget)
        buttons = FlowRow(self)
        for button in (self.check, self.choose, self.leave):
            buttons.add(button)
        self.body.addWidget(buttons)
        self.second.setWordWrap(True)
