"""All that was ever scored, and what follows from it for the charts: each worked out once, when it is first asked."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from scorecard.services.progress.grid import Grid
from scorecard.services.progress.scores import DayScores, Worth, day_scores, worth_of


@dataclass(frozen=True, eq=False)
class History:
    """`today` is the last day with a meaning: the grid may reach past it to the end of its week."""

    grid: Grid
    today: date = field(compare=False)

    @cached_property
    def worth(self) -> Worth:
        return worth_of(self.grid)

    @cached_property
    def scores(self) -> DayScores:
        return day_scores(self.grid, self.worth)
