"""The card "Day by day": the chart of a week, or its numbers as a table, or what to do when there are none."""

from datetime import date

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from scorecard.overriding import override
from scorecard.services.week_chart import WeekBars
from scorecard.ui.progress_tab.chart_card import ChartCard, Face
from scorecard.ui.progress_tab.day_table import DayTable, table_rows
from scorecard.ui.progress_tab.offered_day import OfferedDay
from scorecard.ui.progress_tab.reading import read_week
from scorecard.ui.progress_tab.week_canvas import WeekCanvas
from scorecard.ui.progress_tab.wording import week_summary, week_title
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.widgets.empty_state import EmptyState
from scorecard.ui.widgets.label import Label


class WeekCard(ChartCard):
    day_chosen = Signal(date)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Day by day"), parent)
        self.open_button = OfferedDay(self)
        self.empty = EmptyState(
            "chart-column",
            tr("Nothing is scored in this week"),
            tr("A day has its bar here as soon as one of its measures has a value."),
            [self.open_button],
            self,
        )
        self.canvas = WeekCanvas(self)
        self.table = DayTable(self)
        self.legend = Label(tr("Outlined: from memory, or too little for a score"), TextStyle.SMALL, quiet=True)
        self._bars: WeekBars | None = None
        self.put_together(self.canvas, self.table, self.empty, self.legend)
        self.canvas.day_clicked.connect(self.day_chosen)
        self.open_button.day_chosen.connect(self.day_chosen)

    def show_bars(self, bars: WeekBars, today: date, locale: QLocale) -> None:
        self._bars = bars
        summary = week_summary(bars, locale)
        title = tr("Day by day")
        self.set_title(title, summary)
        self.canvas.show_week(
            read_week(bars, locale, mirrored=self.isRightToLeft()), f"{title}, {week_title(bars.week, today, locale)}"
        )
        self.table.show_rows(table_rows(bars, locale))
        self.open_button.offer(today if today in bars.week.days else bars.week.monday, today, locale)
        self.show_filled(not bars.is_blank or any(bar.away for bar in bars.days))

    @override
    def show_face(self) -> None:
        super().show_face()
        hollow = self._bars is not None and any(bar.hollow for bar in self._bars.days)
        self.legend.setVisible(hollow and self.face is Face.CHART)
