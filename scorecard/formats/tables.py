"""Separated text as spreadsheets write it: decoded, cut into rows, and refused with the line where it is broken."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.formats.errors import FileFault, UnreadableFileError

SEPARATORS = (",", ";", "\t")
SAMPLE_ROWS = 20
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


def decoded(raw: bytes) -> str:
    """UTF-8 with or without a byte order mark, or UTF-16 with one; raises UnreadableFileError with the line."""
    mark, encoding = next(((mark, name) for mark, name in _WIDE if raw.startswith(mark)), (codecs.BOM_UTF8, "utf-8"))
    body = raw.removeprefix(mark)
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        before = body[: error.start].decode(encoding, errors="replace")
        raise UnreadableFileError(FileFault.WRONG_ENCODING, _line_after(before)) from None
    if (place := text.find("\0")) >= 0:
        raise UnreadableFileError(FileFault.NUL, _line_after(text[:place]))
    return text


def glimpse(head: bytes, whole: bool) -> str:
    """The text of a file's first bytes up to the last whole line; letters in the wrong encoding are replaced."""
    mark, encoding = next(((mark, name) for mark, name in _WIDE if head.startswith(mark)), (codecs.BOM_UTF8, "utf-8"))
    text = head.removeprefix(mark).decode(encoding, errors="replace")
    end = max(text.rfind("\n"), text.rfind("\r"))
    return text if whole or end < 0 else text[: end + 1]


def _line_after(text: str) -> int:
    return len(_LINE_END.findall(text)) + 1


def rows_of(text: str, separator: str) -> Iterator[Row]:
    """All rows that are not blank; raises UnreadableFileError where quotes or lengths go wrong."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True, skipinitialspace=True)
    line = 1
    while True:
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


def sample_of(text: str, separator: str) -> list[Row]:
    """The first rows, as far as they can be read."""
    sample: list[Row] = []
    try:
        for row in rows_of(text, separator):
            sample.append(row)
            if len(sample) > SAMPLE_ROWS:
                break
    except UnreadableFileError:
        pass
    return sample
