"""The day scores of weeks, months, quarters or years, gathered into bands from the lowest to the highest."""

import numpy as np

from scorecard.domain.away import reasons_between
from scorecard.domain.days import ONE_DAY
from scorecard.domain.periods import Period
from scorecard.services.progress.course import Band, Grain, firsts_of
from scorecard.services.progress.grid import Counts, Numbers, Truths, gone_of
from scorecard.services.progress.history import History
from scorecard.services.progress.running import laid, plain, scores_between


def bands_of(history: History, period: Period, grain: Grain) -> tuple[Band, ...]:
    """All of the period's weeks, months, quarters or years; those at its ends may be cut off by it."""
    firsts = list(firsts_of(period, grain))
    lasts = [*(first - ONE_DAY for first in firsts[1:]), period.last]
    starts = np.array([(first - period.first).days for first in firsts])
    scores = scores_between(history, period.first, period.last)
    known = ~np.isnan(scores)
    columns = (
        _sums(known, starts).tolist(),
        plain(_means(scores, starts)),
        plain(np.fmin.reduceat(scores, starts)),
        plain(np.fmax.reduceat(scores, starts)),
        _sums(known & _remembered(history, period), starts).tolist(),
        _sums(gone_of(period.first, period.days, history.grid.away), starts).tolist(),
        [first > history.today for first in firsts],
        [reasons_between(history.grid.away, first, last) for first, last in zip(firsts, lasts, strict=True)],
    )
    return tuple(Band(grain, *values) for values in zip(firsts, lasts, *columns, strict=True))


def _means(scores: Numbers, starts: Counts) -> Numbers:
    known = ~np.isnan(scores)
    numbers = _sums(known, starts)
    sums = np.add.reduceat(np.where(known, scores, 0.0), starts)
    means = np.full(len(starts), np.nan)
    np.divide(sums, numbers, out=means, where=numbers > 0)
    return means


def _remembered(history: History, period: Period) -> Truths:
    scores = history.scores
    return laid(scores.remembered.astype(np.float64), scores.first_day, period.first, period.last) > 0


def _sums(truths: Truths, starts: Counts) -> Counts:
    return np.asarray(np.add.reduceat(truths.astype(np.int64), starts))
