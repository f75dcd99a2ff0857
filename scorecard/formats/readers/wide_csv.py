"""Tables with a row for each day and a column for each measure, as spreadsheets and scripts write them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scorecard.formats.bundle import (
    MOST_ENTRIES,
    Advice,
    AdviceKind,
    Bundle,
    Cancelled,
    ForeignEntry,
    ForeignMeasure,
    Format,
    LossKind,
    Progress,
)  # fmt: skip
from scorecard.formats.cells import decimal_point
from scorecard.formats.columns import Cell, Column, column_of
from scorecard.formats.day_forms import DayForm, day_in, form_of, forms_of
from scorecard.formats.errors import (
    Amount,
    FileFault,
    FileTooLargeError,
    ImportCancelledError,
    NotRecognisedError,
    UnreadableFileError,
)  # fmt: skip
from scorecard.formats.files import HEAD, bytes_of
from scorecard.formats.fitting import distinct, fitting_name, fitting_note, folded
from scorecard.formats.gathering import BATCH, Steps
from scorecard.formats.losses import LossTally
from scorecard.formats.strangers import is_foreign_table
from scorecard.formats.tables import SEPARATORS, Row, decoded, glimpse, rows_of, sample_of

NAME = "table"
LARGEST_FILE = 8 * 1024 * 1024
MOST_ROWS = 100_000
MOST_COLUMNS = 200
DATE_WORDS = frozenset({
    "date", "day", "datum", "tag", "jour", "fecha", "día", "dia", "data", "giorno", "dato", "dag", "dzień",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    separator: str
    header: list[str]
    date_column: int


def recognise(path: Path, head: bytes) -> bool:
    del path  # the content tells, never the name
    return shape_of(glimpse(head, whole=len(head) < HEAD)) is not None


def shape_of(text: str) -> Shape | None:
    """How the table that begins with `text` is cut, by the separator that yields dates and most columns; else None."""
    shapes = [shape for separator in SEPARATORS if (shape := _shape(text, separator)) is not None]
    return max(shapes, key=lambda shape: len(shape.header), default=None)


def _shape(text: str, separator: str) -> Shape | None:
    header, *rows = [row.cells for row in sample_of(text, separator)] or [[]]
    if len(header) < 2 or forms_of(header[0]) or is_foreign_table(header, rows):
        return None
    named = (index for index, name in enumerate(header) if name.strip().casefold() in DATE_WORDS)
    column = next(named, None)
    days = [row[column or 0] for row in rows if len(row) > (column or 0)]
    if any(forms_of(day) for day in days) or (column is not None and all(len(row) == len(header) for row in rows)):
        return Shape(separator, header, column or 0)
    return None


def read(path: Path, progress: Progress, cancelled: Cancelled) -> Bundle:
    raw = bytes_of(path, LARGEST_FILE)
    shape = shape_of(glimpse(raw[:HEAD], whole=len(raw) < HEAD))
    if shape is None:
        raise NotRecognisedError
    rows = _rows(decoded(raw), shape, cancelled)
    days, form = _days(rows, shape.date_column)
    losses = LossTally()
    columns = _columns(rows, days, shape, losses)
    point = decimal_point((cell.text for cells in columns.values() for cell in cells), shape.separator)
    return _bundle(columns, point, form, losses, Steps(progress, cancelled, sum(map(len, columns.values()))))


def _rows(text: str, shape: Shape, cancelled: Cancelled) -> list[Row]:
    """The rows below the header, each cut to its width; cells beyond must be blank."""
    width = len(shape.header)
    if width > MOST_COLUMNS:
        raise FileTooLargeError(MOST_COLUMNS, Amount.COLUMNS)
    rows: list[Row] = []
    filled = 0
    for number, row in enumerate(rows_of(text, shape.separator)):
        if number % BATCH == 0 and cancelled():
            raise ImportCancelledError
        if number > MOST_ROWS:
            raise FileTooLargeError(MOST_ROWS, Amount.ROWS)
        if len(row.cells) < width or any(cell.strip() for cell in row.cells[width:]):
            raise UnreadableFileError(FileFault.RAGGED, row.line)
        if number:
            filled += sum(1 for cell in row.cells if cell and not cell.isspace()) - 1
            rows.append(Row(row.line, row.cells[:width]))
        if filled > MOST_ENTRIES:
            raise FileTooLargeError(MOST_ENTRIES, Amount.ENTRIES)
    if not rows:
        raise UnreadableFileError(FileFault.NO_ROWS)
    return rows


def _days(rows: Sequence[Row], column: int) -> tuple[list[date], DayForm]:
    cells = [(row.line, row.cells[column]) for row in rows]
    form = form_of(cells)
    days: dict[date, None] = {}
    for line, cell in cells:
        day = day_in(cell, form)
        assert day is not None, "form_of reads every cell"
        if day in days:
            raise UnreadableFileError(FileFault.DUPLICATE_DAY, line)
        days[day] = None
    return list(days), form


def _columns(rows: Sequence[Row], days: Sequence[date], shape: Shape, losses: LossTally) -> dict[str, list[Cell]]:
    """The cells of each column that are not blank, by the column's name as the file has it."""
    columns: dict[str, list[Cell]] = {}
    for index, name in enumerate(shape.header):
        if index == shape.date_column:
            continue
        texts = ((row.line, day, row.cells[index]) for row, day in zip(rows, days, strict=True))
        cells = [Cell(line, day, text) for line, day, text in texts if text.strip()]
        if cells and not name.strip():
            raise UnreadableFileError(FileFault.NO_NAME, cells[0].line)
        if cells:
            columns[distinct(name.strip(), columns)] = cells
        elif name.strip():
            losses.add(LossKind.EMPTY_COLUMN, fitting_name(name, "")[0])
    return columns


def _bundle(columns: dict[str, list[Cell]], point: str, form: DayForm, losses: LossTally, steps: Steps) -> Bundle:
    measures: list[ForeignMeasure] = []
    entries: list[ForeignEntry] = []
    advice = [Advice(AdviceKind.DATES_READ_AS, form.value)]
    for header, cells in columns.items():
        column = column_of([cell.text for cell in cells], point)
        measure = _measure(header, column, [measure.origin for measure in measures], losses)
        measures.append(measure)
        if column.dash_is_no:
            advice.append(Advice(AdviceKind.DASH_IS_NO, measure.name))
        for cell in cells:
            steps.step()
            entries.append(_entry(measure, column, cell, losses))
    if tallies := sum(not measure.terms[0].scores for measure in measures):
        advice.append(Advice(AdviceKind.TALLY_ONLY, count=tallies))
    return Bundle(NAME, tuple(measures), tuple(entries), losses.losses, tuple(advice))


def _measure(header: str, column: Column, taken: Sequence[str], losses: LossTally) -> ForeignMeasure:
    name, whole = fitting_name(header, "#")
    if whole:
        losses.add(LossKind.TEXT_CUT, name)
    origin = distinct(f"{NAME}:{folded(name)}", taken)
    return ForeignMeasure(origin, name, (column.terms,), fitting_note(whole, losses, name))


def _entry(measure: ForeignMeasure, column: Column, cell: Cell, losses: LossTally) -> ForeignEntry:
    mark, loss = column.read(cell.text)
    if loss is None:
        return ForeignEntry(measure.origin, cell.day, mark)
    losses.add(loss, measure.name, cell.line)
    return ForeignEntry(measure.origin, cell.day, mark, fitting_note(cell.text, losses, measure.name, cell.line))


FORMAT = Format(NAME, recognise, read)
