"""Phrases that mean a week or a month, or a day by one: "next week", "week 48", "March", "end of March".

Each function is given the words and where to begin, and says how far its phrase goes and what it can mean, the
likeliest first.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from scorecard.domain.due import Due, Span
from scorecard.domain.weeks import Week
from scorecard.services.quick_line.speech import Clarity, Phrase, Speech, iso_week, named_span, said
from scorecard.services.quick_line.tokens import Token

_ISO_WEEK = re.compile(r"([0-9]{4})-?w([0-9]{2})")
_WEEK = re.compile(r"(?:w|kw|cw)([0-9]{1,2})")
_WEEK_NUMBER = re.compile(r"([0-9]{1,2})")
_YEAR = re.compile(r"[0-9]{4}")


def iso_named_week(run: Sequence[Token], at: int, speech: Speech) -> Phrase | None:
    """ "2026-W48"."""
    week = _ISO_WEEK.fullmatch(run[at].folded)
    return _phrase(at + 1, iso_week(int(week[1]), int(week[2])), Span.WEEK) if week else None


def named(run: Sequence[Token], at: int, speech: Speech) -> Phrase | None:
    """ "tomorrow", "next week", "next week on Friday"."""
    if (count := said(speech.words.today, run, at)) > 0:
        return Phrase(at + count, (Due.on(speech.today),))
    start = at + said(("the",), run, at)
    span, end = named_span(run, start, speech)
    if span is None or (start > at and end - start < 2):
        return None
    day = speech.dates.day(" ".join(token.folded for token in run[start:end]), speech.today)
    if day is None:
        return None
    if span is Span.WEEK:
        on = end + said((*speech.words.by, *speech.words.on), run, end)
        if on < len(run) and (weekday := speech.weekday(run[on])) is not None:
            return Phrase(on + 1, (Due.on(Week.of(day).days[weekday]),))
    return Phrase(end, (Due.within(span, day),))


def week_number(run: Sequence[Token], at: int, speech: Speech) -> Phrase | None:
    """ "week 48", "W48", "KW 48 2027"."""
    end, number = at + 1, _WEEK.fullmatch(run[at].folded)
    if number is None:
        count = said(speech.words.week, run, at)
        if not count or at + count >= len(run):
            return None
        end = at + count + 1
        number = _WEEK_NUMBER.fullmatch(run[end - 1].text)
    if number is None:
        return None
    if end < len(run) and not run[end - 1].after and _YEAR.fullmatch(run[end].text):
        return _phrase(end + 1, iso_week(int(run[end].text), int(number[1])), Span.WEEK)
    years = range(speech.today.year - 1, speech.today.year + 10)
    mondays = (iso_week(year, int(number[1])) for year in years)
    ahead = (monday for monday in mondays if monday and Week(monday).sunday >= speech.today)
    return _phrase(end, next(ahead, None), Span.WEEK, Clarity.NAMED)


def month(run: Sequence[Token], at: int, speech: Speech) -> Phrase | None:
    """ "March", "March 2027", "next March". Within the month itself, both it and that of the next year."""
    words = speech.words
    which = said(words.next + words.this + words.coming, run, at)
    place = at + which
    month = speech.lexicon.months.get(run[place].folded) if place < len(run) else None
    if month is None:
        return None
    clarity = Clarity.LED if len(run[place].folded) > 3 else Clarity.SHORT
    months, end = _months(run, place, month, speech)
    if which and end == place + 1:
        months = months[:1] if said(words.this, run, at) else months[-1:]
    return Phrase(end, tuple(Due.within(Span.MONTH, first) for first in months), clarity)


def _months(run: Sequence[Token], at: int, month: int, speech: Speech) -> tuple[list[date], int]:
    """The first days of what the month at word number `at` can be, and where the phrase ends."""
    if at + 1 < len(run) and not run[at].stops and _YEAR.fullmatch(run[at + 1].text):
        year = int(run[at + 1].text)
        return [date(year, month, 1)] if year else [], at + 2
    year = speech.today.year
    if month == speech.today.month:
        return [date(year, month, 1), date(year + 1, month, 1)], at + 1
    return [date(year + (month < speech.today.month), month, 1)], at + 1


def end_of(run: Sequence[Token], at: int, speech: Speech) -> Phrase | None:
    """ "end of March": its last day. "end of the week": Friday or Sunday."""
    words, today = speech.words, speech.today
    for abbreviated, whole in (
        (words.end_of_week, "week"), (words.end_of_month, "month"), (words.end_of_year, "year"),
    ):  # fmt: skip
        if count := said(abbreviated, run, at):
            return Phrase(at + count, _last_days(whole, today))
    place = at + said(words.end, run, at)
    if place == at:
        return None
    while count := said((*words.articles, *words.this, "of"), run, place):
        place += count
    which = said((*words.next, *words.coming), run, place)
    place += which
    if place >= len(run):
        return None
    if unit := _unit(run[place], speech):
        return Phrase(place + 1, _last_days(unit, _in_next(unit, today) if which else today))
    month = speech.lexicon.months.get(run[place].folded)
    if month is None or which:
        return None
    months, end = _months(run, place, month, speech)
    return Phrase(end, tuple(Due.on(Due.within(Span.MONTH, first).last_day) for first in months))


def _unit(token: Token, speech: Speech) -> str | None:
    """A unit of which something is the end; also in a case that the library does not know."""
    if said(speech.words.of_month, (token,), 0):
        return "month"
    if said(speech.words.of_year, (token,), 0):
        return "year"
    unit = speech.lexicon.units.get(token.folded)
    return None if unit == "day" else unit


def _in_next(unit: str, today: date) -> date:
    """A day in the next one."""
    if unit == "week":
        return today + timedelta(days=7)
    if unit == "month":
        return Due.within(Span.MONTH, today).last_day + timedelta(days=1)
    return date(today.year + 1, 1, 1)


def _phrase(end: int, day: date | None, span: Span, clarity: Clarity = Clarity.PLAIN) -> Phrase | None:
    return None if day is None else Phrase(end, (Due.within(span, day),), clarity)


def _last_days(unit: str, day: date) -> tuple[Due, ...]:
    if unit == "year":
        return (Due.on(date(day.year, 12, 31)),)
    if unit == "month":
        return (Due.on(Due.within(Span.MONTH, day).last_day),)
    return Due.on(Week.of(day).days[4]), Due.on(Week.of(day).sunday)
