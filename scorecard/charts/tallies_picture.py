"""What the chart of totals is given: finished words, and curves from 0 to 1. Imports nothing of matplotlib."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TallyColours:
    """Colours as "#rrggbb". `surface` is what the chart lies on."""

    surface: str
    grid: str
    text: str
    text_quiet: str
    accent: str
    accent_soft: str


@dataclass(frozen=True, slots=True)
class TallyPanel:
    """One measure. `curve` is how its total grew, from 0 to 1 in equal steps; `to_whom` may be empty."""

    name: str
    number: str
    words: str
    to_whom: str = ""
    curve: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class TalliesPicture:
    """`mirrored` runs panels and curves from right to left."""

    panels: tuple[TallyPanel, ...]
    mirrored: bool = False

    @property
    def with_ripple(self) -> bool:
        """Whether any of them says to whom it matters."""
        return any(panel.to_whom for panel in self.panels)
