"""One check-in about somebody: the latest result with its factors, what changed, and how it went over time."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.services.checkin_page import Series
from scorecard.ui.people_tab.sections.wrapped import wrapped
from scorecard.ui.reflection_tab import checkin_wording as wording
from scorecard.ui.reflection_tab.checkin_chart import CheckinChart
from scorecard.ui.reflection_tab.checkin_factors import FactorBars
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_SMALL
from scorecard.ui.widgets.buttons import QuietButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import ElidedLabel, Label
from scorecard.ui.widgets.plain_tip import plain_tip


class CheckinBlock(QWidget):
    """`again` asks for the next one, `history` for all results."""

    again = Signal(object)
    history = Signal(object)

    def __init__(self, series: Series, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.series = series
        self.name = ElidedLabel("", TextStyle.STRONG, parent=self)
        self.result = Label("", TextStyle.HEADING, parent=self)
        self.change = wrapped("", self, TextStyle.SMALL)
        self.factors = FactorBars(self)
        self.evidence = wrapped("", self, TextStyle.SMALL)
        self.chart = CheckinChart(self)
        self.start = QuietButton(tr("Check in"), self)
        self._arrange()
        self.start.clicked.connect(lambda: self.again.emit(self.series))
        self.chart.clicked.connect(lambda: self.history.emit(self.series))
        self.show_series(series, today)

    def show_series(self, series: Series, today: date) -> None:
        self.series = series
        latest = series.latest
        if latest is None:
            return
        self.name.setText(series.name)
        self.result.setText(wording.say_result(latest.result))
        self.result.setAccessibleName(f"{wording.say_series(series)}, {self.result.text()}")
        parts = (wording.say_change(series.before, latest, today), wording.say_due(series, None, today))
        spoken = (wording.speak_change(series.before, latest, today), parts[1])
        self.change.setText(" · ".join(filter(None, parts)))
        self.change.setAccessibleName(", ".join(filter(None, spoken)))
        self.factors.show_lines(wording.factor_lines(series))
        self.evidence.setText(wording.say_evidence(latest))
        self.evidence.setVisible(bool(latest.evidence))
        self.evidence.setToolTip(plain_tip(latest.evidence))
        self.chart.show_results(series.results, today)
        self.start.setVisible(series.definition is not None)
        self.start.setAccessibleName(tr("Check in: {name}").format(name=wording.say_series(series)))

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(self, GAP_SMALL))
        head.addWidget(self.name, 1)
        head.addWidget(self.result)
        head.addWidget(self.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_SMALL))
        column.addLayout(head)
        for part in (self.change, self.factors, self.evidence, self.chart):
            column.addWidget(part)
        head.setAlignment(self.result, Qt.AlignmentFlag.AlignVCenter)
