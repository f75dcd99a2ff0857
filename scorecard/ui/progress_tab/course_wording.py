"""What Progress says of a month, a quarter, a year and all: in whole, and of each day, week or month in it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale

from scorecard.domain.periods import Length
from scorecard.domain.weeks import Week
from scorecard.services.progress.course import Band, Course, Grain
from scorecard.services.progress.rounding import whole
from scorecard.services.week_chart import DayBar
from scorecard.ui.progress_tab.period_wording import period_title
from scorecard.ui.progress_tab.wording import DOT, day_month, day_reading, days_span, figure, weekday
from scorecard.ui.text import tr

MOST_BEST = 2


def course_title(grain: Grain) -> str:
    return {
        Grain.DAY: tr("Day by day"),
        Grain.WEEK: tr("Week by week"),
        Grain.MONTH: tr("Month by month"),
        Grain.QUARTER: tr("Quarter by quarter"),
        Grain.YEAR: tr("Year by year"),
    }[grain]


def course_summary(course: Course, locale: QLocale) -> str:
    """ "21 days scored · best Monday 9 · 4 points above last month (22 days)"."""
    if course.n == 0:
        return tr("no day scored yet") if course.present else tr("no day scored")
    parts = [tr("%n day(s) scored", "", course.n)]
    if names := best_names(course, locale):
        parts.append(tr("best {days}", "best Monday and Thursday").format(days=locale.createSeparatedList(names)))
    if course.difference is not None:
        parts.append(_beside_the_one_before(course, course.difference))
    return DOT.join(parts)


def _beside_the_one_before(course: Course, difference: int) -> str:
    before = before_words(course)
    if difference > 0:
        words = tr("%n point(s) above {before}", "", difference)
    elif difference < 0:
        words = tr("%n point(s) below {before}", "", -difference)
    else:
        words = tr("as {before}", "as last month")
    words = words.format(before=before)
    if course.n_before == course.n:
        return words
    days = tr("%n day(s)", "", course.n_before)
    return tr("{comparison} ({days})", "8 points above last week (3 days)").format(comparison=words, days=days)


def before_words(course: Course) -> str:
    """The period before, as it stands in "4 points above …"."""
    if course.present:
        words = {
            Length.WEEK: tr("last week", "4 points above last week"),
            Length.MONTH: tr("last month", "4 points above last month"),
            Length.QUARTER: tr("last quarter", "4 points above last quarter"),
            Length.YEAR: tr("last year", "4 points above last year"),
        }
    else:
        words = {
            Length.WEEK: tr("the week before", "4 points above the week before"),
            Length.MONTH: tr("the month before", "4 points above the month before"),
            Length.QUARTER: tr("the quarter before", "4 points above the quarter before"),
            Length.YEAR: tr("the year before", "4 points above the year before"),
        }
    return words.get(course.period.length, "")


def mean_words(course: Course, points: int, locale: QLocale) -> str:
    """Beside the line of the mean."""
    words = {
        Length.WEEK: tr("week {points}"),
        Length.MONTH: tr("month {points}"),
        Length.QUARTER: tr("quarter {points}"),
        Length.YEAR: tr("year {points}"),
        Length.ALL: tr("mean {points}"),
    }[course.period.length]
    return words.format(points=figure(points, locale))


def mean_before_words(course: Course, points: int, locale: QLocale) -> str:
    """Beside the line of the mean of the period before."""
    if course.present:
        words = {
            Length.WEEK: tr("last week {points}"),
            Length.MONTH: tr("last month {points}"),
            Length.QUARTER: tr("last quarter {points}"),
            Length.YEAR: tr("last year {points}"),
        }
    else:
        words = {
            Length.WEEK: tr("week before {points}"),
            Length.MONTH: tr("month before {points}"),
            Length.QUARTER: tr("quarter before {points}"),
            Length.YEAR: tr("year before {points}"),
        }
    return words[course.period.length].format(points=figure(points, locale))


def course_words(course: Course, locale: QLocale) -> str:
    """The chart in a sentence or two, for those who do not see it."""
    parts = [course_summary(course, locale)]
    if (mean := whole(course.mean)) is not None:
        parts.append(mean_words(course, mean, locale))
    if (before := whole(course.mean_before)) is not None:
        parts.append(mean_before_words(course, before, locale))
    return DOT.join(parts)


def best_names(course: Course, locale: QLocale) -> list[str]:
    """Of the best days or bands, unless they are many."""
    names: Sequence[str] = [_day_name(bar.day, course, locale) for bar in course.best_days]
    names = names or [_short_name(band, course, locale) for band in course.best_bands]
    return list(names) if len(names) <= MOST_BEST else []


def _day_name(day: date, course: Course, locale: QLocale) -> str:
    name = weekday(day, locale)
    if course.period.length is Length.WEEK:
        return name
    if course.period.length is Length.MONTH:
        return tr("{weekday} {day}", "Monday 9").format(weekday=name, day=figure(day.day, locale))
    return tr("{weekday} {date}", "Wed 18 November").format(weekday=name, date=day_month(day, locale))


def _short_name(band: Band, course: Course, locale: QLocale) -> str:
    week, year = Week.of(band.first), figure(band.first.year, locale)
    if band.grain is Grain.WEEK and course.period.length is Length.YEAR:
        return tr("week {number}", "best week 23").format(number=figure(week.number, locale))
    if band.grain is Grain.WEEK:
        number, year = figure(week.number, locale), figure(week.year, locale)
        return tr("week {number} of {year}", "best week 23 of 2025").format(number=number, year=year)
    if band.grain is Grain.QUARTER:
        number = figure((band.first.month + 2) // 3, locale)
        return tr("quarter {number} of {year}", "best quarter 2 of 2025").format(number=number, year=year)
    return period_title(band.period, course.today, locale)


def band_name(band: Band, today: date, locale: QLocale) -> str:
    """ "Week 47 · 16–22 November", "November 2026", "Quarter 4 of 2026", "2026"."""
    if band.grain is not Grain.WEEK:
        return period_title(band.period, today, locale)
    words = tr("Week {number}").format(number=figure(Week.of(band.first).number, locale))
    return words + DOT + days_span(band.first, band.last, today, locale)


def band_reading(band: Band, today: date, locale: QLocale) -> str:
    """ "Week 47 · 16–22 November · 80 · 5 days · from 54 to 92 · 2 days from memory"."""
    parts = [band_name(band, today, locale)]
    low, high = whole(band.low), whole(band.high)
    if band.shown is not None and low is not None and high is not None:
        parts += [figure(band.shown, locale), tr("%n day(s)", "", band.n)]
        if band.n > 1:
            parts.append(
                tr("from {low} to {high}", "points").format(low=figure(low, locale), high=figure(high, locale))
            )
    elif not band.future:
        parts.append(tr("no day scored"))
    return DOT.join(parts + band_remarks(band))


def band_remarks(band: Band) -> list[str]:
    said = []
    if band.remembered:
        said.append(tr("%n day(s) from memory", "", band.remembered))
    if band.gone:
        days = tr("%n day(s) away", "", band.gone)
        reasons = ", ".join(band.gone_for)
        said.append(
            tr("{days}: {reasons}", "3 days away: holiday").format(days=days, reasons=reasons) if reasons else days
        )
    return said


def running_reading(bar: DayBar, running: float | None, locale: QLocale) -> str:
    """ "Wed 18 November · 54 · 7 of 7 · 7-day mean 80"."""
    words = day_reading(bar, locale)
    if (mean := whole(running)) is None:
        return words
    return words + DOT + tr("7-day mean {points}").format(points=figure(mean, locale))


def nothing_scored(length: Length) -> str:
    return {
        Length.WEEK: tr("Nothing is scored in this week"),
        Length.MONTH: tr("Nothing is scored in this month"),
        Length.QUARTER: tr("Nothing is scored in this quarter"),
        Length.YEAR: tr("Nothing is scored in this year"),
        Length.ALL: tr("Nothing is scored yet"),
    }[length]


def legend_words(course: Course) -> str:
    """What the line is, and what is drawn as an outline, as far as there is such a thing."""
    if course.bands:
        said = [tr("Bands: from the lowest day to the highest"), tr("line: mean")]
        hollow = any(band.hollow for band in course.bands)
        return DOT.join(said + [tr("outlined: mostly from memory")] * hollow)
    said = []
    if any(mean is not None for mean in course.running):
        said.append(tr("Line: mean of the last 7 days"))
    if any(bar.hollow for bar in course.days):
        said.append(tr("Outlined: from memory, or too little for a score"))
    return DOT.join(said)
