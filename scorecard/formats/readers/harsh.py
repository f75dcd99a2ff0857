"""Logs of harsh: "2026-03-02 : Calls : y : comment : 3", of which comment and amount may be missing.

Beside it lies the file of habits: "! Heading" and "Calls: 3/7".
"""

import re
from collections.abc import Mapping
from pathlib import Path

from scorecard.formats.bundle import Bundle, Cancelled, Format, Progress
from scorecard.formats.day_forms import DayForm, day_in
from scorecard.formats.errors import FileFault, UnreadableFileError
from scorecard.formats.files import HEAD
from scorecard.formats.fitting import folded, joined
from scorecard.formats.gathering import Steps
from scorecard.formats.habit_logs import Habit, LogLine, bundle_of, habits_beside, lines_in, log_text
from scorecard.formats.tables import glimpse

NAME = "harsh"
BETWEEN = " : "
_LINE = re.compile(r"\d{4}-\d\d-\d\d : .*? : [ynsYNS]\s*(?: : .*)?", re.ASCII)


def recognise(path: Path, head: bytes) -> bool:
    del path  # the content tells, never the name
    first = next(lines_in(glimpse(head, whole=len(head) < HEAD)), None)
    return first is not None and _LINE.fullmatch(_whole(first[1])) is not None


def read(path: Path, progress: Progress, cancelled: Cancelled) -> Bundle:
    lines = [_line(number, line) for number, line in lines_in(log_text(path), cancelled)]
    return bundle_of(NAME, lines, habits_beside(path, _habits), Steps(progress, cancelled, len(lines)))


def _whole(line: str) -> str:
    """With the blank behind the last field, which may be empty."""
    return f"{line.strip()} "


def _line(number: int, line: str) -> LogLine:
    """The last field is the amount if there are five; a comment may hold what stands between fields."""
    said, *fields = _whole(line).split(BETWEEN)
    day = day_in(said, DayForm.ISO)
    if day is None:
        raise UnreadableFileError(FileFault.NOT_A_DATE, number)
    if len(fields) < 2 or not fields[0].strip():
        raise UnreadableFileError(FileFault.ODD_LINE, number)
    habit, result, *rest = (field.strip() for field in fields)
    amount = rest.pop() if len(rest) > 1 else ""
    return LogLine(number, day, habit, result, BETWEEN.join(rest).strip(), amount)


def _habits(text: str) -> Mapping[str, Habit]:
    habits: dict[str, Habit] = {}
    heading = ""
    for _, line in lines_in(text):
        if line.lstrip().startswith("!"):
            heading = line.strip(" \t!")
            continue
        name, *told = (part.strip() for part in line.split(":"))
        if told:
            habits[folded(name)] = Habit(told[0], heading, joined(told[1:], BETWEEN))
    return habits


FORMAT = Format(NAME, recognise, read)
