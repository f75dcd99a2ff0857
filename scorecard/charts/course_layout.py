"""Where the parts of the chart of a course lie. Logical pixels from the bottom left corner; imports no matplotlib."""

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.charts.course_picture import Tick
from scorecard.charts.plot import Interval
from scorecard.charts.score_layout import ScoredLayout

_SHARE = 0.72  # of its column that a bar fills
_ORDINARY = 12.0
_LEAST_BETWEEN = 0.7  # of the height of the letters, between two names below


@dataclass(frozen=True, slots=True)
class CourseLayout(ScoredLayout):
    below = 2.4
    above = 2.6  # with room for the bubble

    @property
    def scale(self) -> float:
        """How much larger than the ordinary text the letters are."""
        return self.size.text / _ORDINARY

    @property
    def column_width(self) -> float:
        return (self.right - self.left) / self.count

    def x(self, place: float) -> float:
        """Where `place` lies, counted in columns: 0 is where the first one begins, 0.5 is its middle."""
        way = place * self.column_width
        return self.right - way if self.mirrored else self.left + way

    def bar(self, n: int) -> Interval:
        middle, half = self.x(n + 0.5), _SHARE * self.column_width / 2
        return middle - half, middle + half

    def stretch(self, start: float, end: float) -> Interval:
        """From where to where the columns between two places reach."""
        ends = self.x(start), self.x(end)
        return min(ends), max(ends)

    def words_at(self, tick: Tick, width: float) -> float:
        """The middle of a tick's words, moved as little as needed to keep them in the chart."""
        middle = self.x((tick.start + tick.end) / 2)
        return min(max(middle, width / 2), self.size.width - width / 2)

    def shown(self, ticks: Sequence[Tick], widths: Sequence[float]) -> list[int]:
        """Which of the ticks are written when each is left out that would come too near to the one before."""
        chosen: list[int] = []
        end = float("-inf")
        for n in range(len(ticks)):
            way = abs(self.words_at(ticks[n], widths[n]) - self.x(0))
            if way - widths[n] / 2 > end:
                chosen.append(n)
                end = way + widths[n] / 2 + _LEAST_BETWEEN * self.size.text
        return chosen
