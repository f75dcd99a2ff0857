"""What the window does about days away and missing days. Their pages are imported when they are first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from scorecard.ui.main_window import SCORECARD, MainWindow

if TYPE_CHECKING:
    from scorecard.ui.away.gap_watch import GapWatch


class AwayCommands(QObject):
    """`gaps` is None until the store is open."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.gaps: GapWatch | None = None

    def follow_store(self) -> None:
        """The store is open: whether days are missing can be seen now."""
        from scorecard.ui.away.gap_watch import GapWatch

        self.gaps = GapWatch(self._window)

    def follow_new_day(self) -> None:
        if self.gaps is not None:
            self.gaps.look_anew()

    def switch(self) -> None:
        """Away on the day of the scorecard, or not after all."""
        self._window.go_to_page(SCORECARD)
        self._window.scorecard.switch_away()

    def open_ranges(self) -> None:
        from scorecard.ui.away.aways_dialog import open_aways

        self._window.flush()
        open_aways(self._window.desk, self._window)

    def open_missing(self) -> None:
        if self.gaps is not None:
            self._window.go_to_page(SCORECARD)
            self._window.flush()
            self.gaps.open()
