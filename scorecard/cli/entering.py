"""`scorecard tally` and `scorecard promise`: one thing entered, and what it came to."""

import sys
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from scorecard.cli.console import AMBIGUOUS, DONE, FAILED, MISUSED, NOT_FOUND, Console
from scorecard.cli.english import tr
from scorecard.cli.opened import Opened, opened, say_due, say_level
from scorecard.cli.printing import say
from scorecard.domain.errors import FutureDayError
from scorecard.domain.measures import Kind, Measure, Place, Terms
from scorecard.domain.promises import Level
from scorecard.domain.values import NO, YES, read_value
from scorecard.words.exporting import say_asked, say_plain_value

_ANSWERS = {"y": "1", "yes": "1", "n": "0", "no": "0"}
_LONGEST_LINE = 2000


class Found(NamedTuple):
    measure: Measure
    terms: Terms


def tally(console: Console, name: str, amount: str, day: date | None) -> int:
    """Counts `amount` ("+1", "-2"), or enters it as it is ("=4", "4"). The exit status."""
    with opened(console) as store:
        today = store.scoring.today()
        when = day or today
        if when > today:
            raise FutureDayError(when)
        found = fitting(store.scoring.card().measures, name, when)
        if len(found) != 1:
            return _say_not_one(console, name, found)
        ((measure, terms),) = found
        value = _enter(store, measure, terms, when, amount.strip())
    asked = say_asked(terms, tr)
    words = f"{measure.name}: {say_plain_value(terms, value, tr)}"
    say(console.out, f"{words} ({asked}), {when}" if asked else f"{words}, {when}")
    return DONE


def _enter(store: Opened, measure: Measure, terms: Terms, day: date, amount: str) -> Decimal:
    sign, typed = (amount[0], amount[1:]) if amount[:1] in ("+", "-", "=") else ("=", amount)
    if terms.kind is Kind.YES_NO and sign != "=":
        value = YES if sign == "+" else NO
        store.scoring.score(measure.id, day, value)
        return value
    if terms.kind is Kind.YES_NO:
        typed = _ANSWERS.get(typed.casefold(), typed)
    if sign == "=":
        value = read_value(terms, typed)
        store.scoring.score(measure.id, day, value)
        return value
    step = Decimal(1) if not typed else _step(terms, typed)
    return store.scoring.add(measure.id, day, step if sign == "+" else -step)


def _step(terms: Terms, typed: str) -> Decimal:
    """What is added is a value of the same sort; of a rating it may be any number of steps."""
    from scorecard.domain.values import read_minutes, read_number

    return read_minutes(typed) if terms.kind is Kind.DURATION else read_number(typed)


def fitting(measures: Iterable[Measure], name: str, day: date) -> list[Found]:
    """The measures that `name` may mean on `day`: that very name, else those that begin so, else those with a word
    that does. Of several those on the card come before those on the bench."""
    wanted = " ".join(name.split()).casefold()
    there = [
        Found(measure, terms)
        for measure in measures
        if (terms := measure.terms_on(day)) is not None and terms.place is not Place.RETIRED
    ]
    for fits in (_is, _begins, _has_word):
        found = [pair for pair in there if fits(pair.measure.name.casefold(), wanted)]
        on_card = [pair for pair in found if pair.terms.on_card]
        if found:
            return on_card or found
    return []


def _is(name: str, wanted: str) -> bool:
    return name == wanted


def _begins(name: str, wanted: str) -> bool:
    return bool(wanted) and name.startswith(wanted)


def _has_word(name: str, wanted: str) -> bool:
    return bool(wanted) and any(word.startswith(wanted) for word in name.split())


def _say_not_one(console: Console, name: str, found: list[Found]) -> int:
    if not found:
        say(console.err, tr("No measure is called “{name}” or begins so.").format(name=name))
        return NOT_FOUND
    names = "; ".join(pair.measure.name for pair in found)
    say(console.err, tr("“{name}” may be: {names}. Type more of it.").format(name=name, names=names))
    return AMBIGUOUS


def complete(console: Console, beginning: str) -> int:
    """The names that begin so, one a line: for a shell."""
    with opened(console) as store:
        measures = store.scoring.card().measures
        found = fitting(measures, beginning, store.scoring.today()) if beginning else _all(store)
    for pair in found:
        say(console.out, pair.measure.name)
    return DONE if found else NOT_FOUND


def _all(store: Opened) -> list[Found]:
    day = store.scoring.today()
    return [Found(m, terms) for m in store.scoring.card().measures if (terms := m.terms_on(day)) and terms.on_card]


def promise(console: Console, line: str) -> int:
    """Reads the line as the window does, prints what was understood, and writes it down. The exit status."""
    from scorecard.services.promises import PromiseDraft
    from scorecard.services.quick_line.reader import LineReader

    if line == "-":
        line = console.keyboard.readline(_LONGEST_LINE).strip() if console.keyboard is not None else ""
    if not line.strip():
        say(console.err, tr("A promise needs words."))
        return MISUSED
    with opened(console) as store:
        people, today = store.promises.book().people, store.scoring.today()
        reading = LineReader(_languages()).read(line, today, people)
        if not reading.words.strip():
            say(console.err, tr("Nothing is left to promise once the date and the person are taken out of it."))
            return FAILED
        due = reading.dues[0] if reading.dues else None
        who = reading.addressees[0] if reading.addressees else None
        level = reading.level or Level.BEST_EFFORT
        draft = PromiseDraft(
            reading.words, level, due, who.name if who else "", who.person.id if who and who.person else None
        )
        store.promises.make(draft)
    say(console.out, tr("Promised: {words}").format(words=reading.words))
    say(console.out, "  " + tr("level: {level}").format(level=say_level(level)))
    say(console.out, "  " + tr("due: {date}").format(date=say_due(due) if due else tr("no date")))
    say(console.out, "  " + tr("to: {person}").format(person=who.name if who else tr("myself")))
    if len(reading.dues) > 1:
        others = ", ".join(say_due(other) for other in reading.dues[1:])
        say(console.err, tr("The date may also be {dates}.").format(dates=others))
    if len(reading.addressees) > 1:
        say(
            console.err,
            tr("More than one person may be meant; it is to {person}.").format(person=who.name if who else ""),
        )
    return DONE


def _languages() -> tuple[str, ...]:
    """That of the system, by its two letters; English is always understood."""
    import locale

    if sys.platform == "win32":
        return ("en",)
    with_region = locale.setlocale(locale.LC_MESSAGES).split("_")[0] if hasattr(locale, "LC_MESSAGES") else ""
    return (with_region, "en") if with_region.isalpha() and len(with_region) == 2 else ("en",)
