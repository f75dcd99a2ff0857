"""Where the parts of the week chart lie. Logical pixels from the bottom left corner; imports nothing of matplotlib."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from scorecard.charts.plot import Interval
from scorecard.charts.score_layout import ScoredLayout

DAYS = 7


@dataclass(frozen=True, slots=True)
class WeekLayout(ScoredLayout):
    below = 2.95
    above = 2.9  # with room for the number on a full bar and for the bubble

    count: int = field(default=DAYS, init=False)

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
