"""The numbers behind the small multiples as a table: of each measure its two means, and what may be claimed of them."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from scorecard.services.progress.measure_series import MeasureSeries, MeasuresPage
from scorecard.ui.progress_tab.chart_table import ChartTable
from scorecard.ui.progress_tab.measures_terms import terms_words
from scorecard.ui.progress_tab.measures_wording import change_words, drawn_words, p_words, rate_words
from scorecard.ui.progress_tab.wording import figure
from scorecard.ui.say import NOTHING, say_target, sentence_case
from scorecard.ui.text import tr

_NARROWEST = 60
_NUMBERS = (2, 3, 4, 5)


def headings() -> tuple[str, ...]:
    return (
        tr("Measure"), tr("Asked"), tr("Mean"), tr("Known", "heading of a column: how many values"),
        tr("Mean before"), tr("Known before"), tr("Change"), tr("Permutation test"),
        tr("Other terms", "heading of a column: since when something else is asked, and why"),
    )  # fmt: skip


def table_rows(page: MeasuresPage, locale: QLocale) -> list[tuple[str, ...]]:
    return [_row(series, page, locale) for series in page.series]


def _row(series: MeasureSeries, page: MeasuresPage, locale: QLocale) -> tuple[str, ...]:
    terms, change = series.terms, series.change

    def mean(value: float | None) -> str:
        return NOTHING if value is None else rate_words(terms, value, locale)

    return (
        series.measure.name,
        sentence_case(say_target(terms)),
        mean(change.mean),
        figure(change.n, locale),
        mean(change.mean_before),
        figure(change.n_before, locale),
        change_words(series, page, locale),
        "" if change.p is None else f"{p_words(change.p, locale)}, {drawn_words(change, locale)}",
        "; ".join(terms_words(one, page, locale) for one in series.changes),
    )


class MeasuresTable(ChartTable):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Each measure in numbers"), headings(), parent, numbers=_NUMBERS, narrowest=_NARROWEST)
