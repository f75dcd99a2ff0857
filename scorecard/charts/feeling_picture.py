"""What the chart of felt grades is given: plain values and finished words. Imports nothing of matplotlib."""

from dataclasses import dataclass
from enum import IntEnum


class Side(IntEnum):
    """Of the steps on which a day felt as it was counted."""

    BELOW = -1
    ON = 0
    ABOVE = 1


@dataclass(frozen=True, slots=True)
class FeelingColours:
    """Colours as "#rrggbb". `surface` is what the chart lies on, `steps` fills where both agree."""

    surface: str
    grid: str
    text: str
    text_quiet: str
    steps: str
    above: str
    on: str
    below: str

    def of(self, side: Side) -> str:
        return {Side.ABOVE: self.above, Side.ON: self.on, Side.BELOW: self.below}[side]


@dataclass(frozen=True, slots=True)
class FeelingSpot:
    """`n` days. `across` and `upward` are counted in grades from the lowest: 0.5 is the middle of the lowest one."""

    across: float
    upward: float
    n: int = 1
    side: Side = Side.ON
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class FeelingPicture:
    """`letters` are the grades from the lowest, `bounds` the points at which each but the lowest begins.

    `above` and `below` say what lies on the two sides, `felt` and `counted` what the two scales are. The `spots`
    run from the lowest score to the highest. `mirrored` runs the points from right to left.
    """

    letters: tuple[str, ...]
    bounds: tuple[str, ...]
    spots: tuple[FeelingSpot, ...]
    above: str = ""
    below: str = ""
    felt: str = ""
    counted: str = ""
    mirrored: bool = False
