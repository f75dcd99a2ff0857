"""What the calendar says of years, and of each day or week in them."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import overload

from PySide6.QtCore import QLocale

from scorecard.overriding import override
from scorecard.services.progress.years import STEPS_FROM, YearsOfDays, YearsOfWeeks, shown
from scorecard.ui.progress_tab.wording import DOT, away_words, coverage, day_words, figure, week_title
from scorecard.ui.text import tr

_HIGHEST = 100


class Sentences(Sequence[str]):
    """Made one by one, when somebody points there: a decade has thousands."""

    def __init__(self, count: int, say: Callable[[int], str]) -> None:
        self._count = count
        self._say = say

    @override
    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, n: int) -> str: ...

    @overload
    def __getitem__(self, n: slice) -> "list[str]": ...

    @override
    def __getitem__(self, n: int | slice) -> "str | list[str]":
        places = range(self._count)[n]
        return self._say(places) if isinstance(places, int) else [self._say(place) for place in places]


def range_words(first: int, last: int, locale: QLocale) -> str:
    return tr("{first}–{last}", "60–74 points").format(first=figure(first, locale), last=figure(last, locale))


def step_words(locale: QLocale) -> tuple[str, str, str, str, str]:
    """ "0–59", "60–74", …"""
    lasts = [*(start - 1 for start in STEPS_FROM[1:]), _HIGHEST]
    one, two, three, four, five = (
        range_words(first, last, locale) for first, last in zip(STEPS_FROM, lasts, strict=True)
    )
    return one, two, three, four, five


def dated(day: date, today: date, locale: QLocale) -> str:
    """ "Wed 18 November", with the year unless it is the present one."""
    words = day_words(day, locale)
    if day.year == today.year:
        return words
    return tr("{days} {year}", "16–22 November 2025").format(days=words, year=figure(day.year, locale))


def day_sentence(days: YearsOfDays, n: int, today: date, locale: QLocale) -> str:
    """ "Wed 18 November · 54 · 7 of 7"."""
    parts = [dated(days.day(n), today, locale)]
    scored = days.points[n] == days.points[n]
    if scored:
        parts += [figure(int(shown(days.points[n : n + 1])[0]), locale)]
        parts += [coverage(int(days.known[n]), int(days.due[n]), locale)]
    if days.gone[n]:
        parts.append(away_words(days.reasons(n)))
    elif not scored:
        parts.append(tr("not scored"))
    if scored and not days.scored[n]:
        parts.append(tr("too little for a score"))
    if scored and days.remembered[n]:
        parts.append(tr("from memory"))
    return DOT.join(parts)


def week_sentence(weeks: YearsOfWeeks, n: int, today: date, locale: QLocale) -> str:
    """ "Week 47 · 16–22 November 2025 · mean 84 · 5 days"."""
    parts = [week_title(weeks.week(n), today, locale)]
    if weeks.n[n]:
        parts.append(mean_words(int(shown(weeks.points[n : n + 1])[0]), locale))
        parts.append(tr("%n day(s)", "", int(weeks.n[n])))
        if weeks.hollow[n]:
            parts.append(tr("mostly from memory"))
    elif not weeks.gone[n]:
        parts.append(tr("not scored"))
    if weeks.away[n]:
        parts.append(away_words(weeks.reasons(n)))
    return DOT.join(parts)


def mean_words(points: int, locale: QLocale) -> str:
    return tr("mean {points}").format(points=figure(points, locale))


def summary_words(n: int, mean: int | None, locale: QLocale) -> str:
    """ "212 days scored · mean 84"."""
    if mean is None:
        return tr("no day scored yet") if not n else tr("%n day(s) scored", "", n)
    return DOT.join([tr("%n day(s) scored", "", n), mean_words(mean, locale)])


def years_title(years: YearsOfDays | YearsOfWeeks, today: date, locale: QLocale) -> str:
    """ "The year so far", "The year 2025", or "Year by year"."""
    if isinstance(years, YearsOfWeeks) or years.first.year != years.last.year:
        return tr("Year by year")
    if years.last.year == today.year:
        return tr("The year so far")
    return tr("The year {year}").format(year=figure(years.last.year, locale))
