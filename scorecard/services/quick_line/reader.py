"""A promise in one line, read while it is typed: "Send the estimates to Cassandra by Friday !commitment"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scorecard.domain.due import Due
from scorecard.domain.people import People, Person
from scorecard.domain.promises import Level
from scorecard.services.quick_line.dates import find_due, read_whole
from scorecard.services.quick_line.people import Named, Names, find_person
from scorecard.services.quick_line.speech import Speech
from scorecard.services.quick_line.spoken_dates import SpokenDates
from scorecard.services.quick_line.tokens import Token, fold, tokens
from scorecard.services.quick_line.words import Vocabulary, spoken

SEARCHED = 200  # characters at the end of a line in which a date is looked for
READ = 2000  # those in which anything is
_LAST_YEAR = 9900  # past it the calendar of Python ends
_ENDS_IN_YEAR = re.compile(r"[0-9]{4}$")
_MARK = re.compile(r"!([^\W\d_][\w-]*)")


class Part(StrEnum):
    """What a stretch of the line was understood as."""

    PERSON = "person"
    DUE = "due"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Understood:
    """Characters `start` to `end` of the line."""

    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a line names. `person` is None for somebody not written down yet."""

    name: str
    person: Person | None = None


@dataclass(frozen=True, slots=True)
class LineReading:
    """What a line says. `words` is what remains of it once the understood parts are taken out.

    `dues` and `addressees` hold every way to read the date and the person, the likeliest first; more than one means
    that the user is shown all of them. Empty: the line names none. `level` is None where the line names none.
    """

    words: str
    level: Level | None = None
    dues: tuple[Due, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    parts: tuple[Understood, ...] = ()


_NO_VOCABULARY = Vocabulary()


class LineReader:
    """Reads lines in some languages, the user's first; English is always understood. `words` are those of one more."""

    def __init__(self, languages: Sequence[str] = ("en",), words: Vocabulary = _NO_VOCABULARY) -> None:
        self._words = spoken(languages, words)
        self._dates = SpokenDates(tuple(languages), frozenset(map(fold, self._words.no_dates)))
        self._people = People()
        self._names = Names()

    def prepare(self) -> None:
        """Does what the first reading would wait for. It may run in a thread."""
        self._dates.lexicon  # noqa: B018 - it is made when it is first asked for
        self._dates.day("in 1 day", date(2000, 1, 1))
        self._dates.day("1 jan", date(2000, 1, 1))

    def read(
        self, line: str, today: date, people: People, declined: frozenset[Part] = frozenset()
    ) -> LineReading:  # fmt: skip
        """What the line says on `today`. A part of a kind that is `declined` stays text."""
        run, speech = tokens(line, _first_read(line)), self._speech(today)
        parts: list[Understood] = []
        level, mark = (None, None) if Part.LEVEL in declined else self._level(run)
        if mark is not None:
            parts.append(_understood(Part.LEVEL, line, (mark,)))
        named = None if Part.PERSON in declined else find_person(run, self._names_of(people), speech)
        if named is not None:
            parts.append(_understood(Part.PERSON, line, run[named.start : named.end]))
            run = (*run[: named.start], *map(_taken, run[named.start : named.end]), *run[named.end :])
        near = tuple(token for token in run if token.start >= len(line.rstrip()) - SEARCHED)
        due = None if Part.DUE in declined or today.year > _LAST_YEAR else find_due(near, speech)
        if due is not None:
            parts.append(_understood(Part.DUE, line, near[due[0] : due[1]]))
        parts.sort(key=lambda part: part.start)
        dues = due[2] if due else ()
        return LineReading(_remaining(line, parts), level, dues, _addressees(named), tuple(parts))

    def read_due(self, phrase: str, today: date) -> tuple[Due, ...]:
        """What `phrase` means if all of it is a date, the likeliest first; nothing if it is none, or past."""
        run = tokens(phrase)
        if not run or len(phrase) > SEARCHED or today.year > _LAST_YEAR:
            return ()
        return read_whole(run, self._speech(today))

    def _speech(self, today: date) -> Speech:
        return Speech(today, self._dates, self._dates.lexicon, self._words)

    def _names_of(self, people: People) -> Names:
        if people is not self._people:
            self._people, self._names = people, Names.of(people)
        return self._names

    def _level(self, run: Sequence[Token]) -> tuple[Level | None, Token | None]:
        """The last mark that begins the word of one level, and of one only."""
        words = self._words
        of_levels = (
            (Level.COMMITMENT, words.commitment), (Level.BEST_EFFORT, words.effort),
            (Level.GOOD_INTENTION, words.intention),
        )  # fmt: skip
        for token in reversed(run):
            if mark := _MARK.fullmatch(token.text):
                typed = fold(mark[1])
                meant = [level for level, names in of_levels if any(fold(name).startswith(typed) for name in names)]
                if len(meant) == 1:
                    return meant[0], token
        return None, None


def _first_read(line: str) -> int:
    """Where the words begin that are read: never within one."""
    first = max(0, len(line) - READ)
    while 0 < first < len(line) and not line[first - 1].isspace():
        first += 1
    return first


def _taken(token: Token) -> Token:
    """In its place: no date reaches over it."""
    return Token("!", "!", token.start, token.end)


def _understood(part: Part, line: str, run: Sequence[Token]) -> Understood:
    """With the point of "21." and the brackets of "(by Friday)"."""
    start, last = run[0].start, run[-1]
    end = last.end
    if (
        part is Part.DUE
        and last.text[-1:].isdigit()
        and last.after.startswith(".")
        and not _ENDS_IN_YEAR.search(last.text)
    ):
        end += 1
    if line[start - 1 : start] == "(" and line[end : end + 1] == ")":
        start, end = start - 1, end + 1
    return Understood(part, start, end)


def _remaining(line: str, parts: Sequence[Understood]) -> str:
    """The text between the parts. Where one is taken out, what it leaves of commas and spaces goes too."""
    edges = [0, *(edge for part in parts for edge in (part.start, part.end)), len(line)]
    words = ""
    for begin, end in zip(edges[::2], edges[1::2], strict=True):
        piece = " ".join(line[begin:end].split())
        if not words:
            words = piece.lstrip(" ,;:-") if begin else piece
        elif piece[:1] in (",", ";") and words[-1] in ",;":
            words += piece[1:]
        elif piece:
            words += piece if piece[0] in ".,;:!?)" else f" {piece}"
    return words.rstrip(" ,;-")


def _addressees(named: Named | None) -> tuple[Addressee, ...]:
    if named is None or not named.name:
        return ()
    known = tuple(Addressee(person.name, person) for person in named.known)
    return known if known and not named.new_first else (Addressee(named.name), *known)
