"""Where the parts of the chart of the weekdays lie. Logical pixels from the bottom left corner; no matplotlib."""

from dataclasses import dataclass

from scorecard.charts.legend import LINE, Key, keys_within, lines_of
from scorecard.charts.plot import Interval, Plot, Size
from scorecard.charts.weekday_picture import WEEKDAYS

_LABELS = 3.1  # of the height of the letters: a name and a number below each column
_BAR = 1.3
_DOT = 0.38


@dataclass(frozen=True, slots=True)
class WeekdayLayout:
    """`legend` are the widths of its words, first those of the bar."""

    size: Size
    legend: tuple[float, ...]
    mirrored: bool = False

    @property
    def places(self) -> Plot:
        return self.plot

    @property
    def plot(self) -> Plot:
        return Plot(*self._across, self.bottom, self.top, WEEKDAYS, self.mirrored)

    @property
    def _across(self) -> Interval:
        before, after = 3.2 * self.size.text, self.size.text / 2
        left, right = (after, before) if self.mirrored else (before, after)
        return left, self.size.width - right

    @property
    def bottom(self) -> float:
        return (lines_of(self.keys) * LINE + _LABELS) * self.size.text

    @property
    def top(self) -> float:
        """The height of the line of 100. Above it is room for a number and for the bubble."""
        return self.size.height - 2.4 * self.size.text

    def y(self, points: float) -> float:
        return self.bottom + (self.top - self.bottom) * points / 100

    def bar(self, n: int) -> Interval:
        return self.plot.bar(n, _BAR * self.size.text)

    @property
    def dot(self) -> float:
        """The radius of the dot of a mean."""
        return _DOT * self.size.text

    @property
    def name(self) -> float:
        """The upper edge of the names below the columns."""
        return self.bottom - 0.45 * self.size.text

    @property
    def count(self) -> float:
        """The upper edge of the numbers below the names."""
        return self.bottom - 1.75 * self.size.text

    @property
    def keys(self) -> tuple[Key, ...]:
        return keys_within(self._across, self.legend, self.size.text, mirrored=self.mirrored)

    def key_y(self, line: int) -> float:
        """The middle of a line of the legend; line 0 is the upper one."""
        return (lines_of(self.keys) - line - 0.45) * LINE * self.size.text
