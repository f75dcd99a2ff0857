"""Tables in which a program names its columns: the rows by those names, wherever the columns stand."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scorecard.formats.bundle import MOST_ENTRIES, Cancelled
from scorecard.formats.errors import Amount, FileFault, FileTooLargeError, UnreadableFileError
from scorecard.formats.files import HEAD, bytes_of
from scorecard.formats.tables import SEPARATORS, Row, decoded, glimpse, never, rows_of, sample_of

MOST_ROWS = MOST_ENTRIES
MOST_COLUMNS = 40


@dataclass(frozen=True, slots=True)
class NamedRow:
    """`columns` tells where in `cells` each folded name stands; `line` is the first line of the row, counted from 1."""

    line: int
    columns: Mapping[str, int]
    cells: Sequence[str]

    def __getitem__(self, column: str) -> str:
        """Empty for a column that is not there."""
        return self.cells[self.columns[column]].strip() if column in self.columns else ""


def has_columns(head: bytes, *needed: str) -> bool:
    """Whether a file begins with a row that names these columns, folded."""
    text = glimpse(head, whole=len(head) < HEAD)
    return any(set(needed) <= set(_header(text, separator)) for separator in SEPARATORS)


def _header(text: str, separator: str) -> list[str]:
    rows = sample_of(text, separator)
    return _names(rows[0].cells) if rows else []


def _names(cells: Sequence[str]) -> list[str]:
    return [cell.strip().casefold() for cell in cells]


def rows_in(path: Path, limit: int, needed: Sequence[str], also: Sequence[str], cancelled: Cancelled) -> list[NamedRow]:
    """As `named_rows`, of a file of at most so many bytes, which has some."""
    rows = list(named_rows(decoded(bytes_of(path, limit)), needed, also, cancelled))
    if not rows:
        raise UnreadableFileError(FileFault.NO_ROWS)
    return rows


def named_rows(
    text: str, needed: Sequence[str], also: Sequence[str] = (), cancelled: Cancelled = never
) -> Iterator[NamedRow]:
    """The rows below the header, of the columns `needed` and those `also` that are there; raises UnreadableFileError
    with the line, FileTooLargeError, or ImportCancelledError."""
    separator = next((mark for mark in SEPARATORS if set(needed) <= set(_header(text, mark))), SEPARATORS[0])
    rows = rows_of(text, separator, cancelled)
    names = _names(next(rows, Row(1, [])).cells)
    if not set(needed) <= set(names):
        raise UnreadableFileError(FileFault.STRANGE)
    if len(names) > MOST_COLUMNS:
        raise FileTooLargeError(MOST_COLUMNS, Amount.COLUMNS)
    kept = [names.index(name) for name in (*needed, *also) if name in names]
    columns = {names[index]: place for place, index in enumerate(kept)}
    for number, row in enumerate(rows):
        if number >= MOST_ROWS:
            raise FileTooLargeError(MOST_ROWS, Amount.ROWS)
        cells = cells_of(row, len(names))
        yield NamedRow(row.line, columns, [cells[index] for index in kept])


def cells_of(row: Row, width: int) -> list[str]:
    """The cells of a row that must have so many, but for blank ones at the end."""
    if len(row.cells) < width or any(cell.strip() for cell in row.cells[width:]):
        raise UnreadableFileError(FileFault.RAGGED, row.line)
    return row.cells[:width]


@contextmanager
def inside(file: str) -> Iterator[None]:
    """What is unreadable in here is told of that file of an archive."""
    try:
        yield
    except UnreadableFileError as error:
        raise UnreadableFileError(error.fault, error.line, inside=file) from None
