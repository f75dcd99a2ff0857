"""What the window does about the reminder and the tray. What they need is imported when it is first needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QApplication, QWidget

from scorecard.domain.clock import Clock
from scorecard.domain.reminders import SNOOZES, Reminder
from scorecard.ui.day_watch import DayWatch
from scorecard.ui.main_window import MainWindow
from scorecard.ui.reminder.kept import keep_reminder
from scorecard.ui.text import tr
from scorecard.ui.tray.wish import TrayWish, read_tray
from scorecard.ui.widgets.notice_sign import NoticeAction, NoticeTone

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

    from scorecard.ui.reminder.portal import Portal
    from scorecard.ui.reminder.watch import ReminderWatch
    from scorecard.ui.tray.tray import Tray
    from scorecard.ui.widgets.notice_bar import NoticeBar

Bus = Callable[[], "QDBusConnection | None"]
SHORT, LONG = "15", "60"  # what a notification calls its buttons


class ReminderCommands(QObject):
    """A reminder is a notification of the tray or of the portal, where one is really there, and a calm bar in the
    window: there it can be put off, by button and by key.

    `changed`: a reminder stands or stands no more. `undo_asked`: of what was counted in the tray's menu.
    """

    changed = Signal()
    undo_asked = Signal()

    def __init__(self, window: MainWindow, clock: Clock, go_today: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._clock = clock
        self._go_today = go_today
        self.find_bus: Bus = _session_bus
        self.watch: ReminderWatch | None = None
        self._tray: Tray | None = None
        self._portal: Portal | None = None
        self._bar: NoticeBar | None = None
        self._told_portal = False

    @classmethod
    def of(cls, widget: QWidget | None) -> ReminderCommands | None:
        """Those of the window that a dialog was opened from."""
        return widget.window().findChild(cls) if widget is not None else None

    @property
    def bar(self) -> NoticeBar | None:
        """None until something had to be said."""
        return self._bar

    @property
    def stands(self) -> bool:
        return self.watch is not None and self.watch.stands

    @property
    def has_icon(self) -> bool:
        return self._tray is not None and self._tray.icon is not None

    @property
    def tray(self) -> Tray:
        """Asking for it asks the desktop whether it has one."""
        if self._tray is None:
            from scorecard.ui.tray.tray import Tray

            self._tray = Tray(self._window, self.find_bus())
            self._tray.message_clicked.connect(self.open)
            self._tray.menu.opened.connect(self.open)
            self._tray.menu.quit_asked.connect(self._window.quit)
            self._tray.menu.undo_asked.connect(self.undo_asked)
            self._tray.menu.snooze_asked.connect(lambda minutes: self.snooze(0 if minutes == int(SHORT) else 1))
        return self._tray

    def follow_store(self, day_watch: DayWatch) -> None:
        """The store is open. Where it is only looked at there is nothing to be reminded of."""
        from scorecard.ui.reminder.watch import ReminderWatch

        preferences = self._window.surroundings.preferences
        writes = self._window.surroundings.manner.writes
        if writes and read_tray(preferences) is not TrayWish.NONE:
            self.tray.refresh()
        if not self._window.hides:
            self._window.step_aside()
        if not writes:
            return
        self.watch = ReminderWatch(self._window.desk, preferences, self._clock, day_watch)
        self.watch.due.connect(self._remind)
        self.watch.over.connect(self._withdraw)
        self.watch.look()

    def open(self) -> None:
        """The window, on today."""
        self._window.bring_to_front()
        self._go_today()

    def choose(self, reminder: Reminder) -> None:
        if self.watch is not None:
            self.watch.choose(reminder)
        else:
            keep_reminder(self._window.surroundings.preferences, reminder)

    def snooze(self, which: int) -> None:
        """0: for the shorter time, 1: for the longer one."""
        if self.watch is not None:
            self.watch.snooze(SNOOZES[which])

    def open_tray_menu(self) -> None:
        """For the keyboard, which not every panel lets to its icons."""
        if self._tray is not None:
            self._tray.refresh()
            menu = self._tray.menu.menu
            size = menu.sizeHint()
            corner = self._window.rect().center() - QPoint(size.width() // 2, size.height() // 2)
            menu.popup(self._window.mapToGlobal(corner))

    def show_one(self) -> None:
        """As a reminder comes, whatever the day is like, for who wants to see it."""
        self._notify()
        self._show_bar(())

    def _remind(self) -> None:
        self._notify()
        self._show_bar(
            (
                NoticeAction(tr("Again in 15 &minutes"), lambda: self.snooze(0)),
                NoticeAction(tr("In an h&our"), lambda: self.snooze(1)),
            )
        )
        if self._tray is not None:
            self._tray.offer_snooze(True)
        self.changed.emit()

    def _notify(self) -> None:
        """In that order: by the tray, by the portal; else the window asks to be looked at."""
        if self._tray is not None and self._tray.show_message("Scorecard", say_reminder()):
            return
        portal = self._find_portal()
        if portal is None:
            QApplication.alert(self._window)
            return
        from scorecard.ui.reminder.portal import Notification

        buttons = ((SHORT, tr("In 15 minutes")), (LONG, tr("In an hour"))) if self.stands else ()
        portal.show(Notification("Scorecard", say_reminder(), buttons))
        self._told_portal = True

    def say_way(self) -> str:
        """How a reminder comes on this desktop."""
        if self.has_icon:
            return tr("It comes as a message of the icon in the tray.")
        if self._find_portal() is not None:
            return tr("It comes as a notification of your desktop.")
        return tr("This desktop takes no notifications: it comes as a line in the window, while Scorecard is running.")

    def _find_portal(self) -> Portal | None:
        if self._portal is None:
            bus = self.find_bus()
            if bus is None:
                return None
            from scorecard.ui.reminder.portal import Portal

            self._portal = Portal(bus, "reminder", self)
            self._portal.invoked.connect(self._follow_portal)
            self._portal.failed.connect(lambda: QApplication.alert(self._window))
        return self._portal if self._portal.there else None

    def _follow_portal(self, action: str) -> None:
        if action in (SHORT, LONG):
            self.snooze((SHORT, LONG).index(action))
        else:
            self.open()

    def _show_bar(self, actions: tuple[NoticeAction, ...]) -> None:
        if self._bar is None:
            from scorecard.ui.widgets.notice_bar import NoticePlace

            place = NoticePlace(self._window)
            self._window.add_bar(place)
            self._bar = place.bar
            self._bar.dismissed.connect(self._settle)
        self._bar.show_notice(say_reminder(), NoticeTone.INFO, actions)

    def _settle(self) -> None:
        if self.watch is not None:
            self.watch.settle()

    def _withdraw(self) -> None:
        if self._bar is not None:
            self._bar.hide()
        if self._portal is not None and self._told_portal:
            self._portal.take_back()
            self._told_portal = False
        if self._tray is not None:
            self._tray.offer_snooze(False)
        self.changed.emit()


def say_reminder() -> str:
    """No private word, and no number: whoever stands by may read it."""
    return tr("Your day is still open. It takes about a minute.")


def _session_bus() -> QDBusConnection | None:
    from scorecard.ui.reminder.session_bus import session_bus

    return session_bus()
