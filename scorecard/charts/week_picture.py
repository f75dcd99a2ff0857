"""What the week chart is given: plain values and finished words. Imports nothing of matplotlib."""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


@dataclass(frozen=True, slots=True)
class ChartColours:
    """Colours as "#rrggbb". `surface` is what the chart lies on, `shade` fills the days away."""

    surface: str
    grid: str
    text: str
    text_quiet: str
    accent: str
    shade: str
    good: str
    fair: str
    poor: str

    def of(self, tone: Tone) -> str:
        match tone:
            case Tone.GOOD:
                return self.good
            case Tone.FAIR:
                return self.fair
            case Tone.POOR:
                return self.poor


@dataclass(frozen=True, slots=True)
class Bar:
    """One day. `height` is 0 to 100, None is a gap; `value` is the number as it is written above the bar.

    `label` names the day, "Mon 16"; at its first space it may be broken in two lines.
    """

    label: str
    height: float | None = None
    value: str = ""
    tone: Tone = Tone.GOOD
    hollow: bool = False
    away: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """A line across the week, 0 to 100, and its words: "week 80"."""

    height: float
    words: str


@dataclass(frozen=True, slots=True)
class WeekPicture:
    """`bars` are seven. `grid` are the words for 0, 50 and 100. `mirrored` runs the days from right to left."""

    bars: tuple[Bar, ...]
    grid: tuple[str, str, str] = ("0", "50", "100")
    mean: Level | None = None
    last_mean: Level | None = None
    away: str = ""
    mirrored: bool = False

    @property
    def away_spans(self) -> tuple[tuple[int, int], ...]:
        """The runs of days away, each as its first and last index."""
        spans: list[tuple[int, int]] = []
        for n, bar in enumerate(self.bars):
            if bar.away and spans and spans[-1][1] == n - 1:
                spans[-1] = (spans[-1][0], n)
            elif bar.away:
                spans.append((n, n))
        return tuple(spans)
