"""What the chart of check-ins is given: plain values and finished words. Imports nothing of matplotlib.

All places are parts of a panel's plot: 0 is its beginning or its foot, 1 its end or its upper edge.
"""

from dataclasses import dataclass

from scorecard.charts.measures_picture import MeasureColours as TrustColours
from scorecard.charts.measures_picture import Point, Tone

__all__ = ["Piece", "Point", "Tone", "TrustColours", "TrustFactor", "TrustPanel", "TrustPicture", "TrustSpot"]

Piece = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class TrustSpot:
    """A check-in. A hollow one was before what is shown."""

    x: float
    y: float
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class TrustFactor:
    """A factor beside its line; `value` is that of the latest. The one that divides is dashed."""

    name: str
    value: str
    pieces: tuple[Piece, ...] = ()
    divisor: bool = False


@dataclass(frozen=True, slots=True)
class TrustPanel:
    """The results of one definition about one subject: `value` is the latest, `change` what is said of it.

    `low` and `high` are the words for the foot and the upper edge. There is at least one spot; they run from the
    beginning to the end.
    """

    name: str
    value: str
    change: str
    tone: Tone
    low: str
    high: str
    spots: tuple[TrustSpot, ...]
    pieces: tuple[Piece, ...] = ()
    factors: tuple[TrustFactor, ...] = ()


@dataclass(frozen=True, slots=True)
class TrustPicture:
    """`start` and `end` name the first and the last day. `mirrored` runs panels and days from right to left."""

    panels: tuple[TrustPanel, ...]
    start: str = ""
    end: str = ""
    mirrored: bool = False
