"""Where the parts of the chart of a course lie. Logical pixels from the bottom left corner; imports no matplotlib."""

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.charts.course_picture import Tick
from scorecard.charts.plot import Interval, Plot, Size

_SHARE = 0.72  # of its column that a bar fills
_ORDINARY = 12.0
_LEAST_BETWEEN = 0.7  # of the height of the letters, between two names below


@dataclass(frozen=True, slots=True)
class CourseLayout:
    """`level_words` is the width of the longest words beside a line, 0 when there are none.

    The scale's numbers stand before the plot and the lines' words after it; `mirrored` turns it all around.
    """

    size: Size
    count: int
    level_words: float = 0.0
    mirrored: bool = False

    @property
    def left(self) -> float:
        return self._after if self.mirrored else self._before

    @property
    def right(self) -> float:
        return self.size.width - (self._before if self.mirrored else self._after)

    @property
    def bottom(self) -> float:
        return 2.4 * self.size.text

    @property
    def top(self) -> float:
        """The height of the line of 100. Above it is room for the bubble."""
        return self.size.height - 2.6 * self.size.text

    @property
    def _before(self) -> float:
        return 3.2 * self.size.text

    @property
    def _after(self) -> float:
        return self.level_words + 1.2 * self.size.text if self.level_words else self.size.text / 2

    @property
    def scale(self) -> float:
        """How much larger than the ordinary text the letters are."""
        return self.size.text / _ORDINARY

    @property
    def places(self) -> Plot:
        return self.plot

    @property
    def plot(self) -> Plot:
        return Plot(self.left, self.right, self.bottom, self.top, self.count, self.mirrored)

    @property
    def column_width(self) -> float:
        return (self.right - self.left) / self.count

    def y(self, points: float) -> float:
        return self.bottom + (self.top - self.bottom) * points / 100

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
