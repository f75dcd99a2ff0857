"""Where the parts of the calendar of years lie. Logical pixels from the bottom left corner; imports no matplotlib."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from math import floor

from scorecard.charts.legend import LINE, Key, keys_within, lines_of
from scorecard.charts.plot import Size
from scorecard.charts.year_places import WEEK_DAYS, DaySlots, WeekSlots, YearPlaces

TEXT = 12  # pixels of the letters to which the heights below belong
MONTHS_ABOVE = 1.7  # of the height of the letters
LEGEND_ABOVE = 0.7
BESIDE = 0.6  # between the words at the side and the cells
MOST_WIDE, MOST_HIGH = 2.0, 1.4  # how much wider than high a cell may be, and higher than wide
BETWEEN_YEARS = 0.75  # of a cell
SINGLE = 16.0  # from row to row in a year alone
FEW, SOME, MANY = 10.0, 8.0, 7.0  # the same in up to three years, in up to six, and in more
WEEK_ROW = 8.0  # from year to year by weeks


def row_height(years: int, *, by_weeks: bool) -> float:
    """From row to row at the ordinary text size."""
    if by_weeks:
        return WEEK_ROW
    if years == 1:
        return SINGLE
    return FEW if years <= 3 else SOME if years <= 6 else MANY


def height_of(years: int, *, by_weeks: bool) -> float:
    """What a calendar of so many years wants, with two lines of legend, at the ordinary text size."""
    around = TEXT * (MONTHS_ABOVE + LEGEND_ABOVE + 2 * LINE)
    return around + years * _band(row_height(years, by_weeks=by_weeks), by_weeks=by_weeks)


def _band(row: float, *, by_weeks: bool) -> float:
    return row if by_weeks else (WEEK_DAYS + BETWEEN_YEARS) * row


@dataclass(frozen=True)
class YearLayout:
    """`side` is the width of the widest words before the cells, `legend` are the widths of its words."""

    size: Size
    first: date
    count: int
    by_weeks: bool = False
    side: float = 0.0
    legend: tuple[float, ...] = field(default=())
    mirrored: bool = False

    @cached_property
    def places(self) -> YearPlaces:
        slots = WeekSlots(self.first, self.count) if self.by_weeks else DaySlots(self.first, self.count)
        text = self.size.text
        before = self.side + BESIDE * text
        wanted = row_height(slots.bands, by_weeks=self.by_weeks) * text / TEXT
        across = min((self.size.width - before) / slots.columns, MOST_WIDE * wanted)
        across = self._whole(across)
        upward = self._whole(min(wanted, MOST_HIGH * across))
        left = self.size.width - before - slots.columns * across if self.mirrored else before
        return YearPlaces(
            slots=slots,
            left=self._whole(left),
            top=self._whole(self.size.height - MONTHS_ABOVE * text),
            across=across,
            upward=upward,
            band=self._whole(_band(upward, by_weeks=self.by_weeks)),
            gap=self._whole(max(min(across, upward) / 7, 1 / self.size.ratio)),
            mirrored=self.mirrored,
        )

    def _whole(self, length: float) -> float:
        """In whole pixels of the device, so that all cells are alike and sharp."""
        return max(floor(length * self.size.ratio), 1) / self.size.ratio

    @property
    def months(self) -> float:
        """The middle of the line of the months."""
        return self.size.height - MONTHS_ABOVE / 2 * self.size.text

    @property
    def beside(self) -> float:
        """Where the words before the cells end, or begin in a mirrored chart."""
        places, gap = self.places, BESIDE * self.size.text
        return places.right + gap if self.mirrored else places.left - gap

    def row_y(self, band: int, row: int) -> float:
        """The middle of a row."""
        places = self.places
        return places.top - band * places.band - row * places.upward - (places.upward - places.gap) / 2

    def band_y(self, band: int) -> float:
        """The middle of a year."""
        places = self.places
        return places.top - band * places.band - (places.slots.rows * places.upward - places.gap) / 2

    def month_x(self, month: int) -> float:
        """The middle of a month of the latest year."""
        slots = self.places.slots
        weeks = ((date(slots.latest, month, 15) - slots.begin(slots.latest)).days + 0.5) / WEEK_DAYS
        x = weeks * self.places.across
        return self.places.right - x if self.mirrored else self.places.left + x

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        return keys_within((self.places.left, self.places.right), self.legend, self.size.text, mirrored=self.mirrored)

    def key_y(self, line: int) -> float:
        """The middle of a line of the legend, which follows the cells."""
        return self.places.bottom - (LEGEND_ABOVE + (line + 0.5) * LINE) * self.size.text

    @property
    def legend_lines(self) -> int:
        return lines_of(self.keys)
