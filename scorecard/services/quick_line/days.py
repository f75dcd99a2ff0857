"""Phrases that mean a day: "21 Nov", "3/4", "in 3 days", "next Friday", "the 21st".

Each function is given the words and where to begin, and says how far its phrase goes and what it can mean, the
likeliest first.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from scorecard.domain.due import Due, Span
from scorecard.domain.weeks import Week
from scorecard.services.quick_line.speech import Clarity, Phrase, Speech, day_in, named_span, said, text
from scorecard.services.quick_line.tokens import Token

_A_DAY = timedelta(days=1)
_LONGEST = 6
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMERIC = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})(?:\2([0-9]{4}|[0-9]{2}))?")
_DAY_NUMBER = re.compile(r"([0-9]{1,2})(st|nd|rd|th)?")
_YEAR = re.compile(r"[0-9]{4}")
_COUNT = re.compile(r"[0-9]{1,3}")


def iso(run: Sequence[Token], at: int, speech: Speech) -> Phrase | None:
    """ "2026-11-20", and nothing like it: "2026-13-01" is no date."""
    if not _ISO.fullmatch(run[at].text):
        return None
    try:
        return Phrase(at + 1, (Due.on(date.fromisoformat(run[at].text)),))
    except ValueError:
        return None


def numeric(run: Sequence[Token], at: int, speech: Speech) -> Phrase | None:
    """ "3/4", "21.11.2026": both ways round where both are possible; with points the day comes first."""
    match = _NUMERIC.fullmatch(run[at].text)
    if match is None or (match[2] == "-" and len(match[4] or "") != 4):
        return None
    first, second = int(match[1]), int(match[3])
    orders = [(first, second)] if match[2] == "." else [(first, second), (second, first)]
    if speech.lexicon.month_first:
        orders.reverse()
    year = None if match[4] is None else int(match[4]) + (2000 if len(match[4]) == 2 else 0)
    days = [day_in(speech.today, year, month, day) for day, month in orders]
    dues = tuple(Due.on(day) for day in days if day is not None)
    return Phrase(at + 1, dues, Clarity.PLAIN if len(match[4] or "") == 4 else Clarity.LED)


def counted(run: Sequence[Token], at: int, speech: Speech) -> Phrase | None:
    """ "in 3 days", "within a week": a day."""
    lexicon = speech.lexicon
    within = said(speech.words.within, run, at)
    start = at + within
    not_due = speech.words.not_due
    for end in range(min(len(run), start + 5), start + 1, -1):
        words = [token.folded for token in run[start:end]]
        numbers = [word for word in words if _is_count(word, speech)]
        units = [word for word in words if word in lexicon.units]
        around = [word for word in words if word in lexicon.ahead and word not in numbers]
        if words[0] in not_due or words[-1] in not_due or said(("from",), run, end):
            continue
        if len(numbers) != 1 or len(units) != 1 or len(words) != 2 + len(around) or bool(around) == bool(within):
            continue
        phrase = " ".join(["in", *words] if within else words)
        if (day := speech.dates.day(phrase, speech.today)) is not None:
            return Phrase(end, (Due.on(day),))
    return None


def weeks_from(run: Sequence[Token], at: int, speech: Speech) -> Phrase | None:
    """ "a week from Friday"."""
    words = [token.folded for token in run[at : at + 3]]
    if len(run) < at + 4 or words[2] != "from" or speech.lexicon.units.get(words[1]) != "week":
        return None
    number = speech.weekday(run[at + 3])
    later = speech.dates.day(f"in {words[0]} {words[1]}", speech.today) if _is_count(words[0], speech) else None
    if number is None or later is None:
        return None
    return Phrase(at + 4, (Due.on(speech.first(number, speech.today) + (later - speech.today)),))


def _is_count(word: str, speech: Speech) -> bool:
    return bool(_COUNT.fullmatch(word)) or word in speech.lexicon.numbers


def calendar_day(run: Sequence[Token], at: int, speech: Speech) -> Phrase | None:
    """ "21 Nov", "Friday, November 27th 2026". A weekday that does not fit the date is shown beside it."""
    for end in range(min(len(run), at + _LONGEST), at + 1, -1):
        words = [token for token in run[at:end] if token.folded not in ("of", "the")]
        if words and words[-1] is run[end - 1] and words[0] is run[at] and (dues := _day_of(words, speech)):
            return Phrase(end, dues)
    return None


def _day_of(words: Sequence[Token], speech: Speech) -> tuple[Due, ...]:
    weekday = speech.weekday(words[0]) if len(words) > 2 else None
    rest = words if weekday is None else words[1:]
    days = [int(match[1]) for token in rest[:2] if (match := _DAY_NUMBER.fullmatch(token.folded))]
    months = [speech.lexicon.months[token.folded] for token in rest[:2] if token.folded in speech.lexicon.months]
    years = [int(token.text) for token in rest[2:] if _YEAR.fullmatch(token.text)]
    if len(rest) != 2 + len(years) or (len(days), len(months)) != (1, 1) or len(years) > 1:
        return ()
    day = day_in(speech.today, years[0] if years else None, months[0], days[0])
    if day is None:
        return ()
    if weekday is None or day.weekday() == weekday:
        return (Due.on(day),)
    return Due.on(day), Due.on(speech.first(weekday, speech.today + _A_DAY))


def weekday(run: Sequence[Token], at: int, speech: Speech) -> Phrase | None:
    """ "Friday", "Friday week", "Friday next week"."""
    number = speech.weekday(run[at])
    if number is None:
        return None
    today, end = speech.today, at + 1
    coming = speech.first(number, today)
    span, named_end = named_span(run, end, speech)
    if span is Span.WEEK and (day := speech.dates.day(text(run[end:named_end]), today)) is not None:
        return Phrase(named_end, (Due.on(Week.of(day).days[number]),))
    weeks, later_end = _weeks_later(run, end, speech)
    if weeks:
        later = [coming + timedelta(weeks=weeks)]
        if weeks > 1:
            later.append(Week.of(today + timedelta(weeks=weeks)).days[number])
        return Phrase(later_end, tuple(Due.on(day) for day in later))
    days = [coming] if coming > today else [today, today + timedelta(days=7)]
    clarity = Clarity.NAMED if len(run[at].folded) > 3 else Clarity.SHORT
    return Phrase(end, tuple(Due.on(day) for day in days), clarity)


def _weeks_later(run: Sequence[Token], at: int, speech: Speech) -> tuple[int, int]:
    """How many weeks "week" or "in two weeks" adds to the weekday before it, and where that ends."""
    words = [token.folded for token in run[at : at + 3]]
    if words[:1] == ["week"] and not run[at].after and not (len(words) > 1 and _COUNT.fullmatch(words[1])):
        return 1, at + 1
    if len(words) == 3 and speech.lexicon.units.get(words[2]) == "week":
        phrase = counted(run[: at + 3], at, speech)
        if phrase is not None and phrase.end == at + 3:
            return (phrase.dues[0].first_day - speech.today).days // 7, at + 3
    return 0, at


def which_weekday(run: Sequence[Token], at: int, speech: Speech) -> Phrase | None:
    """ "next Friday" is this week's to one, and the week after's to another; "this" and "coming" are clear."""
    words, today = speech.words, speech.today
    count = said(words.next + words.this + words.coming, run, at)
    end = at + count
    if not count or end >= len(run) or (number := speech.weekday(run[end])) is None:
        return None
    coming = speech.first(number, today + _A_DAY)
    if said(words.this, run, at) and number == today.weekday():
        days = [today]
    elif said(words.next, run, at) and Week.of(coming) == Week.of(today):
        days = [coming, coming + timedelta(days=7)]
    else:
        days = [coming]
    return Phrase(end + 1, tuple(Due.on(day) for day in days))


def day_number(run: Sequence[Token], at: int, speech: Speech) -> Phrase | None:
    """ "the 21st", "am 21.": the next such day."""
    match = _DAY_NUMBER.fullmatch(run[at].folded)
    if match is None or not (match[2] or run[at].after.startswith(".")) or not 1 <= int(match[1]) <= 31:
        return None
    first = speech.today.replace(day=1)
    for _ in range(4):
        day = day_in(speech.today, first.year, first.month, int(match[1]))
        if day is not None and day >= speech.today:
            return Phrase(at + 1, (Due.on(day),), Clarity.EDGE)
        first = (first + timedelta(days=32)).replace(day=1)
    return None
