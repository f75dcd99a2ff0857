"""The card of the settings that says where the data lie, and brings them elsewhere."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from scorecard.ui.desk import Desk
from scorecard.ui.text import tr
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.flow_row import FlowRow
from scorecard.ui.widgets.label import Label

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class StoreCard(Card):
    """`move_asked`: the user wants the data in another folder."""

    move_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("Your data"), parent=parent)
        self._desk = desk
        self.folder = Label("", parent=self)
        self.open = QuietButton(tr("&Open the folder"), self)
        self.copy = QuietButton(tr("&Copy the path"), self)
        self.move_away = QuietButton(tr("&Move to another folder…"), self)
        self.said = Label("", quiet=True, parent=self)
        self._arrange()
        self.open.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path.parent))))
        self.copy.clicked.connect(self._copy_path)
        self.move_away.clicked.connect(self.move_asked)
        desk.attached.connect(self.read)
        self.read()

    @property
    def path(self) -> Path:
        """Of the store."""
        return Path(self.folder.text())

    def read(self) -> None:
        path = self._desk.ask(lambda services: services.facts().path)
        for button in (self.open, self.copy, self.move_away):
            button.setEnabled(path is not None)
        if path is not None:
            self.folder.setText(str(path))
            self.folder.setAccessibleName(tr("Where the store lies: {path}").format(path=path))

    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(str(self.path))
        self.said.setText(tr("Copied."))

    def _arrange(self) -> None:
        remark = Label(
            tr("Everything you write stays in this one file, with its backups beside it. Nothing is sent anywhere."),
            quiet=True,
            parent=self,
        )
        self.folder.setTextInteractionFlags(_SELECTABLE)
        for label in (self.folder, remark):
            label.setWordWrap(True)
        self.body.addWidget(self.folder)
        self.body.addWidget(remark)
        buttons = FlowRow(self)
        for widget in (self.open, self.copy, self.move_away, self.said):
            buttons.add(widget)
        self.body.addWidget(buttons)
