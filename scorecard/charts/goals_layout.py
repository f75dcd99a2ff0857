"""Where the goals lie: a panel for each, as many beside each other as fit. Imports nothing of matplotlib."""

from dataclasses import dataclass

from scorecard.charts.panels import RowsOfSpots, columns_for, rows_for
from scorecard.charts.plot import Interval, Size
from scorecard.overriding import override

# In heights of a letter.
_GAP = 3.0
_ROW_GAP = 1.5
_NAME = 1.45
_ABOUT = 1.5
_BAR_LINE = 1.3
_BAR = 0.55
_MARK = 1.25
_WORDS = 2.9
_ROW = _NAME + _ABOUT + _BAR_LINE + _WORDS
_NARROWEST = 36.0
_AROUND = 0.5


def height_for(width: float, text: float, count: int) -> float:
    rows = max(1, rows_for(count, columns_for(width, text, count, _NARROWEST, _GAP)))
    return (rows * _ROW + (rows - 1) * _ROW_GAP + 2 * _AROUND) * text


@dataclass(frozen=True, slots=True)
class GoalsLayout(RowsOfSpots):
    narrowest = _NARROWEST
    gap = _GAP
    row_gap = _ROW_GAP
    margin = _AROUND

    size: Size
    count: int = 1
    mirrored: bool = False

    @property
    def places(self) -> "GoalsLayout":
        return self

    @property
    @override
    def row_height(self) -> float:
        return _ROW

    def end(self, n: int) -> float:
        left, _, right, _ = self.panel(n)
        return left if self.mirrored else right

    def name(self, n: int) -> float:
        """The line that the name and the share stand on."""
        return self.panel(n)[3] - (_NAME - 0.35) * self.size.text

    def about(self, n: int) -> float:
        """The upper edge of the words below the name."""
        return self.panel(n)[3] - _NAME * self.size.text

    def bar(self, n: int) -> Interval:
        """From which height to which the bar goes."""
        middle = self.panel(n)[3] - (_NAME + _ABOUT + _BAR_LINE / 2) * self.size.text
        half = _BAR / 2 * self.size.text
        return middle - half, middle + half

    def along(self, n: int, share: float) -> Interval:
        """From where to where that share of the bar goes across."""
        left, _, right, _ = self.panel(n)
        width = (right - left) * share
        return (right - width, right) if self.mirrored else (left, left + width)

    def mark(self, n: int, share: float) -> tuple[float, Interval]:
        """Where the upright mark of the time stands, and from which height to which."""
        bottom, top = self.bar(n)
        middle, half = (bottom + top) / 2, _MARK / 2 * self.size.text
        start, end = self.along(n, share)
        return (start if self.mirrored else end), (middle - half, middle + half)

    def words(self, n: int) -> float:
        """The upper edge of the words below the bar."""
        return self.panel(n)[3] - (_NAME + _ABOUT + _BAR_LINE + 0.2) * self.size.text
