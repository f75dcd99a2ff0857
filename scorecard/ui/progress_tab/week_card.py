"""The card "Day by day": the chart of a week, or its numbers as a table, or what to do when there are none."""

from datetime import date
from enum import Enum, auto

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scorecard.services.week_chart import WeekBars
from scorecard.ui.progress_tab.day_table import DayTable, table_rows
from scorecard.ui.progress_tab.reading import read_week
from scorecard.ui.progress_tab.week_canvas import WeekCanvas
from scorecard.ui.progress_tab.wording import day_words, week_summary, week_title
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.widgets.buttons import LinkButton, QuietButton
from scorecard.ui.widgets.card import Card
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.empty_state import EmptyState
from scorecard.ui.widgets.label import Label


class Face(Enum):
    LOADING = auto()
    EMPTY = auto()
    CHART = auto()
    TABLE = auto()


class WeekCard(Card):
    day_chosen = Signal(date)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Day by day"), parent=parent)
        self.loading = Label(tr("Loading…"), quiet=True, parent=self)
        self.open_button = QuietButton("", self)
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
        self.toggle = LinkButton(tr("Show as table"), self)
        self._face = Face.LOADING
        self._as_table = False
        self._bars: WeekBars | None = None
        self._offered: date | None = None
        self._lay_out_body()
        self.toggle.clicked.connect(self._turn)
        self.canvas.day_clicked.connect(self.day_chosen)
        self.open_button.clicked.connect(self._open_offered)
        self._show_face()

    @property
    def face(self) -> Face:
        return self._face

    def show_bars(self, bars: WeekBars, today: date, locale: QLocale) -> None:
        self._bars = bars
        summary = week_summary(bars, locale)
        title = tr("Day by day")
        self.set_title(title, summary)
        self.canvas.show_week(
            read_week(bars, locale, mirrored=self.isRightToLeft()), f"{title}, {week_title(bars.week, today, locale)}"
        )
        self.table.show_rows(table_rows(bars, locale))
        self._offer(today if today in bars.week.days else bars.week.monday, today, locale)
        self._show_face()

    def _offer(self, day: date, today: date, locale: QLocale) -> None:
        self._offered = day
        words = tr("Score today") if day == today else tr("Open {day}").format(day=day_words(day, locale))
        self.open_button.setText(words)
        self.open_button.updateGeometry()

    def _open_offered(self) -> None:
        if self._offered is not None:
            self.day_chosen.emit(self._offered)

    def _turn(self) -> None:
        self._as_table = not self._as_table
        self.toggle.setText(tr("Show as chart") if self._as_table else tr("Show as table"))
        self.toggle.updateGeometry()
        self._show_face()

    def _show_face(self) -> None:
        self._face = self._fitting_face()
        self.loading.setVisible(self._face is Face.LOADING)
        self.empty.setVisible(self._face is Face.EMPTY)
        self.canvas.setVisible(self._face is Face.CHART)
        self.table.setVisible(self._face is Face.TABLE)
        self.toggle.setVisible(self._face in (Face.CHART, Face.TABLE))
        hollow = self._bars is not None and any(bar.hollow for bar in self._bars.days)
        self.legend.setVisible(hollow and self._face is Face.CHART)

    def _fitting_face(self) -> Face:
        bars = self._bars
        if bars is None:
            return Face.LOADING
        if bars.is_blank and not any(bar.away for bar in bars.days):
            return Face.EMPTY
        return Face.TABLE if self._as_table else Face.CHART

    def _lay_out_body(self) -> None:
        self.loading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for place in (self.loading, self.empty):
            place.setMinimumHeight(self.canvas.sizeHint().height())
        foot = QHBoxLayout()
        foot.addWidget(self.legend)
        foot.addStretch(1)
        foot.addWidget(self.toggle)
        self.body.setSpacing(px(self, 2))
        for widget in (self.loading, self.empty, self.canvas, self.table):
            self.body.addWidget(widget)
        self.body.addLayout(foot)
