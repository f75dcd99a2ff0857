"""The values of one measure over a stretch of days: each by itself, or gathered by weeks, months, quarters or years."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from scorecard.domain.days import ONE_DAY
from scorecard.domain.measures import EVERY_DAY, Terms
from scorecard.domain.periods import MONTHS_OF, earlier
from scorecard.domain.weeks import Week
from scorecard.services.progress.course import Grain
from scorecard.services.progress.grid import Counts, Grid, Numbers, Truths
from scorecard.services.progress.history import History
from scorecard.services.progress.measure_series import Mark, comparable
from scorecard.services.progress.running import laid

WEEK_DAYS = 7
MEAN_DAYS = 7
MEAN_WEEKS = 4
_LEAST_KNOWN = 3  # of the seven days or the four weeks of a mean
_EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """Values one after another, each of which holds for `days` days: a day's or, of weekly measures, a week's total.

    `starts` are the ordinals of their first days. What is not known, not comparable, or later than today is NaN.
    """

    days: int
    starts: Counts
    values: Numbers
    remembered: Truths
    gone: Truths
    open: int | None = None

    @property
    def counted(self) -> Numbers:
        """Without what happened on days away, and without a week that is not over: what means are taken of."""
        counted = np.where(self.gone, np.nan, self.values)
        if self.open is not None:
            counted[self.open] = np.nan
        return counted


def track_of(history: History, column: int, terms: Terms, first: date, last: date) -> Track:
    """The days from `first` to `last`; for weekly terms the weeks that end among them, and the present one if it has
    begun by then. Only values that are comparable with those under `terms` are in it."""
    grid = history.grid
    alike = np.zeros(grid.days, np.bool_)
    for asked, rows in grid.in_force(column):
        alike[rows] = comparable(asked, terms)
    alike[max(grid.row(history.today) + 1, 0) :] = False
    values = np.where(alike, grid.values[:, column], np.nan)
    return _weeks(history, values, column, first, last) if terms.weekly else _days(grid, values, column, first, last)


def _days(grid: Grid, values: Numbers, column: int, first: date, last: date) -> Track:
    def cut(truths: Truths) -> Truths:
        return laid(truths.astype(np.float64), grid.first_day, first, last) > 0

    starts = first.toordinal() + np.arange((last - first).days + 1)
    held = laid(values, grid.first_day, first, last)
    return Track(1, starts, held, cut(grid.remembered[:, column]), cut(grid.gone))


def _weeks(history: History, values: Numbers, column: int, first: date, last: date) -> Track:
    monday = Week.of(first).monday
    present = Week.of(history.today)
    running = last >= history.today < present.sunday
    sunday = present.sunday if running else last - timedelta(days=(last.weekday() + 1) % WEEK_DAYS)
    if sunday < first:
        empty = np.zeros(0)
        return Track(WEEK_DAYS, empty.astype(np.int64), empty, empty > 0, empty > 0)
    days = _days(history.grid, values, column, monday, sunday)
    held = days.values.reshape(-1, WEEK_DAYS)
    known = ~np.isnan(held)
    totals = np.where(known.any(axis=1), np.where(known, held, 0.0).sum(axis=1), np.nan)
    remembered = (days.remembered.reshape(-1, WEEK_DAYS) & known).sum(axis=1) > 0
    gone = days.gone.reshape(-1, WEEK_DAYS).sum(axis=1) == WEEK_DAYS
    return Track(WEEK_DAYS, days.starts[::WEEK_DAYS], totals, remembered, gone, len(totals) - 1 if running else None)


def single_marks(track: Track) -> tuple[Mark, ...]:
    """Each known value by itself."""
    found = []
    for n in np.flatnonzero(~np.isnan(track.values)).tolist():
        first, value = date.fromordinal(int(track.starts[n])), float(track.values[n])
        last = first + timedelta(days=track.days - 1)
        remembered = int(track.remembered[n])
        found.append(Mark(n, first, last, value, value, value, 1, remembered, n == track.open))
    return tuple(found)


def gathered_marks(track: Track, grain: Grain) -> tuple[Mark, ...]:
    """The means of the weeks, months, quarters or years that the values end in; none where nothing is known."""
    values = track.counted
    if not values.size:
        return ()
    slots = _slots(track.starts + track.days - 1, grain)
    edges = np.flatnonzero(np.concatenate([[True], np.diff(slots) > 0]))
    known = ~np.isnan(values)
    numbers = np.add.reduceat(known.astype(np.int64), edges)
    sums = np.add.reduceat(np.where(known, values, 0.0), edges)
    remembered = np.add.reduceat((known & track.remembered).astype(np.int64), edges)
    lows, highs = np.fmin.reduceat(values, edges), np.fmax.reduceat(values, edges)
    ends = [*(track.starts[edges[1:] - 1]).tolist(), int(track.starts[-1])]
    found = []
    for n in np.flatnonzero(numbers).tolist():
        first = date.fromordinal(int(track.starts[edges[n]]))
        last = date.fromordinal(ends[n] + track.days - 1)
        count, mean = int(numbers[n]), float(sums[n] / numbers[n])
        slot = int(slots[edges[n]] - slots[0])
        found.append(Mark(slot, first, last, mean, float(lows[n]), float(highs[n]), count, int(remembered[n])))
    return tuple(found)


def _slots(ordinals: Counts, grain: Grain) -> Counts:
    """The number of the week, month, quarter or year of each day."""
    if grain is Grain.WEEK:
        return (ordinals - 1) // WEEK_DAYS  # the first of January of the year 1 is a Monday
    months = (ordinals - _EPOCH).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return np.asarray(months // MONTHS_OF[grain.value])


def running_means(history: History, column: int, terms: Terms, first: date, last: date) -> tuple[Mark | None, ...]:
    """For each day the mean of what is known of the last seven, for each week of weekly terms that of the last four.

    None where fewer than three of them are known (of what is due on fewer days, fewer than those), and after today.
    """
    size = MEAN_WEEKS if terms.weekly else MEAN_DAYS
    start = earlier(first, (size - 1) * (WEEK_DAYS if terms.weekly else 1))
    track = track_of(history, column, terms, start, last)
    least = _LEAST_KNOWN if terms.weekly or terms.due == EVERY_DAY else min(_LEAST_KNOWN, len(terms.due))
    windows = sliding_window_view(np.concatenate([np.full(size - 1, np.nan), track.counted]), size)
    known = (~np.isnan(windows)).sum(axis=1)
    means = np.nansum(windows, axis=1) / np.maximum(known, 1)
    inside = track.starts + track.days - 1 >= first.toordinal()
    inside &= track.starts <= history.today.toordinal()
    return tuple(
        _mean(n, int(track.starts[n]), track.days, float(means[n]), int(known[n])) if known[n] >= least else None
        for n in np.flatnonzero(inside).tolist()
    )


def _mean(slot: int, start: int, days: int, mean: float, n: int) -> Mark:
    return Mark(slot, date.fromordinal(start), date.fromordinal(start + days - 1), mean, mean, mean, n)


def joined(marks: tuple[Mark, ...]) -> tuple[Mark | None, ...]:
    """The marks with None where a slot between two of them is empty."""
    found: list[Mark | None] = []
    for mark in marks:
        if found and (before := found[-1]) is not None and mark.slot != before.slot + 1:
            found.append(None)
        found.append(mark)
    return tuple(found)


def stretches(truths: Truths, first: date) -> tuple[tuple[date, date], ...]:
    """From when to when the days that begin with `first` are true."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], truths, [False]]).astype(np.int8)))
    ends = zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
    return tuple((first + start * ONE_DAY, first + (end - 1) * ONE_DAY) for start, end in ends)
