"""CSV exports of Daylio, of all three shapes: the year by itself, the full date, and with a title to the note.

The words for date and weekday are the phone's language's and are not needed where there is a full date. Both ways to
write a time can stand in one file. Moods are the user's own words; those that come with Daylio are known in English.
"""

from pathlib import Path

from scorecard.formats.bundle import Bundle, Cancelled, Format, Progress
from scorecard.formats.day_forms import DayForm, day_in
from scorecard.formats.daylio import DaylioEntry, bundle_of, rating_of
from scorecard.formats.errors import FileFault, UnreadableFileError
from scorecard.formats.gathering import Gathering, Steps
from scorecard.formats.moments import time_in
from scorecard.formats.named_tables import NamedRow, has_columns, rows_in

NAME = "daylio-csv"
LARGEST_FILE = 16 * 1024 * 1024
NEEDED = ("date", "weekday", "time", "mood", "activities", "note")
ALSO = ("full_date", "year", "note_title")


def recognise(path: Path, head: bytes) -> bool:
    del path  # the content tells, never the name
    return has_columns(head, *NEEDED)


def read(path: Path, progress: Progress, cancelled: Cancelled) -> Bundle:
    rows = rows_in(path, LARGEST_FILE, NEEDED, ALSO, cancelled)
    steps = Steps(progress, cancelled, len(rows))
    entries: list[DaylioEntry] = []
    for row in rows:
        steps.step()
        entries.append(_entry(row))
    return bundle_of(NAME, entries, Gathering(NAME))


def _entry(row: NamedRow) -> DaylioEntry:
    full = row["full_date"] or f"{row['date']}, {row['year']}".removesuffix(", ")
    forms = (DayForm.ISO,) if row["full_date"] else (DayForm.DAY_WORD, DayForm.WORD_DAY)
    day = next((day for form in forms if (day := day_in(full, form)) is not None), None)
    if day is None:
        raise UnreadableFileError(FileFault.NOT_A_DATE, row.line)
    activities = tuple(said for part in row["activities"].split(" | ") if (said := part.strip(" |")))
    return DaylioEntry(
        row.line, day, time_in(row["time"]), row["time"], row["mood"], rating_of(row["mood"]), activities,
        row["note_title"], row["note"],
    )  # fmt: skip


FORMAT = Format(NAME, recognise, read)
