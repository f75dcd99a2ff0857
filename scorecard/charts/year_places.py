"""Which cell of a calendar a day or a week has, by arithmetic. Imports nothing of matplotlib."""

from calendar import isleap
from dataclasses import dataclass
from datetime import date, timedelta

from scorecard.charts.places import Frame

WEEK_DAYS = 7


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell: years are bands below each other, the latest is band 0; row 0 is the upper one of a band."""

    band: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class DaySlots:
    """Columns are weeks, rows the days from Monday on. `first` is the first of January of the earliest year."""

    first: date
    count: int

    @property
    def rows(self) -> int:
        return WEEK_DAYS

    @property
    def columns(self) -> int:
        """One more when there is a leap year that begins on a Sunday."""
        return 54 if any(_begins_late(year) for year in range(self.first.year, self.latest + 1)) else 53

    @property
    def bands(self) -> int:
        return self.latest - self.first.year + 1

    @property
    def latest(self) -> int:
        return self.day(max(self.count - 1, 0)).year

    def slot(self, n: int) -> Slot:
        day = self.day(n)
        return Slot(self.latest - day.year, day.weekday(), (day - self.begin(day.year)).days // WEEK_DAYS)

    def day(self, n: int) -> date:
        return self.first + timedelta(days=n)

    def begin(self, year: int) -> date:
        """The Monday of the year's first column."""
        return date(year, 1, 1) - timedelta(days=date(year, 1, 1).weekday())

    def at(self, slot: Slot) -> int | None:
        year = self.latest - slot.band
        n = (self.begin(year) - self.first).days + WEEK_DAYS * slot.column + slot.row
        return n if 0 <= n < self.count and self.day(n).year == year else None

    def beside(self, n: int, later: int, upward: int) -> int:
        """Where so many weeks later, or cells up, lead from day `n`; to itself where nothing is."""
        there = n + WEEK_DAYS * later - upward
        return there if 0 <= there < self.count else n


def _begins_late(year: int) -> bool:
    return isleap(year) and date(year, 1, 1).isoweekday() == WEEK_DAYS


@dataclass(frozen=True, slots=True)
class WeekSlots:
    """Columns are the weeks of a year; a year is a band with one row. `first` is the Monday of a year's first week."""

    first: date
    count: int

    @property
    def rows(self) -> int:
        return 1

    @property
    def columns(self) -> int:
        return 53

    @property
    def bands(self) -> int:
        return self.latest - self.first.isocalendar().year + 1

    @property
    def latest(self) -> int:
        return self.day(max(self.count - 1, 0)).isocalendar().year

    def day(self, n: int) -> date:
        """The Monday of the week."""
        return self.first + timedelta(days=WEEK_DAYS * n)

    def begin(self, year: int) -> date:
        return date.fromisocalendar(year, 1, 1)

    def slot(self, n: int) -> Slot:
        year, week, _ = self.day(n).isocalendar()
        return Slot(self.latest - year, 0, week - 1)

    def at(self, slot: Slot) -> int | None:
        year = self.latest - slot.band
        n = (self.begin(year) - self.first).days // WEEK_DAYS + slot.column
        return n if 0 <= n < self.count and self.day(n).isocalendar().year == year else None

    def beside(self, n: int, later: int, upward: int) -> int:
        """Up is the later year, in which the same week is meant, or its last one."""
        if not upward:
            return n + later if 0 <= n + later < self.count else n
        slot = self.slot(n)
        for column in (slot.column, slot.column - 1):
            there = None if slot.band < upward else self.at(Slot(slot.band - upward, 0, column))
            if there is not None:
                return there
        return n


@dataclass(frozen=True, slots=True)
class YearPlaces:
    """The cells as they lie on the chart, in logical pixels: `left` and `top` are those of all of them together.

    `across` and `upward` are from one cell to the next, `band` from one year to the next, `gap` is between cells.
    """

    slots: DaySlots | WeekSlots
    left: float
    top: float
    across: float
    upward: float
    band: float
    gap: float
    mirrored: bool = False

    @property
    def count(self) -> int:
        return self.slots.count

    @property
    def right(self) -> float:
        return self.left + self.slots.columns * self.across

    @property
    def bottom(self) -> float:
        return self.top - (self.slots.bands - 1) * self.band - self.slots.rows * self.upward

    def at(self, x: float, y: float) -> int | None:
        """The gaps between cells belong to the cells before and above them."""
        if not (self.left <= x < self.right and self.bottom < y <= self.top):
            return None
        column = int(((self.right - x) if self.mirrored else (x - self.left)) / self.across)
        band = int((self.top - y) / self.band)
        row = int((self.top - y - band * self.band) / self.upward)
        return None if row >= self.slots.rows else self.slots.at(Slot(band, row, column))

    def frame(self, n: int) -> Frame:
        slot = self.slots.slot(n)
        top = self.top - slot.band * self.band - slot.row * self.upward
        bottom = top - self.upward + self.gap
        if self.mirrored:
            right = self.right - slot.column * self.across
            return right - self.across + self.gap, bottom, right, top
        left = self.left + slot.column * self.across
        return left, bottom, left + self.across - self.gap, top

    def beside(self, n: int, across: int, upward: int) -> int:
        return self.slots.beside(n, -across if self.mirrored else across, upward)
