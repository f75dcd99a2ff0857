"""What the calendar of years is given: plain values and finished words. Imports nothing of matplotlib."""

from dataclasses import dataclass
from datetime import date

STEPS = 5
MONTHS = 12
BLANK = STEPS  # nothing scored
AWAY = STEPS + 1
HOLLOW = 16  # added to a step: drawn as an outline


@dataclass(frozen=True, slots=True)
class YearColours:
    """Colours as "#rrggbb". `surface` is what the chart lies on; `steps` go from the lowest scores to the highest."""

    surface: str
    text_quiet: str
    blank: str
    away: str
    steps: tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class YearLegend:
    """Words for each step, and for what else there is; empty when it does not occur."""

    steps: tuple[str, str, str, str, str]
    blank: str
    away: str = ""
    hollow: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(words for words in (*self.steps, self.blank, self.away, self.hollow) if words)


@dataclass(frozen=True, slots=True)
class YearPicture:
    """`cells` has one byte for each day from `first` on, a first of January; or, `by_weeks`, for each week from
    `first` on, the Monday of a year's first week. A byte is a step, perhaps hollow, or blank or away.

    `years` are the words beside the years, the latest first; some may be empty, and one alone has none.
    `weekdays` are for Monday to Sunday, some of them empty. `mirrored` runs time from right to left.
    """

    first: date
    cells: bytes
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    years: tuple[str, ...]
    legend: YearLegend
    by_weeks: bool = False
    mirrored: bool = False

    @property
    def side_words(self) -> tuple[str, ...]:
        """What stands before the cells."""
        return self.weekdays if len(self.years) == 1 and not self.by_weeks else self.years
