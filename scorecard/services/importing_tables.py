"""Importing a table that does not tell by itself how it is to be read, or that is to be read another way."""

from dataclasses import dataclass, replace
from pathlib import Path

from scorecard.domain.errors import KnownError
from scorecard.formats.bundle import Advice, AdviceKind, Bundle, Cancelled, Progress
from scorecard.formats.day_forms import DayForm
from scorecard.formats.errors import FileFault, FileTooLargeError, NotRecognisedError, UnreadableFileError
from scorecard.formats.files import bytes_of, head_of, is_folder
from scorecard.formats.known import recognise
from scorecard.formats.mapped_columns import letters
from scorecard.formats.mapped_tables import LIMITS, read_mapped
from scorecard.formats.mapping import (
    ROLES,
    Encoding,
    Lack,
    Point,
    Role,
    Separator,
    Several,
    Shape,
    TableMapping,
)
from scorecard.formats.mapping_guess import guessed, suggested
from scorecard.formats.table_looks import PREVIEWED, TableLook, look_at
from scorecard.services.importing import Importing, PreparedImport
from scorecard.services.table_book import TableBook

__all__ = [
    "PREVIEWED",
    "ROLES",
    "Bundle",
    "DayForm",
    "Encoding",
    "Lack",
    "OpenTable",
    "OpenTableError",
    "Point",
    "Role",
    "Separator",
    "Several",
    "Shape",
    "TableBook",
    "TableImporting",
    "TableMapping",
    "letters",
]

SOURCES = {Shape.WIDE: "table", Shape.LONG: "table-long"}
_SETTLED_BY_MAPPING = frozenset({
    FileFault.NOT_A_DATE, FileFault.MIXED_DATES, FileFault.AMBIGUOUS_DATES, FileFault.DUPLICATE_DAY, FileFault.RAGGED,
    FileFault.NO_NAME, FileFault.WRONG_ENCODING,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class OpenTable:
    """A table of which is still to be said how it is read. `mapping` is the first suggestion, `problem` why it was not
    read by itself."""

    file: Path
    look: TableLook
    mapping: TableMapping
    problem: KnownError | None = None

    def guess(self, separator: Separator, shape: Shape | None = None) -> TableMapping:
        return guessed(self.look, separator, shape)


class OpenTableError(KnownError):
    """Nobody has said yet how the table is to be read. `problem`: why it is not read by itself."""

    def __init__(self, problem: KnownError) -> None:
        super().__init__(str(problem))
        self.problem = problem


class TableImporting:
    """For any thread; raises what `Importing` does. Without a book nothing is remembered."""

    def __init__(self, importing: Importing, book: TableBook | None = None) -> None:
        self._importing = importing
        self._book = book

    def read_and_plan(self, file: Path, progress: Progress, cancelled: Cancelled) -> PreparedImport | OpenTable:
        """Any file; a table is read as it was before, or by itself, or is left open."""
        look = _look(file)
        known = self._book.get(look) if self._book is not None and look is not None else None
        if look is not None and known is not None:
            return self._read_as_before(OpenTable(file, look, known), progress, cancelled)
        try:
            return self._importing.read_and_plan(file, progress, cancelled)
        except (NotRecognisedError, UnreadableFileError) as error:
            if look is None or not _settled_by_mapping(file, error):
                raise
            return OpenTable(file, look, suggested(look), error)

    def open(self, file: Path) -> OpenTable | None:
        """The same file, to be read another way; None when it is no table."""
        look = _look(file)
        if look is None:
            return None
        known = self._book.get(look) if self._book is not None else None
        return OpenTable(file, look, known or suggested(look))

    def read(self, file: Path, mapping: TableMapping, progress: Progress, cancelled: Cancelled) -> Bundle:
        raw = bytes_of(file, LIMITS[mapping.shape].bytes)
        return read_mapped(raw, mapping, SOURCES[mapping.shape], progress, cancelled, self._importing.day_end())

    def plan(self, table: OpenTable, mapping: TableMapping, bundle: Bundle) -> PreparedImport:
        """Of what the table came to by that mapping, which is remembered."""
        if self._book is not None:
            self._book.remember(table.look, mapping)
        return self._importing.plan_table(bundle)

    def _read_as_before(self, table: OpenTable, progress: Progress, cancelled: Cancelled) -> PreparedImport | OpenTable:
        try:
            bundle = self.read(table.file, table.mapping, progress, cancelled)
        except (UnreadableFileError, FileTooLargeError) as error:
            return replace(table, problem=error)
        return self._importing.plan_table(replace(bundle, advice=(Advice(AdviceKind.AS_BEFORE), *bundle.advice)))


def _look(file: Path) -> TableLook | None:
    try:
        return None if is_folder(file) else look_at(head_of(file))
    except UnreadableFileError:
        return None


def _settled_by_mapping(file: Path, error: NotRecognisedError | UnreadableFileError) -> bool:
    if isinstance(error, NotRecognisedError):
        return True
    return error.fault in _SETTLED_BY_MAPPING and recognise(file).name in SOURCES.values()
