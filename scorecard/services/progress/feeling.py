"""Works out from the history and the felt grades how days felt beside their scores."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from scorecard.domain.periods import Period
from scorecard.services.progress.changed import LEAST_DAYS
from scorecard.services.progress.course import MOST_DAYS
from scorecard.services.progress.felt import Feeling, Felt, FeltDay, FeltGrade, FeltSpot
from scorecard.services.progress.felt_scales import Bands, Steps
from scorecard.services.progress.grid import Counts, Truths
from scorecard.services.progress.history import History
from scorecard.services.progress.scores import rounded_half_up

_EXACT_PLACES = 100  # days, up to which each score has a place of its own
_PARTS = 3  # of a grade, above that
_ROOMY = 1000  # more places than a row has


def feeling_of(history: History, felt: Mapping[date, str], period: Period) -> Feeling:
    """Of `period` as far as it has come; `felt` may reach beyond it."""
    last = min(period.last, history.today)
    graded = sorted((day, grade) for day, grade in felt.items() if period.first <= day <= last)
    ordinals = np.array([day.toordinal() for day, _ in graded], np.int64)
    bands = Bands(history.grid.settings)
    codes = bands.codes(ordinals, [grade for _, grade in graded])
    shown, remembered = _scores_on(history, ordinals)
    known = codes >= 0
    used = known & (shown >= 0)
    steps = bands.steps_on(graded[int(np.flatnonzero(used)[-1])][0] if used.any() else last)
    verdicts = np.where(bands.low[codes] > shown, 1, np.where(bands.high[codes] < shown, -1, 0))
    better, worse = int((verdicts[used] > 0).sum()), int((verdicts[used] < 0).sum())
    cut = _Cut(bands, steps, ordinals[used], codes[used], shown[used], verdicts[used], remembered[used])
    few = period.days <= MOST_DAYS
    return Feeling(
        period=period,
        today=history.today,
        letters=steps.letters,
        bounds=steps.bounds,
        n=int(used.sum()),
        better=better,
        worse=worse,
        unscored=int((known & (shown < 0)).sum()),
        strange=int((~known).sum()),
        foreign=int((bands.scale[codes[used]] != steps.scale).sum()),
        p=sign_test(better, worse) if int(used.sum()) >= LEAST_DAYS else None,
        spots=_spots(cut),
        grades=_grades(cut),
        days=_days(bands, graded, codes, shown, remembered) if few else (),
    )


def sign_test(better: int, worse: int) -> float | None:
    """Two-sided and exact: how often as many coins fall as unevenly, or more so. None without a coin."""
    n, fewer = better + worse, min(better, worse)
    if not n:
        return None
    logs = np.concatenate(([0.0], np.cumsum(np.log(np.arange(1, n + 1)))))
    ways = logs[n] - logs[: fewer + 1] - logs[n - np.arange(fewer + 1)] - n * np.log(2)
    return min(1.0, 2 * float(np.exp(ways).sum()))


@dataclass(frozen=True, slots=True, eq=False)
class _Cut:
    """The days that have both, the earliest first."""

    bands: Bands
    steps: Steps
    ordinals: Counts
    codes: Counts
    shown: Counts
    verdicts: Counts
    remembered: Truths


def _scores_on(history: History, ordinals: Counts) -> tuple[Counts, Truths]:
    """The scores as they are shown, −1 for none, and whether they are from memory."""
    scores = history.scores
    rows = ordinals - scores.first_day.toordinal()
    inside = (rows >= 0) & (rows < len(scores.points))
    rows = np.where(inside, rows, 0)
    points = np.where(inside, scores.score[rows], np.nan)
    shown = rounded_half_up(np.where(np.isnan(points), -1.0, points))
    return shown, inside & scores.remembered[rows]


def _spots(cut: _Cut) -> tuple[FeltSpot, ...]:
    """From the lowest score to the highest, of the same score from the lowest grade up."""
    if not len(cut.codes):
        return ()
    across = cut.steps.places(cut.shown)
    bins = cut.shown if len(cut.codes) <= _EXACT_PLACES else np.floor(across * _PARTS).astype(np.int64)
    keys = (cut.codes * 3 + cut.verdicts + 1) * _ROOMY + bins
    order = np.argsort(keys, kind="stable")
    starts = np.flatnonzero(np.diff(keys[order], prepend=-1))
    numbers = np.diff(np.append(starts, len(order)))
    last = order[starts + numbers - 1]
    shown = cut.shown[order]
    columns = zip(
        cut.codes[last].tolist(),
        cut.verdicts[last].tolist(),
        (np.add.reduceat(across[order], starts) / numbers).tolist(),
        cut.bands.middles(cut.steps)[cut.codes[last]].tolist(),
        numbers.tolist(),
        np.add.reduceat(cut.remembered[order].astype(np.int64), starts).tolist(),
        np.minimum.reduceat(shown, starts).tolist(),
        np.maximum.reduceat(shown, starts).tolist(),
        map(date.fromordinal, cut.ordinals[last].tolist()),
        strict=True,
    )
    spots = (FeltSpot(cut.bands.letters[code], Felt(verdict), *rest) for code, verdict, *rest in columns)
    return tuple(sorted(spots, key=lambda spot: (spot.across, spot.upward)))


def _grades(cut: _Cut) -> tuple[FeltGrade, ...]:
    """Those that were felt, from the best; grades of one name are one, whatever their bounds were."""
    letters = np.array(cut.bands.letters)[cut.codes] if len(cut.codes) else np.array([], str)
    middles = cut.bands.middles(cut.steps)
    heights = {letter: float(middles[code]) for code, letter in zip(cut.codes.tolist(), letters.tolist(), strict=True)}
    found = []
    for letter in sorted(heights, key=lambda letter: -heights[letter]):
        those: NDArray[np.bool_] = letters == letter
        verdicts = cut.verdicts[those]
        better, same, worse = (int((verdicts == felt).sum()) for felt in (1, 0, -1))
        found.append(FeltGrade(letter, float(cut.shown[those].mean()), better, same, worse))
    return tuple(found)


def _days(
    bands: Bands, graded: list[tuple[date, str]], codes: Counts, shown: Counts, remembered: Truths
) -> tuple[FeltDay, ...]:
    columns = zip(graded, codes.tolist(), shown.tolist(), remembered.tolist(), strict=True)
    return tuple(
        FeltDay(day, grade, int(bands.low[code]), int(bands.high[code]), points if points >= 0 else None, from_memory)
        for (day, grade), code, points, from_memory in columns
        if code >= 0
    )
