"""Notifications through the portal of the desktop: they can be clicked, and carry buttons.

org.freedesktop.Notifications itself can't be called from here: QtDBus makes a signed number of every number of Python.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import SLOT, QMetaType, QObject, Signal, Slot
from PySide6.QtDBus import QDBusArgument, QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant

from scorecard.ui.reminder.session_bus import can_be_reached

SERVICE = "org.freedesktop.portal.Desktop"
PLACE = "/org/freedesktop/portal/desktop"
INTERFACE = "org.freedesktop.portal.Notification"
OPEN = "open"
_PATIENCE = 3000  # milliseconds


@dataclass(frozen=True, slots=True)
class Notification:
    """`buttons` are (action, words)."""

    title: str
    words: str
    buttons: Sequence[tuple[str, str]] = ()


class Portal(QObject):
    """`invoked` carries the action of what was clicked: OPEN, or that of a button. `failed`: nothing was shown."""

    invoked = Signal(str)
    failed = Signal()

    def __init__(self, bus: QDBusConnection, name: str, parent: QObject) -> None:
        """One notification at a time, known to the desktop by `name`: the next one takes its place."""
        super().__init__(parent)
        self._bus = bus
        self._name = name
        slot = SLOT("follow_click(QDBusMessage)")
        bus.connect("", PLACE, INTERFACE, "ActionInvoked", self, slot)  # type: ignore[call-overload]

    @property
    def there(self) -> bool:
        return can_be_reached(self._bus, SERVICE)

    def show(self, notification: Notification) -> None:
        shown = {
            "title": notification.title,
            "body": notification.words,
            "priority": "normal",
            "default-action": OPEN,
        }
        buttons = {"buttons": _array_of_buttons(notification.buttons)} if notification.buttons else {}
        watcher = self._call("AddNotification", [self._name, {**shown, **buttons}])
        watcher.finished.connect(self._follow_answer)

    def take_back(self) -> None:
        self._call("RemoveNotification", [self._name])

    @Slot(QDBusMessage)
    def follow_click(self, message: QDBusMessage) -> None:
        name, action, *_ = [*message.arguments(), "", ""]
        if name == self._name:
            self.invoked.emit(action)

    def _follow_answer(self, watcher: QDBusPendingCallWatcher) -> None:
        watcher.deleteLater()
        if watcher.isError():
            self.failed.emit()

    def _call(self, method: str, arguments: list[object]) -> QDBusPendingCallWatcher:
        message = QDBusMessage.createMethodCall(SERVICE, PLACE, INTERFACE, method)
        message.setArguments(arguments)
        return QDBusPendingCallWatcher(self._bus.asyncCall(message, _PATIENCE), self)


def _array_of_buttons(buttons: Sequence[tuple[str, str]]) -> QDBusArgument:
    """As `aa{sv}`. A list of dictionaries would become `av`; and `<<` takes a text for a list of letters."""
    array = QDBusArgument()
    array.beginArray(QMetaType(QMetaType.Type.QVariantMap))
    for action, words in buttons:
        array.beginMap(QMetaType(QMetaType.Type.QString), QMetaType.fromName(b"QDBusVariant"))
        for key, value in (("label", words), ("action", action)):
            array.beginMapEntry()
            array.appendVariant(key)
            array.appendVariant(QDBusVariant(value))
            array.endMapEntry()
        array.endMap()
    array.endArray()
    return array
