"""Logs of habitctl: a date, a habit and y, n or s, with tabs between them. Old dates have a zone behind them, which
means nothing: the day is the user's own.

Beside it lies the file of habits: "7 Calls" is once in seven days.
"""

import re
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

from scorecard.formats.bundle import Bundle, Cancelled, Format, Progress
from scorecard.formats.day_forms import DayForm, day_in
from scorecard.formats.errors import FileFault, UnreadableFileError
from scorecard.formats.files import HEAD
from scorecard.formats.fitting import folded
from scorecard.formats.gathering import Steps
from scorecard.formats.habit_logs import Habit, LogLine, bundle_of, habits_beside, lines_in, log_text
from scorecard.formats.tables import glimpse

NAME = "habitctl"
LOOKED_AT = 20  # lines to know it by
_LINE = re.compile(r"(\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:?\d\d)?[ \t]+(?!:[ \t])(\S(?:.*\S)?)[ \t]+([A-Za-z])", re.ASCII)
_HABIT = re.compile(r"(\d{1,4})[ \t]+(\S.*)", re.ASCII)


def recognise(path: Path, head: bytes) -> bool:
    del path  # the content tells, never the name
    lines = list(islice(lines_in(glimpse(head, whole=len(head) < HEAD)), LOOKED_AT))
    found = [_LINE.fullmatch(line.strip()) for _, line in lines]
    return bool(found) and all(line is not None and line[3] in "yns" for line in found)


def read(path: Path, progress: Progress, cancelled: Cancelled) -> Bundle:
    lines = [_line(number, line) for number, line in lines_in(log_text(path), cancelled)]
    return bundle_of(NAME, lines, habits_beside(path, _habits), Steps(progress, cancelled, len(lines)))


def _line(number: int, line: str) -> LogLine:
    found = _LINE.fullmatch(line.strip())
    if found is None:
        raise UnreadableFileError(FileFault.ODD_LINE, number)
    day = day_in(found[1], DayForm.ISO)
    if day is None:
        raise UnreadableFileError(FileFault.NOT_A_DATE, number)
    return LogLine(number, day, found[2], found[3])


def _habits(text: str) -> Mapping[str, Habit]:
    found = (_HABIT.fullmatch(line.strip()) for _, line in lines_in(text))
    return {folded(habit[2]): Habit(habit[1]) for habit in found if habit is not None}


FORMAT = Format(NAME, recognise, read)
