"""What the system says of itself: it goes to sleep, it wakes, the screen is locked. Without a bus it says nothing."""

import os
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

LOGIN = "org.freedesktop.login1"
SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver")
# Typed as bytes, taken as text.
_SLEEP: Any = SLOT("follow_sleep(bool)")
_LOCK: Any = SLOT("follow_lock()")
_SAVER: Any = SLOT("follow_saver(bool)")


class SystemSigns(QObject):
    """Listens only: nothing is asked, so nothing waits for an answer."""

    going_to_sleep = Signal()
    woke = Signal()
    locked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        system = QDBusConnection.systemBus()
        if system.isConnected():
            system.connect("", f"/{LOGIN.replace('.', '/')}", f"{LOGIN}.Manager", "PrepareForSleep", self, _SLEEP)
            system.connect("", _session_path(os.environ), f"{LOGIN}.Session", "Lock", self, _LOCK)
        session = QDBusConnection.sessionBus()
        if session.isConnected():
            for name in SAVERS:
                session.connect("", "", name, "ActiveChanged", self, _SAVER)

    @Slot(bool)
    def follow_sleep(self, begins: bool) -> None:
        (self.going_to_sleep if begins else self.woke).emit()

    @Slot()
    def follow_lock(self) -> None:
        self.locked.emit()

    @Slot(bool)
    def follow_saver(self, active: bool) -> None:
        if active:
            self.locked.emit()


def _session_path(environment: "os._Environ[str]") -> str:
    """Of this user's session, as systemd spells its name in a path; empty, for any, where it is not known."""
    session = environment.get("XDG_SESSION_ID", "")
    spelt = "".join(
        letter if (letter.isascii() and letter.isalpha()) or (letter.isdigit() and place) else f"_{ord(letter):02x}"
        for place, letter in enumerate(session)
    )
    return f"/org/freedesktop/login1/session/{spelt}" if spelt else ""
