"""The message bus of the desktop session, where there is one."""

import os
import sys
from pathlib import Path

from PySide6.QtDBus import QDBusConnection

ADDRESS = "DBUS_SESSION_BUS_ADDRESS"


def session_bus() -> QDBusConnection | None:
    """None where no bus was announced: asking for one all the same would start one."""
    if not sys.platform.startswith("linux") or not _is_announced():
        return None
    bus = QDBusConnection.sessionBus()
    return bus if bus.isConnected() else None


def can_be_reached(bus: QDBusConnection, service: str) -> bool:
    """Whether it runs, or the bus knows how to start it. Only the bus itself is asked, which answers at once."""
    names = bus.interface()
    return bool(names.isServiceRegistered(service).value()) or service in names.activatableServiceNames().value()


def _is_announced() -> bool:
    folder = os.environ.get("XDG_RUNTIME_DIR")
    return bool(os.environ.get(ADDRESS)) or (folder is not None and (Path(folder) / "bus").exists())
