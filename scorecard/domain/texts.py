"""Text at the edge of the program: what may be stored of what somebody typed, pasted or imported."""

import re
import unicodedata

from scorecard.domain.errors import EmptyNameError, TextTooLongError

NAME_LENGTH = 200
WORDS_LENGTH = 500  # of a promise
LONGEST_LINE = 5000  # that is looked at whole, to say that it is too long
NOTE_LENGTH = 100_000

# Not in any note a person writes: control characters, lone surrogates, and the marks that turn text around
# without showing (U+202A–202E, U+2066–2069). New line and tab stay.
_UNWANTED = "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff]"
_SPACE = r"\s+"


def storable(text: str) -> str:
    """`text` without what cannot be stored; where that is all of it, nobody needs to be told."""
    return re.sub(_UNWANTED, "", text)


def clean_text(text: str, limit: int = NOTE_LENGTH) -> str:
    """`text` in Unicode NFC with "\\n" line ends, without what cannot be stored; raises TextTooLongError."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    cleaned = unicodedata.normalize("NFC", storable(lines))
    if len(cleaned) > limit:
        raise TextTooLongError(limit)
    return cleaned


def clean_line(text: str, limit: int = NAME_LENGTH) -> str:
    """`text` on one line, trimmed."""
    return re.sub(_SPACE, " ", clean_text(text, limit=10 * limit)).strip()[:limit].rstrip()


def whole_line(text: str, limit: int) -> str:
    """`text` on one line, trimmed; one that is too long is not cut: raises TextTooLongError."""
    line = clean_line(text, LONGEST_LINE)
    if len(line) > limit:
        raise TextTooLongError(limit)
    return line


def clean_name(text: str) -> str:
    """A name: one line with something to see in it; raises EmptyNameError."""
    name = clean_line(text)
    if not any(unicodedata.category(sign)[0] in "LNPS" for sign in name):
        raise EmptyNameError
    return name
