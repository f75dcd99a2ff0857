"""The tray icon, while it is wished and a tray is there; with it, closing the window may leave the program running."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtDBus import QDBusConnection
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from scorecard.resources import resource
from scorecard.ui.main_window import MainWindow
from scorecard.ui.text import tr
from scorecard.ui.tray.lines import Tally, TrayLines, say_today, tallies_of
from scorecard.ui.tray.menu import TrayMenu
from scorecard.ui.tray.presence import TrayPresence
from scorecard.ui.tray.wish import TrayWish, keep_tray, read_tray
from scorecard.ui.widgets.cover import Cover
from scorecard.ui.window_actions import say_of_activity

if TYPE_CHECKING:
    from scorecard.services.services import Services

_SETTLES = 150  # milliseconds after the last change
_Reason = QSystemTrayIcon.ActivationReason


class Tray(QObject):
    """`changed`: a tray has come or gone, or the wish is another one. `message_clicked`: one of our notifications."""

    changed = Signal()
    message_clicked = Signal()

    def __init__(self, window: MainWindow, bus: QDBusConnection | None) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._preferences = window.surroundings.preferences
        self.wish = read_tray(self._preferences)
        self.presence = TrayPresence(bus, self)
        self.presence.changed.connect(self._settle)
        self.menu = TrayMenu(window)
        self._icon: QSystemTrayIcon | None = None
        self._can_snooze = False
        self._aside = False
        self._tallied: int | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLES)
        self._timer.timeout.connect(self.refresh)
        self._desk.changed.connect(self._follow)
        self._desk.attached.connect(self.refresh)
        self.menu.menu.aboutToShow.connect(self.refresh)
        self.menu.tally_chosen.connect(self._count)
        self._settle()

    @property
    def there(self) -> bool:
        return self.presence.there

    @property
    def icon(self) -> QSystemTrayIcon | None:
        """None while there is none to be seen."""
        return self._icon

    def choose(self, wish: TrayWish) -> None:
        self.wish = wish
        keep_tray(self._preferences, wish)
        self._settle()

    def offer_snooze(self, can_snooze: bool) -> None:
        self._can_snooze = can_snooze
        self.refresh()

    def show_message(self, title: str, words: str) -> bool:
        """False when the tray can't show it."""
        if self._icon is None or not QSystemTrayIcon.supportsMessages():
            return False
        self._icon.showMessage(title, words, QIcon(str(resource("icons", "scorecard.svg"))))
        return True

    def refresh(self) -> None:
        if self._icon is not None:
            self.menu.show_lines(self._read())

    def _settle(self) -> None:
        """Shows or hides the icon, and says what closing the window means from now on."""
        writes = self._window.surroundings.manner.writes
        wanted = writes and self.wish is not TrayWish.NONE and self.presence.there
        if wanted and self._icon is None:
            self._icon = self._make_icon()
            self.refresh()
            self._icon.show()
        elif not wanted and self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None
        self._window.hides = wanted and self.wish is TrayWish.ICON_AND_WINDOW
        # A dialog that closes would be the last window while the other one is hidden.
        QGuiApplication.setQuitOnLastWindowClosed(not self._window.hides)
        if not self._window.hides:
            self._aside = self._aside or self._window.has_hidden
            self._window.step_aside()
        elif self._aside and self._window.isMinimized():
            self._aside = False
            self._window.close()  # the tray came later than the program, as it may when a session begins
        self.changed.emit()

    def _make_icon(self) -> QSystemTrayIcon:
        made = QSystemTrayIcon(QIcon(str(resource("icons", "scorecard.svg"))), self)
        made.setToolTip("Scorecard")
        made.setContextMenu(self.menu.menu)
        made.activated.connect(self._follow_click)
        made.messageClicked.connect(self.message_clicked)
        return made

    def _follow_click(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (_Reason.Trigger, _Reason.DoubleClick):
            self.menu.opened.emit()

    def _read(self) -> TrayLines:
        """While the window is covered, the menu covers the same."""
        if self._window.findChild(Cover) is not None:
            return TrayLines(snooze=self._can_snooze)
        lines = self._desk.ask(self._lines)
        return lines or TrayLines(snooze=self._can_snooze)

    def _lines(self, services: Services) -> TrayLines:
        page = services.scoring.page(services.scoring.today())
        return TrayLines(say_today(page), tallies_of(page), self._say_undo(services), self._can_snooze)

    def _say_undo(self, services: Services) -> str:
        """Only what was done here last can be undone here."""
        last = services.undoing.next_undo()
        if last is None or last.seq != self._tallied:
            return ""
        return tr("Undo {what}").format(what=say_of_activity(last))

    def _count(self, tally: Tally) -> None:
        self._window.flush()

        def count(services: Services) -> None:
            services.scoring.score(tally.measure_id, services.scoring.today(), tally.next)
            last = services.undoing.next_undo()
            self._tallied = last.seq if last is not None else None

        self._desk.do(count)
        self.refresh()

    def _follow(self) -> None:
        if self._icon is not None:
            self._timer.start()
