"""Tables with a row for each day and a column for each measure, as spreadsheets and scripts write them."""

from pathlib import Path

from scorecard.domain.days import DEFAULT_DAY_END
from scorecard.formats.bundle import Bundle, Cancelled, Format, Progress
from scorecard.formats.errors import NotRecognisedError
from scorecard.formats.files import HEAD, bytes_of
from scorecard.formats.mapped_tables import LIMITS, read_mapped
from scorecard.formats.mapping import Shape
from scorecard.formats.table_shapes import wide_in

NAME = "table"


def recognise(path: Path, head: bytes) -> bool:
    del path  # the content tells, never the name
    return wide_in(head) is not None


def read(path: Path, progress: Progress, cancelled: Cancelled) -> Bundle:
    raw = bytes_of(path, LIMITS[Shape.WIDE].bytes)
    mapping = wide_in(raw[:HEAD])
    if mapping is None:
        raise NotRecognisedError
    return read_mapped(raw, mapping, NAME, progress, cancelled, DEFAULT_DAY_END)


FORMAT = Format(NAME, recognise, read)
