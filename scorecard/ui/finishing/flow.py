"""Finishing the day of a page, step by step, in front of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scorecard.services.pages import DayPage
from scorecard.ui.finishing.in_front import InFront

if TYPE_CHECKING:
    from scorecard.ui.finishing.dialog import FinishDialog


class Finishing(InFront):
    dialog: FinishDialog | None

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
        dialog.finished.connect(self.end)
        dialog.open()
