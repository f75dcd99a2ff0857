"""Day scores cut out of a history, and their means, also that of the last seven days beside each day."""

from datetime import date
from math import isnan

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from scorecard.domain.periods import Period, earlier
from scorecard.services.progress.grid import Numbers
from scorecard.services.progress.history import History

WINDOW = 7
LEAST_KNOWN = 3


def plain(numbers: Numbers) -> tuple[float | None, ...]:
    """Python's numbers, with None for NaN."""
    return tuple(None if isnan(number) else number for number in numbers.tolist())


def mean_of(scores: Numbers) -> tuple[float | None, int]:
    """The mean of those that are known, and how many they are."""
    known = scores[~np.isnan(scores)]
    return (float(known.mean()) if len(known) else None), len(known)


def scores_between(history: History, first: date, last: date) -> Numbers:
    """The scores from `first` to `last`, both included; NaN for gaps, after today, and where the history has no day."""
    scores = history.scores
    return laid(scores.score[: max(history.grid.row(history.today) + 1, 0)], scores.first_day, first, last)


def laid(column: Numbers, first_day: date, first: date, last: date) -> Numbers:
    """The days from `first` to `last` of a column that begins on `first_day`; NaN where it does not reach."""
    stretch = np.full((last - first).days + 1, np.nan)
    start = (first - first_day).days
    known = column[max(start, 0) : max(start + len(stretch), 0)]
    stretch[max(-start, 0) :][: len(known)] = known
    return stretch


def running_means(history: History, period: Period) -> tuple[float | None, ...]:
    """For each day of `period` the mean of the scored days among the last seven, that day included.

    None where fewer than three of the seven are scored, and after today. Days before the period count too.
    """
    start = earlier(period.first, WINDOW - 1)
    scores = scores_between(history, start, period.last)
    missing = WINDOW - 1 - (period.first - start).days  # where the calendar begins
    windows = sliding_window_view(np.concatenate([np.full(missing, np.nan), scores]), WINDOW)
    known = np.sum(~np.isnan(windows), axis=1)
    means = np.nansum(windows, axis=1) / np.maximum(known, 1)
    means[known < LEAST_KNOWN] = np.nan
    means[max((history.today - period.first).days + 1, 0) :] = np.nan
    return plain(means)
