"""Looks for missing days when the program is opened and when a day turns, and says so once, quietly."""

from datetime import date

from PySide6.QtCore import QObject, QTimer

from scorecard.domain.changes import Change
from scorecard.domain.gaps import Constancy, Gap
from scorecard.ui.away.gap_bar import GapBar
from scorecard.ui.away.gap_states import say_constancy, say_gap, waiting_days
from scorecard.ui.main_window import MainWindow
from scorecard.ui.text import tr

_SETTLES = 150  # milliseconds after the last change


class GapWatch(QObject):
    """Which days were left blank is a matter of the window, not of the scores: it is kept in its settings file."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._preferences = window.surroundings.preferences
        self._bar: GapBar | None = None
        self._gap: Gap | None = None
        self._since: date | None = None
        self._told: frozenset[date] = frozenset()
        self._constancy: Constancy | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLES)
        self._settle.timeout.connect(self.look)
        self._desk.changed.connect(self._follow)
        window.scorecard.day_shown.connect(self._say_constancy)
        self.look_anew()

    @property
    def bar(self) -> GapBar | None:
        """None until there was something to say."""
        return self._bar

    @property
    def settling(self) -> bool:
        """Whether something changed that it has not looked at yet."""
        return self._settle.isActive()

    def look(self) -> None:
        """What has become of the days that were missing when it last looked anew, while they are scored one by one."""
        found = self._desk.ask(lambda s: (s.gaps.gap(self._since), s.gaps.constancy(), s.scoring.today()))
        if found is None:
            return
        self._gap, self._constancy, today = found
        self._show_bar(today)
        self._say_constancy()

    def look_anew(self) -> None:
        """The program was opened, or a new day has begun: only now days are told of that were not before."""
        self._since, self._told = None, frozenset()
        gap = self._desk.ask(lambda s: s.gaps.gap())
        if gap is not None:
            self._since, self._told = gap.since, frozenset(gap.days)
        self.look()

    def open(self) -> None:
        """The page of the missing days, those that were left blank too."""
        self.look()
        if self._gap is None:
            self._desk.said.emit(tr("No working day is missing."))
            return
        from scorecard.ui.away.gap_dialog import GapDialog

        dialog = GapDialog(self._gap, self._desk, self._preferences, self._window)
        dialog.score_asked.connect(self._window.open_day)
        dialog.finished.connect(lambda _: self._settle.start())
        dialog.open()

    def leave_all(self) -> None:
        if self._gap is not None:
            self._preferences.set_left_days(self._preferences.left_days().union(self._gap.days))
            self._preferences.save()
            self.look()
            self._window.scorecard.start_keyboard()

    def _show_bar(self, today: date) -> None:
        gap = self._gap
        left = self._preferences.left_days()
        waiting = [day for day in waiting_days(gap, left, today) if day in self._told] if gap is not None else []
        if gap is None or not waiting:
            if self._bar is not None:
                self._bar.hide()
            return
        if self._bar is None:
            self._bar = self._make_bar()
        self._bar.say(say_gap(gap, waiting, today))
        self._bar.show()

    def _make_bar(self) -> GapBar:
        bar = GapBar(self._window.scorecard)
        bar.looked.connect(self.open)
        bar.closed.connect(self.leave_all)
        self._window.scorecard.put_bar(bar, (bar.look, bar.close_button))
        return bar

    def _say_constancy(self) -> None:
        scorecard = self._window.scorecard
        is_today = scorecard.day == scorecard.page.today
        scorecard.panel.say_constancy(say_constancy(self._constancy) if is_today else "")

    def _follow(self, change: Change) -> None:
        if change.touches_card() or change.touches_entries():
            self._settle.start()
