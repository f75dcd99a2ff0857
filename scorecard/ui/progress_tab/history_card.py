"""A card that shows a part of what was ever scored."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from scorecard.domain.periods import Period
from scorecard.ui.progress_tab.chart_card import ChartCard

if TYPE_CHECKING:
    # It brings numpy with it, which is imported in the loading thread.
    from scorecard.services.progress.history import History


class HistoryCard(ChartCard):
    """Where it leads to is in its signals, if it leads anywhere: `day_chosen`, `period_chosen`."""

    def show_history(self, history: "History", period: Period, locale: QLocale) -> None:
        raise NotImplementedError
