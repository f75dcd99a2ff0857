"""What the chart of the weekdays is given: plain values and finished words. Imports nothing of matplotlib."""

from dataclasses import dataclass

WEEKDAYS = 7


@dataclass(frozen=True, slots=True)
class WeekdayColours:
    """Colours as "#rrggbb". `surface` is what the chart lies on; `spread` fills the bar behind a mean."""

    surface: str
    grid: str
    text: str
    text_quiet: str
    mean: str
    spread: str


@dataclass(frozen=True, slots=True)
class WeekdayColumn:
    """One weekday. `mean`, `lower` and `upper` are 0 to 100; without a mean there is nothing to draw.

    `label` is its name, `value` the mean as it is written, `count` how many days it is the mean of.
    """

    label: str
    count: str = ""
    value: str = ""
    mean: float | None = None
    lower: float = 0.0
    upper: float = 0.0
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class WeekdayPicture:
    """`columns` are seven. `grid` are the words for 0, 50 and 100; `spread` are those for the bar in the legend and
    `hollow` those for a hollow mean, empty when there is none. `mirrored` runs the days from right to left.
    """

    columns: tuple[WeekdayColumn, ...]
    spread: str
    grid: tuple[str, str, str] = ("0", "50", "100")
    hollow: str = ""
    mirrored: bool = False

    @property
    def legend(self) -> tuple[str, ...]:
        return tuple(words for words in (self.spread, self.hollow) if words)
