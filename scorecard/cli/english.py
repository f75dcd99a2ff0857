"""English without a translation file: `tr` for the command line, which has no Qt."""

import re

_COUNTED = re.compile(r"\b(?P<noun>\w+)\(s\)")
_VOWELS = "aeiou"


def tr(source: str, comment: str = "", n: int = -1) -> str:
    """`source` itself, with `n` for "%n" and each "word(s)" in the number that goes with it."""
    del comment
    if n < 0:
        return source
    return _COUNTED.sub(lambda found: _noun(found["noun"], n), source).replace("%n", str(n))


def _noun(noun: str, count: int) -> str:
    if count == 1:
        return noun
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return f"{noun[:-1]}ies"
    return f"{noun}s"
