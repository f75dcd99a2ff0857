"""What Progress says of a week, in the user's language and the locale's figures and names."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale

from scorecard.domain.grades import rounded
from scorecard.domain.scores import Score
from scorecard.domain.weeks import Week
from scorecard.services.week_chart import DayBar, WeekBars
from scorecard.ui.say import say_away
from scorecard.ui.text import tr

DOT = " · "
MOST_BEST_DAYS = 2


def figure(number: int, locale: QLocale) -> str:
    """`number` in the locale's digits, without marks between thousands: years have none."""
    plain = QLocale(locale)
    plain.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return plain.toString(number)


def week_title(week: Week, today: date, locale: QLocale) -> str:
    """ "Week 47 · 16–22 November", with the year unless it is the present one."""
    words = tr("Week {number}").format(number=figure(week.number, locale))
    return words + DOT + week_span(week, today, locale)


def week_span(week: Week, today: date, locale: QLocale) -> str:
    return days_span(week.monday, week.sunday, today, locale)


def days_span(first: date, last: date, today: date, locale: QLocale) -> str:
    """ "16–22 November", with the year unless it is the present one."""
    if first.year != last.year:
        return f"{day_month_year(first, locale)} – {day_month_year(last, locale)}"
    if first.month != last.month:
        span = f"{day_month(first, locale)} – {day_month(last, locale)}"
    elif first == last:
        span = day_month(first, locale)
    else:
        span = tr("{first}–{last} {month}", "16–22 November").format(
            first=figure(first.day, locale), last=figure(last.day, locale), month=_month(first, locale)
        )
    if last.year == today.year:
        return span
    return tr("{days} {year}", "16–22 November 2025").format(days=span, year=figure(last.year, locale))


def day_month(day: date, locale: QLocale) -> str:
    return tr("{day} {month}", "16 November").format(day=figure(day.day, locale), month=_month(day, locale))


def short_date(day: date, locale: QLocale) -> str:
    """ "16 Nov"."""
    month = locale.monthName(day.month, QLocale.FormatType.ShortFormat)
    return tr("{day} {month}", "16 Nov").format(day=figure(day.day, locale), month=month)


def day_month_year(day: date, locale: QLocale) -> str:
    year = figure(day.year, locale)
    return tr("{days} {year}", "16–22 November 2025").format(days=day_month(day, locale), year=year)


def day_words(day: date, locale: QLocale) -> str:
    """ "Wed 18 November"."""
    return tr("{weekday} {date}", "Wed 18 November").format(
        weekday=weekday(day, locale, QLocale.FormatType.ShortFormat), date=day_month(day, locale)
    )


def day_label(day: date, locale: QLocale) -> str:
    """ "Wed 18", short enough to stand under a bar."""
    return tr("{weekday} {day}", "Wed 18").format(
        weekday=weekday(day, locale, QLocale.FormatType.ShortFormat), day=figure(day.day, locale)
    )


def weekday(day: date, locale: QLocale, length: QLocale.FormatType = QLocale.FormatType.LongFormat) -> str:
    return locale.standaloneDayName(day.isoweekday(), length)


def _month(day: date, locale: QLocale) -> str:
    return locale.monthName(day.month, QLocale.FormatType.LongFormat)


def coverage(known: int, due: int, locale: QLocale) -> str:
    return tr("{known} of {due}", "7 of 8 measures").format(known=figure(known, locale), due=figure(due, locale))


def week_score_words(score: Score, locale: QLocale) -> str:
    """ "Week score 86 · 33 of 35"; empty when too little is known."""
    if score.value is None:
        return ""
    points = figure(rounded(score.value), locale)
    return tr("Week score {points}").format(points=points) + DOT + coverage(score.known, score.due, locale)


def remarks(bar: DayBar) -> list[str]:
    """What is peculiar about a day, and why its bar is hollow or missing."""
    said = []
    if bar.away:
        said.append(say_away(bar.away_reason))
    elif bar.points is None and not bar.future:
        said.append(tr("not scored"))
    if bar.points is not None and bar.thin:
        said.append(tr("too little for a score"))
    if bar.points is not None and bar.from_memory:
        said.append(tr("from memory"))
    return said


def away_words(reasons: Sequence[str]) -> str:
    """ "away: holiday, ill"; "away" where no reason was given."""
    return say_away(", ".join(reasons))


def day_reading(bar: DayBar, locale: QLocale) -> str:
    """ "Wed 18 November · 54 · 7 of 7"."""
    parts = [day_words(bar.day, locale)]
    if bar.shown is not None:
        parts += [figure(bar.shown, locale), coverage(bar.known, bar.due, locale)]
    return DOT.join(parts + remarks(bar))


def week_summary(bars: WeekBars, locale: QLocale) -> str:
    """ "5 days scored · best Monday · 8 points above last week"."""
    if bars.mean_n == 0:
        return tr("no day scored yet")
    parts = [tr("%n day(s) scored", "", bars.mean_n)]
    if 0 < len(bars.best) <= MOST_BEST_DAYS:
        names = [weekday(bar.day, locale) for bar in bars.best]
        parts.append(tr("best {days}", "best Monday and Thursday").format(days=locale.createSeparatedList(names)))
    if bars.difference is not None:
        parts.append(_beside_last_week(bars.difference, bars))
    return DOT.join(parts)


def _beside_last_week(difference: int, bars: WeekBars) -> str:
    if difference > 0:
        words = tr("%n point(s) above last week", "", difference)
    elif difference < 0:
        words = tr("%n point(s) below last week", "", -difference)
    else:
        words = tr("as last week")
    if bars.last_n == bars.mean_n:
        return words
    days = tr("%n day(s)", "", bars.last_n)
    return tr("{comparison} ({days})", "8 points above last week (3 days)").format(comparison=words, days=days)


def week_reading(bars: WeekBars, locale: QLocale) -> str:
    """The chart in a sentence or two, for those who do not see it."""
    parts = [week_summary(bars, locale)]
    if bars.mean is not None:
        parts.append(mean_words(rounded(bars.mean), locale))
    if bars.last_mean is not None:
        parts.append(last_mean_words(rounded(bars.last_mean), locale))
    return DOT.join(parts)


def mean_words(points: int, locale: QLocale) -> str:
    return tr("week {points}", "beside a line of the chart: the week's mean").format(points=figure(points, locale))


def last_mean_words(points: int, locale: QLocale) -> str:
    return tr("last week {points}", "beside a line of the chart: last week's mean").format(
        points=figure(points, locale)
    )
