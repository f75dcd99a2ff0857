"""What a typed date can mean, and the dates that are offered without typing. Pure."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta

from scorecard.domain.due import Due, Span
from scorecard.domain.weeks import Week
from scorecard.ui import say
from scorecard.ui.desk import Desk
from scorecard.ui.say_promises import say_due, say_due_plainly, say_plain_day
from scorecard.ui.text import tr

ReadDue = Callable[[str, date], tuple[Due, ...]]
Meanings = tuple[Due | None, ...]  # of what was typed: none of them, one, or several to choose from


def read_by(desk: Desk) -> ReadDue:
    """Reads every date a phrase can mean, as the quick line reads it."""
    return lambda phrase, today: desk.ask(lambda services: services.lines.read_due(phrase, today)) or ()


def meanings_of(phrase: str, today: date, read: ReadDue) -> Meanings:
    """`(None,)` is "no date". An empty phrase means nothing."""
    words = phrase.strip()
    if not words:
        return ()
    if words.casefold() in _words_for_none():
        return (None,)
    return read(words, today)


def quick_dues(today: date) -> tuple[tuple[Due | None, str], ...]:
    """The usual dates, each with its words; no date twice. The last one is no date."""
    days = (
        (today + timedelta(days=1), tr("Tomorrow")),
        (Week.of(today).next.monday, tr("Monday")),
        (today + timedelta(days=7), tr("In a week")),
        (_end_of_month(today), tr("End of the month")),
    )
    offered: dict[Due | None, str] = {}
    for day, words in days:
        offered.setdefault(Due.on(day), words)
    return *offered.items(), (None, tr("No date"))


def say_typed(due: Due | None, today: date) -> str:
    """What stands in the field for a date that was chosen, not typed."""
    return tr("none", "typed for a promise without a date") if due is None else say_due_plainly(due, today)


def say_meaning(due: Due | None, today: date) -> str:
    """The reading below the field: "Friday, 27 November, in 7 days"."""
    if due is None:
        return tr("No date: it can't be late.")
    match due.span:
        case Span.DAY:
            return _with_distance(_say_whole_day(due.first_day, today), due.first_day, today)
        case Span.WEEK:
            return tr("{week}: until {day}").format(
                week=say_due_plainly(due, today), day=_say_whole_day(due.last_day, today)
            )
        case Span.MONTH:
            return tr("{month}: until {day}").format(
                month=say_due(due, today), day=_say_whole_day(due.last_day, today)
            )  # fmt: skip


def say_choice(due: Due | None, today: date) -> str:
    """One of several readings, short."""
    if due is not None and due.span is Span.DAY:
        return say_plain_day(due.first_day, today)
    return say_due_plainly(due, today)


def say_no_meaning(phrase: str, count: int) -> str:
    """Why a phrase of `count` meanings can't be taken."""
    if not phrase.strip():
        return tr("Say a date, or “none”.")
    if count:
        return tr("This can mean more than one date: choose one.")
    return tr("This is not understood as a date to come. Try “Friday”, “27 Nov”, “next week”, “in 3 days” or “none”.")


def _say_whole_day(day: date, today: date) -> str:
    return say.say_day(day) if day.year == today.year else say.say_day_with_year(day)


def _with_distance(words: str, day: date, today: date) -> str:
    days = (day - today).days
    if days == 0:
        return tr("{day}: today").format(day=words)
    if days == 1:
        return tr("{day}: tomorrow").format(day=words)
    if days < 0:
        return tr("{day}: past already").format(day=words)
    return tr("{day}: {distance}").format(day=words, distance=tr("in %n day(s)", "", days))


def _words_for_none() -> frozenset[str]:
    known = ("none", "no date", "never", "-", "–", tr("none", "typed for a promise without a date"), tr("No date"))
    return frozenset(word.casefold() for word in known)


def _end_of_month(today: date) -> date:
    """The last day of the month; on it, that of the next one."""
    soon = today + timedelta(days=1)
    _, length = calendar.monthrange(soon.year, soon.month)
    return soon.replace(day=length)
