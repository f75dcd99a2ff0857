"""The question before store and backups are brought to another folder."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from scorecard.ui.text import tr
from scorecard.ui.widgets.dialog import Dialog
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label

_WIDTH = 480


class MoveDialog(Dialog):
    """Accepted: move it."""

    def __init__(self, place: Path, left_behind: str, parent: QWidget) -> None:
        super().__init__(tr("Move your data"), tr("&Move"), tr("&Cancel"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title.setText(tr("Move your data to another folder?"))
        self._add(tr("They will lie in {place}.").format(place=place))
        self._add(
            tr("Store and backups are copied there and looked through; then Scorecard goes on with them, now and at "
               "every start. If anything goes wrong, all stays as it is.")
        )  # fmt: skip
        self._add(
            tr("The folder of today keeps its copies, the store as {name}, and a word of where it is now. Delete them "
               "when you have seen that all is there.").format(name=left_behind)
        )  # fmt: skip

    def _add(self, words: str) -> None:
        label = Label(words, parent=self)
        label.setWordWrap(True)
        label.setMinimumWidth(px(self, _WIDTH))
        self.content.addWidget(label)
