"""Where the parts of the chart of promises lie. Logical pixels from the bottom left corner; imports no matplotlib."""

from dataclasses import dataclass
from math import ceil

from scorecard.charts.plot import Interval, Plot, Size
from scorecard.charts.promises_picture import MOST_LABELS

_LEGEND_LINE = 1.9  # of the height of the letters
_LABELS = 2.7
_LABEL = 2.0  # the least width of one


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of the legend: its swatch, and where its words begin."""

    swatch: Interval
    words: float
    line: int


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
        return (self.legend_lines * _LEGEND_LINE + _LABELS) * self.size.text

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
        text, keys, line, x = self.size.text, [], 0, 0.0
        room = self._across[1] - self._across[0]
        for width in self.legend:
            whole = 1.6 * text + width
            if x > 0 and x + whole > room:
                line, x = line + 1, 0.0
            keys.append(self._key(x, line))
            x += whole + 1.8 * text
        return tuple(keys)

    @property
    def legend_lines(self) -> int:
        return max((key.line for key in self.keys), default=-1) + 1

    def legend_y(self, line: int) -> float:
        """The middle of a line of the legend; line 0 is the upper one."""
        return (self.legend_lines - line - 0.45) * _LEGEND_LINE * self.size.text

    def _key(self, x: float, line: int) -> Key:
        text = self.size.text
        if self.mirrored:
            start = self._across[1] - x
            return Key((start - 1.1 * text, start), start - 1.6 * text, line)
        start = self._across[0] + x
        return Key((start, start + 1.1 * text), start + 1.6 * text, line)
