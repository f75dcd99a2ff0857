"""Whether the desktop has a tray; those of a Linux desktop come and go with its panel."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher
from PySide6.QtWidgets import QSystemTrayIcon

WATCHER = "org.kde.StatusNotifierWatcher"


class TrayPresence(QObject):
    """`changed` carries whether one is there now."""

    changed = Signal(bool)

    def __init__(self, bus: QDBusConnection | None, parent: QObject) -> None:
        super().__init__(parent)
        self._there = QSystemTrayIcon.isSystemTrayAvailable()
        if bus is not None:
            watcher = QDBusServiceWatcher(WATCHER, bus, QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange, self)
            watcher.serviceOwnerChanged.connect(lambda *_: self.look())

    @property
    def there(self) -> bool:
        return self._there

    def look(self) -> None:
        there = QSystemTrayIcon.isSystemTrayAvailable()
        if there != self._there:
            self._there = there
            self.changed.emit(there)
