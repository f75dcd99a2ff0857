"""What an input method still holds when a place to write in is left: it was written, so it belongs to the text."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QWidget


def take_composed(place: QWidget, composed: Callable[[], str]) -> None:
    """Gives it to the text: through the method itself, or, as not every one does as told, without it.

    `composed` says what is held now.
    """
    if not composed():
        return
    method = QGuiApplication.inputMethod()
    if place.hasFocus():
        method.commit()
    if text := composed():
        taken = QInputMethodEvent()
        taken.setCommitString(text)
        QCoreApplication.sendEvent(place, taken)
        method.reset()
