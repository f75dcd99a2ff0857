"""Works out the course of a period from the history."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from math import isnan

import numpy as np

from scorecard.domain.away import reasons_between
from scorecard.domain.periods import Period
from scorecard.services.progress.bands import bands_of
from scorecard.services.progress.course import Course, Grain, grain_of
from scorecard.services.progress.grid import gone_of
from scorecard.services.progress.history import History
from scorecard.services.progress.running import mean_of, running_means, scores_between
from scorecard.services.week_chart import DayBar

_FINEST = 1_000_000  # scores are fractions of whole numbers, and none of theirs is larger


def course_of(history: History, period: Period) -> Course:
    """The course of `period`. Days to come are in it, as gaps."""
    grain = grain_of(period)
    by_day = grain is Grain.DAY
    mean, n = mean_of(scores_between(history, period.first, period.last))
    mean_before, n_before = _before(history, period)
    return Course(
        period=period,
        today=history.today,
        grain=grain,
        mean=mean,
        n=n,
        mean_before=mean_before,
        n_before=n_before,
        away=_away(history, period),
        days=_days(history, period) if by_day else (),
        running=running_means(history, period) if by_day else (),
        bands=() if by_day else bands_of(history, period, grain),
    )


def _before(history: History, period: Period) -> tuple[float | None, int]:
    before = period.previous
    return (None, 0) if before == period else mean_of(scores_between(history, before.first, before.last))


def _away(history: History, period: Period) -> tuple[tuple[date, date], ...]:
    gone = gone_of(period.first, period.days, history.grid.away)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], gone, [False]]).astype(np.int8)))
    first = period.first
    return tuple(
        (first + timedelta(days=start), first + timedelta(days=end - 1))
        for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
    )


def _days(history: History, period: Period) -> tuple[DayBar, ...]:
    gone, thin = gone_of(period.first, period.days, history.grid.away), history.scores.thin
    ranges = history.grid.away
    bars = []
    for n, away in enumerate(gone.tolist()):
        day = period.first + timedelta(days=n)
        row = history.grid.row(day)
        known = day <= history.today and 0 <= row < history.grid.days
        bar = _day(history, row, away, bool(thin[row])) if known else _blank(day, away, day > history.today)
        bars.append(replace(bar, away_reason=", ".join(reasons_between(ranges, day, day))) if away else bar)
    return tuple(bars)


def _day(history: History, row: int, away: bool, thin: bool) -> DayBar:
    scores, points = history.scores, float(history.scores.points[row])
    return DayBar(
        day=history.grid.day(row),
        points=None if isnan(points) else Fraction(points).limit_denominator(_FINEST),
        thin=thin,
        from_memory=bool(scores.remembered[row]),
        away=away,
        known=int(scores.known[row]),
        due=int(scores.due[row]),
        finished=bool(history.grid.finished[row]),
        future=False,
    )


def _blank(day: date, away: bool, future: bool) -> DayBar:
    return DayBar(day, None, thin=False, from_memory=False, away=away, known=0, due=0, finished=False, future=future)
