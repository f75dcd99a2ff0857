"""Where in a line the date stands that the promise is due on."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import Enum, auto
from typing import assert_never

from scorecard.domain.due import Due, Span
from scorecard.services.quick_line import days, spans
from scorecard.services.quick_line.speech import Clarity, Phrase, Rule, Speech, ends_a_clause, said_before
from scorecard.services.quick_line.tokens import Token

_DASHES = ("-", "–", "—")
MOST_YEARS = 50  # what is further away is a slip of the keyboard
RULES: tuple[Rule, ...] = (
    days.iso,
    days.numeric,
    days.counted,
    days.weeks_from,
    days.calendar_day,
    days.weekday,
    days.which_weekday,
    days.day_number,
    spans.iso_named_week,
    spans.named,
    spans.week_number,
    spans.month,
    spans.end_of,
)


class Lead(Enum):
    """The word before a date."""

    NONE = auto()
    BY = auto()
    BEFORE = auto()
    ABOUT = auto()


LEADING = (Lead.BY, Lead.BEFORE)
Found = tuple[int, int, tuple[Due, ...]]


def find_due(run: Sequence[Token], speech: Speech) -> Found | None:
    """The words that say the date, from one number to another, and what they mean.

    The last date after a word such as "by" counts; without one the last clear date. A longer phrase counts before one
    that is part of it.
    """
    best: Found | None = None
    best_is_led = False
    for at in range(len(run) - 1, -1, -1):
        found, led = _found(run, at, speech)
        if found is None:
            continue
        if best is None or found[1] >= best[1] or (led and not best_is_led):
            best_is_led = led or (best is not None and best_is_led and found[1] >= best[1])
            best = found
    return best


def _found(run: Sequence[Token], at: int, speech: Speech) -> tuple[Found | None, bool]:
    """The longest phrase that is clear enough, and whether a "by" leads up to it."""
    for phrase in phrases(run, at, speech):
        lead, start = _lead(run, at, phrase, speech)
        if _clear(run, at, start, phrase, lead, speech):
            return (start, phrase.end, _before(phrase.dues, lead, speech)), lead in LEADING
    return None, False


def read_whole(run: Sequence[Token], speech: Speech) -> tuple[Due, ...]:
    """What all of the words mean together, a "by" before them allowed."""
    for at in range(min(len(run), 5)):
        for phrase in phrases(run, at, speech):
            lead, start = _lead(run, at, phrase, speech)
            if start == 0 and phrase.end == len(run):
                return _before(phrase.dues, lead, speech)
    return ()


def phrases(run: Sequence[Token], at: int, speech: Speech) -> Iterator[Phrase]:
    """Every way to read a date that begins at word number `at`, the longest first; what is past is none."""
    found = [phrase for rule in RULES if (phrase := rule(run, at, speech)) is not None]
    for phrase in sorted(found, key=lambda phrase: -phrase.end):
        dues = tuple(due for due in phrase.dues if _ahead(due, speech.today))
        if dues:
            yield Phrase(phrase.end, tuple(dict.fromkeys(dues)), phrase.clarity)


def _ahead(due: Due, today: date) -> bool:
    return due.first_day.year <= today.year + MOST_YEARS and not due.is_over(today)


def _lead(run: Sequence[Token], at: int, phrase: Phrase, speech: Speech) -> tuple[Lead, int]:
    """What leads up to a phrase that begins at word number `at`, and where that begins: "by", "by the"."""
    words = speech.words
    leads = [(Lead.BY, words.by), (Lead.BEFORE, words.before), (Lead.ABOUT, words.about)]
    if phrase.dues[0].span is not Span.DAY:
        leads.append((Lead.BY, words.during))
    elif _is_dated(run[at : phrase.end], speech):
        leads.append((Lead.BY, words.on))
    for end in (at, at - said_before(words.articles, run, at)):
        for lead, wanted in leads:
            if count := said_before(wanted, run, end):
                return lead, end - count
    begins = said_before(words.articles, run, at)
    on_its_own = run[at].text[:1].isdigit() and ends_a_clause(run, phrase.end, speech)
    return Lead.NONE, at - begins if on_its_own else at


def _is_dated(run: Sequence[Token], speech: Speech) -> bool:
    """Whether "on" can stand before it: "on Friday", "on 21 Nov", and not "log on tomorrow"."""
    lexicon = speech.lexicon
    named = any(token.folded in lexicon.weekdays or token.folded in lexicon.months for token in run)
    return named or run[0].text[:1].isdigit()


def _clear(run: Sequence[Token], at: int, start: int, phrase: Phrase, lead: Lead, speech: Speech) -> bool:
    if _in_a_range(run, start, phrase.end):
        return False
    led = lead in LEADING
    edge = ends_a_clause(run, phrase.end, speech)
    match phrase.clarity:
        case Clarity.PLAIN:
            return lead is not Lead.NONE or not said_before(speech.words.not_due, run, start)
        case Clarity.NAMED:
            blocked = said_before((*speech.words.not_due, *speech.words.articles), run, at)
            return lead is not Lead.NONE or (edge and not blocked)
        case Clarity.LED:
            return led
        case Clarity.SHORT:
            return led and (edge or run[at].capitalised)
        case Clarity.EDGE:
            return led and edge
        case _ as never:
            assert_never(never)


def _in_a_range(run: Sequence[Token], start: int, end: int) -> bool:
    """ "21 Nov - 23 Nov"."""
    follows = end + 1 < len(run) and run[end].text in _DASHES and run[end + 1].text[:1].isdigit()
    return follows or (start > 1 and run[start - 1].text in _DASHES and run[start - 2].text[-1:].isdigit())


def _before(dues: tuple[Due, ...], lead: Lead, speech: Speech) -> tuple[Due, ...]:
    """ "Before Friday" is Thursday to one, and by Friday to another."""
    if lead is not Lead.BEFORE:
        return dues
    eves = tuple(Due.on(due.first_day - timedelta(days=1)) for due in dues if due.first_day > speech.today)
    return (*eves, *dues)
