"""How tables were read before, so that the next one with the same columns is read that way again.

The file holds no word of any table: a digest tells tables apart, numbers and roles say how one is read.
"""

import contextlib
import json
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from scorecard.formats.day_forms import DayForm, forms_of
from scorecard.formats.mapped_tables import LIMITS
from scorecard.formats.mapping import Encoding, Point, Role, Separator, Several, Shape, TableMapping
from scorecard.formats.table_looks import TableLook, cut_ways
from scorecard.store.files import write_private

MOST = 200
LARGEST_FILE = 256 * 1024
_HEADERS = range(100)  # rows that may be said to name the columns

Lines = dict[str, object]


class TableBook:
    """A small file in the configuration folder. One that is missing or damaged remembers nothing."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def get(self, look: TableLook) -> TableMapping | None:
        lines = self._read()
        for separator in cut_ways(look) if lines else ():
            rows = look.rows(separator)
            for index, row in enumerate(rows):
                found = _mapping_of(lines.get(_key(separator, row)), separator)
                if found is not None and found.header == index:
                    return replace(found, encoding=look.encoding)
            found = _mapping_of(lines.get(_bare_key(separator, rows[0])), separator)
            if found is not None and found.header is None:
                return replace(found, encoding=look.encoding)
        return None

    def remember(self, look: TableLook, mapping: TableMapping) -> None:
        """The latest of so many. Where nothing can be written, nothing is."""
        rows = look.rows(mapping.separator, mapping.encoding)
        if not rows or len(rows) <= (mapping.header or 0):
            return
        bare = mapping.header is None
        key = _bare_key(mapping.separator, rows[0]) if bare else _key(mapping.separator, rows[mapping.header or 0])
        lines = self._read()
        lines.pop(key, None)
        lines[key] = _line_of(mapping)
        kept = dict(list(lines.items())[-MOST:])
        with contextlib.suppress(OSError):
            write_private(self._file, json.dumps(kept, indent=1).encode())

    def _read(self) -> Lines:
        try:
            with self._file.open("rb") as file:
                content = file.read(LARGEST_FILE + 1)
            lines = json.loads(content) if len(content) <= LARGEST_FILE else {}
        except (OSError, ValueError, RecursionError):
            return {}
        return lines if isinstance(lines, dict) else {}


def _key(separator: Separator, names: Sequence[str]) -> str:
    return sha256("\0".join([separator, *(name.strip() for name in names)]).encode("utf-8", "replace")).hexdigest()


def _bare_key(separator: Separator, row: Sequence[str]) -> str:
    """Of a table that names no columns: how many there are, and which of them hold dates."""
    return _key(separator, ["\0", *("d" if forms_of(cell) else "" for cell in row)])


def _line_of(mapping: TableMapping) -> Lines:
    return {
        "shape": mapping.shape.value,
        "roles": "".join(mapping.roles),
        "header": mapping.header,
        "form": mapping.form.name if mapping.form is not None else None,
        "point": mapping.point.value if mapping.point is not None else None,
        "several": mapping.several.value,
    }


def _mapping_of(line: object, separator: Separator) -> TableMapping | None:
    """None for a line that says nothing sensible."""
    if not isinstance(line, dict):
        return None
    try:
        form, point, header, roles = line["form"], line["point"], line["header"], line["roles"]
        mapping = TableMapping(
            shape=Shape(line["shape"]),
            separator=separator,
            roles=tuple(Role(letter) for letter in roles),
            header=None if header is None else _HEADERS.index(header),
            form=None if form is None else DayForm[form],
            point=None if point is None else Point(point),
            several=Several(line["several"]),
            encoding=Encoding.UNICODE,
        )
    except (KeyError, ValueError, TypeError, IndexError):
        return None
    fits = isinstance(roles, str) and len(roles) <= LIMITS[mapping.shape].columns and mapping.lack is None
    return mapping if fits else None
