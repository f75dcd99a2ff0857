"""What stands below the chart of a course, and where on it a day lies. Places are counted in columns."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QLocale

from scorecard.charts.course_picture import Tick
from scorecard.charts.plot import Interval
from scorecard.domain.periods import Length
from scorecard.services.progress.course import Course, Grain, firsts_of
from scorecard.ui.progress_tab.wording import day_label, figure, short_date

Scale = tuple[Tick, ...]
_LONGEST_MONTH = 31
_YEARS = (1, 2, 5, 10, 20, 50, 100, 500, 1000)


def scales_of(course: Course, locale: QLocale) -> tuple[Scale, ...]:
    """The ways to name what stands below, the finest first."""
    if course.grain is Grain.DAY:
        return _of_days(course, locale)
    if course.grain is Grain.WEEK:
        months = list(firsts_of(course.period, Grain.MONTH))
        ticks = _stretches(course, [(day, _month(day, course, locale)) for day in months])
        return ticks, tuple(tick for tick, day in zip(ticks, months, strict=True) if day.month % 3 == 1)
    years = list(firsts_of(course.period, Grain.YEAR))
    ticks = _stretches(course, [(day, figure(day.year, locale)) for day in years])
    return tuple(tuple(tick for tick, day in zip(ticks, years, strict=True) if day.year % step == 0) for step in _YEARS)


def _of_days(course: Course, locale: QLocale) -> tuple[Scale, ...]:
    mondays = [day for day in firsts_of(course.period, Grain.WEEK) if day.weekday() == 0]
    if course.period.days <= _LONGEST_MONTH:
        named = _days(course, [(day, day_label(day, locale)) for day in mondays])
        return named, _days(course, [(day, figure(day.day, locale)) for day in mondays])
    weeks = _days(course, [(day, short_date(day, locale)) for day in mondays])
    months = [(day, _month(day, course, locale)) for day in firsts_of(course.period, Grain.MONTH)]
    return weeks, weeks[::2], _stretches(course, months)


def _days(course: Course, named: Iterable[tuple[date, str]]) -> Scale:
    return tuple(Tick(start, start + 1, words) for day, words in named for start in [place_of(course, day)])


def _stretches(course: Course, named: Iterable[tuple[date, str]]) -> Scale:
    """Each from its first day to where the next one begins."""
    starts = [(place_of(course, day), words) for day, words in named]
    ends = [*(start for start, _ in starts[1:]), float(len(course.days) or len(course.bands))]
    return tuple(Tick(start, end, words) for (start, words), end in zip(starts, ends, strict=True))


def place_of(course: Course, day: date) -> float:
    """Where `day` begins: the first one of the course at 0, one in the middle of a band in the middle of its column."""
    if course.days:
        return float((day - course.period.first).days)
    n = bisect_right(course.bands, day, key=lambda band: band.first) - 1
    return n + (day - course.bands[n].first).days * _share(course, day)


def _share(course: Course, day: date) -> float:
    """How much of its column `day` takes up."""
    if course.days:
        return 1.0
    band = course.bands[bisect_right(course.bands, day, key=lambda band: band.first) - 1]
    return 1 / ((band.last - band.first).days + 1)


def away_places(course: Course) -> tuple[Interval, ...]:
    return tuple(
        (place_of(course, first), place_of(course, last) + _share(course, last)) for first, last in course.away
    )


def _month(day: date, course: Course, locale: QLocale) -> str:
    """ "Feb"; where more than one year is shown, the year in place of its January."""
    if course.period.length is Length.ALL and day.month == 1:
        return figure(day.year, locale)
    return locale.standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)
