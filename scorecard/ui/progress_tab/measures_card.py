"""The card "Each measure": a panel for each, with its values, what was asked at the time, and what changed in words."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from scorecard.domain.measures import Kind
from scorecard.domain.periods import Length, Period
from scorecard.overriding import override
from scorecard.services.progress.measure_series import MeasuresPage
from scorecard.ui.progress_tab.chart_card import Face
from scorecard.ui.progress_tab.history_card import HistoryCard
from scorecard.ui.progress_tab.measures_canvas import MeasuresCanvas
from scorecard.ui.progress_tab.measures_reading import read_measures
from scorecard.ui.progress_tab.measures_table import MeasuresTable, table_rows
from scorecard.ui.progress_tab.measures_wording import comparison_words
from scorecard.ui.progress_tab.period_wording import period_title
from scorecard.ui.progress_tab.wording import DOT
from scorecard.ui.say import sentence_case
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.widgets.empty_state import EmptyState
from scorecard.ui.widgets.label import ElidedLabel

if TYPE_CHECKING:
    # It brings numpy with it, which is imported in the loading thread.
    from scorecard.services.progress.history import History


class MeasuresCard(HistoryCard):
    day_chosen = Signal(date)
    period_chosen = Signal(object)  # Period

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Each measure"), parent)
        self.empty = EmptyState(
            "chart-column",
            tr("No measure has a value here"),
            tr("Score a few days, and each measure of the card gets a small chart of its own."),
            parent=self,
        )
        self.canvas = MeasuresCanvas(self)
        self.table = MeasuresTable(self)
        self.legend = ElidedLabel("", TextStyle.SMALL, quiet=True, parent=self)
        self.put_together(self.canvas, self.table, self.empty, self.legend)
        self.canvas.day_clicked.connect(self.day_chosen)
        self.canvas.period_clicked.connect(self.period_chosen)

    @override
    def show_history(self, history: "History", period: Period, locale: QLocale) -> None:
        from scorecard.services.progress.measure_pages import measures_page

        self.show_page(measures_page(history, period), locale)

    def show_page(self, page: MeasuresPage, locale: QLocale) -> None:
        title = tr("Each measure, last 8 weeks") if page.period.length is Length.WEEK else tr("Each measure")
        filled = not page.is_blank
        self.set_title(title, sentence_case(comparison_words(page.comparison)) if filled else "")
        name = f"{title}, {period_title(page.period, page.today, locale)}"
        self.canvas.show_measures(read_measures(page, locale, mirrored=self.isRightToLeft()), name)
        self.table.show_rows(table_rows(page, locale))
        self.legend.setText(legend_words(page))
        self.show_filled(filled)

    @override
    def show_face(self) -> None:
        super().show_face()
        self.legend.setVisible(self.face is Face.CHART)


def legend_words(page: MeasuresPage) -> str:
    """Of what is in the picture, and of nothing else."""
    series = page.series
    parts = []
    if any(not one.gathered and not one.terms.weekly for one in series):
        parts.append(tr("Line: mean of 7 days"))
    if any(not one.gathered and one.terms.weekly for one in series):
        parts.append(tr("line of weekly totals: mean of 4 weeks"))
    if any(one.gathered for one in series):
        parts.append(tr("Line: mean, band: from least to most"))
    if any(mark.hollow for one in series if not one.gathered for mark in one.marks):
        parts.append(tr("outlined: from memory, or not over"))
    if any(one.terms.kind is not Kind.YES_NO and one.asked for one in series):
        parts.append(tr("thin line: at least, dashed: at most"))
    if any(one.changes for one in series):
        parts.append(tr("▲ other terms"))
    return sentence_case(DOT.join(parts))
