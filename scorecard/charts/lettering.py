"""Words broken into lines and shortened with an ellipsis, so that they fit a width. Imports nothing of matplotlib."""

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from unicodedata import category

ELLIPSIS = "…"
_JOINER = "\u200d"

Width = Callable[[str], float]


def fitted(words: str, room: float, lines: int, width: Width) -> str:
    """`words` in at most `lines` lines, each not wider than `room`; what does not fit is cut off with an ellipsis."""
    found: list[str] = []
    rest = " ".join(words.split())
    while rest and len(found) < lines - 1 and width(rest) > room:
        cut = _cut(rest, room, width)
        found.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return "\n".join([*found, shortened(rest, room, width)] if rest else found)


def _cut(words: str, room: float, width: Width) -> int:
    """Where the first line ends: after its last whole word, or within a word that is wider than the line."""
    longest = _longest(words, room, width)
    space = words.rfind(" ", 0, longest + 1)
    return space if space > 0 else max(longest, 1)


def shortened(words: str, room: float, width: Width) -> str:
    if width(words) <= room:
        return words
    return words[: _longest(words, room - width(ELLIPSIS), width)].rstrip() + ELLIPSIS


def _longest(words: str, room: float, width: Width) -> int:
    """How many signs from the beginning fit. Those that combine with the one before stay with it."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(words[:middle]) <= room else (low, middle - 1)
    while 0 < low < len(words) and _belongs_together(words[low - 1], words[low]):
        low -= 1
    return low


def _belongs_together(before: str, sign: str) -> bool:
    """Accents, vowel signs and variants follow their letter, a joiner makes one sign of two, flags have two parts."""
    if before == _JOINER or sign == _JOINER or category(sign) in ("Mn", "Mc", "Me"):
        return True
    return "\U0001f3fb" <= sign <= "\U0001f3ff" or all("\U0001f1e6" <= part <= "\U0001f1ff" for part in (before, sign))


@contextmanager
def whatever_the_script() -> Iterator[None]:
    """What users wrote may have letters that no present face has: matplotlib draws boxes for them, and warns."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"Glyph \d+ ")
        yield
