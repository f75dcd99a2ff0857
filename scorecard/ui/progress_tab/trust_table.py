"""The check-ins in numbers, each with the formula and the parts of its day."""

from itertools import islice

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from scorecard.services.checkin_page import MEASURED_DAYS
from scorecard.services.progress.trust import TrustPage, TrustPanel, TrustPoint
from scorecard.ui.progress_tab.chart_table import ChartTable
from scorecard.ui.progress_tab.trust_wording import kept_words, parts_words, step_words
from scorecard.ui.progress_tab.year_wording import dated
from scorecard.ui.reflection_tab.checkin_wording import say_result, say_series
from scorecard.ui.text import tr

Row = tuple[str, ...]
MOST_ROWS = 200
_NARROWEST = 90
_NUMBERS = (2,)


def headings() -> Row:
    return (
        tr("Check-in"),
        tr("Day"),
        tr("Result"),
        tr("Change"),
        tr("Formula and parts"),
        tr("Commitments, {days} days").format(days=MEASURED_DAYS),
    )


def table_rows(page: TrustPage, locale: QLocale) -> list[Row]:
    """Series by series, the latest first; after very many stands how many more there are."""
    rows = [_row(panel, point, page, locale) for panel, point in islice(page.points(), MOST_ROWS)]
    whole = sum(max(panel.n, 1) for panel in page.panels)
    if whole > len(rows):
        more = tr("… and %n more in their history", "", whole - len(rows))
        rows.append((more, *[""] * (len(headings()) - 1)))
    return rows


def _row(panel: TrustPanel, point: TrustPoint, page: TrustPage, locale: QLocale) -> Row:
    checkin = point.checkin
    return (
        say_series(panel.series),
        dated(checkin.day, page.today, locale),
        say_result(checkin.result),
        step_words(point),
        parts_words(checkin),
        kept_words(panel, page, locale) if checkin is panel.latest.checkin else "",
    )


class TrustTable(ChartTable):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Check-ins in numbers"), headings(), parent, numbers=_NUMBERS, narrowest=_NARROWEST)
