"""The course of the day scores over a month, a quarter, a year, or all: day by day, or gathered into bands.

Plain values, so that they can be imported before numpy is; `courses.py` works them out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from scorecard.domain.periods import MONTHS_OF, Length, Period
from scorecard.services.progress.rounding import whole
from scorecard.services.week_chart import DayBar

MOST_DAYS = 92  # a quarter
MOST_WEEKS = 106  # two years
MOST_BANDS = 200


class Grain(StrEnum):
    """How long one part of a course is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


# Fewer scored days than these are too few to call a band the best.
ENOUGH = {Grain.DAY: 1, Grain.WEEK: 3, Grain.MONTH: 10, Grain.QUARTER: 30, Grain.YEAR: 120}


@dataclass(frozen=True, slots=True)
class Band:
    """The days from `first` to `last`, as far as they lie in the course. `n` of them have a score, between `low` and
    `high`; `remembered` of those are from memory. `gone` are the days away, `gone_for` the reasons.
    """

    grain: Grain
    first: date
    last: date
    n: int
    mean: float | None
    low: float | None
    high: float | None
    remembered: int
    gone: int
    future: bool
    gone_for: tuple[str, ...] = ()

    @property
    def hollow(self) -> bool:
        """More than half of its scores are from memory."""
        return 2 * self.remembered > self.n

    @property
    def shown(self) -> int | None:
        return whole(self.mean)

    @property
    def period(self) -> Period:
        """The whole week, month, quarter or year that the band belongs to."""
        return Period.of(Length(self.grain.value), self.first)


_Part = TypeVar("_Part", DayBar, Band)


@dataclass(frozen=True, slots=True)
class Course:
    """`days`, with the mean of the last seven beside each (`running`), when the grain is a day, else `bands`.

    `mean` is that of the `n` day scores in `period` up to today, `mean_before` and `n_before` are those of the period
    before. `away` are the stretches away that touch the period.
    """

    period: Period
    today: date
    grain: Grain
    mean: float | None
    n: int
    mean_before: float | None
    n_before: int
    away: tuple[tuple[date, date], ...]
    days: tuple[DayBar, ...] = ()
    running: tuple[float | None, ...] = ()
    bands: tuple[Band, ...] = ()

    @property
    def present(self) -> bool:
        return self.today in self.period

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to draw."""
        return self.n == 0 and all(bar.points is None for bar in self.days)

    @property
    def difference(self) -> int | None:
        """Points above the period before, between the two means as they are shown; None when one is missing."""
        mean, before = whole(self.mean), whole(self.mean_before)
        return None if mean is None or before is None else mean - before

    @property
    def best_days(self) -> tuple[DayBar, ...]:
        """The scored days that share the highest score as it is shown; none when no day differs from another."""
        return _best(self.days, [None if bar.score is None else bar.shown for bar in self.days])

    @property
    def best_bands(self) -> tuple[Band, ...]:
        """The same of the bands that have enough scored days."""
        return _best(self.bands, [band.shown if band.n >= ENOUGH[band.grain] else None for band in self.bands])


def grain_of(period: Period) -> Grain:
    """Days for a month and a quarter, weeks for a year; for all the finest grain that does not crowd the chart."""
    if period.length is Length.YEAR:
        return Grain.WEEK
    if period.days <= MOST_DAYS:
        return Grain.DAY
    if period.days <= 7 * MOST_WEEKS:
        return Grain.WEEK
    for grain in (Grain.MONTH, Grain.QUARTER):
        if _months(period) <= MOST_BANDS * MONTHS_OF[grain.value]:
            return grain
    return Grain.YEAR


def _months(period: Period) -> int:
    first, last = period.first, period.last
    return 12 * (last.year - first.year) + last.month - first.month + 1


def firsts_of(period: Period, grain: Grain) -> Iterator[date]:
    """The first day of the period, and the first days of all weeks, months, quarters or years that begin in it."""
    yield period.first
    if grain is Grain.WEEK:
        ordinals = range(period.first.toordinal() - period.first.weekday() + 7, period.last.toordinal() + 1, 7)
        yield from map(date.fromordinal, ordinals)
        return
    months = MONTHS_OF[grain.value]
    start, end = 12 * period.first.year + period.first.month - 1, 12 * period.last.year + period.last.month - 1
    for month in range((start // months + 1) * months, end + 1, months):
        yield date(month // 12, month % 12 + 1, 1)


def _best(parts: Sequence[_Part], shown: Sequence[int | None]) -> tuple[_Part, ...]:
    known = {points for points in shown if points is not None}
    if len(known) < 2:
        return ()
    return tuple(part for part, points in zip(parts, shown, strict=True) if points == max(known))
