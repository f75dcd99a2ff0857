"""The places in a line where it says what is looked for.

There are two ways to them with one answer: word by word, and, for lines in which every sign is compared as one sign
(Latin letters, kana, ideographs), by a pattern, which is ten times as quick.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from heapq import merge
from operator import itemgetter

from scorecard.domain.folding import ALONE, LETTER, Word, fold, tags_of, words_of

Place = tuple[int, int]

_BETWEEN_WORDS = f"(?:(?![{ALONE}])[\\W_])*"


@dataclass(frozen=True, slots=True)
class Term:
    """Words that follow each other. `goes_on`: of the last one only the beginning was typed. `tag`: a #tag."""

    words: tuple[str, ...]
    goes_on: bool = True
    tag: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All terms have to be found."""

    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms)


def hits(line: str, query: Query) -> Iterator[Place]:
    """From and up to, in the order of their ends; they may overlap."""
    tags = [term for term in query.terms if term.tag]
    terms = [term for term in query.terms if not term.tag]
    flat = flattened(line)
    of_tags = _tags(line, tags) if tags and "#" in line else ()
    of_words = [word_by_word(line, terms)] if flat is None else [by_pattern(flat, term) for term in terms]
    return merge(of_tags, *of_words, key=itemgetter(1))


def _tags(line: str, terms: Sequence[Term]) -> Iterator[Place]:
    for tag in tags_of(line):
        if any(tag.folded.startswith(term.words[0]) for term in terms):
            yield tag.start, tag.end


def word_by_word(line: str, terms: Sequence[Term]) -> Iterator[Place]:
    """For any line."""
    latest: deque[Word] = deque(maxlen=max((len(term.words) for term in terms), default=1))
    for word in words_of(line) if terms else ():
        latest.append(word)
        for term in terms:
            if _ends_here(term, latest):
                yield latest[-len(term.words)].start, word.end


def _ends_here(term: Term, latest: Sequence[Word]) -> bool:
    count = len(term.words)
    last, end = term.words[-1], latest[-1].folded
    if count > len(latest) or not (end.startswith(last) if term.goes_on else end == last):
        return False
    return all(latest[place - count].folded == term.words[place] for place in range(count - 1))


def by_pattern(flat: str, term: Term) -> Iterator[Place]:
    """For a flattened line."""
    return (found.span(1) for found in _pattern(term).finditer(flat))


@lru_cache(maxsize=64)
def _pattern(term: Term) -> re.Pattern[str]:
    """In a lookahead, so that hits may overlap."""
    words = [f"(?<!{LETTER}){re.escape(word)}(?!{LETTER})" if _is_run(word) else re.escape(word) for word in term.words]
    last = term.words[-1]
    if term.goes_on and _is_run(last):
        words[-1] = f"(?<!{LETTER}){re.escape(last)}{LETTER}*"
    return re.compile(f"(?=({_BETWEEN_WORDS.join(words)}))")


def _is_run(word: str) -> bool:
    return re.match(LETTER, word) is not None


def flattened(line: str) -> str | None:
    """The line with each sign as it is compared; None if one of them is compared as none, or as several."""
    if line.isascii():
        return line.lower()
    folds, plain = _plain_signs()
    return line.translate(folds) if plain.fullmatch(line) else None


@cache
def _plain_signs() -> tuple[dict[int, str], re.Pattern[str]]:
    """How these signs are compared, and a pattern of lines that hold no other ones."""
    ranges = ((0x00, 0x250), (0x2010, 0x2028), (0x2030, 0x205F), (0x3000, 0x3004), (0x3008, 0x3021), (0x3041, 0x3097),
              (0x30A0, 0x3100), (0xFF01, 0xFF5F))  # fmt: skip
    folds = {sign: _folded_sign(chr(sign)) for sign in _signs(ranges)}
    plain = "".join(re.escape(chr(sign)) for sign, folded in folds.items() if folded is not None)
    known = {sign: folded for sign, folded in folds.items() if folded is not None}
    return known, re.compile(f"[{plain}\u4e00-\u9fff]*")


def _signs(ranges: Iterable[tuple[int, int]]) -> Iterator[int]:
    return (sign for first, end in ranges for sign in range(first, end))


def _folded_sign(sign: str) -> str | None:
    """A sign that is no word stays what it is."""
    words = list(words_of(sign))
    folded = words[0].folded if words else sign if not fold(sign).isalnum() else ""
    kind = re.compile(LETTER)
    return folded if len(folded) == 1 and bool(kind.match(folded)) == bool(kind.match(sign)) else None
