"""Tables with a row for each value: a date, the name of a measure, what it got, and perhaps a note.

Whatever else stands in a row goes into the note under its own name.
"""

from pathlib import Path

from scorecard.domain.days import DEFAULT_DAY_END
from scorecard.formats.bundle import Bundle, Cancelled, Format, Progress
from scorecard.formats.errors import NotRecognisedError
from scorecard.formats.files import HEAD, bytes_of
from scorecard.formats.mapped_tables import LIMITS, read_mapped
from scorecard.formats.mapping import Shape
from scorecard.formats.table_shapes import long_in

NAME = "table-long"


def recognise(path: Path, head: bytes) -> bool:
    del path  # the content tells, never the name
    return long_in(head) is not None


def read(path: Path, progress: Progress, cancelled: Cancelled) -> Bundle:
    raw = bytes_of(path, LIMITS[Shape.LONG].bytes)
    mapping = long_in(raw[:HEAD])
    if mapping is None:
        raise NotRecognisedError
    return read_mapped(raw, mapping, NAME, progress, cancelled, DEFAULT_DAY_END)


FORMAT = Format(NAME, recognise, read)
