"""Where the parts of the chart of promises lie. Logical pixels from the bottom left corner; imports no matplotlib."""

from dataclasses import dataclass
from math import ceil

from scorecard.charts.legend import LINE, Key, keys_within, lines_of
from scorecard.charts.plot import Interval, Plot, Size
from scorecard.charts.promises_picture import MOST_LABELS

_LABELS = 2.7
_LABEL = 2.0  # the least width of one


@dataclass(frozen=True, slots=True)
class PromisesLayout:
    """`lowest` is zero or less, `highest` more than zero; `legend` are the widths of its words."""

    size: Size
    count: int
    lowest: int
    highest: int
    legend: tuple[float, ...] = ()
    mirrored: bool = False

    @property
    def places(self) -> Plot:
        return self.plot

    @property
    def plot(self) -> Plot:
        return Plot(*self._across, self.bottom, self.top, self.count, self.mirrored)

    @property
    def _across(self) -> Interval:
        before, after = 3.2 * self.size.text, self.size.text / 2
        left, right = (after, before) if self.mirrored else (before, after)
        return left, self.size.width - right

    @property
    def bottom(self) -> float:
        return (self.legend_lines * LINE + _LABELS) * self.size.text

    @property
    def top(self) -> float:
        """The height of the highest tick; above it is room for the bubble."""
        return self.size.height - 2.6 * self.size.text

    def y(self, number: float) -> float:
        """The height of `number`, which is negative below the line."""
        return self.bottom + (self.top - self.bottom) * (number - self.lowest) / (self.highest - self.lowest)

    def bar(self, n: int) -> Interval:
        return self.plot.bar(n, 1.7 * self.size.text)

    @property
    def labelled(self) -> range:
        """The columns with a label, from the last one back, as many as there is room for."""
        room = (self._across[1] - self._across[0]) / (_LABEL * self.size.text)
        step = ceil(self.count / max(min(room, MOST_LABELS), 1))
        return range(self.count - 1, -1, -step)

    @property
    def label(self) -> float:
        """The upper edge of the labels below the columns."""
        return self.bottom - 0.6 * self.size.text

    @property
    def keys(self) -> tuple[Key, ...]:
        """The legend from its beginning on, broken into lines where it does not fit."""
        return keys_within(self._across, self.legend, self.size.text, mirrored=self.mirrored)

    @property
    def legend_lines(self) -> int:
        return lines_of(self.keys)

    def legend_y(self, line: int) -> float:
        """The middle of a line of the legend; line 0 is the upper one."""
        return (self.legend_lines - line - 0.45) * LINE * self.size.text
