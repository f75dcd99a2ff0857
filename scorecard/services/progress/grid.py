"""Everything that was ever scored as one table of numbers: days are its rows, measures its columns.

Charts of decades are slices of it: it is read with one query, and renewed where something changes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from scorecard.domain.away import AwayRange
from scorecard.domain.measures import Measure, Terms
from scorecard.domain.settings import Settings
from scorecard.domain.snapshot import Card

Numbers = NDArray[np.float64]
Truths = NDArray[np.bool_]
Counts = NDArray[np.int64]


def _nothing() -> Truths:
    return np.zeros((0, 0), np.bool_)


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """`values`, `skipped` and `remembered` (from memory) have the shape (days, measures): row 0 is `first_day`, the
    columns are the measures of the card in its order, whatever their place. A value that is not known is NaN, never 0.

    `finished` and `gone` (away) have the shape (days,). Marks of computed measures are in it like all others; `counted`
    is where the program set one, which may be NaN, because something came due that day. It may be left out for none.
    """

    first_day: date
    card: Card
    away: tuple[AwayRange, ...]
    settings: Settings
    values: Numbers
    skipped: Truths
    remembered: Truths
    finished: Truths
    gone: Truths
    counted: Truths = field(default_factory=_nothing)

    def __post_init__(self) -> None:
        if self.counted.shape != self.values.shape:
            object.__setattr__(self, "counted", np.zeros(self.values.shape, np.bool_))

    @property
    def days(self) -> int:
        return len(self.finished)

    @property
    def last_day(self) -> date:
        return self.day(self.days - 1)

    def day(self, row: int) -> date:
        return self.first_day + timedelta(days=row)

    def row(self, day: date) -> int:
        """The row of `day`; it may lie outside of the grid."""
        return (day - self.first_day).days

    def rows(self, first: date, last: date) -> slice:
        """The rows from `first` to `last`, both included, as far as the grid reaches."""
        start, end = self.row(first), self.row(last) + 1
        return slice(min(max(start, 0), self.days), min(max(end, 0), self.days))

    def weekdays(self) -> Counts:
        """The weekday of each row, Monday = 0."""
        return (self.first_day.weekday() + np.arange(self.days)) % 7

    def measure(self, column: int) -> Measure:
        return self.card.measures[column]

    def in_force(self, column: int) -> Iterator[tuple[Terms, slice]]:
        """The terms of a measure, each with the rows on which they hold, as far as the grid reaches."""
        terms = self.measure(column).terms
        for number, asked in enumerate(terms):
            start = self._within(asked.first_day)
            end = self._within(terms[number + 1].first_day) if number + 1 < len(terms) else self.days
            if start < end:
                yield asked, slice(start, end)

    def _within(self, day: date) -> int:
        return min(max(self.row(day), 0), self.days)


def gone_of(first_day: date, days: int, away: Iterable[AwayRange]) -> Truths:
    """Which of the `days` from `first_day` on lie in one of the ranges."""
    gone = np.zeros(days, np.bool_)
    for stretch in away:
        start, end = (stretch.first_day - first_day).days, (stretch.last_day - first_day).days + 1
        gone[max(start, 0) : max(end, 0)] = True
    return gone
