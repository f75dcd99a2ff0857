"""A week's numbers as the chart wants them: finished words, tones and colours. Imports nothing of matplotlib."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale

from scorecard.charts.week_picture import Bar, ChartColours, Level, Tone, WeekPicture
from scorecard.domain.grades import rounded
from scorecard.services.week_chart import DayBar, WeekBars
from scorecard.ui.progress_tab.wording import (
    day_label,
    day_reading,
    figure,
    last_mean_words,
    mean_words,
    week_reading,
)
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import FAIR_FROM, GOOD_FROM, Tokens


@dataclass(frozen=True, slots=True)
class WeekReading:
    """The picture, and of each day its date, what is said of it, and whether there is a page of it to open."""

    picture: WeekPicture
    days: tuple[date, ...]
    sentences: tuple[str, ...]
    open_days: frozenset[date]
    summary: str

    @property
    def keys(self) -> tuple[date, ...]:
        return self.days


def read_week(bars: WeekBars, locale: QLocale, *, mirrored: bool = False) -> WeekReading:
    mean, last_mean = bars.mean, bars.last_mean
    picture = WeekPicture(
        bars=tuple(_bar(bar, locale) for bar in bars.days),
        grid=(figure(0, locale), figure(50, locale), figure(100, locale)),
        mean=None if mean is None else Level(float(mean), mean_words(rounded(mean), locale)),
        last_mean=None if last_mean is None else Level(float(last_mean), last_mean_words(rounded(last_mean), locale)),
        away=tr("away"),
        mirrored=mirrored,
    )
    return WeekReading(
        picture=picture,
        days=bars.week.days,
        sentences=tuple(day_reading(bar, locale) for bar in bars.days),
        open_days=frozenset(bar.day for bar in bars.days if not bar.future),
        summary=week_reading(bars, locale),
    )


def _bar(bar: DayBar, locale: QLocale) -> Bar:
    label = day_label(bar.day, locale)
    if bar.points is None or bar.shown is None:
        return Bar(label, away=bar.away)
    return Bar(label, float(bar.points), figure(bar.shown, locale), tone_of(bar.shown), bar.hollow, bar.away)


def tone_of(points: int) -> Tone:
    """The tone of points as they are shown, so that two bars of "85" never differ."""
    if points >= GOOD_FROM:
        return Tone.GOOD
    return Tone.FAIR if points >= FAIR_FROM else Tone.POOR


def chart_colours(tokens: Tokens) -> ChartColours:
    return ChartColours(
        surface=tokens.surface,
        grid=tokens.border,
        text=tokens.text,
        text_quiet=tokens.text_quiet,
        accent=tokens.accent,
        shade=tokens.sunken,
        good=tokens.good,
        fair=tokens.fair,
        poor=tokens.poor,
    )
