"""Leaving names out of what others may read."""

import re
from collections.abc import Callable, Iterable

HIDDEN = "…"
_LEAST_LETTERS = 3  # of a part of a name that is looked for by itself


def hiding(names: Iterable[str]) -> Callable[[str], str]:
    patterns = [pattern for name in sorted(names, key=len, reverse=True) for pattern in _patterns(name)]

    def hide(text: str) -> str:
        for pattern in patterns:
            text = pattern.sub(HIDDEN, text)
        return text

    return hide


def _patterns(name: str) -> list[re.Pattern[str]]:
    """The whole name in any case, and each of its parts that is written as a name is."""
    parts = [part for part in name.split() if len(part) >= _LEAST_LETTERS and part[0].isupper()]
    return [re.compile(_alone(name), re.IGNORECASE), *(re.compile(_alone(part)) for part in parts if part != name)]


def _alone(words: str) -> str:
    """Not as a part of a longer word, in scripts that part their words."""
    before = r"(?<!\w)" if words[0].lower() != words[0].upper() else ""
    after = r"(?!\w)" if words[-1].lower() != words[-1].upper() else ""
    return before + re.escape(words) + after
