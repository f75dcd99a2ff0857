"""The card of the settings about backups: the last good one, and the second folder that each is copied to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from scorecard.domain.backups import Backup, BackupError
from scorecard.ui.background import Job
from scorecard.ui.backups.wording import say_last_good, say_when
from scorecard.ui.desk import Desk
from scorecard.ui.preferences import Preferences
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import LinkButton, QuietButton
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.flow_row import FlowRow
from scorecard.ui.widgets.label import Label
from scorecard.words.backups import say_backup_fault, say_second_fault

if TYPE_CHECKING:
    from scorecard.services.backups import SecondFolder
    from scorecard.services.services import Services


class BackupsCard(Card):
    """`second_chosen`: another second folder, or none any more; it is kept already. `list_asked`: all backups."""

    second_chosen = Signal()
    list_asked = Signal()

    def __init__(self, desk: Desk, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(tr("Backups"), parent=parent)
        self._desk = desk
        self._preferences = preferences
        self.last_good = Label("", parent=self)
        self.all = LinkButton(tr("All &backups…"), self)
        self.second = Label("", parent=self)
        self.last_copy = Label("", quiet=True, parent=self)
        self.choose = QuietButton(tr("Choose a &second folder…"), self)
        self.leave = QuietButton(tr("&No second folder"), self)
        self._arrange()
        self.all.clicked.connect(self.list_asked)
        self.choose.clicked.connect(self._choose)
        self.leave.clicked.connect(lambda: self.set_second(None))
        desk.attached.connect(self.read)
        self.read()

    def read(self) -> None:
        self.last_good.setText(self._desk.ask(_say_last_good) or "")
        folder = self._preferences.second_backups()
        self.second.setText(
            tr("Every backup is copied to a second folder: {path}").format(path=folder)
            if folder is not None
            else tr(
                "A second folder, on another disk or computer, keeps a copy of every backup in case this one is lost."
            )
        )
        self.leave.setVisible(folder is not None)
        self.last_copy.setVisible(folder is not None)
        self.last_copy.setText("")

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
        second = self._desk.ask(lambda services: services.backups.second)
        if second is None:
            return
        last = self._desk.ask(_last_good)
        self.last_copy.setText(tr("Looking into the second folder…"))
        job = Job(lambda _progress, _cancelled: _bring_up_to_date(second, last), self)
        job.finished.connect(self._show_copy)
        job.failed.connect(self._show_fault)
        for ending in (job.finished, job.failed, job.crashed):
            ending.connect(job.deleteLater)
        job.start()

    def _choose(self) -> None:
        known = self._preferences.second_backups() or Path.home()
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose a second folder for backups"), str(known))
        if chosen:
            self.set_second(Path(chosen))

    def _show_copy(self, copied: object) -> None:
        when = say_when(copied) if isinstance(copied, Backup) else ""
        self.last_copy.setText(
            tr("The last copy there is of {when}.").format(when=when) if when else tr("There is no copy in it yet.")
        )

    def _show_fault(self, error: object) -> None:
        if isinstance(error, BackupError):
            self.last_copy.setText(say_second_fault(error, tr))

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.last_good, 1)
        line.addWidget(self.all)
        self.body.addLayout(line)
        self.body.addWidget(self.second)
        self.body.addWidget(self.last_copy)
        buttons = FlowRow(self)
        buttons.add(self.choose)
        buttons.add(self.leave)
        self.body.addWidget(buttons)
        for label in (self.last_good, self.second, self.last_copy):
            label.setWordWrap(True)


def _bring_up_to_date(second: SecondFolder, last: Backup | None) -> Backup | None:
    found = second.last()
    if last is not None and (found is None or found.number < last.number):
        second.keep(last)
        found = second.last()
    return found


def _last_good(services: Services) -> Backup | None:
    try:
        return services.backups.last_good()
    except BackupError:
        return None


def _say_last_good(services: Services) -> str:
    try:
        return say_last_good(services.backups.last_good())
    except BackupError as error:
        return say_backup_fault(error, tr)
