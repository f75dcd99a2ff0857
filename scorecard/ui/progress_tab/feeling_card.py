"""The card "Felt against counted": the grades that days were given, over their scores."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from scorecard.domain.periods import Period
from scorecard.overriding import override
from scorecard.services.progress.felt import Feeling
from scorecard.ui.progress_tab.chart_card import ChartCard, Face
from scorecard.ui.progress_tab.feeling_canvas import FeelingCanvas
from scorecard.ui.progress_tab.feeling_reading import read_feeling
from scorecard.ui.progress_tab.feeling_table import FeelingTable
from scorecard.ui.progress_tab.feeling_wording import advice_words, legend_words, nothing_words, title
from scorecard.ui.progress_tab.period_wording import period_title
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.widgets.empty_state import EmptyState
from scorecard.ui.widgets.label import ElidedLabel, Label

if TYPE_CHECKING:
    # It brings numpy with it, which is imported in the loading thread.
    from scorecard.services.progress.history import History


class FeelingCard(ChartCard):
    day_chosen = Signal(date)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(title(), parent)
        self.empty = EmptyState("chart-column", "", "", parent=self)
        self.canvas = FeelingCanvas(self)
        self.table = FeelingTable(self)
        self.legend = ElidedLabel("", TextStyle.SMALL, quiet=True, parent=self)
        self.summary = Label("", TextStyle.SMALL, quiet=True, parent=self)
        self.summary.setWordWrap(True)
        self._shown: tuple[Feeling, QLocale] | None = None
        self.put_together(self.canvas, self.table, self.empty, self.legend)
        self.body.insertWidget(self.body.count() - 1, self.summary)
        self.canvas.day_clicked.connect(self.day_chosen)

    def show_feelings(self, history: "History", felt: Mapping[date, str], period: Period, locale: QLocale) -> None:
        """`felt` are the grades of the period's days, or of more."""
        from scorecard.services.progress.feeling import feeling_of

        feeling = feeling_of(history, felt, period)
        self._shown = feeling, locale
        reading = read_feeling(feeling, locale, mirrored=self.isRightToLeft())
        self.set_title(title(), tr("%n day(s)", "", feeling.n) if feeling.n else "")
        self.canvas.show_feeling(reading, f"{title()}, {period_title(period, feeling.today, locale)}")
        self.summary.setText(reading.summary)
        self.legend.setText(legend_words(feeling))
        self.empty.title.setText(nothing_words(period.length))
        self.empty.sentence.setText(advice_words(feeling))
        self.show_filled(feeling.n > 0)

    @override
    def show_face(self) -> None:
        super().show_face()
        self.legend.setVisible(self.face is Face.CHART)
        self.summary.setVisible(self.face in (Face.CHART, Face.TABLE))

    @override
    def fill_table(self) -> None:
        if self._shown is not None:
            self.table.show_feeling(*self._shown)
