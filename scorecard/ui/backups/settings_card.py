"""One line of the settings: the last good backup."""

from PySide6.QtWidgets import QWidget

from scorecard.domain.backups import BackupError
from scorecard.services.services import Services
from scorecard.ui.backups.wording import say_last_good
from scorecard.ui.desk import Desk
from scorecard.ui.text import tr
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.label import Label
from scorecard.words.backups import say_backup_fault


class BackupsCard(Card):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("Backups"), parent=parent)
        self._desk = desk
        self.last_good = Label("", parent=self)
        self.last_good.setWordWrap(True)
        self.body.addWidget(self.last_good)
        desk.attached.connect(self.read)
        self.read()

    def read(self) -> None:
        self.last_good.setText(self._desk.ask(_say_last_good) or "")


def _say_last_good(services: Services) -> str:
    try:
        return say_last_good(services.backups.last_good())
    except BackupError as error:
        return say_backup_fault(error, tr)
