"""Where the totals lie: a panel for each, as many beside each other as fit. Imports nothing of matplotlib."""

from dataclasses import dataclass

from scorecard.charts.panels import RowsOfSpots, columns_for, rows_for
from scorecard.charts.plot import Interval, Size
from scorecard.overriding import override

# In heights of a letter.
NUMBER_SIZE = 1.9
LINE = 1.45
_GAP = 2.3
_ROW_GAP = 1.4
_NAME = 2 * LINE
_NUMBER = 2.9
_WORDS = LINE
_TO_WHOM = LINE
_NARROWEST = 20.5
_BASE = 0.8  # from the foot of the number's line to what it stands on
_CURVE = 0.36  # of the panel's width
_AROUND = 0.5


def row_height(*, with_ripple: bool) -> float:
    return _NAME + _NUMBER + _WORDS + (_TO_WHOM if with_ripple else 0.0)


def height_for(width: float, text: float, count: int, *, with_ripple: bool) -> float:
    rows = max(1, rows_for(count, columns_for(width, text, count, _NARROWEST, _GAP)))
    return (rows * row_height(with_ripple=with_ripple) + (rows - 1) * _ROW_GAP + 2 * _AROUND) * text


@dataclass(frozen=True, slots=True)
class TalliesLayout(RowsOfSpots):
    narrowest = _NARROWEST
    gap = _GAP
    row_gap = _ROW_GAP
    margin = _AROUND

    size: Size
    count: int = 1
    with_ripple: bool = False
    mirrored: bool = False

    @property
    def places(self) -> "TalliesLayout":
        return self

    @property
    @override
    def row_height(self) -> float:
        return row_height(with_ripple=self.with_ripple)

    @property
    def number_room(self) -> float:
        return (1 - _CURVE) * self.room - self.size.text

    def name(self, n: int) -> float:
        """The line that the name stands on; it may be two lines high."""
        return self.panel(n)[3] - (_NAME - 0.35) * self.size.text

    def number(self, n: int) -> float:
        """The line that the number stands on."""
        return self.panel(n)[3] - (_NAME + _NUMBER - _BASE) * self.size.text

    def words(self, n: int) -> float:
        """The upper edge of the words below the number."""
        return self.panel(n)[3] - (_NAME + _NUMBER) * self.size.text

    def to_whom(self, n: int) -> float:
        """The upper edge of the last line."""
        return self.words(n) - _WORDS * self.size.text

    def curve(self, n: int) -> tuple[Interval, Interval]:
        """From where to where the curve goes, across and upward."""
        left, _, right, _ = self.panel(n)
        width = _CURVE * (right - left)
        across = (left + width, left) if self.mirrored else (right - width, right)
        return across, (self.number(n), self.number(n) + 1.5 * self.size.text)
