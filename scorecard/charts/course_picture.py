"""What the chart of a course is given: plain values and finished words. Imports nothing of matplotlib."""

from dataclasses import dataclass

from scorecard.charts.plot import Interval
from scorecard.charts.week_picture import Bar, Level, Tone


@dataclass(frozen=True, slots=True)
class Tick:
    """A stretch of the chart and its name. `start` and `end` count columns: the first one reaches from 0 to 1."""

    start: float
    end: float
    words: str


@dataclass(frozen=True, slots=True)
class Range:
    """The days of a week or more: from the lowest to the highest, 0 to 100, and their mean."""

    low: float
    high: float
    mean: float
    tone: Tone = Tone.GOOD
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class CoursePicture:
    """One column for each of `bars`, or for each of `ranges`, of which None is a gap.

    `line` has a height for each column; None interrupts it. `scales` are the ways to name what stands below, the
    finest first. `grid` are the words for 0, 50 and 100, `away` the stretches away, counted like ticks. `mirrored`
    runs the time from right to left.
    """

    bars: tuple[Bar, ...] = ()
    ranges: tuple[Range | None, ...] = ()
    line: tuple[float | None, ...] = ()
    scales: tuple[tuple[Tick, ...], ...] = ()
    grid: tuple[str, str, str] = ("0", "50", "100")
    mean: Level | None = None
    before: Level | None = None
    away: tuple[Interval, ...] = ()
    away_words: str = ""
    mirrored: bool = False

    @property
    def count(self) -> int:
        return len(self.bars) or len(self.ranges)
