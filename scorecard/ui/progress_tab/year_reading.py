"""Years of scores as their calendar wants them: cells, finished words and colours. Imports nothing of matplotlib."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale

from scorecard.charts.year_picture import AWAY, BLANK, HOLLOW, MONTHS, YearColours, YearLegend, YearPicture
from scorecard.domain.weeks import Week
from scorecard.services.progress.years import YearsOfDays, YearsOfWeeks, cells_of, mean_of
from scorecard.ui.progress_tab.wording import figure
from scorecard.ui.progress_tab.year_wording import (
    Sentences,
    day_sentence,
    step_words,
    summary_words,
    week_sentence,
)
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import Tokens

WEEKDAYS_NAMED = (1, 3, 5)  # Monday, Wednesday, Friday
_EVERY_FEW, _EVERY_TEN = 5, 10  # years that are named when there are many
_MANY = 24


@dataclass(frozen=True, slots=True, eq=False)
class YearReading:
    """The picture, which days or weeks its cells are, and what is said of each of them."""

    picture: YearPicture
    years: YearsOfDays | YearsOfWeeks
    sentences: Sequence[str]
    summary: str

    @property
    def keys(self) -> tuple[date, bool]:
        """Cells that are added at the end take nobody's place."""
        return self.picture.first, self.picture.by_weeks

    def day(self, n: int) -> date:
        """The day behind a cell: of a week its Monday."""
        if isinstance(self.years, YearsOfDays):
            return self.years.day(n)
        return self.years.week(n).monday


def read_years(
    years: YearsOfDays | YearsOfWeeks, today: date, locale: QLocale, *, mirrored: bool = False
) -> YearReading:
    by_weeks = isinstance(years, YearsOfWeeks)
    names = _year_names(years, locale)
    until = years.last.month if len(names) == 1 and not by_weeks else MONTHS
    picture = YearPicture(
        first=years.first.monday if isinstance(years, YearsOfWeeks) else years.first,
        cells=cells_of(years, blank=BLANK, away=AWAY, hollow=HOLLOW),
        months=tuple(_month(n, locale) if n <= until else "" for n in range(1, MONTHS + 1)),
        weekdays=tuple(_weekday(n, locale) if n in WEEKDAYS_NAMED else "" for n in range(1, 8)),
        years=names,
        legend=_legend(years, locale),
        by_weeks=by_weeks,
        mirrored=mirrored,
    )
    return YearReading(picture, years, _sentences(years, today, locale), summary_of(years, locale))


def summary_of(years: YearsOfDays | YearsOfWeeks, locale: QLocale) -> str:
    n, mean = mean_of(years)
    return summary_words(n, mean, locale)


def _sentences(years: YearsOfDays | YearsOfWeeks, today: date, locale: QLocale) -> Sentences:
    if isinstance(years, YearsOfDays):
        return Sentences(years.count, lambda n: day_sentence(years, n, today, locale))
    return Sentences(years.count, lambda n: week_sentence(years, n, today, locale))


def _year_names(years: YearsOfDays | YearsOfWeeks, locale: QLocale) -> tuple[str, ...]:
    """The latest first."""
    if isinstance(years, YearsOfDays):
        return tuple(figure(year, locale) for year in range(years.last.year, years.first.year - 1, -1))
    numbers = range(Week.of(years.last).year, years.first.year - 1, -1)
    every = _EVERY_FEW if len(numbers) <= _MANY else _EVERY_TEN
    return tuple("" if year % every else figure(year, locale) for year in numbers)


def _legend(years: YearsOfDays | YearsOfWeeks, locale: QLocale) -> YearLegend:
    hollow = (
        tr("outlined: from memory, or too little for a score")
        if isinstance(years, YearsOfDays)
        else tr("outlined: mostly from memory")
    )
    return YearLegend(
        steps=step_words(locale),
        blank=tr("not scored"),
        away=tr("away") if years.gone.any() else "",
        hollow=hollow if years.hollow.any() else "",
    )


def _month(number: int, locale: QLocale) -> str:
    return locale.standaloneMonthName(number, QLocale.FormatType.ShortFormat)


def _weekday(number: int, locale: QLocale) -> str:
    return locale.standaloneDayName(number, QLocale.FormatType.ShortFormat)


def year_colours(tokens: Tokens) -> YearColours:
    return YearColours(
        surface=tokens.surface,
        text_quiet=tokens.text_quiet,
        blank=tokens.track,
        away=tokens.outline,
        steps=tokens.ramp,
    )
