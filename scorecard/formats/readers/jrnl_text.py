"""Journals of jrnl as it keeps them: text in which an entry begins with its date and time in brackets.

Brackets at the beginning of a line that hold no date, or one written in another way than the first, are text.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from scorecard.formats.bundle import MOST_ENTRIES, Bundle, Cancelled, Format, Progress
from scorecard.formats.day_forms import DayForm, day_in, form_of, forms_of
from scorecard.formats.diaries import Diary
from scorecard.formats.errors import Amount, FileFault, ImportCancelledError, UnreadableFileError
from scorecard.formats.files import HEAD, bytes_of
from scorecard.formats.gathering import Steps, check_count
from scorecard.formats.moments import time_in
from scorecard.formats.tables import LOOK_EVERY, decoded, glimpse

NAME = "jrnl-text"
PROGRAM = "jrnl"
LARGEST_FILE = 16 * 1024 * 1024
_BEGIN = re.compile(r"^\[([^\]\n]{6,60})\](?: |$)", re.MULTILINE)
_CLOCK = re.compile(r"(?:[T ]|, ?)(\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?)\Z", re.ASCII | re.IGNORECASE)


def recognise(path: Path, head: bytes) -> bool:
    del path  # the content tells, never the name
    first = _BEGIN.match(glimpse(head, whole=len(head) < HEAD).lstrip())
    return first is not None and bool(forms_of(first[1]))


def read(path: Path, progress: Progress, cancelled: Cancelled) -> Bundle:
    text = decoded(bytes_of(path, LARGEST_FILE)).replace("\r\n", "\n").replace("\r", "\n")
    entries = list(_begins(text, cancelled))
    if not entries:
        raise UnreadableFileError(FileFault.NO_ROWS)
    check_count(len(entries), MOST_ENTRIES, Amount.ENTRIES)
    lines = _line_numbers(text, entries)
    form = form_of([(line, found[1]) for line, found in zip(lines, entries, strict=True)])
    steps = Steps(progress, cancelled, len(entries))
    diary = Diary(NAME, PROGRAM)
    ends = [*(found.start() for found in entries[1:]), len(text)]
    for line, found, end in zip(lines, entries, ends, strict=True):
        steps.step()
        day = day_in(found[1], form)
        assert day is not None, "form_of reads every bracket"
        clock = _CLOCK.search(found[1])
        diary.add(day, time_in(clock[1]) if clock else None, clock[1] if clock else "", text[found.end() : end], line)
    return diary.bundle()


def _begins(text: str, cancelled: Cancelled) -> Iterator[re.Match[str]]:
    """The brackets that hold a date as the first one is written."""
    first = frozenset[DayForm]()
    for number, found in enumerate(_BEGIN.finditer(text)):
        if number % LOOK_EVERY == 0 and cancelled():
            raise ImportCancelledError
        forms = forms_of(found[1])
        first = first or forms
        if forms & first:
            yield found


def _line_numbers(text: str, entries: list[re.Match[str]]) -> list[int]:
    lines: list[int] = []
    line, place = 1, 0
    for found in entries:
        line += text.count("\n", place, found.start())
        place = found.start()
        lines.append(line)
    return lines


FORMAT = Format(NAME, recognise, read)
