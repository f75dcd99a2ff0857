"""Where the entries of a legend stand: beside each other, in as many lines as they need."""

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.charts.plot import Interval

LINE = 1.9  # of the height of the letters
_SWATCH = 1.1
_WORDS = 1.6
_BETWEEN = 1.8


@dataclass(frozen=True, slots=True)
class Key:
    """One entry: its swatch, and where its words begin, or end in a mirrored chart. Line 0 is the upper one."""

    swatch: Interval
    words: float
    line: int


def keys_within(across: Interval, widths: Sequence[float], text: float, *, mirrored: bool = False) -> tuple[Key, ...]:
    """`widths` are those of the words, `text` is the height of their letters."""
    keys, line, x = [], 0, 0.0
    for width in widths:
        whole = _WORDS * text + width
        if x > 0 and x + whole > across[1] - across[0]:
            line, x = line + 1, 0.0
        keys.append(_key(across, x, line, text, mirrored=mirrored))
        x += whole + _BETWEEN * text
    return tuple(keys)


def lines_of(keys: Sequence[Key]) -> int:
    return max((key.line for key in keys), default=-1) + 1


def _key(across: Interval, x: float, line: int, text: float, *, mirrored: bool) -> Key:
    if mirrored:
        start = across[1] - x
        return Key((start - _SWATCH * text, start), start - _WORDS * text, line)
    start = across[0] + x
    return Key((start, start + _SWATCH * text), start + _WORDS * text, line)
