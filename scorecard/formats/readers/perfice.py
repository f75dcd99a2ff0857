"""Exports of a form of Perfice, JSON or CSV: each time it was filled in, with an answer to each question.

A moment is in milliseconds. Answers are moods and choices more often than amounts: of several of a day the last one
stands. Entries made before a question was added have fewer answers than there are questions.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import time
from decimal import Decimal
from itertools import chain
from pathlib import Path

from scorecard.domain.days import DEFAULT_DAY_END
from scorecard.formats.bundle import Bundle, Cancelled, Format, Progress
from scorecard.formats.day_forms import DayForm
from scorecard.formats.files import HEAD, bytes_of
from scorecard.formats.gathering import Gathering
from scorecard.formats.json_files import JsonObject, is_json, list_in, number_in, object_of, objects_in, paths_in
from scorecard.formats.losses import LossTally
from scorecard.formats.mapped_tables import LIMITS, Asked, read_rows
from scorecard.formats.mapping import Point, Role, Separator, Several, Shape, TableMapping
from scorecard.formats.tables import Row, decoded, glimpse, rows_of, sample_of

NAME = "perfice"
MOMENT = "timestamp"
LIST_MARK = "|||"
_SIGNS = {"questions", "entries", "entries[].timestamp", "entries[].answers"}
_MILLISECONDS = re.compile(r"\d{12,13}(\.\d{1,9})?", re.ASCII)


def recognise(path: Path, head: bytes) -> bool:
    del path  # the content tells, never the name
    if is_json(head):
        return paths_in(head) >= _SIGNS
    names, *rows = [row.cells for row in sample_of(glimpse(head, len(head) < HEAD), ",")] or [[""]]
    moments = bool(rows) and all(_MILLISECONDS.fullmatch(row[0].strip()) for row in rows)
    return names[0].strip().casefold() == MOMENT and len(names) > 1 and moments


def read(path: Path, progress: Progress, cancelled: Cancelled) -> Bundle:
    return read_by_clock(path, progress, cancelled, DEFAULT_DAY_END)


def read_by_clock(path: Path, progress: Progress, cancelled: Cancelled, day_end: time) -> Bundle:
    raw = bytes_of(path, LIMITS[Shape.WIDE].bytes)
    records = is_json(raw[:HEAD])
    rows = _told(object_of(raw, cancelled)) if records else _listed(rows_of(decoded(raw), ",", cancelled))
    first = next(rows, Row(1, []))
    mapping = TableMapping(
        Shape.WIDE,
        Separator.COMMA,
        (Role.DAY, *[Role.MEASURE] * max(len(first.cells) - 1, 0)),
        form=DayForm.UNIX_MS,
        point=Point.DOT,
        several=Several.LAST,
    )
    gathering = Gathering(NAME, LossTally(records))
    return read_rows(chain([first], rows), mapping, gathering, Asked(progress, cancelled, day_end), NAME)


def _listed(rows: Iterable[Row]) -> Iterator[Row]:
    return (Row(row.line, [cell.replace(LIST_MARK, ", ") for cell in row.cells]) for row in rows)


def _told(form: JsonObject) -> Iterator[Row]:
    """The rows of the table that the same form is exported as, numbered as records."""
    yield Row(0, [MOMENT, *map(_cell, list_in(form, "questions"))])
    for number, entry in objects_in(form, "entries"):
        moment = number_in(entry or {}, MOMENT)
        yield Row(number, [_cell(moment), *map(_cell, list_in(entry or {}, "answers"))])


def _cell(said: object) -> str:
    match said:
        case bool():
            return "yes" if said else "no"
        case str():
            return said
        case int() | Decimal():
            return format(said, "f") if isinstance(said, Decimal) else str(said)
        case list():
            return ", ".join(filter(None, map(_cell, said)))
        case _:
            return ""


FORMAT = Format(NAME, recognise, read, read_by_clock)
