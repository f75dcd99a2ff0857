"""Every colour, distance, radius and text size of the window, in one place.

A widget finds its colours from its own palette: `tokens_of(self.palette())`. Sizes are pixels at the ordinary text
size; `scorecard.ui.widgets.drawing.px` makes them grow with the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from fractions import Fraction

BASE_TEXT = 13  # pixels of ordinary text, to which all sizes here belong

GAP_TINY = 4
GAP_SMALL = 8
GAP = 12
GAP_WIDE = 18
PAGE_MARGIN = 28
PAGE_TOP = 22

RADIUS_SMALL = 6
RADIUS = 8
RADIUS_STRIP = 10
RADIUS_CARD = 12
FOCUS_WIDTH = 2

GOOD_FROM = 85
FAIR_FROM = 60


@dataclass(frozen=True, slots=True, eq=False, repr=False)  # themes are told apart by identity
class Tokens:
    """The colours of one theme, as "#rrggbb". `visited` is used for nothing else: it tells themes apart."""

    dark: bool
    contoured: bool  # whether what can be operated needs a line around it to be seen
    window: str
    surface: str
    sunken: str
    hover: str
    border: str
    outline: str
    text: str
    text_quiet: str
    text_disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_soft: str
    chosen: str
    on_chosen: str
    edge: str
    good: str
    fair: str
    poor: str
    track: str
    focus: str
    warning_soft: str
    error_soft: str
    commitment: str
    effort: str
    intention: str
    ramp: tuple[str, str, str, str, str]  # of scores in a calendar, from the lowest to the highest
    visited: str

    def tone(self, points: float | Fraction | None) -> str:
        """The colour of a score of 0–100; the track's when there is none."""
        if points is None:
            return self.track
        if points >= GOOD_FROM:
            return self.good
        return self.fair if points >= FAIR_FROM else self.poor


LIGHT = Tokens(
    dark=False,
    contoured=False,
    window="#f5f4f0",
    surface="#ffffff",
    sunken="#eeece6",
    hover="#e5e2d9",
    border="#e0ddd4",
    outline="#8b8880",
    text="#1d2129",
    text_quiet="#5c6370",
    text_disabled="#a4a7ad",
    accent="#2b59c3",
    accent_hover="#244ca9",
    accent_pressed="#1d3f8f",
    on_accent="#ffffff",
    accent_soft="#e4ebfa",
    chosen="#ffffff",
    on_chosen="#1d2129",
    edge="#d3cfc4",
    good="#23784b",
    fair="#9a6100",
    poor="#b3372f",
    track="#eeece6",
    focus="#2b59c3",
    warning_soft="#fbf0da",
    error_soft="#fbe9e7",
    commitment="#2b59c3",
    effort="#0f7b7b",
    intention="#a65a00",
    ramp=("#efb088", "#bb9b3c", "#5f8b46", "#26734f", "#0b4341"),
    visited="#6a3fa0",
)

DARK = Tokens(
    dark=True,
    contoured=False,
    window="#14161a",
    surface="#1c1f25",
    sunken="#252932",
    hover="#2f3440",
    border="#343a45",
    outline="#79818f",
    text="#e9ebef",
    text_quiet="#a3abb8",
    text_disabled="#5d6470",
    accent="#8ab0ff",
    accent_hover="#a3c1ff",
    accent_pressed="#bcd2ff",
    on_accent="#0e1320",
    accent_soft="#243250",
    chosen="#3a4150",
    on_chosen="#e9ebef",
    edge="#4a5263",
    good="#6fcb94",
    fair="#e9b44c",
    poor="#f0877f",
    track="#252932",
    focus="#8ab0ff",
    warning_soft="#3a2f17",
    error_soft="#402322",
    commitment="#8ab0ff",
    effort="#5cc8c4",
    intention="#f0a35e",
    ramp=("#84483a", "#92742c", "#7fa34a", "#68c993", "#c4f5df"),
    visited="#c5a3ff",
)

HIGH_CONTRAST = Tokens(
    dark=True,
    contoured=True,
    window="#000000",
    surface="#000000",
    sunken="#1c1c1c",
    hover="#3d3d3d",
    border="#ffffff",
    outline="#ffffff",
    text="#ffffff",
    text_quiet="#ededed",
    text_disabled="#9c9c9c",
    accent="#ffd84d",
    accent_hover="#ffe27a",
    accent_pressed="#ffeca8",
    on_accent="#000000",
    accent_soft="#003a75",
    chosen="#ffd84d",
    on_chosen="#000000",
    edge="#ffffff",
    good="#5dff9b",
    fair="#ffd84d",
    poor="#ff9d94",
    track="#3d3d3d",
    focus="#4de8ff",
    warning_soft="#332800",
    error_soft="#4a0f0b",
    commitment="#9dbdff",
    effort="#5dfff6",
    intention="#ffb574",
    ramp=("#a0523f", "#ad8430", "#8fbd52", "#7fe8a8", "#dcfff2"),
    visited="#ffb3ff",
)

_BY_VISITED = {QColor(tokens.visited).rgb(): tokens for tokens in (LIGHT, DARK, HIGH_CONTRAST)}


def tokens_of(palette: QPalette) -> Tokens:
    """The tokens of the theme a palette belongs to; for a palette of another origin, the nearer of light and dark."""
    known = _BY_VISITED.get(palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.LinkVisited).rgb())
    if known is not None:
        return known
    window = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Window)
    return DARK if window.lightness() < 128 else LIGHT


def tone(points: float | Fraction | None, tokens: Tokens) -> str:
    """The colour of a score of 0–100: good from 85, fair from 60, poor below, the track's when there is none."""
    return tokens.tone(points)
