"""Whom a line names: "to Cassandra", "@Cassandra Kelly"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from scorecard.domain.people import People, Person
from scorecard.services.quick_line.speech import Speech, ends_a_clause, said, said_before
from scorecard.services.quick_line.tokens import Token, fold, tokens

_MOST_WORDS = 5
_INSIDE_A_NAME = {"van", "von", "de", "der", "den", "del", "di", "da", "la", "le", "zu", "bin", "al"}
_TITLE = 4  # "Prof.": a point after so few letters ends no clause


@dataclass(frozen=True, slots=True)
class Named:
    """Words number `start` to `end`: one name and those who bear it; nobody for a new name. No name is oneself.

    `new_first`: "Anna Meier", where only an Anna is known.
    """

    start: int
    end: int
    name: str = ""
    known: tuple[Person, ...] = ()
    new_first: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """The names that find somebody, and first names, word by word."""

    full: Mapping[tuple[str, ...], tuple[Person, ...]] = field(default_factory=dict)
    first: Mapping[str, tuple[Person, ...]] = field(default_factory=dict)
    longest: int = 1

    @classmethod
    def of(cls, people: People) -> "Names":
        full: dict[tuple[str, ...], dict[str, Person]] = {}
        first: dict[str, dict[str, Person]] = {}
        for name, person in people.known_names():
            words = tuple(token.folded for token in tokens(name))
            if words:
                full.setdefault(words, {})[person.id] = person
                first.setdefault(words[0], {})[person.id] = person
        return cls(
            {words: tuple(found.values()) for words, found in full.items()},
            {word: _by_name(found) for word, found in first.items()},
            max(map(len, full), default=1),
        )


def _by_name(found: Mapping[str, Person]) -> tuple[Person, ...]:
    return tuple(sorted(found.values(), key=lambda person: (fold(person.name), person.id)))


def find_person(run: Sequence[Token], names: Names, speech: Speech) -> Named | None:
    """The last "@name", or else the last "to name" that fits."""
    return next(_marked(run, names, speech), None) or next(_told(run, names, speech), None)


def _marked(run: Sequence[Token], names: Names, speech: Speech) -> Iterator[Named]:
    for at in range(len(run) - 1, -1, -1):
        mark = run[at]
        if mark.text[:1] == "@" and mark.text[1:2].isalnum():
            word = replace(mark, text=mark.text[1:], folded=mark.folded[1:])
            start = at - said_before(speech.words.to, run, at)
            rest = (word, *run[at + 1 : at + 1 + max(names.longest, _MOST_WORDS)])
            yield _named(rest, start, at, names, speech) or Named(start, at + 1, word.text)


def _told(run: Sequence[Token], names: Names, speech: Speech) -> Iterator[Named]:
    for at in range(len(run) - 1, -1, -1):
        count = said(speech.words.to, run, at)
        begin = at + count
        if not count or begin >= len(run) or run[begin - 1].after:
            continue
        rest = run[begin : begin + max(names.longest, _MOST_WORDS)]
        named = _named(rest, at, begin, names, speech)
        if named is not None and not _may_be_a_verb(run, begin, named, speech):
            yield named


def _may_be_a_verb(run: Sequence[Token], at: int, named: Named, speech: Speech) -> bool:
    """ "To mark the papers" is not to Mark."""
    if named.end - at > 1 or run[at].capitalised or not named.name:
        return False
    in_small_letters = any(person.name[:1].islower() for person in named.known)
    follows = run[named.end] if named.end < len(run) else None
    return not (in_small_letters or ends_a_clause(run, named.end, speech) or (follows and speech.is_of_dates(follows)))


def _named(rest: Sequence[Token], start: int, begin: int, names: Names, speech: Speech) -> Named | None:
    """Who the first words of `rest` are, which stand in the line from number `begin` on."""
    if said(speech.words.me, rest, 0):
        return Named(start, begin + 1)
    longest = _new_name(rest, speech)
    for count in range(min(_in_one_clause(rest), names.longest), 0, -1):
        known = names.full.get(tuple(token.folded for token in rest[:count]), ())
        if count == 1:
            known = tuple(dict.fromkeys((*known, *names.first.get(rest[0].folded, ()))))
        if known and (count > 1 or longest < 2):
            return Named(start, begin + count, _text(rest[:count]), known)
        if known:
            return Named(start, begin + longest, _text(rest[:longest]), known, new_first=True)
    return Named(start, begin + longest, _text(rest[:longest])) if longest else None


def _new_name(rest: Sequence[Token], speech: Speech) -> int:
    """How many words with a capital stand there, with "van" between them, up to the first that belongs to a date."""
    length = 0
    for number, token in enumerate(rest[:_MOST_WORDS]):
        if token.capitalised and _is_of_letters(token.text) and not speech.is_of_dates(token):
            length = number + 1
        elif number == 0 or token.folded not in _INSIDE_A_NAME:
            break
        if token.after and not (token.after == "." and len(token.text) <= _TITLE):
            break
    return length


def _in_one_clause(rest: Sequence[Token]) -> int:
    return next((number for number, token in enumerate(rest, 1) if token.stops), len(rest))


def _is_of_letters(text: str) -> bool:
    """ "Anna", "O'Neil", and not "Anna's"."""
    return not text.endswith(("'s", "’s")) and all(character.isalpha() or character in "-'’.&" for character in text)


def _text(run: Sequence[Token]) -> str:
    return " ".join(token.text + (token.after if token is not run[-1] else "") for token in run)
