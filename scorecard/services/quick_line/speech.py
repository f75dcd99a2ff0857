"""What the kinds of date phrase have in common."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache

from scorecard.domain.due import Due, Span
from scorecard.services.quick_line.spoken_dates import Lexicon, SpokenDates
from scorecard.services.quick_line.tokens import Token, fold
from scorecard.services.quick_line.words import Vocabulary, Words

_SHORT_MONTHS = ("may", "mai")


class Clarity(Enum):
    """How much has to stand around a phrase before it is taken for a date."""

    PLAIN = 0  # nothing
    NAMED = 1  # a word such as "by" before it, or the end of a clause after it
    LED = 2  # a word such as "by" before it
    SHORT = 3  # that, and either a capital or the end of a clause
    EDGE = 4  # that, and the end of a clause


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words up to and without number `end`."""

    end: int
    dues: tuple[Due, ...]
    clarity: Clarity = Clarity.PLAIN


@dataclass(frozen=True, slots=True)
class Speech:
    """What is known of the languages, and the day on which the line is read."""

    today: date
    dates: SpokenDates
    lexicon: Lexicon
    words: Vocabulary

    def weekday(self, token: Token) -> int | None:
        return self.lexicon.weekdays.get(token.folded)

    def first(self, weekday: int, since: date) -> date:
        """The first such day from `since` on."""
        return since + timedelta(days=(weekday - since.weekday()) % 7)

    def is_of_dates(self, token: Token) -> bool:
        """Whether the word belongs to a date rather than to a name. "Sam" and "Mar" may be names."""
        words, word = self.words, token.folded
        calendar = word in self.lexicon.weekdays or word in self.lexicon.months
        if (calendar and (len(word) > 3 or word in _SHORT_MONTHS)) or (word,) in self.lexicon.named:
            return True
        around = (*words.by, *words.before, *words.within, *words.during, *words.about, *words.to)
        return said((*around, *words.next, *words.this, *words.coming, *words.end), (token,), 0) > 0


Rule = Callable[[Sequence[Token], int, Speech], Phrase | None]


def said(words: Words, run: Sequence[Token], at: int) -> int:
    """How many words from number `at` on are one of `words`, which may be several words each; 0 if none."""
    if at >= len(run):
        return 0
    for parts in _by_first_word(words).get(run[at].folded, ()):
        if all(part == token.folded for part, token in zip(parts, run[at:], strict=False)) and at + len(parts) <= len(
            run
        ):
            return len(parts)
    return 0


def said_before(words: Words, run: Sequence[Token], end: int) -> int:
    """The same of the words right before number `end`, in one clause with it."""
    near = run[max(0, end - 3) : end]
    if not near or near[-1].stops:
        return 0
    counts = range(len(near), 0, -1)
    return next((count for count in counts if said(words, near, len(near) - count) == count), 0)


@lru_cache(maxsize=256)
def _by_first_word(words: Words) -> dict[str, tuple[tuple[str, ...], ...]]:
    """What can be said with each first word, the longest first."""
    phrases = sorted({tuple(fold(phrase).split()) for phrase in words if phrase.split()}, key=len, reverse=True)
    return {parts[0]: tuple(other for other in phrases if other[0] == parts[0]) for parts in phrases}


def ends_a_clause(run: Sequence[Token], end: int, speech: Speech) -> bool:
    """Whether something ends before word number `end`, be it that the next word begins another part."""
    if end >= len(run) or run[end - 1].after or run[end].text[:1] in "!@":
        return True
    words = speech.words
    return said((*words.to, *words.by, *words.before, *words.within, *words.about), run, end) > 0


def text(run: Sequence[Token]) -> str:
    """As the library is asked."""
    return " ".join(token.folded for token in run)


def named_span(run: Sequence[Token], at: int, speech: Speech) -> tuple[Span | None, int]:
    """The unit of "tomorrow", "next week" or "this month" at word number `at`, and where the phrase ends."""
    for end in range(min(len(run), at + 4), at, -1):
        unit = speech.lexicon.named.get(tuple(token.folded for token in run[at:end]))
        if unit is not None:
            return Span(unit), end
    return None, at


def day_in(today: date, year: int | None, month: int, day: int) -> date | None:
    """That day; without a year the next to come, for 29 February up to eight years on."""
    for candidate in range(today.year, today.year + 9) if year is None else (year,):
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if year is not None or found >= today:
            return found
    return None


def iso_week(year: int, number: int) -> date | None:
    """Its Monday, if there is such a week."""
    try:
        return date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
