"""Whose name is being typed, and who may be meant. Pure."""

import re
from collections.abc import Sequence

from scorecard.ui.text import tr

MOST_NAMES = 6


def name_begun(before_cursor: str) -> tuple[int, str] | None:
    """Where a name begins after the last "to " or "@" of what is typed, and what is there of it; None without one."""
    words = {"to", tr("to", "word before the name of a person in a typed line").casefold()}
    pattern = rf"(?:(?:^|\s)(?:{'|'.join(map(re.escape, sorted(words)))})\s+@?(?=\S)|(?:^|\s)@)"
    found = list(re.finditer(pattern, before_cursor, re.IGNORECASE))
    return (found[-1].end(), before_cursor[found[-1].end() :]) if found else None


def names_like(names: Sequence[str], begun: str) -> tuple[str, ...]:
    """Those of which one word begins so, in their order; none once a name is complete."""
    wanted = begun.casefold()
    if begun != begun.rstrip() or any(name.casefold() == wanted for name in names):
        return ()
    found = [name for name in names if name.casefold().startswith(wanted)]
    found += [name for name in names if name not in found and f" {wanted}" in f" {name.casefold()}"]
    return tuple(dict.fromkeys(found))[:MOST_NAMES]
