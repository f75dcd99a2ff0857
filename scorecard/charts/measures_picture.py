"""What the small multiples of the measures are given: plain values and finished words. Imports nothing of matplotlib.

All places are parts of a panel's plot: 0 is its beginning or its foot, 1 its end or its upper edge.
"""

from dataclasses import dataclass
from enum import Enum, auto

Span = tuple[float, float]
Point = tuple[float, float]  # across, upward


class Tone(Enum):
    BETTER = auto()
    WORSE = auto()
    PLAIN = auto()


@dataclass(frozen=True, slots=True)
class MeasureColours:
    """Colours as "#rrggbb". `surface` is what the chart lies on, `shade` fills days away and what lies in bounds."""

    surface: str
    grid: str
    text: str
    text_quiet: str
    outline: str
    accent: str
    accent_soft: str
    shade: str
    better: str
    worse: str

    def of(self, tone: Tone) -> str:
        return {Tone.BETTER: self.better, Tone.WORSE: self.worse, Tone.PLAIN: self.text_quiet}[tone]


@dataclass(frozen=True, slots=True)
class Dot:
    x: float
    y: float
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Bound:
    """What was asked for a while: at least `low` (a line), at most `high` (a dashed line), or between them (a band)."""

    across: Span
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """What can be pointed at: a value, or at the foot (`y` is None) the sign that the terms changed; or from foot to
    edge a stretch away (`span`).
    """

    x: float
    y: float | None = None
    span: Span | None = None

    @property
    def is_sign(self) -> bool:
        return self.y is None and self.span is None


@dataclass(frozen=True, slots=True)
class Panel:
    """One measure. `lines` are the pieces of its strong line; `bands` lie around them, each a stop with its lowest and
    highest. `spots` run from the beginning to the end."""

    name: str
    words: str
    tone: Tone = Tone.PLAIN
    dots: tuple[Dot, ...] = ()
    lines: tuple[tuple[Point, ...], ...] = ()
    bands: tuple[tuple[tuple[float, float, float], ...], ...] = ()
    bounds: tuple[Bound, ...] = ()
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasuresPicture:
    """`away` are the stretches away, the same in all panels. `mirrored` runs panels and days from right to left."""

    panels: tuple[Panel, ...]
    away: tuple[Span, ...] = ()
    mirrored: bool = False
