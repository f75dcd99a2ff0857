"""The scores of many days at once. The rules are those of `domain/scores.py`; a property test holds the two equal."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.services.progress.grid import Counts, Grid, Numbers, Truths
from scorecard.services.progress.rounding import HAIR

THOUSANDTHS = 1000  # in whole thousandths, differences of values and targets are exact


@dataclass(frozen=True, slots=True, eq=False)
class Worth:
    """How each mark stands in its day's score; all of the shape (days, measures), as the grid's.

    `completions` from 0 to 1, NaN where nothing counts. `asked`: its weight is due that day (known or blank).
    `weights` are those of the day's terms, 0 where a measure is not asked.
    """

    completions: Numbers
    asked: Truths
    weights: Counts


@dataclass(frozen=True, slots=True, eq=False)
class DayScores:
    """One number for each day from `first_day` on. `points` is what is known so far, 0 to 100, NaN for a gap.

    `known` and `due` count measures, `known_weight` and `due_weight` their weights. `remembered`: some mark of the day
    is from memory. `gone`: away.
    """

    first_day: date
    points: Numbers
    known: Counts
    due: Counts
    known_weight: Counts
    due_weight: Counts
    remembered: Truths
    gone: Truths

    @property
    def thin(self) -> Truths:
        """Under half of the due weight is known: too little to call it a score."""
        return 2 * self.known_weight < self.due_weight

    @property
    def score(self) -> Numbers:
        """The points of the days on which they are a score; NaN on the others."""
        return np.where(self.thin, np.nan, self.points)

    @property
    def hollow(self) -> Truths:
        """Drawn as an outline: from memory, or too thin."""
        return ~np.isnan(self.points) & (self.thin | self.remembered)


def rounded_half_up(points: Numbers) -> NDArray[np.int64]:
    """Whole points as they are shown: `domain.grades.rounded`, with a hair's breadth for what binary fractions lose."""
    return np.floor(points + 0.5 + HAIR).astype(np.int64)


def worth_of(grid: Grid) -> Worth:
    """What each mark is worth under the terms of its day."""
    completions = np.full(grid.values.shape, np.nan)
    asked = np.zeros(grid.values.shape, np.bool_)
    weights = np.zeros(grid.values.shape, np.int64)
    weekdays = grid.weekdays()
    for column in range(len(grid.card.measures)):
        for terms, rows in grid.in_force(column):
            if not (terms.on_card and terms.daily and terms.scores):
                continue
            due = _asked(grid, terms, rows, column, weekdays[rows])
            share = completions_under(terms, grid.values[rows, column])
            completions[rows, column] = np.where(due, share, np.nan)
            asked[rows, column] = due
            weights[rows, column] = terms.weight * due
    return Worth(completions, asked, weights)


def _asked(grid: Grid, terms: Terms, rows: slice, column: int, weekdays: Counts) -> Truths:
    """Where the weight of the terms is due: what is skipped, away, or had nothing to count is not."""
    due = np.isin(np.arange(7), list(terms.due))[weekdays]
    due &= ~grid.skipped[rows, column] & ~grid.gone[rows]
    return due & grid.counted[rows, column] if terms.kind.computed else due


def completions_under(terms: Terms, values: Numbers) -> Numbers:
    """`domain.completion.completion` of many values; NaN for NaN. Raises ValueError for terms that are a tally."""
    if not terms.scores:
        raise ValueError("a tally has no completion")
    known = ~np.isnan(values)
    return np.where(known, _share(terms, np.rint(values * THOUSANDTHS)), np.nan)


def _share(terms: Terms, amounts: Numbers) -> Numbers:
    """Of whole thousandths; what it says of NaN means nothing."""
    if terms.kind is Kind.YES_NO:
        return (amounts > 0).astype(np.float64)
    assert terms.target is not None, "Terms checks this when they are made"
    target = float(terms.target * THOUSANDTHS)
    if terms.direction is Direction.AT_LEAST:
        return np.clip(amounts / target, 0, 1)
    if terms.direction is Direction.AT_MOST:
        return np.clip(2 - amounts / target, 0, 1) if target else (amounts <= 0).astype(np.float64)
    assert terms.upper is not None, "Terms checks this when they are made"
    upper = float(terms.upper * THOUSANDTHS)
    outside = np.maximum(np.maximum(target - amounts, amounts - upper), 0)
    return np.clip(1 - outside / (upper - target), 0, 1) if upper > target else (outside == 0).astype(np.float64)


def day_scores(grid: Grid, worth: Worth) -> DayScores:
    """The score of each day with its coverage."""
    used = np.flatnonzero(worth.asked.any(axis=0))  # most measures of a long life are on the card no more
    asked, weights = worth.asked[:, used], worth.weights[:, used]
    shares = worth.completions[:, used]
    known = asked & ~np.isnan(shares)
    known_weights = np.where(known, weights, 0)
    known_weight = known_weights.sum(axis=1)
    earned = np.einsum("ij,ij->i", known_weights, np.where(known, shares, 0.0))
    points = np.full(grid.days, np.nan)
    np.divide(100 * earned, known_weight, out=points, where=known_weight > 0)
    return DayScores(
        first_day=grid.first_day,
        points=points,
        known=known.sum(axis=1),
        due=asked.sum(axis=1),
        known_weight=known_weight,
        due_weight=weights.sum(axis=1),
        remembered=np.asarray(grid.remembered.any(axis=1)),
        gone=grid.gone,
    )
