"""The card "Promises by week": what was kept and missed in the weeks up to the one that is shown."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from scorecard.services.promise_weeks import PromiseWeek
from scorecard.ui.progress_tab.chart_card import ChartCard
from scorecard.ui.progress_tab.promise_canvas import PromiseCanvas
from scorecard.ui.progress_tab.promise_reading import read_promises
from scorecard.ui.progress_tab.promise_table import PromiseTable, table_rows
from scorecard.ui.progress_tab.promise_wording import span_words
from scorecard.ui.text import tr
from scorecard.ui.widgets.label import Label


class PromiseCard(ChartCard):
    """Left out (hidden) until there is a promise in the store."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Promises by week"), parent)
        self.empty = Label(tr("No promises came due in these weeks."), quiet=True, parent=self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.canvas = PromiseCanvas(self)
        self.table = PromiseTable(self)
        self.put_together(self.canvas, self.table, self.empty)
        self.hide()

    def show_promises(self, weeks: Sequence[PromiseWeek], today: date, locale: QLocale) -> None:
        """`weeks` are empty while nothing was ever promised."""
        self.setVisible(bool(weeks))
        if not weeks:
            return
        title = tr("Promises by week")
        filled = not all(week.is_blank for week in weeks)
        self.set_title(title, tr("kept above, missed below") if filled else "")
        name = f"{title}, {span_words(weeks, locale)}"
        self.canvas.show_promises(read_promises(weeks, today, locale, mirrored=self.isRightToLeft()), name)
        self.table.show_rows(table_rows(weeks, today, locale))
        self.show_filled(filled)
