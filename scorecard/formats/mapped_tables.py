"""Reading a table the way a mapping says. Whatever a table and a mapping are, it ends in a bundle or in a refusal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from scorecard.formats.bundle import MOST_ENTRIES, AdviceKind, Bundle, Cancelled, LossKind, Progress
from scorecard.formats.cells import decimal_point
from scorecard.formats.day_forms import CLOCK_FORMS, DayForm, day_by, form_of, likeliest_form
from scorecard.formats.errors import Amount, FileFault, FileTooLargeError, UnreadableFileError
from scorecard.formats.gathering import BATCH, Gathering, Steps, heed
from scorecard.formats.mapped_columns import Dated, diary_in, measures_across, measures_down
from scorecard.formats.mapped_values import gather_measure
from scorecard.formats.mapping import Role, Several, Shape, TableMapping
from scorecard.formats.named_tables import cells_of
from scorecard.formats.tables import Row, decoded, rows_of

_MB = 1024 * 1024
TABLE = "table"  # a measure is the same in a table of either shape


@dataclass(frozen=True, slots=True)
class Limits:
    bytes: int
    rows: int
    columns: int
    entries: int = MOST_ENTRIES


LIMITS = {Shape.WIDE: Limits(8 * _MB, 100_000, 200), Shape.LONG: Limits(16 * _MB, MOST_ENTRIES, 40)}


def read_mapped(
    raw: bytes, mapping: TableMapping, source: str, progress: Progress, cancelled: Cancelled, day_end: time
) -> Bundle:
    """Raises UnreadableFileError, FileTooLargeError or ImportCancelledError."""
    if len(raw) > LIMITS[mapping.shape].bytes:
        raise FileTooLargeError(LIMITS[mapping.shape].bytes)
    rows = rows_of(decoded(raw, mapping.encoding), mapping.separator, cancelled)
    return read_rows(rows, mapping, Gathering(source), Asked(progress, cancelled, day_end))


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reading of any table is handed."""

    progress: Progress
    cancelled: Cancelled
    day_end: time


def read_rows(
    table: Iterable[Row], mapping: TableMapping, gathering: Gathering, asked: Asked, origin: str = TABLE
) -> Bundle:
    """As `read_mapped`, of rows that are cut already. `origin` tells the measures of a program from any table's."""
    if mapping.lack is not None:
        raise UnreadableFileError(FileFault.UNMAPPED)
    if len(mapping.roles) > LIMITS[mapping.shape].columns:
        raise FileTooLargeError(LIMITS[mapping.shape].columns, Amount.COLUMNS)
    names, rows = _rows(table, mapping, gathering, asked.cancelled)
    form = _form(rows, mapping)
    heed(asked.cancelled)
    if form not in CLOCK_FORMS:
        gathering.advise(AdviceKind.DATES_READ_AS, form.value)
    dated = _dated(rows, form, mapping, gathering, asked.day_end)
    heed(asked.cancelled)
    measures_of = measures_across if mapping.shape is Shape.WIDE else measures_down
    told = measures_of(names, dated, mapping, gathering)
    heed(asked.cancelled)
    texts, program = diary_in(names, dated, mapping, gathering)
    values = (said.value for measure in told for said in measure.said)
    point = mapping.point or decimal_point(values, mapping.separator)
    steps = Steps(asked.progress, asked.cancelled, sum(len(measure.said) for measure in told))
    for measure in told:
        gather_measure(measure, origin, point, mapping.several, gathering, steps)
    return gathering.bundle(texts, program)


def _rows(
    table: Iterable[Row], mapping: TableMapping, gathering: Gathering, cancelled: Cancelled
) -> tuple[list[str], list[Row]]:
    """The names of the columns, and the rows below them, as wide as the mapping."""
    limits = LIMITS[mapping.shape]
    width = len(mapping.roles)
    names = [""] * width
    rows: list[Row] = []
    filled = 0
    measures = [index for index, role in enumerate(mapping.roles) if role is Role.MEASURE]
    for number, row in enumerate(table):
        if number % BATCH == 0:
            heed(cancelled)
        if number > limits.rows:
            raise FileTooLargeError(limits.rows, Amount.ROWS)
        if number == mapping.header:
            names = [*row.cells, *names][:width] if len(row.cells) < width else row.cells[:width]
        elif mapping.header is None or number > mapping.header:
            cells = _fitted(row, mapping, gathering)
            if cells is not None:
                filled += sum(bool(cells[index].strip()) for index in measures)
                rows.append(Row(row.line, cells))
        if filled > limits.entries:
            raise FileTooLargeError(limits.entries, Amount.ENTRIES)
    if not rows:
        raise UnreadableFileError(FileFault.NO_ROWS)
    return names, rows


def _fitted(row: Row, mapping: TableMapping, gathering: Gathering) -> list[str] | None:
    """Where rows are forgiven, one that is too short has blanks, and one that is too long has lost its way."""
    width = len(mapping.roles)
    if not mapping.forgiving:
        return cells_of(row, width)
    if any(cell.strip() for cell in row.cells[width:]):
        gathering.losses.add(LossKind.UNREADABLE, line=row.line)
        return None
    return [*row.cells, *[""] * (width - len(row.cells))][:width]


def _form(rows: Sequence[Row], mapping: TableMapping) -> DayForm:
    if mapping.form is not None:
        return mapping.form
    column = _day_column(mapping)
    cells = [(row.line, row.cells[column]) for row in rows]
    return likeliest_form(cells) if mapping.forgiving else form_of(cells)


def _day_column(mapping: TableMapping) -> int:
    column = mapping.column(Role.DAY)
    assert column is not None, "a mapping that lacks nothing has one"
    return column


def _dated(
    rows: Sequence[Row], form: DayForm, mapping: TableMapping, gathering: Gathering, day_end: time
) -> list[Dated]:
    column = _day_column(mapping)
    once = mapping.shape is Shape.WIDE and mapping.several is Several.REFUSED
    dated: list[Dated] = []
    days: set[date] = set()
    read: dict[str, date | None] = {}
    for row in rows:
        cell = row.cells[column]
        day = read[cell] = read[cell] if cell in read else day_by(cell, form, day_end)
        if day is None:
            _leave_out(row, form, mapping, gathering)
            continue
        if once and day in days:
            raise UnreadableFileError(FileFault.DUPLICATE_DAY, row.line)
        days.add(day)
        dated.append(Dated(row.line, day, row.cells))
    if not dated:
        raise UnreadableFileError(_no_day(form), rows[0].line)
    return dated


def _leave_out(row: Row, form: DayForm, mapping: TableMapping, gathering: Gathering) -> None:
    if not mapping.forgiving:
        raise UnreadableFileError(_no_day(form), row.line)
    gathering.losses.add(LossKind.UNREADABLE, line=row.line)


def _no_day(form: DayForm) -> FileFault:
    return FileFault.NOT_A_MOMENT if form in CLOCK_FORMS else FileFault.NOT_A_DATE
