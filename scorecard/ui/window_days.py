"""Which day the window is on. Scorecard and Reflection are two sides of one day: going to another takes both along."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from scorecard.ui.main_window import PROGRESS, REFLECTION, SCORECARD, MainWindow
from scorecard.ui.widgets.late_page import LatePage

if TYPE_CHECKING:
    # The pages are made when they are first looked at.
    from scorecard.ui.progress_tab.tab import ProgressTab
    from scorecard.ui.reflection_tab.tab import ReflectionTab


class WindowDays(QObject):
    def __init__(
        self, window: MainWindow, reflection: LatePage[ReflectionTab], progress: LatePage[ProgressTab]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._reflection = reflection
        self._progress = progress
        self.day = window.scorecard.day
        window.scorecard.day_shown.connect(self.keep)
        window.page_shown.connect(self._bring)

    def keep(self, day: date) -> None:
        """One of the two went to this day."""
        self.day = day

    def go_today(self) -> None:
        if self._window.page_key == REFLECTION:
            self._reflection.page.go_to_today()
            return
        self._window.go_to_page(SCORECARD)
        self._window.scorecard.go_to_today()

    def go_by(self, days: int) -> None:
        if self._window.page_key == PROGRESS:
            self._progress.page.go_by(-1 if days < 0 else 1)
        elif self._window.page_key == REFLECTION:
            self._reflection.page.go_by(days)
        else:
            self._window.scorecard.go_by(days)

    def choose_day(self) -> None:
        if self._window.page_key == REFLECTION:
            self._reflection.page.choose_day()
        elif self._window.page_key == PROGRESS:
            self._progress.page.choose_day()
        else:
            self._window.scorecard.choose_day()

    def open_reflection(self, day: date, prompt_id: str = "") -> None:
        """Goes to what was written on a day; with a prompt, to its place."""
        self._window.go_to_page(REFLECTION)
        self._reflection.page.open_place(day, prompt_id)

    def _bring(self, key: str) -> None:
        if key == SCORECARD and self._window.scorecard.day != self.day:
            self._window.scorecard.show_day(self.day)
        elif key == REFLECTION:
            self._reflection.page.show_day(self.day)
