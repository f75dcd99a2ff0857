"""The days of whole years, or of decades the weeks of them, each with its score: what a calendar of them shows."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from scorecard.domain.away import AwayRange, reasons_between
from scorecard.domain.days import ONE_DAY
from scorecard.domain.periods import Length, Period
from scorecard.domain.weeks import Week
from scorecard.services.progress.grid import Counts, Numbers, Truths, gone_of
from scorecard.services.progress.history import History
from scorecard.services.progress.rounding import whole
from scorecard.services.progress.running import laid
from scorecard.services.progress.scores import rounded_half_up

STEPS_FROM = (0, 60, 75, 85, 95)  # whole points at which the steps of a calendar's scale begin
MOST_YEARS_OF_DAYS = 12  # more of them are shown by weeks
WEEK_DAYS = 7

Steps = NDArray[np.int8]


@dataclass(frozen=True, slots=True, eq=False)
class YearsOfDays:
    """Every day from the first of January of a year to `last`, the last day that has a meaning.

    `points` is what is known of a day, 0 to 100, NaN for a gap. `scored`: the points are a score, which those of a
    thin day are not. `known` and `due` count measures. `ranges` are those that `gone` is made of.
    """

    first: date
    last: date
    points: Numbers
    scored: Truths
    remembered: Truths
    known: Counts
    due: Counts
    gone: Truths
    ranges: tuple[AwayRange, ...] = ()

    @property
    def count(self) -> int:
        return len(self.points)

    @property
    def hollow(self) -> Truths:
        return ~np.isnan(self.points) & (~self.scored | self.remembered)

    def day(self, n: int) -> date:
        return self.first + timedelta(days=n)

    def reasons(self, n: int) -> tuple[str, ...]:
        """Why one was away."""
        return reasons_between(self.ranges, self.day(n), self.day(n))


@dataclass(frozen=True, slots=True, eq=False)
class YearsOfWeeks:
    """Every week from the first of a year to the one of `last`; weeks belong to years as ISO 8601 says.

    `points` is the mean of the `n` scores of a week, NaN without any; `remembered` of those are from memory, and
    `gone` are the days away.
    """

    first: Week
    last: date
    points: Numbers
    n: Counts
    remembered: Counts
    away: Counts
    ranges: tuple[AwayRange, ...] = ()

    @property
    def count(self) -> int:
        return len(self.points)

    @property
    def hollow(self) -> Truths:
        """More than half of the scores are from memory."""
        return np.asarray(2 * self.remembered > self.n)

    @property
    def gone(self) -> Truths:
        """Away, and nothing scored."""
        return np.asarray((self.n == 0) & (self.away > 0))

    def week(self, n: int) -> Week:
        return Week(self.first.monday + timedelta(days=WEEK_DAYS * n))

    def reasons(self, n: int) -> tuple[str, ...]:
        """Why one was away on days of the week."""
        return reasons_between(self.ranges, self.week(n).monday, min(self.week(n).sunday, self.last))


def years_of(history: History, period: Period) -> YearsOfDays | YearsOfWeeks:
    """The year in which the period ends, as far as it has come; of all, every year, by weeks when they are many."""
    last = min(period.last, history.today)
    first = min(period.first, last) if period.length is Length.ALL else last
    if last.year - first.year < MOST_YEARS_OF_DAYS:
        return days_between(history, date(first.year, 1, 1), last)
    return weeks_between(history, Week.of(first), last)


def days_between(history: History, first: date, last: date) -> YearsOfDays:
    scores = history.scores

    def cut(column: Numbers | Counts | Truths) -> Numbers:
        return laid(column.astype(np.float64), scores.first_day, first, last)

    points = cut(scores.points)
    return YearsOfDays(
        first=first,
        last=last,
        points=points,
        scored=~np.isnan(cut(scores.score)),
        remembered=cut(scores.remembered) > 0,
        known=np.nan_to_num(cut(scores.known)).astype(np.int64),
        due=np.nan_to_num(cut(scores.due)).astype(np.int64),
        gone=gone_of(first, len(points), history.grid.away),
        ranges=history.grid.away,
    )


def weeks_between(history: History, week: Week, last: date) -> YearsOfWeeks:
    """The weeks from the first one of the year that `week` belongs to."""
    first = Week(date.fromisocalendar(week.year, 1, 1))
    days = days_between(history, first.monday, Week.of(last).sunday)
    to_come = np.arange(days.count) > (last - days.first).days
    scored = (days.scored & ~to_come).reshape(-1, WEEK_DAYS)
    n = scored.sum(axis=1)
    sums = np.where(scored, days.points.reshape(-1, WEEK_DAYS), 0.0).sum(axis=1)
    return YearsOfWeeks(
        first=first,
        last=last,
        points=np.divide(sums, n, out=np.full(len(n), np.nan), where=n > 0),
        n=n,
        remembered=(scored & days.remembered.reshape(-1, WEEK_DAYS)).sum(axis=1),
        away=(days.gone & ~to_come).reshape(-1, WEEK_DAYS).sum(axis=1),
        ranges=history.grid.away,
    )


def shown(points: Numbers) -> Counts:
    """Whole points as they are written; what stands for a gap means nothing."""
    return rounded_half_up(np.nan_to_num(points))


def steps_of(points: Numbers) -> Steps:
    """The step of each: 0 for the lowest, −1 for a gap. Two that are written alike are on the same step."""
    steps = np.searchsorted(STEPS_FROM, shown(points), side="right") - 1
    return np.where(np.isnan(points), -1, steps).astype(np.int8)


def cells_of(years: YearsOfDays | YearsOfWeeks, *, blank: int, away: int, hollow: int) -> bytes:
    """The step of each, and `hollow` more where it is hollow; of a gap `away` or `blank`."""
    steps = steps_of(years.points)
    gaps = np.where(years.gone, away, blank)
    return np.where(steps < 0, gaps, steps + hollow * years.hollow).astype(np.uint8).tobytes()


def mean_of(years: YearsOfDays | YearsOfWeeks) -> tuple[int, int | None]:
    """How many days have a score, and the mean of those in whole points."""
    if isinstance(years, YearsOfDays):
        n, points = int(years.scored.sum()), np.where(years.scored, years.points, 0.0)
    else:
        n, points = int(years.n.sum()), np.where(years.n > 0, years.points, 0.0) * years.n
    return n, whole(float(points.sum()) / n) if n else None


def is_blank(years: YearsOfDays | YearsOfWeeks) -> bool:
    """Whether there is neither a score nor a day away."""
    return bool(np.isnan(years.points).all() and not years.gone.any())


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is said of a stretch of a calendar: the mean of its `n` scores, how many days were away, and why."""

    first: date
    last: date
    n: int
    mean: float | None
    lowest: float | None
    highest: float | None
    away: int
    away_for: tuple[str, ...] = ()


def stretch(days: YearsOfDays, first: date, last: date) -> Stretch:
    """Of the days from `first` to `last`, as far as they are among `days`."""
    rows = slice(max((first - days.first).days, 0), max((last - days.first).days + 1, 0))
    known, away = days.points[rows][days.scored[rows]], int(days.gone[rows].sum())
    reasons = reasons_between(days.ranges, max(first, days.first), min(last, days.last))
    if not len(known):
        return Stretch(first, last, 0, None, None, None, away, reasons)
    return Stretch(first, last, len(known), float(known.mean()), float(known.min()), float(known.max()), away, reasons)


def months_of(days: YearsOfDays) -> tuple[Stretch, ...]:
    """Every month of the years, the latest first; the last one as far as it has come."""
    found = []
    last = days.last
    while last >= days.first:
        first = last.replace(day=1)
        found.append(stretch(days, first, last))
        if first == date.min:
            break
        last = first - ONE_DAY
    return tuple(found)


def single_years_of(weeks: YearsOfWeeks) -> tuple[Stretch, ...]:
    """Every year of weeks, the latest first. Its lowest and highest are those of its weeks."""
    years = range(Week.of(weeks.last).year, weeks.first.year - 1, -1)
    firsts = [(date.fromisocalendar(year, 1, 1) - weeks.first.monday).days // WEEK_DAYS for year in years]
    ends = [weeks.count, *firsts[:-1]]
    return tuple(_year(weeks, slice(first, end)) for first, end in zip(firsts, ends, strict=True))


def _year(weeks: YearsOfWeeks, rows: slice) -> Stretch:
    first, last = weeks.week(rows.start).monday, min(weeks.week(rows.stop - 1).sunday, weeks.last)
    points, n, away = weeks.points[rows], weeks.n[rows], int(weeks.away[rows].sum())
    reasons = reasons_between(weeks.ranges, first, last)
    if not n.any():
        return Stretch(first, last, 0, None, None, None, away, reasons)
    mean = float(np.nansum(points * n) / n.sum())
    lowest, highest = float(np.nanmin(points)), float(np.nanmax(points))
    return Stretch(first, last, int(n.sum()), mean, lowest, highest, away, reasons)
