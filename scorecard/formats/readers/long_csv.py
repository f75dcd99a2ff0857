"""Tables with a row for each value: a date, the name of a measure, what it got, and perhaps a note.

Whatever else stands in a row goes into the note under its own name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from scorecard.domain.marks import UNKNOWN, Mark, Scored
from scorecard.domain.measures import Kind
from scorecard.formats.bundle import AdviceKind, Bundle, Cancelled, ForeignMeasure, Format, LossKind, Progress
from scorecard.formats.cells import decimal_point
from scorecard.formats.columns import Column, column_of
from scorecard.formats.day_forms import DayForm, day_in, form_of, forms_of
from scorecard.formats.errors import Amount, FileFault, FileTooLargeError, NotRecognisedError, UnreadableFileError
from scorecard.formats.files import HEAD, bytes_of
from scorecard.formats.fitting import folded, joined
from scorecard.formats.gathering import Gathering, Steps, fitting_value
from scorecard.formats.named_tables import MOST_COLUMNS, MOST_ROWS, cells_of
from scorecard.formats.readers.wide_csv import DATE_WORDS
from scorecard.formats.strangers import MEASURE_WORDS, VALUE_WORDS, header_program
from scorecard.formats.tables import SEPARATORS, Row, decoded, glimpse, rows_of, sample_of

NAME = "table-long"
ORIGIN = "table"  # a measure is the same in a table of either shape
LARGEST_FILE = 16 * 1024 * 1024
NOTE_WORDS = ("note", "notes", "comment", "comments", "notiz", "notizen", "kommentar", "remarque", "nota")


@dataclass(frozen=True, slots=True)
class Shape:
    """Where in a row each part stands."""

    separator: str
    header: tuple[str, ...]
    day: int
    measure: int
    value: int
    note: int | None


@dataclass(frozen=True, slots=True)
class Said:
    line: int
    day: date
    value: str
    note: str


def recognise(path: Path, head: bytes) -> bool:
    del path  # the content tells, never the name
    return shape_of(glimpse(head, whole=len(head) < HEAD)) is not None


def shape_of(text: str) -> Shape | None:
    shapes = (_shape(text, separator) for separator in SEPARATORS)
    return next((shape for shape in shapes if shape is not None), None)


def _shape(text: str, separator: str) -> Shape | None:
    header, *rows = [row.cells for row in sample_of(text, separator)] or [[]]
    words = [cell.strip().casefold() for cell in header]
    places = [[index for index, word in enumerate(words) if word in known] for known in (MEASURE_WORDS, VALUE_WORDS)]
    if header_program(header) or not all(places):
        return None
    measure, value = places[0][0], places[1][0]
    days = [index for index, word in enumerate(words) if word in DATE_WORDS] or [
        index for index in range(len(header)) if index not in (measure, value) and _is_of_days(rows, index)
    ]
    if not days or not any(_day_cell(row, days[0]) for row in rows):
        return None
    note = next((index for index, word in enumerate(words) if word in NOTE_WORDS), None)
    return Shape(separator, tuple(header), days[0], measure, value, note)


def _day_cell(row: Sequence[str], index: int) -> bool:
    return len(row) > index and bool(forms_of(row[index]))


def _is_of_days(rows: Sequence[Sequence[str]], index: int) -> bool:
    return bool(rows) and all(_day_cell(row, index) for row in rows)


def read(path: Path, progress: Progress, cancelled: Cancelled) -> Bundle:
    raw = bytes_of(path, LARGEST_FILE)
    shape = shape_of(glimpse(raw[:HEAD], whole=len(raw) < HEAD))
    if shape is None:
        raise NotRecognisedError
    if len(shape.header) > MOST_COLUMNS:
        raise FileTooLargeError(MOST_COLUMNS, Amount.COLUMNS)
    rows = _rows(decoded(raw), shape)
    form = form_of([(row.line, row.cells[shape.day]) for row in rows])
    point = decimal_point((row.cells[shape.value] for row in rows), shape.separator)
    gathering = Gathering(NAME)
    gathering.advise(AdviceKind.DATES_READ_AS, form.value)
    steps = Steps(progress, cancelled, len(rows))
    for name, said in _by_measure(rows, shape, form, steps).items():
        column = column_of([cell.value for cell in said if cell.value], point)
        measure = _measure(name, column, gathering)
        if column.dash_is_no:
            gathering.advise(AdviceKind.DASH_IS_NO, measure.name)
        _gather(measure, column, said, gathering)
    return gathering.bundle()


def _rows(text: str, shape: Shape) -> list[Row]:
    rows: list[Row] = []
    for number, row in enumerate(rows_of(text, shape.separator)):
        if number > MOST_ROWS:
            raise FileTooLargeError(MOST_ROWS, Amount.ROWS)
        if number:
            rows.append(Row(row.line, cells_of(row, len(shape.header))))
    if not rows:
        raise UnreadableFileError(FileFault.NO_ROWS)
    return rows


def _by_measure(rows: Sequence[Row], shape: Shape, form: DayForm, steps: Steps) -> dict[str, list[Said]]:
    """By names as the file first has them."""
    names: dict[str, str] = {}
    measures: dict[str, list[Said]] = {}
    for row in rows:
        steps.step()
        name, value, note = row.cells[shape.measure].strip(), row.cells[shape.value].strip(), _note(row, shape)
        day = day_in(row.cells[shape.day], form)
        assert day is not None, "form_of reads every cell"
        if not name:
            raise UnreadableFileError(FileFault.NO_NAME, row.line)
        if value or note:
            own = measures.setdefault(names.setdefault(folded(name), name), [])
            own.append(Said(row.line, day, value, note))
    return measures


def _note(row: Row, shape: Shape) -> str:
    own = "" if shape.note is None else row.cells[shape.note].strip()
    taken = (shape.day, shape.measure, shape.value, shape.note)
    others = (
        f"{name.strip()}: {cell.strip()}".removeprefix(": ")
        for index, (name, cell) in enumerate(zip(shape.header, row.cells, strict=True))
        if index not in taken and cell.strip()
    )
    return joined((own, *others))


def _measure(said: str, column: Column, gathering: Gathering) -> ForeignMeasure:
    name, whole = gathering.named(said, "#")
    origin = f"{ORIGIN}:{folded(name)}"
    return gathering.add_measure(ForeignMeasure(origin, name, (column.terms,), gathering.why(name, whole)))


def _gather(measure: ForeignMeasure, column: Column, said: Sequence[Said], gathering: Gathering) -> None:
    days: dict[date, list[Said]] = {}
    for cell in said:
        days.setdefault(cell.day, []).append(cell)
    for day, own in days.items():
        if len(own) == 1:
            mark, note = _mark(measure, column, own[0], gathering)
        else:
            mark, note = _marks(measure, column, own, gathering)
        gathering.add_entry(measure, day, mark, note, own[-1].line)


def _mark(measure: ForeignMeasure, column: Column, said: Said, gathering: Gathering) -> tuple[Mark, str]:
    if not said.value:
        return UNKNOWN, said.note
    mark, loss = column.read(said.value)
    if loss is None:
        return mark, said.note
    gathering.losses.add(loss, measure.name, said.line)
    return mark, joined((said.note, said.value))


def _marks(measure: ForeignMeasure, column: Column, own: Sequence[Said], gathering: Gathering) -> tuple[Mark, str]:
    """Of several values of a day: numbers are added up, of answers the last one stands; each is in the note."""
    note = "\n".join(joined((cell.value, cell.note), between=" · ") for cell in own)
    marks = [(cell, *column.read(cell.value)) for cell in own if cell.value]
    for cell, _, loss in marks:
        if loss is not None:
            gathering.losses.add(loss, measure.name, cell.line)
    scored = [mark.value for _, mark, _ in marks if isinstance(mark, Scored)]
    if column.terms.kind is Kind.YES_NO or not scored:
        gathering.advise(AdviceKind.LAST_OF_DAY, measure.name)
        return (marks[-1][1] if marks else UNKNOWN), note
    gathering.advise(AdviceKind.SUMMED, measure.name)
    value = fitting_value(column.terms, sum(scored, Decimal(0)))
    if value is None:
        gathering.losses.add(LossKind.IN_NOTE, measure.name, own[-1].line)
    return (UNKNOWN if value is None else Scored(value)), note


FORMAT = Format(NAME, recognise, read)
