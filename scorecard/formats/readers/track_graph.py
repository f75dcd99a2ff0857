"""CSV exports of Track & Graph: a row for each data point, any number of them a day.

A value is a number, or a length of time as h:mm:ss of which each part may be negative. Old files have the label behind
the value. Which day a point belongs to is told by its own zone and by the end of the user's day.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from pathlib import Path

from scorecard.domain.days import DEFAULT_DAY_END
from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.formats.bundle import UNDATED, AdviceKind, Bundle, Cancelled, ForeignMeasure, Format, Progress
from scorecard.formats.errors import FileFault, UnreadableFileError
from scorecard.formats.fitting import folded, joined
from scorecard.formats.gathering import Gathering, Steps, heed, number_kind
from scorecard.formats.moments import Moment, moment_in
from scorecard.formats.named_tables import NamedRow, has_columns, rows_in

NAME = "track-graph"
LARGEST_FILE = 16 * 1024 * 1024
NEEDED = ("featurename", "timestamp", "value")
ALSO = ("label", "note")
_LENGTH = re.compile(r"(-?\d{1,9}):(-?\d{1,2}):(-?\d{1,2})(?::(?P<label>.*))?", re.ASCII | re.DOTALL)
_NUMBER = re.compile(r"([+-]?\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,2})?)(?::(?P<label>.*))?", re.ASCII | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Point:
    """`value` is in minutes for a length of time. `words` are the value as it stands in the file."""

    line: int
    moment: Moment
    value: Decimal
    length: bool
    words: str
    label: str
    note: str


def recognise(path: Path, head: bytes) -> bool:
    del path  # the content tells, never the name
    return has_columns(head, *NEEDED)


def read(path: Path, progress: Progress, cancelled: Cancelled) -> Bundle:
    return read_by_clock(path, progress, cancelled, DEFAULT_DAY_END)


def read_by_clock(path: Path, progress: Progress, cancelled: Cancelled, day_end: time) -> Bundle:
    features: dict[str, list[Point]] = {}
    rows = rows_in(path, LARGEST_FILE, NEEDED, ALSO, cancelled)
    steps = Steps(progress, cancelled, len(rows))
    for row in rows:
        steps.step()
        features.setdefault(row["featurename"], []).append(_point(row))
    gathering = Gathering(NAME)
    for name, points in features.items():
        heed(cancelled)
        _gather(_measure(name, points, gathering), points, day_end, gathering)
    return gathering.bundle()


def _point(row: NamedRow) -> Point:
    moment = moment_in(row["timestamp"])
    if moment is None:
        raise UnreadableFileError(FileFault.NOT_A_MOMENT, row.line)
    length = _LENGTH.fullmatch(row["value"])
    found = length or _NUMBER.fullmatch(row["value"])
    old_label = (found["label"] or "").strip() if found else ""
    if found is None or (old_label and "label" in row.columns):
        raise UnreadableFileError(FileFault.NOT_A_VALUE, row.line)
    if length:
        hours, minutes, seconds = (int(length[part]) for part in (1, 2, 3))
        value = Decimal(3600 * hours + 60 * minutes + seconds) / 60
    else:
        value = Decimal(found[1])
    words = row["value"][: found.start("label") - 1] if found["label"] is not None else row["value"]
    return Point(row.line, moment, value, bool(length), words, row["label"] or old_label, row["note"])


def _measure(feature: str, points: Sequence[Point], gathering: Gathering) -> ForeignMeasure:
    for point in points:
        if point.length is not points[0].length:
            raise UnreadableFileError(FileFault.MIXED_VALUES, point.line)
    name, whole = gathering.named(feature, "#")
    kind = Kind.DURATION if points[0].length else number_kind([point.value for point in points])
    terms = Terms(UNDATED, kind, Direction.TALLY)
    origin = f"{NAME}:{folded(feature)}"
    return gathering.add_measure(ForeignMeasure(origin, name, (terms,), gathering.why(name, whole)))


def _gather(measure: ForeignMeasure, points: Sequence[Point], day_end: time, gathering: Gathering) -> None:
    """Values of one day are added up, but for those with labels, which are choices: there the last one stands."""
    chosen = any(point.label for point in points)
    days: dict[date, list[Point]] = {}
    for point in sorted(points, key=lambda point: point.moment):
        days.setdefault(point.moment.belongs_to(day_end), []).append(point)
    for day, own in days.items():
        last = own[-1]
        value = last.value if chosen else sum((point.value for point in own), Decimal(0))
        note = joined((last.label, last.note)) if len(own) == 1 else "\n".join(map(_told, own))
        if len(own) > 1:
            gathering.advise(AdviceKind.LAST_OF_DAY if chosen else AdviceKind.SUMMED, measure.name)
        if last.length:
            value = round(value, 3)  # from which every whole second can be told
        mark, note = gathering.valued(measure, value, "" if len(own) > 1 else last.words, note, last.line)
        gathering.add_entry(measure, day, mark, note, last.line)


def _told(point: Point) -> str:
    """One of several points of a day: "18:30 · 2.0 · fine · a note"."""
    return joined((f"{point.moment.clock:%H:%M}", point.words, point.label, point.note), between=" · ")


FORMAT = Format(NAME, recognise, read, read_by_clock)
