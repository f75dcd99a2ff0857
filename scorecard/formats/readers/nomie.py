"""CSV exports of Nomie: a row for each value of each tracker, any number of them a day, which are added up.

`end` is the moment by the clock where it was. What Nomie tells of the place and of how it felt goes into the note.
"""

from collections.abc import Iterable, Iterator
from datetime import time
from itertools import chain
from pathlib import Path

from scorecard.domain.days import DEFAULT_DAY_END
from scorecard.formats.bundle import Bundle, Cancelled, Format, Progress
from scorecard.formats.day_forms import DayForm
from scorecard.formats.errors import FileFault, UnreadableFileError
from scorecard.formats.files import bytes_of
from scorecard.formats.gathering import Gathering
from scorecard.formats.mapped_tables import LIMITS, Asked, read_rows
from scorecard.formats.mapping import Point, Role, Separator, Several, Shape, TableMapping
from scorecard.formats.named_tables import has_columns
from scorecard.formats.tables import Row, decoded, rows_of

NAME = "nomie"
NEEDED = ("epoch", "end", "tracker", "value")
ROLES = {"end": Role.DAY, "tracker": Role.NAME, "value": Role.VALUE, "note": Role.NOTE}
ASIDE = ("lat", "lng", "location", "score")


def recognise(path: Path, head: bytes) -> bool:
    del path  # the content tells, never the name
    return has_columns(head, *NEEDED)


def read(path: Path, progress: Progress, cancelled: Cancelled) -> Bundle:
    return read_by_clock(path, progress, cancelled, DEFAULT_DAY_END)


def read_by_clock(path: Path, progress: Progress, cancelled: Cancelled, day_end: time) -> Bundle:
    rows = rows_of(decoded(bytes_of(path, LIMITS[Shape.LONG].bytes)), ",", cancelled)
    first = next(rows, Row(1, []))
    names = [name.strip().casefold() for name in first.cells]
    if not set(NEEDED) <= set(names):
        raise UnreadableFileError(FileFault.STRANGE)
    others = dict.fromkeys(ASIDE, Role.ASIDE)
    mapping = TableMapping(
        Shape.LONG,
        Separator.COMMA,
        tuple({**ROLES, **others}.get(name, Role.IGNORED) for name in names),
        form=DayForm.MOMENT,
        point=Point.DOT,
        several=Several.SUM,
        forgiving=False,
    )
    aside = [index for index, name in enumerate(names) if name in ASIDE]
    table = chain([first], _without_zeros(rows, aside))
    return read_rows(table, mapping, Gathering(NAME), Asked(progress, cancelled, day_end), NAME)


def _without_zeros(rows: Iterable[Row], places: list[int]) -> Iterator[Row]:
    """Nomie writes 0 where it knows no place and was told no feeling."""
    for row in rows:
        for index in places:
            if index < len(row.cells) and row.cells[index].strip() in ("0", "undefined", "null"):
                row.cells[index] = ""
        yield row


FORMAT = Format(NAME, recognise, read, read_by_clock)
