"""Where the columns of a chart lie. Logical pixels from the bottom left corner; imports nothing of matplotlib."""

from dataclasses import dataclass

from scorecard.charts.places import Frame

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Size:
    """In logical pixels. `ratio` is device pixels per logical one, `text` the height of the chart's letters."""

    width: int
    height: int
    ratio: float = 1.0
    text: float = 12.0


@dataclass(frozen=True, slots=True)
class Plot:
    """The area of the bars: `count` columns beside each other; `mirrored` runs them from right to left."""

    left: float
    right: float
    bottom: float
    top: float
    count: int
    mirrored: bool = False

    def column(self, n: int) -> Interval:
        """From where to where column `n` reaches, its gaps included."""
        width = (self.right - self.left) / self.count
        place = self.count - 1 - n if self.mirrored else n
        return self.left + place * width, self.left + (place + 1) * width

    def centre(self, n: int) -> float:
        start, end = self.column(n)
        return (start + end) / 2

    def bar(self, n: int, most: float) -> Interval:
        """The bar in the middle of column `n`: half of it, but at the most `most` to each side."""
        start, end = self.column(n)
        half = min(0.25 * (end - start), most)
        return self.centre(n) - half, self.centre(n) + half

    def at(self, x: float, y: float = 0.0) -> int | None:
        """The column that `x` lies in, at whatever height; None beside the plot."""
        return next((n for n in range(self.count) if self.column(n)[0] <= x < self.column(n)[1]), None)

    def frame(self, n: int) -> Frame:
        start, end = self.column(n)
        return start, self.bottom, end, self.top

    def beside(self, n: int, across: int, upward: int) -> int:
        """To the right is the next column, in a mirrored plot the one before."""
        return min(max(n + (-across if self.mirrored else across), 0), self.count - 1)
