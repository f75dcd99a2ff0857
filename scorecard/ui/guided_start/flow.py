"""The guided start in front of the window: begun, and taken up again where it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from scorecard.ui.finishing.in_front import InFront

if TYPE_CHECKING:
    from scorecard.services.services import Services
    from scorecard.ui.guided_start.dialog import GuidedStart


class SettingUp(InFront):
    """For `MainWindow.watch_over`: its choices are kept on every way out."""

    dialog: GuidedStart | None

    def begin(self) -> None:
        """Once the store is open, if it is only being opened."""
        if self._desk.opening:
            self._desk.attached.connect(self.begin, Qt.ConnectionType.SingleShotConnection)
        elif self.dialog is None:
            self._desk.ask(self._open)

    def _open(self, services: Services) -> None:
        from scorecard.resources import resource
        from scorecard.services.outlines import read_outline
        from scorecard.services.starters import read_starters
        from scorecard.ui.guided_start.dialog import GuidedStart, Surrounding

        today = services.scoring.today()
        around = Surrounding(
            today,
            read_starters(resource("starters"), today),
            tuple(measure.name for measure in services.scoring.card().on(today)),
            services.scoring.settings().day_end,
        )
        kept = read_outline(services.unfinished_card.line(), today)
        self.dialog = GuidedStart(around, kept, self._desk, self._window)
        self.dialog.finished.connect(self.end)
        self.dialog.open()
