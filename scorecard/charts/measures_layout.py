"""Where the small multiples lie, and what can be pointed at in them. Logical pixels; imports nothing of matplotlib."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from scorecard.charts import panels
from scorecard.charts.measures_picture import Spot
from scorecard.charts.panels import PanelsLayout
from scorecard.charts.places import Frame
from scorecard.charts.plot import Interval, Size
from scorecard.overriding import override

# All in heights of a letter.
_NARROWEST = 16.2
_GAP = 2.3
_ROW_GAP = 1.0
NAME_LINE = 1.35
_HEADING = 2 * NAME_LINE + 0.7
_PLOT = 7.6
_FOOT = 1.2
_WORDS = 2.0
_ROW = _HEADING + _PLOT + _FOOT + _WORDS
_AROUND_PLOT = 0.4  # so that dots at its edges are whole
_HALO = 0.75  # of what is highlighted around a dot
_NEAR_SIGN = 0.9
_NEAR_DOT = 0.8  # within a stretch away


def columns_for(width: float, text: float, count: int) -> int:
    return panels.columns_for(width, text, count, _NARROWEST, _GAP)


def height_for(width: float, text: float, count: int) -> float:
    rows = max(1, panels.rows_for(count, columns_for(width, text, count)))
    return (rows * _ROW + (rows - 1) * _ROW_GAP) * text


@dataclass(frozen=True)
class MeasuresLayout(PanelsLayout):
    """`spots` are those of each panel. Places are numbered panel by panel: first the whole panel, then its spots."""

    size: Size
    spots: tuple[tuple[Spot, ...], ...] = ()
    mirrored: bool = False

    @property
    def places(self) -> "MeasuresLayout":
        return self

    @property
    @override
    def places_of_panels(self) -> tuple[int, ...]:
        return tuple(1 + len(spots) for spots in self.spots)

    @cached_property
    def columns(self) -> int:
        return columns_for(self.size.width, self.size.text, len(self.spots))

    @override
    def panel(self, n: int) -> Frame:
        row, (left, right) = panels.place_in_row(n, self.columns, self.size, _GAP, mirrored=self.mirrored)
        top = self.size.height - row * (_ROW + _ROW_GAP) * self.size.text
        return left, top - _ROW * self.size.text, right, top

    @override
    def plot(self, n: int) -> Frame:
        """Where the values of a panel lie; outside of it stand its name, the signs at the foot, and its words."""
        left, bottom, right, top = self.panel(n)
        around, text = _AROUND_PLOT * self.size.text, self.size.text
        return left + around, bottom + (_WORDS + _FOOT) * text, right - around, top - _HEADING * text

    def foot(self, n: int) -> float:
        """The middle of the signs at the foot."""
        return self.plot(n)[1] - 0.75 * self.size.text

    def name(self, n: int) -> float:
        """The line that a panel's name stands on; it may be two lines high."""
        return self.plot(n)[3] + 0.9 * self.size.text

    def words(self, n: int) -> float:
        """The middle of the words below a panel."""
        return self.panel(n)[1] + 1.1 * self.size.text

    @property
    def room(self) -> float:
        """The width that words have."""
        left, _, right, _ = self.panel(0)
        return right - left

    def at(self, x: float, y: float) -> int | None:
        """The nearest spot of the panel; its name and its words are the panel as a whole."""
        n = self.panel_at(x, y)
        return None if n is None else self.starts[n] + self._within(n, x, y)

    def _within(self, n: int, x: float, y: float) -> int:
        _, bottom, _, top = self.plot(n)
        if y > top + _AROUND_PLOT * self.size.text or y < bottom - _FOOT * self.size.text:
            return 0
        places = [self._place(n, spot) for spot in self.spots[n]]
        signs = [m for m, spot in enumerate(self.spots[n]) if spot.is_sign]
        if y < bottom and signs:
            nearest = min(signs, key=lambda m: abs(places[m][0] - x))
            if abs(places[nearest][0] - x) <= _NEAR_SIGN * self.size.text:
                return nearest + 1
        dots = [m for m, spot in enumerate(self.spots[n]) if spot.y is not None]
        away = self._away_at(n, x)
        if away is not None and not any(abs(places[m][0] - x) <= _NEAR_DOT * self.size.text for m in dots):
            return away + 1
        # A day is looked for rather than a height.
        return 1 + min(dots, key=lambda m: 3 * abs(places[m][0] - x) + abs(places[m][1] - y)) if dots else 0

    def _away_at(self, n: int, x: float) -> int | None:
        for m, spot in enumerate(self.spots[n]):
            if spot.span is not None:
                left, right = sorted(self.across(n, end) for end in spot.span)
                if left <= x <= right:
                    return m
        return None

    def _place(self, n: int, spot: Spot) -> Interval:
        return self.across(n, spot.x), self.foot(n) if spot.y is None else self.upward(n, spot.y)

    def frame(self, n: int) -> Frame:
        panel = self.panel_of(n)
        if n == self.starts[panel]:
            around = _GAP / 3 * self.size.text
            left, bottom, right, top = self.panel(panel)
            return max(left - around, 0), max(bottom, 0), min(right + around, self.size.width), top
        spot = self.spots[panel][n - self.starts[panel] - 1]
        if spot.span is not None:
            _, bottom, _, top = self.plot(panel)
            left, right = sorted(self.across(panel, end) for end in spot.span)
            return left, bottom, right, top
        x, y = self._place(panel, spot)
        halo = _HALO * self.size.text
        return x - halo, y - halo, x + halo, y + halo

    @override
    def place_over(self, n: int, there: int) -> int:
        here = self.panel_of(n)
        start = self.starts[there]
        if n == self.starts[here] or not self.spots[there]:
            return start
        x = self.spots[here][n - self.starts[here] - 1].x
        return start + 1 + _nearest(self.spots[there], x)


def _nearest(spots: Sequence[Spot], x: float) -> int:
    return min(range(len(spots)), key=lambda m: (abs(spots[m].x - x), spots[m].y is None))
