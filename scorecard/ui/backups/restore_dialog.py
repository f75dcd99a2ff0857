"""The questions before a file takes the place of the store: what would be lost, and the way back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from scorecard.domain.backups import Backup
from scorecard.ui.backups.wording import say_when
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.words.backups import say_contents

_WIDTH = 460


class Question(Dialog):
    """Accepted: do it. Enter alone does not: the keyboard is on the way out."""

    def __init__(self, title: str, yes: str, no: str, parent: QWidget) -> None:
        super().__init__(title, yes, no, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.primary.setDefault(False)
        self.primary.setAutoDefault(False)
        self.secondary.setDefault(True)
        self.focus_first(self.secondary)

    def add(self, words: str) -> Label:
        label = Label(words, parent=self)
        label.setWordWrap(True)
        label.setMinimumWidth(px(self, _WIDTH))
        label.setVisible(bool(words))
        self.content.addWidget(label)
        return label


class RestoreDialog(Question):
    """`record` says what becomes of what can be undone; `show_changes` shows everything one by one."""

    def __init__(
        self, backup: Backup, difference: str, record: str, show_changes: Callable[[QWidget], object], parent: QWidget
    ) -> None:
        super().__init__(tr("Restore a backup"), tr("&Restore"), tr("&Cancel"), parent)
        self.title.setText(tr("Restore the backup of {when}?").format(when=say_when(backup)))
        self.difference = self.add(difference)
        self.record = self.add(record)
        self.add(tr("The store as it is now goes into the list of backups, and one step takes the restore back."))
        self.changes = LinkButton(tr("&What would change…"), self)
        self.content.addWidget(self.changes, 0, Qt.AlignmentFlag.AlignLeading)
        self.changes.clicked.connect(lambda: show_changes(self))


class TakeBackDialog(Question):
    """Before the last restore is taken back."""

    def __init__(self, aside: Backup, parent: QWidget) -> None:
        super().__init__(tr("Undo the restore"), tr("&Take it back"), tr("&Keep this one"), parent)
        self.title.setText(tr("Take the last restore back?"))
        held = say_contents(aside.contents, tr) if aside.contents is not None else ""
        words = tr("The store from before it comes back just as it was on {when}: {what}, and all that can be undone.")
        self.add(words.format(when=say_when(aside), what=held))
        self.add(tr("Nothing was entered since. What the restore brought goes into the list of backups."))
        self.add(tr("If you keep this one, Undo goes on with the last step in it."))
