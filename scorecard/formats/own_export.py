"""Our own export: everything that is the user's as JSON, written and read again. docs/export.md describes it."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeGuard

from scorecard.formats.bundle import Cancelled
from scorecard.formats.errors import FileFault, NewerFormatError, UnreadableFileError
from scorecard.formats.files import bytes_of
from scorecard.formats.json_files import list_in, object_at, object_of, text_in, whole_in

FORMAT, VERSION = "scorecard-export", 1
_LARGEST_VERSION = 1_000_000  # what is beyond is no program's
LARGEST_FILE = 256 * 1024 * 1024
_MARK = re.compile(rb'\A(?:\xef\xbb\xbf)?\s*\{\s*"format"\s*:\s*"' + FORMAT.encode() + rb'"')

Rows = Mapping[str, Sequence[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class OwnExport:
    """`first_day` and `last_day` are None for an export of all days; `schema` is that of the store it was made of."""

    schema: int
    program: str
    written_at: str
    store_id: str
    store_made_at: str
    first_day: date | None = None
    last_day: date | None = None
    tables: Rows = field(default_factory=dict)


def is_own_export(head: bytes) -> bool:
    """Told by the beginning of the file."""
    return _MARK.match(head) is not None


def own_export(export: OwnExport) -> bytes:
    """One line a row, so that two exports can be compared line by line."""
    head = {
        "format": FORMAT,
        "version": VERSION,
        "schema": export.schema,
        "program": export.program,
        "written_at": export.written_at,
        "store_id": export.store_id,
        "store_made_at": export.store_made_at,
        "first_day": export.first_day.isoformat() if export.first_day else None,
        "last_day": export.last_day.isoformat() if export.last_day else None,
        "counts": {name: len(rows) for name, rows in export.tables.items()},
    }
    lines = [f" {_json(key)}: {_json(value)}," for key, value in head.items()]
    tables = ",\n".join(f"  {_json(name)}: [{''.join(_lines(rows))}]" for name, rows in export.tables.items())
    return "\n".join(["{", *lines, ' "tables": {', tables, " }", "}", ""]).encode()


def _lines(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    for place, row in enumerate(rows):
        yield f"{',' if place else ''}\n   {_json(row)}"
    if rows:
        yield "\n  "


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def read_own_export(path: Path, known_schema: int, cancelled: Cancelled = lambda: False) -> OwnExport:
    """Raises one of `formats.errors`. That each row fits its table is for the store to say."""
    return parse_own_export(bytes_of(path, LARGEST_FILE), known_schema, cancelled)


def _is_version(number: int | None) -> TypeGuard[int]:
    return number is not None and 1 <= number <= _LARGEST_VERSION


def parse_own_export(raw: bytes, known_schema: int, cancelled: Cancelled = lambda: False) -> OwnExport:
    found = object_of(raw, cancelled)
    version, schema = whole_in(found, "version"), whole_in(found, "schema")
    if found.get("format") != FORMAT or not _is_version(version) or not _is_version(schema):
        raise UnreadableFileError(FileFault.STRANGE)
    if version > VERSION:
        raise NewerFormatError(version, VERSION)
    if schema > known_schema:
        raise NewerFormatError(schema, known_schema)
    return OwnExport(
        schema, text_in(found, "program"), text_in(found, "written_at"), text_in(found, "store_id"),
        text_in(found, "store_made_at"), _day(found.get("first_day")), _day(found.get("last_day")),
        _tables(found),
    )  # fmt: skip


def _tables(found: dict[str, object]) -> dict[str, list[dict[str, Any]]]:
    tables, counts = object_at(found, "tables"), object_at(found, "counts")
    for name in tables:
        rows = list_in(tables, name)
        if not isinstance(tables[name], list) or not all(isinstance(row, dict) for row in rows):
            raise UnreadableFileError(FileFault.STRANGE)
        if whole_in(counts, name) != len(rows):  # a file that was cut and mended
            raise UnreadableFileError(FileFault.DAMAGED)
    if counts.keys() != tables.keys():
        raise UnreadableFileError(FileFault.DAMAGED)
    return tables  # type: ignore[return-value]


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        raise UnreadableFileError(FileFault.NOT_A_DATE) from None
