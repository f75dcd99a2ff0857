"""The totals as a table."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from scorecard.services.progress.total import Total
from scorecard.ui.progress_tab.chart_table import ChartTable
from scorecard.ui.progress_tab.tally_wording import amount_words, whom
from scorecard.ui.progress_tab.wording import day_month_year, figure
from scorecard.ui.text import tr

_NARROWEST = 60
_NUMBERS = (1, 3, 4, 5)


def headings() -> tuple[str, ...]:
    return (
        tr("Measure"), tr("Total"), tr("Since"), tr("Known", "heading of a column: how many values"),
        tr("In this period"), tr("Known in it", "heading of a column: how many values"), tr("For whom"),
    )  # fmt: skip


def table_rows(totals: Sequence[Total], locale: QLocale) -> list[tuple[str, ...]]:
    return [
        (
            total.measure.name,
            amount_words(total, total.total, locale),
            day_month_year(total.since, locale),
            figure(total.n, locale),
            amount_words(total, total.in_period, locale),
            figure(total.n_in_period, locale),
            whom(total),
        )
        for total in totals
    ]


class TallyTable(ChartTable):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Totals in numbers"), headings(), parent, numbers=_NUMBERS, narrowest=_NARROWEST)
