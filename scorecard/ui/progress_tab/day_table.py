"""The numbers of the week chart as a table, to be read out, searched and copied."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from scorecard.domain.grades import rounded
from scorecard.services.week_chart import DayBar, WeekBars
from scorecard.ui.progress_tab.chart_table import ChartTable
from scorecard.ui.progress_tab.wording import coverage, day_words, figure, remarks
from scorecard.ui.text import tr

Row = tuple[str, str, str, str]
_SCORE_COLUMN = 1


def headings() -> Row:
    return tr("Day"), tr("Score"), tr("Scored measures"), tr("Remarks")


def table_rows(bars: WeekBars, locale: QLocale) -> list[Row]:
    """The seven days, then the means and the week score, as far as there are any."""
    rows = [_day_row(bar, locale) for bar in bars.days]
    for name, mean, n in (
        (tr("Mean of the week"), bars.mean, bars.mean_n),
        (tr("Mean of last week"), bars.last_mean, bars.last_n),
    ):
        if mean is not None:
            rows.append((name, figure(rounded(mean), locale), "", tr("%n day(s)", "", n)))
    if bars.score.so_far is not None:
        thin = tr("too little for a score") if bars.score.thin else ""
        of_measures = coverage(bars.score.known, bars.score.due, locale)
        rows.append((tr("Week score"), figure(rounded(bars.score.so_far), locale), of_measures, thin))
    return rows


def _day_row(bar: DayBar, locale: QLocale) -> Row:
    score = "" if bar.shown is None else figure(bar.shown, locale)
    known = coverage(bar.known, bar.due, locale) if bar.due and not bar.future else ""
    return day_words(bar.day, locale), score, known, ", ".join(remarks(bar))


class DayTable(ChartTable):
    def __init__(self, parent: QWidget | None = None) -> None:
        remarks_column = len(headings()) - 1
        super().__init__(tr("The week in numbers"), headings(), parent, numbers=(_SCORE_COLUMN,), wide=remarks_column)
