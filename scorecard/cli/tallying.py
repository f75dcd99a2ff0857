"""`scorecard tally`: one thing counted or entered, and what it came to."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from scorecard.cli.console import Console
from scorecard.cli.days import day_meant
from scorecard.cli.english import tr
from scorecard.cli.naming import Found, fitting
from scorecard.cli.opened import opened
from scorecard.cli.printing import read_text, say
from scorecard.cli.status import AMBIGUOUS, DONE, NOT_FOUND
from scorecard.domain.errors import FutureDayError
from scorecard.domain.measures import Kind, Terms
from scorecard.domain.values import NO, YES, read_minutes, read_number, read_value
from scorecard.services.scoring import Scoring
from scorecard.words.values import say_asked, say_plain_value

_ANSWERS = {"y": YES, "yes": YES, "n": NO, "no": NO}
_SKIP, _CLEAR = "skip", "clear"


class Entered(NamedTuple):
    """A value, or a word for what stands there instead."""

    value: Decimal | None = None
    word: str = ""


def tally(console: Console, name: str, amount: str, day: str | None, note: str | None = None) -> int:
    """Counts `amount` ("+1", "-2"), or enters it as it is ("=4", "4", "skip"). The exit status."""
    written = read_text(console.keyboard) if note == "-" else note or ""
    with opened(console) as store:
        today = store.scoring.today()
        when = (day_meant(day, today) if day is not None else None) or today
        if when > today:
            raise FutureDayError(when)
        found = fitting(store.scoring.card().measures, name, when)
        if len(found) != 1:
            return _say_not_one(console, name, found)
        ((measure, terms),) = found
        entered = _enter(store.scoring, found[0], when, amount.strip(), written)
    said = entered.word if entered.value is None else say_plain_value(terms, entered.value, tr)
    asked = say_asked(terms, tr)
    say(console.out, f"{measure.name}: {said} ({asked}), {when}" if asked else f"{measure.name}: {said}, {when}")
    return DONE


def _enter(scoring: Scoring, found: Found, day: date, amount: str, note: str) -> Entered:
    measure, terms = found
    sign, typed = (amount[0], amount[1:].strip()) if amount[:1] in ("+", "-", "−", "=") else ("=", amount)
    if sign == "=" and typed.casefold() == _SKIP:
        scoring.skip(measure.id, day, note)
        return Entered(word=tr("skipped"))
    if sign == "=" and typed.casefold() == _CLEAR:
        scoring.clear(measure.id, day, note)
        return Entered(word="–")
    if sign == "=" or terms.kind is Kind.YES_NO:
        value = _value(terms, sign, typed)
        scoring.score(measure.id, day, value, note)
        return Entered(value)
    step = _step(terms, typed) if typed else Decimal(1)
    return Entered(scoring.add(measure.id, day, step if sign == "+" else -step, note))


def _value(terms: Terms, sign: str, typed: str) -> Decimal:
    """Of yes and no, one more is yes."""
    if terms.kind is not Kind.YES_NO:
        return read_value(terms, typed)
    if sign != "=":
        return YES if sign == "+" else NO
    answer = _ANSWERS.get(typed.casefold())
    return read_value(terms, typed) if answer is None else answer


def _step(terms: Terms, typed: str) -> Decimal:
    """What is added is a value of the same sort; of a rating it may be any number of steps."""
    return read_minutes(typed) if terms.kind is Kind.DURATION else read_number(typed)


def _say_not_one(console: Console, name: str, found: list[Found]) -> int:
    if not found:
        say(console.err, tr("No measure is called “{name}” or begins so.").format(name=name))
        return NOT_FOUND
    names = "; ".join(pair.measure.name for pair in found)
    say(console.err, tr("“{name}” may be: {names}. Type more of it.").format(name=name, names=names))
    return AMBIGUOUS
