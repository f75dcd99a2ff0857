"""Dates as people and spreadsheets write them, read by the whole column at once."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, time
from enum import StrEnum
from itertools import pairwise

from scorecard.formats.bundle import FIRST_DAY, LAST_DAY
from scorecard.formats.errors import FileFault, UnreadableFileError
from scorecard.formats.moments import Moment, moment_at, moment_in


class DayForm(StrEnum):
    """`value` is how the form is shown. Those from COMPACT on are never told by the cells alone: the same digits may be
    numbers, and which day a moment belongs to depends on when a day ends."""

    ISO = "yyyy-mm-dd"
    YEAR_FIRST = "yyyy/m/d"
    DOTS = "d.m.yyyy"
    DAY_FIRST = "d/m/yyyy"
    MONTH_FIRST = "m/d/yyyy"
    DAY_WORD = "2 Mar 2026"
    WORD_DAY = "Mar 2, 2026"
    COMPACT = "20260302"
    MOMENT = "2026-03-02 18:30"
    UNIX = "1772472600"
    UNIX_MS = "1772472600000"


CLOCK_FORMS = (DayForm.MOMENT, DayForm.UNIX, DayForm.UNIX_MS)
NOT_TOLD = (DayForm.COMPACT, *CLOCK_FORMS)
TOLD = tuple(form for form in DayForm if form not in NOT_TOLD)

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
    DayForm.COMPACT: r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)",
}
_FORMS = {form: re.compile(pattern, re.IGNORECASE | re.ASCII) for form, pattern in _PATTERNS.items()}
_CLOCK = re.compile(r"(?:[T ]|, ?)\d{1,2}:\d\d[\d:., +\-apmzh]*", re.IGNORECASE | re.ASCII)
_UNIX = {DayForm.UNIX: (r"\d{9,10}", 1), DayForm.UNIX_MS: (r"\d{12,13}", 1000)}
_LONGEST = 60


def day_in(cell: str, form: DayForm) -> date | None:
    """The day `cell` names in `form`, a time of day after it left out; None when it names none. `form` is of a day."""
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


def day_by(cell: str, form: DayForm, day_end: time) -> date | None:
    """As `day_in`, in any form: a moment belongs to the day that had not ended then."""
    if form not in CLOCK_FORMS:
        return day_in(cell, form)
    moment = _moment(cell.strip(), form)
    return moment.belongs_to(day_end) if moment is not None else None


def _moment(text: str, form: DayForm) -> Moment | None:
    if form is DayForm.MOMENT:
        return moment_in(text) or moment_in(f"{text}Z")
    digits, parts = _UNIX[form]
    found = re.fullmatch(rf"({digits})(?:\.\d{{1,9}})?", text, re.ASCII)
    return moment_at(int(found[1]) // parts) if found else None


def _month(parts: dict[str, str | None]) -> int:
    """1 to 12, or 0 for a word that is no month."""
    if number := parts.get("m"):
        return int(number)
    word = (parts.get("word") or "").casefold()
    return _MONTHS.index(word[:3]) + 1 if word[:3] in _MONTHS else 0


def forms_of(cell: str) -> frozenset[DayForm]:
    return frozenset(form for form in TOLD if day_in(cell, form) is not None)


def form_of(cells: Sequence[tuple[int, str]]) -> DayForm:
    """The one form of a column's (line, cell) pairs; raises UnreadableFileError with the line when there is none.

    A column that can be read day first and month first is read the way its days follow one upon the other, if only
    one way they do; else it is ambiguous.
    """
    possible = frozenset(TOLD)
    found: dict[str, frozenset[DayForm]] = {}
    for line, cell in cells:
        forms = found[cell] = found[cell] if cell in found else forms_of(cell)
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


def likeliest_form(cells: Sequence[tuple[int, str]]) -> DayForm:
    """As `form_of`, of the cells that can be read at all: the form that most of them have."""
    written = Counter(cell for _, cell in cells)
    forms = {cell: forms_of(cell) for cell in written}
    counts = Counter[DayForm]()
    for cell, count in written.items():
        counts.update(dict.fromkeys(forms[cell], count))
    if not counts:
        raise UnreadableFileError(FileFault.NOT_A_DATE, cells[0][0] if cells else None)
    most = max(counts.values())
    likeliest = {form for form, count in counts.items() if count == most}
    if len(likeliest) == 1:
        return likeliest.pop()
    return form_of([(line, cell) for line, cell in cells if forms[cell] & likeliest])


def _follow_each_other(cells: Sequence[tuple[int, str]], form: DayForm) -> bool:
    days = [day.toordinal() for _, cell in cells if (day := day_in(cell, form)) is not None]
    steps = {later - earlier for earlier, later in pairwise(days)}
    return steps in ({1}, {-1})


def _same_either_way(cells: Sequence[tuple[int, str]]) -> bool:
    """Whether day first and month first name the same days: 3/3/2026."""
    return all(day_in(cell, DayForm.DAY_FIRST) == day_in(cell, DayForm.MONTH_FIRST) for _, cell in cells)
