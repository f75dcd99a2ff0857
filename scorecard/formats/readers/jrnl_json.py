"""JSON exports of jrnl: entries with a title, a body and a time, any number of them a day."""

from datetime import date
from pathlib import Path

from scorecard.formats.bundle import MOST_ENTRIES, Bundle, Cancelled, Format, LossKind, Progress
from scorecard.formats.day_forms import DayForm, day_in
from scorecard.formats.diaries import Diary
from scorecard.formats.errors import Amount
from scorecard.formats.gathering import Steps, check_count
from scorecard.formats.json_files import JsonObject, list_in, object_in, objects_in, paths_in, text_in
from scorecard.formats.moments import time_in

NAME = "jrnl"
PROGRAM = "jrnl"
NEEDED = frozenset({"entries[].title", "entries[].body", "entries[].date"})


def recognise(path: Path, head: bytes) -> bool:
    del path  # the content tells, never the name
    return paths_in(head) >= NEEDED


def read(path: Path, progress: Progress, cancelled: Cancelled) -> Bundle:
    whole = object_in(path, cancelled)
    check_count(len(list_in(whole, "entries")), MOST_ENTRIES, Amount.ENTRIES)
    steps = Steps(progress, cancelled, len(list_in(whole, "entries")))
    diary = Diary(NAME, PROGRAM, records=True)
    for number, entry in objects_in(whole, "entries"):
        steps.step()
        if entry is None or not (said := text_in(entry, "date")):
            diary.losses.add(LossKind.UNREADABLE, PROGRAM, number)
        elif (day := day_in(said, DayForm.ISO)) is None:
            diary.losses.add(LossKind.FAR_DAY, PROGRAM, number)
        else:
            _add(diary, day, entry, number)
    return diary.bundle()


def _add(diary: Diary, day: date, entry: JsonObject, number: int) -> None:
    title, star = text_in(entry, "title").strip(), " *" if entry.get("starred") is True else ""
    said_time = text_in(entry, "time")
    text = "\n".join(filter(None, (f"{title}{star}".strip(), text_in(entry, "body").strip())))
    diary.add(day, time_in(said_time), said_time, text, number)


FORMAT = Format(NAME, recognise, read)
