"""The goals as a control, as high as their rows; each can be opened."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from scorecard.charts.goals_layout import height_for
from scorecard.charts.goals_picture import GoalColours
from scorecard.overriding import override
from scorecard.ui.progress_tab.chart_parts import PlacedChart
from scorecard.ui.progress_tab.goal_reading import GoalsReading, goal_colours
from scorecard.ui.progress_tab.panel_canvas import PanelCanvas
from scorecard.ui.theme.tokens import Tokens

_HEIGHT = 110


class GoalCanvas(PanelCanvas):
    goal_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HEIGHT, parent)
        self._reading: GoalsReading | None = None

    def show_goals(self, reading: GoalsReading, name: str) -> None:
        self._reading = reading
        self.show_reading(reading, name)

    @override
    def make_chart(self, colours: GoalColours) -> PlacedChart:
        from scorecard.charts.goals import GoalsChart

        return GoalsChart(colours)

    @override
    def colours(self, tokens: Tokens) -> GoalColours:
        return goal_colours(tokens)

    @override
    def start(self) -> int:
        return 0

    @override
    def opens(self, n: int) -> bool:
        return self._reading is not None and n < len(self._reading.keys)

    @override
    def open_place(self, n: int) -> None:
        if self._reading is not None:
            self.goal_clicked.emit(self._reading.keys[n])

    @override
    def rows_height(self, width: float, text: float) -> float | None:
        count = 0 if self._reading is None else len(self._reading.picture.panels)
        return height_for(width, text, count) if count else None
