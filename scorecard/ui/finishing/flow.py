"""Finishing the day of a page, step by step, in front of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from scorecard.services.pages import DayPage
from scorecard.ui.desk import Desk

if TYPE_CHECKING:
    from scorecard.ui.finishing.dialog import FinishDialog


class Finishing(QObject):
    """At most one dialog at a time. What is typed in it is saved on every way out of the window, too."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self.dialog: FinishDialog | None = None

    def begin(self, page: DayPage) -> None:
        """A day about which there is nothing to ask is finished at once, and shows its result."""
        reflection = self._desk.ask(lambda services: services.reflecting.page(page.day))
        if reflection is None or self.dialog is not None:
            return
        from scorecard.ui.finishing.dialog import FinishDialog

        dialog = FinishDialog(page, reflection, self._desk, self._window)
        if not dialog.asks and not dialog.finish():
            dialog.deleteLater()
            return
        self.dialog = dialog
        dialog.finished.connect(self._end)
        dialog.open()

    def flush(self) -> bool:
        return self.dialog is None or self.dialog.flush()

    def unsaved_text(self) -> str:
        return self.dialog.unsaved_text() if self.dialog is not None else ""

    def give_up_text(self) -> None:
        if self.dialog is not None:
            self.dialog.give_up_text()

    def _end(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
