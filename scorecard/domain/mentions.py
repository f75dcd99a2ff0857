"""“@name” in a text: whom it names, and what is being typed after an @.

A name is compared as words are in a search, without case and accents; the longest name that fits counts, so that
“@Ana Lopez” names her and not Ana. Without a space between the words, or with a full stop after it, it is the same.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scorecard.domain.folding import Word, words_of

_AT = re.compile(r"(?<![\w@.])@(?=\S)")
_LONGEST = 200  # signs of a name
_GAP = re.compile(r"[\s.,'’·-]{0,3}")  # what may stand between the words of a name

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A mention: from and up to, the sign included, and the id of whom it names."""

    start: int
    end: int
    person_id: str


class Names:
    """The names that can be mentioned, each with the id of whom it finds."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Of two persons with one name the first is meant."""
        self._ids: dict[Key, str] = {}
        self._by_first: dict[str, list[Key]] = {}
        for name, person_id in names:
            key = key_of(name)
            if key and key not in self._ids:
                self._ids[key] = person_id
                self._by_first.setdefault(key[0], []).append(key)
        for keys in self._by_first.values():
            keys.sort(key=len, reverse=True)

    def in_text(self, text: str) -> Iterator[Named]:
        for at in _AT.finditer(text):
            words = list(words_of(text[at.end() : at.end() + 2 * _LONGEST]))
            if words and words[0].start == 0:
                yield from self._named(text, at.start(), words)

    def _named(self, text: str, at: int, words: Sequence[Word]) -> Iterator[Named]:
        for key in self._by_first.get(words[0].folded, ()):
            found = words[: len(key)]
            if tuple(word.folded for word in found) == key and _close(text[at + 1 :], found):
                yield Named(at, at + 1 + found[-1].end, self._ids[key])
                return


def key_of(name: str) -> Key:
    return tuple(word.folded for word in words_of(name))


def _close(text: str, words: Sequence[Word]) -> bool:
    """Whether nothing but a little stands between the words."""
    return all(_GAP.fullmatch(text, one.end, other.start) is not None for one, other in pairwise(words))


@dataclass(frozen=True, slots=True)
class AtWord:
    """What was typed after an @, up to the cursor; `start` is the place of the sign."""

    start: int
    typed: str


def at_word(text: str, cursor: int) -> AtWord | None:
    """The mention being typed at `cursor`: at most three words after the last @ of the line."""
    line = text[max(text.rfind("\n", 0, cursor) + 1, cursor - _LONGEST) : cursor]
    places = [found.start() for found in re.finditer(r"(?<![\w@.])@", line)]
    if not places:
        return None
    typed = line[places[-1] + 1 :]
    if typed.startswith((" ", "\t")) or len(typed.split()) > 3 or typed.endswith("  "):
        return None
    return AtWord(cursor - len(line) + places[-1], typed)


def completions(typed: str, names: Iterable[tuple[str, str]], most: int = 8) -> tuple[tuple[str, str], ...]:
    """Those of `names` that may be meant, in their order: those that begin with what was typed come first."""
    wanted = key_of(typed)
    found: list[tuple[int, tuple[str, str]]] = []
    for name, person_id in names:
        place = _place(wanted, key_of(name))
        if place is not None:
            found.append((min(place, 1), (name, person_id)))
    found.sort(key=lambda one: one[0])
    return tuple(one for _, one in found[:most])


def _place(wanted: Key, words: Key) -> int | None:
    """At which word of a name it goes on as typed; only the last word typed may be a beginning."""
    for start in range(len(words) - len(wanted) + 1):
        here = words[start : start + len(wanted)]
        if not wanted or (here[:-1] == wanted[:-1] and here[-1].startswith(wanted[-1])):
            return start
    return None
