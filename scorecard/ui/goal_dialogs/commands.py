"""What the window does about goals. Their pages are imported when they are first asked for."""

from PySide6.QtCore import QObject

from scorecard.ui.main_window import MainWindow


class GoalCommands(QObject):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def open(self, goal_id: str = "") -> None:
        """The Goals window, with that goal chosen."""
        from scorecard.ui.goal_dialogs.goals_dialog import open_goals

        self._window.flush()
        open_goals(self._window.desk, self._window, goal_id)
