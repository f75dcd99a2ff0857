"""Dates as people and spreadsheets write them, read by the whole column at once."""

import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from itertools import pairwise

from scorecard.formats.bundle import FIRST_DAY, LAST_DAY
from scorecard.formats.errors import FileFault, UnreadableFileError


class DayForm(StrEnum):
    """`value` is how the form is shown."""

    ISO = "yyyy-mm-dd"
    YEAR_FIRST = "yyyy/m/d"
    DOTS = "d.m.yyyy"
    DAY_FIRST = "d/m/yyyy"
    MONTH_FIRST = "m/d/yyyy"
    DAY_WORD = "2 Mar 2026"
    WORD_DAY = "Mar 2, 2026"


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORD = r"(?P<word>[a-z]{3,9})\.?"
_PATTERNS = {
    DayForm.ISO: r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)",
    DayForm.YEAR_FIRST: r"(?P<y>\d{4})([/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})",
    DayForm.DOTS: r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})",
    DayForm.DAY_FIRST: r"(?P<d>\d{1,2})([/-])(?P<m>\d{1,2})\2(?P<y>\d{4})",
    DayForm.MONTH_FIRST: r"(?P<m>\d{1,2})([/-])(?P<d>\d{1,2})\2(?P<y>\d{4})",
    DayForm.DAY_WORD: rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ -]{_WORD},?[ -](?P<y>\d{{4}})",
    DayForm.WORD_DAY: rf"{_WORD} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>\d{{4}})",
}
_FORMS = {form: re.compile(pattern, re.IGNORECASE | re.ASCII) for form, pattern in _PATTERNS.items()}
_CLOCK = re.compile(r"(?:[T ]|, ?)\d{1,2}:\d\d[\d:., +\-apmzh]*", re.IGNORECASE | re.ASCII)
_LONGEST = 60


def day_in(cell: str, form: DayForm) -> date | None:
    """The day `cell` names in `form`, a time of day after it left out; None when it names none."""
    text = cell.strip()
    if len(text) > _LONGEST:
        return None
    found = _FORMS[form].match(text)
    rest = text[found.end() :] if found else ""
    if found is None or (rest and not _CLOCK.fullmatch(rest)):
        return None
    month = _month(found.groupdict())
    try:
        day = date(int(found["y"]), month, int(found["d"]))
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None


def _month(parts: dict[str, str | None]) -> int:
    """1 to 12, or 0 for a word that is no month."""
    if number := parts.get("m"):
        return int(number)
    word = (parts.get("word") or "").casefold()
    return _MONTHS.index(word[:3]) + 1 if word[:3] in _MONTHS else 0


def forms_of(cell: str) -> frozenset[DayForm]:
    return frozenset(form for form in DayForm if day_in(cell, form) is not None)


def form_of(cells: Sequence[tuple[int, str]]) -> DayForm:
    """The one form of a column's (line, cell) pairs; raises UnreadableFileError with the line when there is none.

    A column that can be read day first and month first is read the way its days follow one upon the other, if only
    one way they do; else it is ambiguous.
    """
    possible = frozenset(DayForm)
    for line, cell in cells:
        forms = forms_of(cell)
        if not forms:
            raise UnreadableFileError(FileFault.NOT_A_DATE, line)
        possible &= forms
        if not possible:
            raise UnreadableFileError(FileFault.MIXED_DATES, line)
    if len(possible) == 1:
        return next(iter(possible))
    if cells and _same_either_way(cells):
        return DayForm.DAY_FIRST
    successive = [form for form in possible if _follow_each_other(cells, form)]
    if len(successive) != 1:
        raise UnreadableFileError(FileFault.AMBIGUOUS_DATES, cells[0][0] if cells else None)
    return successive[0]


def _follow_each_other(cells: Sequence[tuple[int, str]], form: DayForm) -> bool:
    days = [day.toordinal() for _, cell in cells if (day := day_in(cell, form)) is not None]
    steps = {later - earlier for earlier, later in pairwise(days)}
    return steps in ({1}, {-1})


def _same_either_way(cells: Sequence[tuple[int, str]]) -> bool:
    """Whether day first and month first name the same days: 3/3/2026."""
    return all(day_in(cell, DayForm.DAY_FIRST) == day_in(cell, DayForm.MONTH_FIRST) for _, cell in cells)
