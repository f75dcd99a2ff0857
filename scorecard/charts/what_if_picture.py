"""What the chart of two lines is given: scores as they were counted, and as they would be. Imports no matplotlib."""

from dataclasses import dataclass

from scorecard.charts.course_picture import Tick
from scorecard.charts.plot import Interval
from scorecard.charts.week_picture import ChartColours, Level

Line = tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class WhatIfColours:
    """`would_be` is that of the second line."""

    chart: ChartColours
    would_be: str


@dataclass(frozen=True, slots=True)
class WhatIfPicture:
    """One height for each column, 0 to 100; None interrupts a line. `hollow` are the columns drawn as an outline.

    `means` are the words at the side, of both lines. `scales`, `grid` and `away` are those of a course.
    """

    counted: Line = ()
    would_be: Line = ()
    hollow: frozenset[int] = frozenset()
    scales: tuple[tuple[Tick, ...], ...] = ()
    grid: tuple[str, str, str] = ("0", "50", "100")
    means: tuple[Level | None, Level | None] = (None, None)
    away: tuple[Interval, ...] = ()
    mirrored: bool = False

    @property
    def count(self) -> int:
        return max(len(self.counted), 1)
