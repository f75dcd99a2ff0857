"""A line in pieces: words with their places, as the readers of persons and dates go through them."""

import re
import unicodedata
from dataclasses import dataclass

_PIECE = re.compile(r"\S+")
_OPENING = "([{<\"'“„‘‚«‹¿¡"
_CLOSING = ".,;:!?)]}>\"'”“’»›…"


@dataclass(frozen=True, slots=True)
class Token:
    """A word without the punctuation around it, from `start` to `end`; `after` is what follows it up to the space."""

    text: str
    folded: str
    start: int
    end: int
    after: str = ""

    @property
    def stops(self) -> bool:
        """A clause ends after it."""
        return bool(self.after.strip("."))

    @property
    def capitalised(self) -> bool:
        return self.text[:1].isupper()


def tokens(line: str, start: int = 0) -> tuple[Token, ...]:
    """The words of `line` from `start` on. A piece of punctuation alone ends the clause of the word before it."""
    found: list[Token] = []
    for piece in _PIECE.finditer(line, start):
        bare = piece[0].lstrip(_OPENING)
        word = bare.rstrip(_CLOSING)
        begin = piece.end() - len(bare)
        if not word:
            word, after = piece[0], ""
            begin = piece.start()
        else:
            after = bare[len(word) :]
        found.append(Token(word, fold(word), begin, begin + len(word), after))
    return tuple(found)


def fold(text: str) -> str:
    """Without case and accents, for comparing."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character)).casefold()
