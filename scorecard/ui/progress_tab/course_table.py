"""The numbers of a course as a table, to be read out, searched and copied."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from scorecard.services.progress.course import Band, Course, Grain
from scorecard.services.progress.rounding import whole
from scorecard.services.week_chart import DayBar
from scorecard.ui.progress_tab.chart_table import ChartTable
from scorecard.ui.progress_tab.course_wording import band_name, band_remarks
from scorecard.ui.progress_tab.wording import coverage, day_words, figure, remarks
from scorecard.ui.text import tr

Row = tuple[str, ...]
_NARROWEST = 100
_DAY_NUMBERS = (1, 2)
_BAND_NUMBERS = (1, 2, 3, 4)


def headings(grain: Grain) -> Row:
    if grain is Grain.DAY:
        return tr("Day"), tr("Score"), tr("7-day mean"), tr("Scored measures"), tr("Remarks")
    named = {
        Grain.WEEK: tr("Week"),
        Grain.MONTH: tr("Month"),
        Grain.QUARTER: tr("Quarter"),
        Grain.YEAR: tr("Year"),
    }[grain]
    return named, tr("Mean"), tr("Lowest"), tr("Highest"), tr("Scored days"), tr("Remarks")


def table_rows(course: Course, locale: QLocale) -> list[Row]:
    """A row for each day or band up to today, then the means, as far as there are any."""
    rows = [
        _day_row(bar, mean, locale) for bar, mean in zip(course.days, course.running, strict=True) if not bar.future
    ]
    rows += [_band_row(band, course, locale) for band in course.bands if not band.future]
    for name, mean, n in (
        (tr("Mean"), course.mean, course.n),
        (tr("Mean of the one before"), course.mean_before, course.n_before),
    ):
        if mean is not None:
            spare = [""] * (len(headings(course.grain)) - 3)
            rows.append((name, _points(mean, locale), *spare, tr("%n day(s)", "", n)))
    return rows


def _day_row(bar: DayBar, running: float | None, locale: QLocale) -> Row:
    score = "" if bar.shown is None else figure(bar.shown, locale)
    known = coverage(bar.known, bar.due, locale) if bar.due else ""
    return day_words(bar.day, locale), score, _points(running, locale), known, ", ".join(remarks(bar))


def _band_row(band: Band, course: Course, locale: QLocale) -> Row:
    numbers = [_points(points, locale) for points in (band.mean, band.low, band.high)]
    name = band_name(band, course.today, locale)
    return name, *numbers, figure(band.n, locale), ", ".join(band_remarks(band))


def _points(points: float | None, locale: QLocale) -> str:
    shown = whole(points)
    return "" if shown is None else figure(shown, locale)


class CourseTable(ChartTable):
    """Its columns are those of the grain that is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        named = headings(Grain.DAY)
        super().__init__(
            tr("The scores in numbers"), named, parent, numbers=_DAY_NUMBERS, wide=len(named) - 1, narrowest=_NARROWEST
        )

    def show_course(self, course: Course, locale: QLocale) -> None:
        named = headings(course.grain)
        self.show_columns(named, _DAY_NUMBERS if course.grain is Grain.DAY else _BAND_NUMBERS, len(named) - 1)
        self.show_rows(table_rows(course, locale))
