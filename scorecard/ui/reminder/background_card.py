"""The card of the settings that says how Scorecard lives beside its window: in the tray, and from the log-in on."""

import os
import sys

from PySide6.QtWidgets import QCheckBox, QWidget

from scorecard.services.autostart import Autostart, Launch
from scorecard.ui.reminder.commands import ReminderCommands
from scorecard.ui.text import tr
from scorecard.ui.tray.wish import TrayWish
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.label import Label


class BackgroundCard(Card):
    """What this desktop does not have is not offered, and it is said."""

    def __init__(
        self, commands: ReminderCommands | None, parent: QWidget | None = None, autostart: Autostart | None = None
    ) -> None:
        super().__init__(tr("In the background"), parent=parent)
        self._tray = commands.tray if commands is not None else None
        self._autostart = autostart or Autostart.here(os.environ, Launch.of(os.environ, sys.argv))
        self.icon = QCheckBox(tr("Show an &icon in the tray"), self)
        self.stays = QCheckBox(tr("&Keep running when the window is closed"), self)
        self.tray_remark = Label("", quiet=True, parent=self)
        self.start = QCheckBox(tr("Start a&utomatically when I log in"), self)
        self.start_remark = Label("", quiet=True, parent=self)
        for widget in (self.icon, self.stays, self.tray_remark, self.start, self.start_remark):
            self.body.addWidget(widget)
        for remark in (self.tray_remark, self.start_remark):
            remark.setWordWrap(True)
        self.icon.clicked.connect(self._choose_tray)
        self.stays.clicked.connect(self._choose_tray)
        self.start.clicked.connect(self._switch_start)
        if self._tray is not None:
            self._tray.changed.connect(self.read)
        self.read()

    def read(self) -> None:
        self._read_tray()
        self._read_start()

    def _read_tray(self) -> None:
        tray = self._tray
        there = tray is not None and tray.there
        wish = tray.wish if tray is not None else TrayWish.NONE
        self.icon.setEnabled(there)
        self.icon.setChecked(there and wish is not TrayWish.NONE)
        self.stays.setEnabled(there and wish is not TrayWish.NONE)
        self.stays.setChecked(there and wish is TrayWish.ICON_AND_WINDOW)
        if not there:
            remark = tr("This desktop shows no tray at present: closing the window ends Scorecard.")
        elif wish is TrayWish.ICON_AND_WINDOW:
            remark = tr(
                "Its menu shows today's score and counts with one click. To end Scorecard: {keys}, or its menu."
            )
            remark = remark.format(keys="Ctrl+Q")
        else:
            remark = tr("Its menu shows today's score and counts with one click.")
        self.tray_remark.setText(remark)

    def _read_start(self) -> None:
        self.start.setEnabled(self._autostart.available)
        self.start.setChecked(self._autostart.on)
        if not self._autostart.available:
            remark = tr("Scorecard can't see to that on this system; its own settings can.")
        elif self._tray is not None and self._tray.there and self._tray.wish is TrayWish.ICON_AND_WINDOW:
            remark = tr("It then waits in the tray.")
        else:
            remark = tr("Its window then waits among the others, out of the way.")
        self.start_remark.setText(remark)

    def _choose_tray(self) -> None:
        if self._tray is None:
            return
        stays = self.stays.isChecked() and self.icon.isChecked()
        wish = TrayWish.ICON_AND_WINDOW if stays else TrayWish.ICON if self.icon.isChecked() else TrayWish.NONE
        self._tray.choose(wish)
        self.read()

    def _switch_start(self) -> None:
        wanted = self.start.isChecked()
        try:
            self._autostart.switch(wanted)
        except OSError:
            self.read()
            place = self._autostart.entry
            self.start_remark.setText(tr("That could not be written: {place}. It is as it was.").format(place=place))
            return
        self.read()
