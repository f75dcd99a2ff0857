"""CSV exports of HabitBull: a row for each day of each habit. 0 is no, 1 is yes, more is a number.

A schedule or target is not told. Numbers under zero mean nothing outside of HabitBull.
"""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from scorecard.domain.marks import UNKNOWN, Mark
from scorecard.domain.measures import Direction, Kind, Terms
from scorecard.domain.values import YES
from scorecard.formats.bundle import UNDATED, AdviceKind, Bundle, Cancelled, ForeignMeasure, Format, Progress
from scorecard.formats.cells import number_in
from scorecard.formats.day_forms import DayForm, day_in, form_of
from scorecard.formats.errors import FileFault, UnreadableFileError
from scorecard.formats.fitting import folded
from scorecard.formats.gathering import Gathering, Steps, number_kind
from scorecard.formats.named_tables import NamedRow, has_columns, rows_in

NAME = "habitbull"
LARGEST_FILE = 16 * 1024 * 1024
NEEDED = ("habitname", "calendardate", "value")
ALSO = ("habitdescription", "habitcategory", "commenttext")


def recognise(path: Path, head: bytes) -> bool:
    del path  # the content tells, never the name
    return has_columns(head, *NEEDED)


def read(path: Path, progress: Progress, cancelled: Cancelled) -> Bundle:
    rows = rows_in(path, LARGEST_FILE, NEEDED, ALSO, cancelled)
    form = _form(rows)
    gathering = Gathering(NAME)
    gathering.advise(AdviceKind.DATES_READ_AS, form.value)
    steps = Steps(progress, cancelled, len(rows))
    for own in _by_habit(rows):
        measure = _measure(own, gathering)
        for row in own:
            steps.step()
            _gather(measure, row, form, gathering)
    return gathering.bundle()


def _form(rows: Sequence[NamedRow]) -> DayForm:
    """HabitBull writes 2026-03-02 or 3/2/2026; where days may come first too, they do not."""
    try:
        return form_of([(row.line, row["calendardate"]) for row in rows])
    except UnreadableFileError as error:
        if error.fault is not FileFault.AMBIGUOUS_DATES:
            raise
        return DayForm.MONTH_FIRST


def _by_habit(rows: Sequence[NamedRow]) -> list[list[NamedRow]]:
    habits: dict[str, list[NamedRow]] = {}
    for row in rows:
        habits.setdefault(row["habitname"], []).append(row)
    return list(habits.values())


def _measure(rows: Sequence[NamedRow], gathering: Gathering) -> ForeignMeasure:
    first = rows[0]
    name, whole = gathering.named(first["habitname"], "#")
    descriptions = (row["habitdescription"] for row in rows)
    why = gathering.why(name, *dict.fromkeys(descriptions), whole)
    group, _ = gathering.named(first["habitcategory"], "")
    return gathering.add_measure(
        ForeignMeasure(f"{NAME}:{folded(first['habitname'])}", name, (_terms(rows),), why, group=group)
    )


def _terms(rows: Sequence[NamedRow]) -> Terms:
    values = [value for row in rows if (value := _value(row)) is not None and value >= 0]
    if all(value <= YES and value == int(value) for value in values):
        return Terms(UNDATED, Kind.YES_NO)
    return Terms(UNDATED, number_kind(values), Direction.TALLY)


def _value(row: NamedRow) -> Decimal | None:
    value = number_in(row["value"], ".")
    return value if value is not None and value >= 0 else None


def _gather(measure: ForeignMeasure, row: NamedRow, form: DayForm, gathering: Gathering) -> None:
    mark: Mark = UNKNOWN
    note = row["commenttext"]
    if row["value"]:
        mark, note = gathering.valued(measure, _value(row), row["value"], note, row.line)
    gathering.add_entry(measure, day_in(row["calendardate"], form), mark, note, row.line)


FORMAT = Format(NAME, recognise, read)
