"""Panels beside and below each other, and the spots in them. Logical pixels; imports nothing of matplotlib."""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import ClassVar

from scorecard.charts.places import Frame
from scorecard.charts.plot import Interval, Size
from scorecard.overriding import override


def columns_for(width: float, text: float, count: int, narrowest: float, gap: float) -> int:
    """As many beside each other as fit, spread evenly over the rows that this takes. In heights of a letter."""
    most = max(1, int((width + gap * text) // ((narrowest + gap) * text)))
    rows = rows_for(max(count, 1), most)
    return max(1, rows_for(count, rows))


def rows_for(count: int, columns: int) -> int:
    return -(-count // columns)


def place_in_row(n: int, columns: int, size: Size, gap: float, *, mirrored: bool) -> tuple[int, Interval]:
    """The row of panel `n`, and from where to where it reaches across. `gap` is in heights of a letter."""
    between = gap * size.text
    width = (size.width - (columns - 1) * between) / columns
    row, column = divmod(n, columns)
    left = (columns - 1 - column if mirrored else column) * (width + between)
    return row, (left, left + width)


class PanelsLayout:
    """Subclasses say where each panel lies, where in it the plot, and how many places each has."""

    size: Size
    mirrored: bool

    @property
    def places_of_panels(self) -> tuple[int, ...]:
        raise NotImplementedError

    def panel(self, n: int) -> Frame:
        raise NotImplementedError

    def plot(self, n: int) -> Frame:
        raise NotImplementedError

    @cached_property
    def starts(self) -> list[int]:
        """The number of each panel's first place, and after them how many there are."""
        return [0, *accumulate(self.places_of_panels)]

    @property
    def count(self) -> int:
        return self.starts[-1]

    def across(self, n: int, part: float) -> float:
        left, _, right, _ = self.plot(n)
        return right - part * (right - left) if self.mirrored else left + part * (right - left)

    def upward(self, n: int, part: float) -> float:
        _, bottom, _, top = self.plot(n)
        return bottom + part * (top - bottom)

    def beginning(self, n: int) -> float:
        """Where the words of a panel begin."""
        left, _, right, _ = self.panel(n)
        return right if self.mirrored else left

    def panel_of(self, place: int) -> int:
        return bisect_right(self.starts, place) - 1

    def panel_at(self, x: float, y: float) -> int | None:
        for n in range(len(self.places_of_panels)):
            left, bottom, right, top = self.panel(n)
            if left <= x <= right and bottom <= y <= top:
                return n
        return None

    def beside(self, n: int, across: int, upward: int) -> int:
        """To the sides from place to place, and on to the next panel; up and down to the panel before or after."""
        if not upward:
            return min(max(n + (-across if self.mirrored else across), 0), self.count - 1)
        there = self.panel_of(n) - upward
        return self.place_over(n, there) if 0 <= there < len(self.places_of_panels) else n

    def place_over(self, n: int, there: int) -> int:
        """The place of panel `there` that is the nearest to place `n` across."""
        raise NotImplementedError


class SpotsLayout:
    """Panels that are one spot each: the pointer and the keyboard go from panel to panel."""

    size: Size
    count: int
    mirrored: bool

    @property
    def columns(self) -> int:
        raise NotImplementedError

    @property
    def around(self) -> float:
        """How far the frame of a panel stands out from it."""
        raise NotImplementedError

    def panel(self, n: int) -> Frame:
        raise NotImplementedError

    def at(self, x: float, y: float) -> int | None:
        for n in range(self.count):
            left, bottom, right, top = self.panel(n)
            if left <= x <= right and bottom <= y <= top:
                return n
        return None

    def frame(self, n: int) -> Frame:
        left, bottom, right, top = self.panel(n)
        return (
            max(left - self.around, 0), bottom - self.around,
            min(right + self.around, self.size.width), top + self.around,
        )  # fmt: skip

    def beside(self, n: int, across: int, upward: int) -> int:
        there = n + (-across if self.mirrored else across) - upward * self.columns
        return there if 0 <= there < self.count else n


class RowsOfSpots(SpotsLayout):
    """Panels of one height in rows, as many beside each other as fit. Those who inherit say how large they are, in
    heights of a letter."""

    narrowest: ClassVar[float]
    gap: ClassVar[float]
    row_gap: ClassVar[float]
    margin: ClassVar[float]

    @property
    def row_height(self) -> float:
        raise NotImplementedError

    @property
    @override
    def columns(self) -> int:
        return columns_for(self.size.width, self.size.text, self.count, self.narrowest, self.gap)

    @property
    @override
    def around(self) -> float:
        return self.margin * self.size.text

    @override
    def panel(self, n: int) -> Frame:
        row, (left, right) = place_in_row(n, self.columns, self.size, self.gap, mirrored=self.mirrored)
        text, height = self.size.text, self.row_height
        top = self.size.height - (self.margin + row * (height + self.row_gap)) * text
        return left, top - height * text, right, top

    @property
    def room(self) -> float:
        left, _, right, _ = self.panel(0)
        return right - left

    def beginning(self, n: int) -> float:
        """Where the words of a panel begin."""
        left, _, right, _ = self.panel(n)
        return right if self.mirrored else left
