"""What somebody looks for, and the places in a text where it stands. Pure; nothing that is typed is refused."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, takewhile

from scorecard.domain.folding import tags_of, words_of
from scorecard.domain.hits import Query as Query
from scorecard.domain.hits import Term as Term
from scorecard.domain.hits import hits

LONGEST_QUERY = 200
MOST_TERMS = 16
EXCERPT_LENGTH = 160

_BEFORE = 48  # how much of an excerpt may stand before the first hit
_SEARCH_FOR_SPACE = 20
_MORE = "…"
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
_PARTS = re.compile(r'"([^"]*)("?)|([^\s"]+)')
_NOT_ALONE = re.compile("[\u0300-\u036f\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]")  # they change the sign before them


def parse_query(text: str) -> Query:
    """Words (each may go on), "phrases in quotes" (as they stand), and #tags."""
    terms: list[Term] = []
    for quoted, end, plain in _PARTS.findall(text[:LONGEST_QUERY].translate(_QUOTES)):
        term = _tag_term(plain) if plain.startswith("#") else None
        term = term or _term(plain or quoted, goes_on=not end)
        if term is not None and term not in terms:
            terms.append(term)
    return Query(tuple(terms[:MOST_TERMS]))


def _term(text: str, *, goes_on: bool) -> Term | None:
    words = tuple(word.folded for word in words_of(text))
    return Term(words, goes_on) if words else None


def _tag_term(text: str) -> Term | None:
    found = next(tags_of(text), None)
    return Term((found.folded,), tag=True) if found else None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text. `marks` are the places in it, from and up to, where it says what was looked for."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


def marked(text: str, query: Query) -> Excerpt:
    """All of a text, on one line."""
    line = " ".join(text.split())
    return Excerpt(line, _joined(hits(line, query)))


def excerpt(text: str, query: Query, length: int = EXCERPT_LENGTH) -> Excerpt:
    """The piece of `text` around the first hit, on one line and at most `length` long; the beginning if there is none.

    Whatever was left out before and after it shows as "…". A text may be long: it is read no further than needed.
    """
    line = " ".join(text.split())
    found = hits(line, query)
    first = next(found, None)
    start = _start(line, first[0] if first else 0, length)
    end = _end(line, start, length)
    seen = chain((first,), takewhile(lambda hit: hit[1] <= end, found)) if first else ()
    before, after = _MORE if start else "", _MORE if end < len(line) else ""
    shift = len(before) - start
    marks = _joined((a + shift, b + shift) for a, b in seen if start <= a and b <= end)
    return Excerpt(before + line[start:end] + after, marks)


def _start(line: str, hit: int, length: int) -> int:
    """Where the excerpt begins: a little before the hit, at a word."""
    start = min(hit - _BEFORE, len(line) - length + 1)
    if len(line) <= length or start <= 0:
        return 0
    space = line.find(" ", start - 1, min(hit, start + _SEARCH_FOR_SPACE))
    return space + 1 if space >= 0 else _whole_sign(line, start)


def _end(line: str, start: int, length: int) -> int:
    room = length - (len(_MORE) if start else 0)
    if len(line) - start <= room:
        return len(line)
    end = start + room - len(_MORE)
    space = line.rfind(" ", end - _SEARCH_FOR_SPACE, end + 1)
    return space if space > start else _whole_sign(line, end)


def _whole_sign(line: str, place: int) -> int:
    """Back to where nothing is cut in two that shows as one."""
    while place > 0 and (_NOT_ALONE.match(line, place) or line[place - 1] == "\u200d"):
        place -= 1
    return place


def _joined(found: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """In order, and put together where they touch."""
    marks: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if marks and start <= marks[-1][1]:
            marks[-1] = (marks[-1][0], max(end, marks[-1][1]))
        else:
            marks.append((start, end))
    return tuple(marks)
