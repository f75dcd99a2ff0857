"""The card "Goals": how far the entries of the quarter and the year have come."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget

from scorecard.services.goal_pages import GoalsPage
from scorecard.ui.progress_tab.chart_card import ChartCard
from scorecard.ui.progress_tab.goal_canvas import GoalCanvas
from scorecard.ui.progress_tab.goal_reading import read_goals
from scorecard.ui.progress_tab.goal_table import GoalTable, table_rows
from scorecard.ui.text import tr
from scorecard.ui.widgets.label import Label


class GoalCard(ChartCard):
    """Left out (hidden) until there is a goal in the store."""

    goal_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Goals"), parent)
        self.empty = Label(tr("No open goals in this quarter and year."), quiet=True, parent=self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.canvas = GoalCanvas(self)
        self.table = GoalTable(self)
        self.canvas.goal_clicked.connect(self.goal_chosen)
        self.put_together(self.canvas, self.table, self.empty)
        self.hide()

    def show_goals(self, page: GoalsPage, locale: QLocale) -> None:
        self.setVisible(page.any)
        if not page.any:
            return
        goals = page.open
        self.set_title(tr("Goals"), tr("the upright mark: how much of the time is gone") if goals else "")
        self.canvas.show_goals(read_goals(goals, locale, mirrored=self.isRightToLeft()), tr("Goals"))
        self.table.show_rows(table_rows(goals, locale))
        self.show_filled(bool(goals))
