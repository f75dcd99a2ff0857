"""Exports: everything, or the days of a time, in the format that was asked for; whole or not at all."""

import logging
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import assert_never

from scorecard import __version__
from scorecard.domain.clock import Clock
from scorecard.domain.errors import KnownError, StoppedError
from scorecard.formats.errors import ImportCancelledError
from scorecard.formats.own_export import OwnExport, own_export, parse_own_export
from scorecard.services.changes import Changes
from scorecard.services.exporting import Exporting, NotWrittenError, WriteFault, write_file, write_folder
from scorecard.services.exporting_days import Cancelled, ExportWords, Progress, WrittenDays, written_days
from scorecard.services.exporting_days import Headings as Headings
from scorecard.services.importing_own_files import is_store_itself
from scorecard.services.promises import Promises
from scorecard.services.scoring import Scoring
from scorecard.store.everything import read_everything, read_table
from scorecard.store.identity import SCHEMA_VERSION
from scorecard.store.odd_rows import OddRowsError
from scorecard.store.record import utc_text
from scorecard.store.rehearsing import comes_back
from scorecard.store.store import Store

log = logging.getLogger(__name__)


class ExportFormat(StrEnum):
    JSON = "json"
    CSV = "csv"
    CSV_EXACT = "csv-exact"
    MARKDOWN = "markdown"
    XLSX = "xlsx"
    ICS = "ics"

    @property
    def ending(self) -> str:
        """Of the file's name; a daybook is a folder, or an archive of one."""
        match self:
            case ExportFormat.CSV_EXACT:
                return ".csv"
            case ExportFormat.MARKDOWN:
                return ".zip"
            case _:
                return f".{self.value}"


class NotVerifiedError(KnownError):
    """What would have been written did not come back as it was when it was read again: nothing was written."""


@dataclass(frozen=True, slots=True)
class Wish:
    """`first` and `until` are None without a bound; the daybook goes into an archive where `target` ends in .zip."""

    format: ExportFormat
    target: Path
    first: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """`count` is of days, of rows of a complete export, of dates of a calendar. `verified`: it was read again."""

    wish: Wish
    count: int
    size: int
    verified: bool = False


class Exports:
    """For any thread: it opens the store for itself and changes nothing.

    Raises StoreError, NotWrittenError, NotVerifiedError and, when cancelled, StoppedError; nothing is written then.
    """

    def __init__(self, store: Path, clock: Clock, words: ExportWords) -> None:
        self._path = store
        self._clock = clock
        self._words = words

    def write(self, wish: Wish, progress: Progress, cancelled: Cancelled) -> Written:
        if _is_of_store(wish.target, self._path):
            raise NotWrittenError(WriteFault.STORE)

        def between() -> None:
            if cancelled():
                raise StoppedError

        with closing(Store(self._path, self._clock, writes=False)) as store:
            made = self._made(store, wish, progress, cancelled)
        between()
        if made.files is None:
            write_file(wish.target, made.content)
        else:
            write_folder(wish.target, made.files, between)
        log.info("exported %d days, rows or dates", made.count)
        size = len(made.content) if made.files is None else sum(map(len, made.files.values()))
        return Written(wish, made.count, size, wish.format is ExportFormat.JSON)

    def _made(self, store: Store, wish: Wish, progress: Progress, cancelled: Cancelled) -> "_Made":
        match wish.format:
            case ExportFormat.JSON:
                return self._everything(store, wish, progress, cancelled)
            case ExportFormat.ICS:
                return self._calendar(store, wish)
            case ExportFormat.CSV | ExportFormat.CSV_EXACT | ExportFormat.MARKDOWN | ExportFormat.XLSX:
                found = written_days(store, self._clock, self._words, (wish.first, wish.until), progress, cancelled)
                return _of_days(wish, found, self._words.headings)
            case _ as never:
                assert_never(never)

    def _everything(self, store: Store, wish: Wish, progress: Progress, cancelled: Cancelled) -> "_Made":
        with store.reading() as connection:
            tables = read_everything(connection, wish.first, wish.until)
            (head,) = read_table(connection, "store")
        progress(1, 3)
        written_at = utc_text(self._clock.now())
        export = OwnExport(
            SCHEMA_VERSION, f"Scorecard {__version__}", written_at, head["store_id"], head["created_at"],
            wish.first, wish.until, tables,
        )  # fmt: skip
        content = own_export(export)
        progress(2, 3)
        _verify(content, tables, cancelled)
        progress(3, 3)
        return _Made(sum(map(len, tables.values())), content)

    def _calendar(self, store: Store, wish: Wish) -> "_Made":
        changes = Changes()
        promises = Promises(store, self._clock, Scoring(store, self._clock, changes), changes)
        exporting = Exporting(promises, self._clock, store.last_seq)
        calendar = exporting.calendar(self._words.calendar, self._words.say_due)
        first, until = wish.first or date.min, wish.until or date.max
        entries = tuple(entry for entry in calendar.entries if first <= entry.day <= until)
        return _Made(len(entries), replace(calendar, entries=entries).content())


@dataclass(frozen=True, slots=True)
class _Made:
    """`files` is set for what becomes a folder."""

    count: int
    content: bytes = b""
    files: Mapping[str, bytes] | None = None


def _of_days(wish: Wish, found: WrittenDays, headings: Headings) -> _Made:
    """The modules of the formats are imported when they are asked for: one of them stands on a library."""
    count = len(found.days)
    if wish.format is ExportFormat.XLSX:
        from scorecard.formats.writers.sheets import workbook

        return _Made(count, workbook(found.measures, found.days, headings))
    if wish.format is ExportFormat.MARKDOWN:
        from scorecard.formats.writers.daybook import daybook, packed

        files = daybook(found.measures, found.days, headings)
        return _Made(count, packed(files)) if is_archive(wish.target) else _Made(count, files=files)
    from scorecard.formats.writers.tables import exact_table, spreadsheet_table

    if wish.format is ExportFormat.CSV:
        return _Made(count, spreadsheet_table(found.measures, found.days, headings))
    return _Made(count, exact_table(found.measures, found.days))


def _is_of_store(target: Path, store: Path) -> bool:
    """The store, by whatever name, or what SQLite keeps beside it: a file that is written is put in its place."""
    found, kept = target.resolve(), store.resolve()
    return is_store_itself(target, store) or (found.parent == kept.parent and found.name.startswith(kept.name))


def is_archive(target: Path) -> bool:
    return target.suffix.lower() == ".zip"


def _verify(content: bytes, tables: Mapping[str, Sequence[dict[str, object]]], cancelled: Cancelled) -> None:
    """Reads what is to be written, takes it into an empty store, and compares row by row."""
    try:
        found = comes_back(parse_own_export(content, SCHEMA_VERSION, cancelled).tables)
    except ImportCancelledError:
        raise StoppedError from None
    except (KnownError, OddRowsError) as error:
        raise NotVerifiedError from error
    if found != {name: list(rows) for name, rows in tables.items()}:
        raise NotVerifiedError
