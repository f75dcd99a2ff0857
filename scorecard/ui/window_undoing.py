"""Undo and redo of the window: short ones at once, long ones in a thread, and nothing happens unseen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from scorecard.domain.activities import Activity, Turn, Verb
from scorecard.domain.changes import Change
from scorecard.domain.weeks import Week
from scorecard.ui.main_window import MainWindow
from scorecard.ui.text import tr
from scorecard.ui.window_days import WindowDays

if TYPE_CHECKING:
    from scorecard.services.services import Services
    from scorecard.services.undoing import LongTurn


class WindowUndoing(QObject):
    """`review_week` opens the review of a week at a prompt of it."""

    def __init__(self, window: MainWindow, days: WindowDays, review_week: Callable[[Week, str], object]) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._days = days
        self._review_week = review_week

    def undo(self) -> None:
        self._window.flush()
        self._turn(Turn.UNDO, tr("Undoing"))

    def redo(self) -> None:
        self._turn(Turn.REDO, tr("Redoing"))

    def _turn(self, turn: Turn, words: str) -> None:
        work = self._desk.ask(lambda services: services.undoing.long(turn))
        if work is not None and self._window.may_write():
            self._turn_long(work, words)
        else:
            self._desk.do(lambda services: self._turn_now(services, turn))

    def _turn_now(self, services: Services, turn: Turn) -> None:
        done = services.undoing.turn(turn)
        self._show(done.activity, done.change)

    def _turn_long(self, work: LongTurn, words: str) -> None:
        from scorecard.ui.long_work import do_long

        do_long(words, work.run, self._desk, self._window).failed.connect(self._window.show_error)

    def _show(self, activity: Activity, change: Change) -> None:
        """An undo that changed another day than the one shown goes there. What is between people has its own page."""
        said = activity.subject.get("day")
        if said is None or change.touches_people():
            return
        day = date.fromisoformat(said)
        if activity.verb == Verb.REVIEW_WEEK:
            self._review_week(Week.of(day), activity.subject.get("prompt", ""))
        elif change.topics & {"reflection", "felt"}:
            self._days.open_reflection(day, activity.subject.get("prompt", ""))
        elif "away" in change.topics and said <= self._days.day.isoformat() <= activity.subject.get("last_day", said):
            return
        elif day != self._days.day and "adjustment" not in change.topics:
            self._window.open_day(day)
