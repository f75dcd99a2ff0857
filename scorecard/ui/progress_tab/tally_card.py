"""The card "Tallies and totals": what was counted comes to, since the first entry and in the period."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from scorecard.domain.periods import Period
from scorecard.overriding import override
from scorecard.services.progress.total import Total
from scorecard.ui.progress_tab.history_card import HistoryCard
from scorecard.ui.progress_tab.tally_canvas import TallyCanvas
from scorecard.ui.progress_tab.tally_reading import read_totals
from scorecard.ui.progress_tab.tally_table import TallyTable, table_rows
from scorecard.ui.text import tr
from scorecard.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    # It brings numpy with it, which is imported in the loading thread.
    from scorecard.services.progress.history import History


class TallyCard(HistoryCard):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Tallies and totals"), parent)
        self.empty = EmptyState(
            "chart-column",
            tr("Nothing to add up yet"),
            tr("Measures that are a count, a number or a time are added up here from their first value on."),
            parent=self,
        )
        self.canvas = TallyCanvas(self)
        self.table = TallyTable(self)
        self.put_together(self.canvas, self.table, self.empty)

    @override
    def show_history(
        self, history: "History", period: Period, locale: QLocale, served: Mapping[str, str] | None = None
    ) -> None:
        """`served` names the persons whom measures serve."""
        from scorecard.services.progress.tallies import totals_of

        self.show_totals(totals_of(history, period, served or {}), period, locale)

    def show_totals(self, totals: Sequence[Total], period: Period, locale: QLocale) -> None:
        self.canvas.show_totals(
            read_totals(totals, period, locale, mirrored=self.isRightToLeft()), tr("Tallies and totals")
        )
        self.table.show_rows(table_rows(totals, locale))
        self.show_filled(bool(totals))
