"""Where the parts of the chart of felt grades lie. Logical pixels from the bottom left corner; no matplotlib."""

from dataclasses import dataclass
from functools import cached_property
from math import hypot, sqrt

from scorecard.charts.feeling_picture import FeelingSpot
from scorecard.charts.places import Frame
from scorecard.charts.plot import Interval, Size

# All in heights of a letter.
_SPOT = 0.36  # the radius of one day
_LEAST_SPOT = 0.2
_MOST_SPOT = 0.95
_REACH = 0.9  # how far beside a spot is still meant
_HALO = 0.3
_LINE = 1.2


@dataclass(frozen=True)
class FeelingLayout:
    """`grades` is how many there are, `side` the width of the widest letter. Places are the spots."""

    size: Size
    grades: int = 1
    side: float = 0.0
    spots: tuple[FeelingSpot, ...] = ()
    mirrored: bool = False

    @property
    def places(self) -> "FeelingLayout":
        return self

    @property
    def count(self) -> int:
        return len(self.spots)

    @property
    def plot(self) -> Frame:
        text = self.size.text
        before, after = self.side + 1.2 * text, 0.6 * text
        left, right = (after, before) if self.mirrored else (before, after)
        return left, 3.5 * text, self.size.width - right, self.size.height - 2.0 * text

    def x(self, across: float) -> float:
        left, _, right, _ = self.plot
        way = across * (right - left) / self.grades
        return right - way if self.mirrored else left + way

    def y(self, upward: float) -> float:
        _, bottom, _, top = self.plot
        return bottom + upward * (top - bottom) / self.grades

    def step(self, n: int) -> tuple[Interval, Interval]:
        """Where grade `n` was counted and felt: from where to where, across and upward."""
        ends = self.x(n), self.x(n + 1)
        return (min(ends), max(ends)), (self.y(n), self.y(n + 1))

    @property
    def every(self) -> int:
        """Each so many letters are written, so that they don't touch."""
        _, bottom, _, top = self.plot
        return max(1, -int(-_LINE * self.size.text * self.grades // (top - bottom)))

    def bounds_shown(self, widths: tuple[float, ...]) -> list[int]:
        """Which of the bounds are written, from the highest down; one that would touch the next is left out."""
        shown: list[int] = []
        end = float("inf")
        for n in reversed(range(len(widths))):
            middle = abs(self.x(n + 1) - self.x(0))
            if middle + widths[n] / 2 < end:
                shown.append(n)
                end = middle - widths[n] / 2 - 0.5 * self.size.text
        return shown[::-1]

    @cached_property
    def _unit(self) -> float:
        """The radius of one day: smaller where many share a place."""
        most = max((spot.n for spot in self.spots), default=1)
        return min(_SPOT, _MOST_SPOT / sqrt(most)) * self.size.text

    def radius(self, spot: FeelingSpot) -> float:
        """Its area is as large as it has days."""
        return max(self._unit * sqrt(spot.n), _LEAST_SPOT * self.size.text)

    def centre(self, spot: FeelingSpot) -> tuple[float, float]:
        return self.x(spot.across), self.y(spot.upward)

    def at(self, x: float, y: float) -> int | None:
        """The nearest one, from its rim; None when all are far."""
        if not self.spots:
            return None

        def distance(n: int) -> float:
            centre = self.centre(self.spots[n])
            return hypot(centre[0] - x, centre[1] - y) - self.radius(self.spots[n])

        nearest = min(range(len(self.spots)), key=distance)
        return nearest if distance(nearest) <= _REACH * self.size.text else None

    def frame(self, n: int) -> Frame:
        x, y = self.centre(self.spots[n])
        around = self.radius(self.spots[n]) + _HALO * self.size.text
        return x - around, y - around, x + around, y + around

    def beside(self, n: int, across: int, upward: int) -> int:
        """To the sides by score; up and down to the next grade that was felt, there to the nearest score."""
        if not upward:
            return min(max(n + (-across if self.mirrored else across), 0), self.count - 1)
        here = self.spots[n]
        beyond = [m for m, spot in enumerate(self.spots) if (spot.upward - here.upward) * upward > 0]
        if not beyond:
            return n
        return min(beyond, key=lambda m: (abs(self.spots[m].upward - here.upward),
                                          abs(self.spots[m].across - here.across)))  # fmt: skip
