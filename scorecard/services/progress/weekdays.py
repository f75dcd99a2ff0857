"""The scores of a stretch of days by weekday: their means, how many they are, and how far they spread."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from scorecard.domain.periods import Period, earlier
from scorecard.services.progress.grid import Numbers
from scorecard.services.progress.history import History
from scorecard.services.progress.rounding import whole
from scorecard.services.progress.running import scores_between

LEAST_DAYS = 8 * 7  # under so many days, weekdays are not compared
WIDENED_DAYS = 12 * 7
FIRM_FROM = 3  # scores, under which a mean is drawn hollow
WEEKDAYS = 7


@dataclass(frozen=True, slots=True)
class WeekdayScores:
    """Monday is 0. A quarter of the `n` scores are at or below `lower`, a quarter at or above `upper`."""

    weekday: int
    n: int = 0
    mean: float | None = None
    lower: float | None = None
    upper: float | None = None

    @property
    def firm(self) -> bool:
        return self.n >= FIRM_FROM

    @property
    def shown(self) -> int | None:
        """The mean as it is written."""
        return whole(self.mean)


@dataclass(frozen=True, slots=True)
class WeekdayMeans:
    """`widened`: the period was too short, and these are the twelve weeks up to its end."""

    first: date
    last: date
    widened: bool
    days: tuple[WeekdayScores, ...]

    @property
    def n(self) -> int:
        return sum(day.n for day in self.days)


def weekdays_of(history: History, period: Period) -> WeekdayMeans:
    """The scores of `period` as far as it has come; thin days have none, days from memory count like others."""
    last = min(period.last, history.today)
    first = min(period.first, last)
    widened = (last - first).days + 1 < LEAST_DAYS
    if widened:
        first = earlier(last, WIDENED_DAYS - 1)
    scores = scores_between(history, first, last)
    weekdays = (first.weekday() + np.arange(len(scores))) % WEEKDAYS
    known = ~np.isnan(scores)
    found = tuple(_scores(weekday, scores[known & (weekdays == weekday)]) for weekday in range(WEEKDAYS))
    return WeekdayMeans(first, last, widened, found)


def _scores(weekday: int, scores: Numbers) -> WeekdayScores:
    if not len(scores):
        return WeekdayScores(weekday)
    lower, upper = np.quantile(scores, (0.25, 0.75)).tolist()
    return WeekdayScores(weekday, len(scores), float(scores.mean()), lower, upper)
