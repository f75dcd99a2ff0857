"""Where the plot of a chart of scores lies. Logical pixels from the bottom left corner; imports no matplotlib."""

from dataclasses import dataclass
from typing import ClassVar

from scorecard.charts.plot import Plot, Size


@dataclass(frozen=True, slots=True)
class ScoredLayout:
    """`level_words` is the width of the longest words beside a line, 0 when there are none.

    The scale's numbers stand before the plot and the lines' words after it; `mirrored` turns it all around.
    Subclasses say what room is below the plot and above it, in heights of a letter.
    """

    below: ClassVar[float]
    above: ClassVar[float]

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
        return self.below * self.size.text

    @property
    def top(self) -> float:
        """The height of the line of 100."""
        return self.size.height - self.above * self.size.text

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
        return Plot(self.left, self.right, self.bottom, self.top, self.count, self.mirrored)
