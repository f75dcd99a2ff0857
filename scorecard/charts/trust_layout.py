"""Where the panels of the check-ins lie, and what can be pointed at in them. Logical pixels; no matplotlib."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from scorecard.charts import panels
from scorecard.charts.panels import PanelsLayout
from scorecard.charts.places import Frame
from scorecard.charts.plot import Interval, Size
from scorecard.charts.trust_picture import TrustSpot
from scorecard.overriding import override

# All in heights of a letter.
_NARROWEST = 28.0
_GAP = 3.0
_NAME = 2.6
_PLOT = 5.6
_BETWEEN = 0.8
_FACTOR = 1.55
_DATES = 2.2  # below the lowest panel of each column
_ROW_GAP = 1.2
_SIDE = (10.0, 15.5)  # the least and the most for the words before a plot
_SIDE_SHARE = 0.42
_SCALE = 2.2  # for the numbers after a plot
_AROUND = 0.4  # so that spots at the edges are whole
_HALO = 0.7
_LINE_SHARE = 0.7  # of its row that a factor's line may fill


def columns_for(width: float, text: float, count: int) -> int:
    return panels.columns_for(width, text, count, _NARROWEST, _GAP)


def rows_of(factors: Sequence[int], columns: int) -> list[int]:
    """How many factors the fullest panel of each row has."""
    return [max(factors[start : start + columns]) for start in range(0, len(factors), columns)]


def height_for(width: float, text: float, factors: Sequence[int]) -> float:
    """`factors` is how many each panel has."""
    rows = rows_of(factors, columns_for(width, text, len(factors)))
    return (sum(map(_row, rows)) + max(len(rows) - 1, 0) * _ROW_GAP + _DATES) * text


def _row(factors: int) -> float:
    return _NAME + _PLOT + _BETWEEN + factors * _FACTOR


@dataclass(frozen=True)
class TrustLayout(PanelsLayout):
    """Each panel has `factors` and `spots`. Places are the spots, numbered panel by panel."""

    size: Size
    factors: tuple[int, ...] = ()
    spots: tuple[tuple[TrustSpot, ...], ...] = ()
    mirrored: bool = False

    @property
    def places(self) -> "TrustLayout":
        return self

    @property
    @override
    def places_of_panels(self) -> tuple[int, ...]:
        return tuple(len(spots) for spots in self.spots)

    @cached_property
    def columns(self) -> int:
        return columns_for(self.size.width, self.size.text, len(self.factors))

    @cached_property
    def _tops(self) -> list[float]:
        """The upper edge of each row."""
        heights = [(_row(most) + _ROW_GAP) * self.size.text for most in rows_of(self.factors, self.columns)]
        return [self.size.height - way for way in accumulate(heights, initial=0.0)]

    @override
    def panel(self, n: int) -> Frame:
        row, (left, right) = panels.place_in_row(n, self.columns, self.size, _GAP, mirrored=self.mirrored)
        top = self._tops[row]
        return left, top - _row(self.factors[n]) * self.size.text, right, top

    @override
    def plot(self, n: int) -> Frame:
        """Where the results lie; before it stand the latest and what changed, after it the ends of the scale."""
        left, _, right, top = self.panel(n)
        text = self.size.text
        before = self.side(n) + (_GAP / 2 + _AROUND) * text
        after = (_SCALE + _AROUND) * text
        across = (left + after, right - before) if self.mirrored else (left + before, right - after)
        return across[0], top - (_NAME + _PLOT) * text, across[1], top - _NAME * text

    def side(self, n: int) -> float:
        """The width of the words before the plot."""
        left, _, right, _ = self.panel(n)
        least, most = _SIDE
        return min(max(_SIDE_SHARE * (right - left), least * self.size.text), most * self.size.text)

    def ending(self, n: int) -> float:
        """Where the numbers of the scale begin."""
        left, _, right, _ = self.plot(n)
        way = (_AROUND + 0.5) * self.size.text
        return left - way if self.mirrored else right + way

    def factor(self, n: int, m: int) -> Interval:
        """From where to where the line of factor `m` reaches, upward."""
        _, bottom, _, _ = self.plot(n)
        middle = bottom - (_BETWEEN + (m + 0.5) * _FACTOR) * self.size.text
        half = _LINE_SHARE * _FACTOR * self.size.text / 2
        return middle - half, middle + half

    def foot(self, n: int) -> float:
        """Below the last factor."""
        return self.panel(n)[1]

    def name(self, n: int) -> float:
        return self.panel(n)[3] - 1.2 * self.size.text

    def dated(self) -> range:
        """The lowest panel of each column."""
        return range(max(len(self.factors) - self.columns, 0), len(self.factors))

    def dates(self, n: int) -> float:
        return self.foot(n) - 1.2 * self.size.text

    def at(self, x: float, y: float) -> int | None:
        """The check-in of that panel whose day is the nearest."""
        n = self.panel_at(x, y)
        if n is None:
            return None
        xs = [self.across(n, spot.x) for spot in self.spots[n]]
        return self.starts[n] + min(range(len(xs)), key=lambda m: abs(xs[m] - x))

    def frame(self, n: int) -> Frame:
        """Of a check-in its result and all its factors."""
        panel = self.panel_of(n)
        x, halo = self.across(panel, self.spots[panel][n - self.starts[panel]].x), _HALO * self.size.text
        return x - halo, max(self.foot(panel), 0), x + halo, self.plot(panel)[3] + halo

    @override
    def place_over(self, n: int, there: int) -> int:
        here = self.panel_of(n)
        x = self.spots[here][n - self.starts[here]].x
        spots = self.spots[there]
        return self.starts[there] + min(range(len(spots)), key=lambda m: abs(spots[m].x - x))
