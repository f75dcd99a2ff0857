"""Texts as the words that a search compares: without case, accents and the width of letters, each with its place.

Scripts that put no space between words, and signs such as emoji, give a word for every character: two Chinese
characters are found as two words that follow each other.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple


class Word(NamedTuple):
    """`folded` is what is compared; the word stands at `start` up to `end` of the text as it was written."""

    folded: str
    start: int
    end: int


# Thai and Lao, Myanmar, Khmer; signs; radicals, kana, bopomofo and ideographs; kana of half width; emoji.
ALONE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2600-\u27bf\u2b00-\u2bff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029"
    "\u3031-\u3035\u3040-\u30fa\u30fc-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff66-\uff9f\U0001b000-\U0001b16f\U0001f000-\U0001faff\U00020000-\U0003ffff"
)
_VOICED = "\u3099\u309a\uff9e\uff9f"  # they belong to the kana before them
_ACCENTS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_VOWELS = "\u0900-\u0963\u0966-\u0dff"  # the scripts of India write vowels as marks, which Python takes for no letters
LETTER = f"[^\\W_{ALONE}]"
_IN_WORD = f"(?:{LETTER}|[{_ACCENTS}{_VOWELS}])"

_WORD = f"[{ALONE}][{_VOICED}]?|{_IN_WORD}+"
_IN_TAG = f"(?:{_IN_WORD}|[{ALONE}])+"
_TAG = f"(?<![\\w#&/])#({_IN_TAG}(?:[_-]+{_IN_TAG})*)"
_ACCENT = f"[{_ACCENTS}]"
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    """Compiled when it is first needed: a program that only counts never does."""
    return re.compile(pattern)


def make_ready() -> None:
    """Compiles what the first text to be looked at would wait for."""
    for pattern in (_WORD, _TAG, _ACCENT):
        _pattern(pattern)


def words_of(text: str) -> Iterator[Word]:
    for found in _pattern(_WORD).finditer(text):
        folded = fold(found[0])
        if folded:
            yield Word(folded, found.start(), found.end())


def tags_of(text: str) -> Iterator[Word]:
    """Words that are marked with "#": #team, #follow-up. The place is that of the sign and the word."""
    for found in _pattern(_TAG).finditer(text):
        folded = fold(found[1])
        if folded:
            yield Word(folded, found.start(), found.end())


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """A word as it is compared: "Café" and "ＣＡＦＥ" as "cafe". May be empty: of an accent alone nothing is left."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", word).casefold())
    # Put together again: the voiced marks of kana, and the parts of Hangul, are no accents.
    bare = unicodedata.normalize("NFC", _pattern(_ACCENT).sub("", apart).translate(_LETTERS))
    return "".join(bare.split())
