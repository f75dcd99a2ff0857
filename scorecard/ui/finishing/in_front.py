"""A dialog of steps in front of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from scorecard.ui.desk import Desk

if TYPE_CHECKING:
    from scorecard.ui.finishing.steps_dialog import StepsDialog


class InFront(QObject):
    """At most one dialog at a time. What is typed in it is saved on every way out of the window, too."""

    dialog: StepsDialog | None

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self.dialog = None

    def flush(self) -> bool:
        return self.dialog is None or self.dialog.flush()

    def unsaved_text(self) -> str:
        return self.dialog.unsaved_text() if self.dialog is not None else ""

    def give_up_text(self) -> None:
        if self.dialog is not None:
            self.dialog.give_up_text()

    def end(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
