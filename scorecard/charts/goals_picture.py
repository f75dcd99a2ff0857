"""What the chart of goals is given: finished words, and shares from 0 to 1. Imports nothing of matplotlib."""

from dataclasses import dataclass
from enum import Enum, auto


class GoalTone(Enum):
    OPEN = auto()
    REACHED = auto()
    OVER = auto()
    ENDED = auto()


@dataclass(frozen=True, slots=True)
class GoalColours:
    """Colours as "#rrggbb". `surface` is what the chart lies on, `mark` how much of the time is gone."""

    surface: str
    track: str
    mark: str
    text: str
    text_quiet: str
    open: str
    reached: str
    over: str
    ended: str

    def of(self, tone: GoalTone) -> str:
        return {
            GoalTone.OPEN: self.open,
            GoalTone.REACHED: self.reached,
            GoalTone.OVER: self.over,
            GoalTone.ENDED: self.ended,
        }[tone]


@dataclass(frozen=True, slots=True)
class GoalPanel:
    """One goal. `share` None: without a bar. `right` is its share in figures, with the sign of where it stands."""

    name: str
    about: str
    words: str
    right: str = ""
    share: float | None = None
    gone: float = 0.0
    tone: GoalTone = GoalTone.OPEN


@dataclass(frozen=True, slots=True)
class GoalsPicture:
    """`mirrored` runs panels and bars from right to left."""

    panels: tuple[GoalPanel, ...]
    mirrored: bool = False
