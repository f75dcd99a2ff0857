"""Where the parts of the week chart lie. Logical pixels from the bottom left corner; imports nothing of matplotlib."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scorecard.charts.plot import Interval, Plot, Size

DAYS = 7


@dataclass(frozen=True, slots=True)
class WeekLayout:
    """`level_words` is the width of the longest words beside a line, 0 when there are none.

    The scale's numbers stand before the plot and the lines' words after it; `mirrored` turns it all around.
    """

    size: Size
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
        return 2.95 * self.size.text

    @property
    def top(self) -> float:
        """The height of the line of 100. Above it is room for the number on a full bar and for the bubble."""
        return self.size.height - 2.9 * self.size.text

    @property
    def _before(self) -> float:
        return 3.2 * self.size.text

    @property
    def _after(self) -> float:
        return self.level_words + 1.2 * self.size.text if self.level_words else self.size.text / 2

    def y(self, points: float) -> float:
        return self.bottom + (self.top - self.bottom) * points / 100

    @property
    def places(self) -> Plot:
        return self.plot

    @property
    def plot(self) -> Plot:
        return Plot(self.left, self.right, self.bottom, self.top, DAYS, self.mirrored)

    def column(self, n: int) -> Interval:
        """From where to where day `n` reaches, its gaps included."""
        return self.plot.column(n)

    def centre(self, n: int) -> float:
        return self.plot.centre(n)

    def bar(self, n: int) -> Interval:
        return self.plot.bar(n, 4 * self.size.text)


def unbroken(whole: Interval, gaps: Iterable[Interval]) -> list[Interval]:
    """What is left of `whole` without `gaps`, in order."""
    start, end = whole
    pieces = []
    for gap_start, gap_end in sorted(gaps):
        if gap_start > start:
            pieces.append((start, min(gap_start, end)))
        start = max(start, gap_end)
    if start < end:
        pieces.append((start, end))
    return pieces


def apart(heights: Sequence[float], distance: float, within: Interval) -> list[float]:
    """Two heights moved as little as needed to be `distance` apart and `within`; the order stays as it was."""
    low, high = within
    if len(heights) < 2:
        return [min(max(height, low), high) for height in heights]
    first, second = heights
    missing = max(0.0, distance - abs(first - second)) / 2
    step = missing if first >= second else -missing
    moved = [first + step, second - step]
    shift = max(0.0, low - min(moved)) - max(0.0, max(moved) - high)
    return [height + shift for height in moved]
