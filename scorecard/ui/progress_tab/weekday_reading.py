"""The weekdays' scores as their chart wants them: finished words and colours. Imports nothing of matplotlib."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale

from scorecard.charts.weekday_picture import WeekdayColours, WeekdayColumn, WeekdayPicture
from scorecard.services.progress.rounding import whole
from scorecard.services.progress.weekdays import WeekdayMeans, WeekdayScores
from scorecard.ui.progress_tab.wording import DOT, figure
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import Tokens


@dataclass(frozen=True, slots=True)
class WeekdayReading:
    """The picture, which weekdays its columns are, and what is said of each and of all."""

    picture: WeekdayPicture
    keys: tuple[int, ...]
    sentences: tuple[str, ...]
    summary: str


def read_weekdays(means: WeekdayMeans, locale: QLocale, *, mirrored: bool = False) -> WeekdayReading:
    loose = any(day.n and not day.firm for day in means.days)
    picture = WeekdayPicture(
        columns=tuple(_column(day, locale) for day in means.days),
        grid=(figure(0, locale), figure(50, locale), figure(100, locale)),
        spread=tr("mean, and the middle half of the days"),
        hollow=tr("mean of fewer than three days") if loose else "",
        mirrored=mirrored,
    )
    return WeekdayReading(
        picture=picture,
        keys=tuple(day.weekday for day in means.days),
        sentences=tuple(sentence(day, locale) for day in means.days),
        summary=summary_words(means, locale),
    )


def _column(day: WeekdayScores, locale: QLocale) -> WeekdayColumn:
    label = name_of(day, locale, QLocale.FormatType.ShortFormat)
    if day.mean is None or day.lower is None or day.upper is None or day.shown is None:
        return WeekdayColumn(label)
    spread = (day.lower, day.upper) if day.firm else (day.mean, day.mean)
    return WeekdayColumn(label, n_words(day.n, locale), figure(day.shown, locale), day.mean, *spread, not day.firm)


def name_of(day: WeekdayScores, locale: QLocale, length: QLocale.FormatType = QLocale.FormatType.LongFormat) -> str:
    return locale.standaloneDayName(day.weekday + 1, length)


def n_words(n: int, locale: QLocale) -> str:
    return tr("n {count}", "n 12: how many days a mean is of").format(count=figure(n, locale))


def sentence(day: WeekdayScores, locale: QLocale) -> str:
    """ "Monday · mean 84 · 12 days · middle half 76 to 92"."""
    name = name_of(day, locale)
    if day.shown is None:
        return DOT.join([name, tr("no day scored")])
    parts = [name, tr("mean {points}").format(points=figure(day.shown, locale)), tr("%n day(s)", "", day.n)]
    lower, upper = whole(day.lower), whole(day.upper)
    if not day.firm:
        parts.append(tr("too few to compare"))
    elif lower is not None and upper is not None:
        words = tr("middle half {lower} to {upper}", "of the scores: middle half 76 to 92")
        parts.append(words.format(lower=figure(lower, locale), upper=figure(upper, locale)))
    return DOT.join(parts)


def summary_words(means: WeekdayMeans, locale: QLocale) -> str:
    """ "Monday 84 (n 12) · Tuesday 78 (n 11)", and no more than that: which of them differ is not said here."""
    words = tr("{weekday} {points} ({n})", "Monday 84 (n 12)")
    return DOT.join(
        words.format(weekday=name_of(day, locale), points=figure(day.shown, locale), n=n_words(day.n, locale))
        for day in means.days
        if day.shown is not None
    )


def weekday_colours(tokens: Tokens) -> WeekdayColours:
    return WeekdayColours(
        surface=tokens.surface,
        grid=tokens.border,
        text=tokens.text,
        text_quiet=tokens.text_quiet,
        mean=tokens.accent,
        spread=tokens.accent_soft,
    )
