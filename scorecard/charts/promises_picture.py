"""What the chart of promises by week is given: plain values and finished words. Imports nothing of matplotlib."""

from dataclasses import dataclass

MOST_LABELS = 13  # of the columns that have their number below them
MOST_TICKS = 6
_MOST_STEPS = MOST_TICKS - 1
_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class PromiseColours:
    """Colours as "#rrggbb". `surface` is what the chart lies on; `levels` are those of a picture's `kept`."""

    surface: str
    grid: str
    text: str
    text_quiet: str
    accent: str
    levels: tuple[str, str, str]
    missed: str


@dataclass(frozen=True, slots=True)
class PromiseColumn:
    """One week. `kept` stands above the line, level upon level in the one order of the chart, `missed` below."""

    label: str
    kept: tuple[int, int, int]
    missed: int
    present: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the chart: a number, negative below, and its words, which have no sign."""

    at: int
    words: str


@dataclass(frozen=True, slots=True)
class PromisesPicture:
    """`ticks` go from the lowest to the highest. `legend` has words for the levels and for what was missed."""

    columns: tuple[PromiseColumn, ...]
    ticks: tuple[Tick, ...]
    legend: tuple[str, str, str, str]
    mirrored: bool = False

    @property
    def highest(self) -> int:
        return max(1, *(tick.at for tick in self.ticks))

    @property
    def lowest(self) -> int:
        return -max(column.missed for column in self.columns)


def ticks_for(kept: int, missed: int) -> tuple[int, ...]:
    """Round numbers around 0, few enough to be read: up to the first that reaches `kept`, down as far as `missed`."""
    step, power = 1, 0
    while -(-kept // step) + missed // step > _MOST_STEPS:
        power += 1
        step = _STEPS[power % len(_STEPS)] * 10 ** (power // len(_STEPS))
    top = max(1, -(-kept // step))
    return tuple(step * n for n in range(-(missed // step), top + 1))
