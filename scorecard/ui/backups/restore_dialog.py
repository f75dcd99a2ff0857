"""The question before a restore: what would be lost, and the way back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from scorecard.domain.backups import Backup
from scorecard.ui.backups.wording import say_when
from scorecard.ui.text import tr
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label

_WIDTH = 460


class RestoreDialog(Dialog):
    """Accepted: restore it. Enter alone does not: the keyboard is on the way out."""

    def __init__(self, backup: Backup, difference: str, parent: QWidget) -> None:
        super().__init__(tr("Restore a backup"), tr("&Restore"), tr("&Cancel"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title.setText(tr("Restore the backup of {when}?").format(when=say_when(backup)))
        self.difference = self._add(difference)
        self._add(tr("The store as it is now goes into the list of backups, so you can come back to it the same way."))
        self.primary.setDefault(False)
        self.primary.setAutoDefault(False)
        self.secondary.setDefault(True)
        self.focus_first(self.secondary)

    def _add(self, words: str) -> Label:
        label = Label(words, parent=self)
        label.setWordWrap(True)
        label.setMinimumWidth(px(self, _WIDTH))
        self.content.addWidget(label)
        return label
