"""Separated text as spreadsheets write it: decoded, cut into rows, and refused with the line where it is broken."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from scorecard.formats.bundle import Cancelled
from scorecard.formats.errors import FileFault, ImportCancelledError, UnreadableFileError

SEPARATORS = (",", ";", "\t")
SAMPLE_ROWS = 20
LOOK_EVERY = 2_000  # rows or lines between two looks at whether it was cancelled
_LINE_END = re.compile("\r\n|\r|\n")
_WIDE = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Row:
    """`line` is the first line of the row, counted from 1."""

    line: int
    cells: list[str]

    @property
    def blank(self) -> bool:
        return not any(cell.strip() for cell in self.cells)


def decoded(raw: bytes, otherwise: str = "utf-8") -> str:
    """UTF-8 with or without a byte order mark, or UTF-16 with one; raises UnreadableFileError with the line. Without a
    mark it may be something else."""
    mark, encoding = _mark_of(raw, otherwise)
    body = raw.removeprefix(mark)
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        before = body[: error.start].decode(encoding, errors="replace")
        raise UnreadableFileError(FileFault.WRONG_ENCODING, _line_after(before)) from None
    if (place := text.find("\0")) >= 0:
        raise UnreadableFileError(FileFault.NUL, _line_after(text[:place]))
    return text


def _mark_of(raw: bytes, otherwise: str) -> tuple[bytes, str]:
    marks = (*_WIDE, (codecs.BOM_UTF8, "utf-8"))
    return next(((mark, name) for mark, name in marks if raw.startswith(mark)), (b"", otherwise))


def glimpse(head: bytes, whole: bool, otherwise: str = "utf-8") -> str:
    """The text of a file's first bytes up to the last whole line; letters in the wrong encoding are replaced."""
    mark, encoding = _mark_of(head, otherwise)
    text = head.removeprefix(mark).decode(encoding, errors="replace")
    end = max(text.rfind("\n"), text.rfind("\r"))
    return text if whole or end < 0 else text[: end + 1]


def _line_after(text: str) -> int:
    return len(_LINE_END.findall(text)) + 1


def never() -> bool:
    """For what is short."""
    return False


def rows_of(text: str, separator: str, cancelled: Cancelled = never) -> Iterator[Row]:
    """All rows that are not blank; raises UnreadableFileError where quotes or lengths go wrong."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True, skipinitialspace=True)
    line = 1
    for number in count():
        if number % LOOK_EVERY == 0 and cancelled():
            raise ImportCancelledError
        try:
            row = Row(line, next(reader))
        except StopIteration:
            return
        except csv.Error as error:
            raise UnreadableFileError(_fault(error), line) from None
        line = reader.line_num + 1
        if not row.blank:
            yield row


def _fault(error: csv.Error) -> FileFault:
    return FileFault.FIELD_TOO_LONG if "field limit" in str(error) else FileFault.QUOTES


def sample_of(text: str, separator: str, most: int = SAMPLE_ROWS) -> list[Row]:
    """The first row and so many more, as far as they can be read."""
    sample: list[Row] = []
    try:
        for row in rows_of(text, separator):
            sample.append(row)
            if len(sample) > most:
                break
    except UnreadableFileError:
        pass
    return sample
