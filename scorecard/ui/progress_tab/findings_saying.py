"""What a line says: a sentence with the number it rests on, and how that was found."""

from dataclasses import dataclass
from enum import Enum, auto
from unicodedata import bidirectional

SEPARATOR = " · "
NO_BREAK = "\u00a0"
_ISOLATED, _END = "\u2068", "\u2069"
_RIGHT_TO_LEFT = ("R", "AL")


class Sign(Enum):
    """What stands before a sentence. Colour says no more than its shape does."""

    NONE = auto()
    UP = auto()
    DOWN = auto()
    WITH = auto()
    AGAINST = auto()
    STILL = auto()
    QUESTION = auto()


class Tone(Enum):
    QUIET = auto()
    GOOD = auto()
    POOR = auto()


@dataclass(frozen=True, slots=True)
class Saying:
    """`note` follows the sentence in a quiet tone, `below` stands under it. `details` are shown when it is pressed."""

    sentence: str
    note: str = ""
    below: str = ""
    details: str = ""
    sign: Sign = Sign.NONE
    tone: Tone = Tone.QUIET

    @property
    def words(self) -> str:
        """The sentence and its note, for those who do not see how they are set."""
        return self.sentence + (SEPARATOR + self.note if self.note else "")

    @property
    def first_line(self) -> str:
        """The same with a note that is not broken apart."""
        return self.sentence + (SEPARATOR + self.note.replace(" ", NO_BREAK) if self.note else "")


def apart(name: str) -> str:
    """A name that doesn't turn around the numbers beside it, when it is written from right to left."""
    turns = any(bidirectional(sign) in _RIGHT_TO_LEFT for sign in name)
    return isolated(name) if turns else name


def isolated(words: str) -> str:
    """Words whose direction is their own, their quotation marks included."""
    return f"{_ISOLATED}{words}{_END}"
