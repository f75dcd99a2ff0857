"""The lines of a vCard file: unfolded, and read one at a time; what is in no line that is asked for is passed over.

icalendar reads a line (RFC 5545 and RFC 6350 have the same); here is what version 2.1 does otherwise: parameters
without names, quoted-printable with its own line breaks, and letters in other sets.
"""

import io
import quopri
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from scorecard.formats.contacts import Cancelled
from scorecard.formats.errors import FileFault, ImportCancelledError, UnreadableFileError

_LONGEST_HEAD = 1000  # bytes before the value of a line
_MOST_PARAMETERS = 30
_MOST_LINES = 1_000_000  # pictures are of many
_MOST_READ = 300_000
_LONGEST_LINE = 1_000_000
_LOOK_EVERY = 5000  # lines between two looks at whether it was cancelled
_NAME = re.compile(rb"[ \t]*(?:[\w-]{1,80}\.)?([A-Za-z][A-Za-z0-9-]{0,80})[ \t]*[;:]")
_GROUP = re.compile(r"^\s*[\w-]+\.")
_PARAMETER = re.compile(r';((?:[^";]|"[^"]*")*)')
_ENCODINGS = {"QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT", "B"}
_CHARSETS = re.compile(
    r"utf-?8|us-ascii|iso-?8859-\d{1,2}|latin-?1|windows-125\d|cp125\d|macintosh|koi8-[ru]|shift[-_]jis|euc-(jp|kr)|"
    r"iso-2022-jp|gb2312|gbk|gb18030|big5"
)
_FALLBACK = "cp1252"


@dataclass(frozen=True, slots=True)
class CardLine:
    """`name` is in capitals. `value` holds bytes as letters of Latin-1, so that it can be cut before it is decoded."""

    number: int
    name: str
    parameters: Mapping[str, Any]
    value: str

    @property
    def preferred(self) -> bool:
        return any("pref" in str(value).casefold() for value in self.parameters.values()) or "PREF" in self.parameters


def card_lines(raw: bytes, wanted: Collection[str], cancelled: Cancelled) -> Iterator[CardLine]:
    """Raises UnreadableFileError with the line, and ImportCancelledError."""
    lines = _unfolded(raw, frozenset(name.encode() for name in wanted), cancelled)
    for count, (number, line) in enumerate(lines):
        if count >= _MOST_READ:
            raise UnreadableFileError(FileFault.TOO_COSTLY)
        yield _read(number, line)


def _unfolded(raw: bytes, wanted: frozenset[bytes], cancelled: Cancelled) -> Iterator[tuple[int, bytes]]:
    begun, parts, soft, length = 0, list[bytes](), False, 0
    is_wanted = is_quoted = False
    for number, ended in enumerate(io.BytesIO(raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n")), start=1):
        if number % _LOOK_EVERY == 0 and cancelled():
            raise ImportCancelledError
        if number > _MOST_LINES:
            raise UnreadableFileError(FileFault.TOO_COSTLY)
        line = ended.rstrip(b"\n")
        if not soft and line[:1] not in (b" ", b"\t"):
            if is_wanted:
                yield begun, b"".join(parts)
            found = _NAME.match(line)
            is_wanted = found is not None and found[1].upper() in wanted
            is_quoted = b"QUOTED-PRINTABLE" in line.upper()
            begun, parts, length = number, [], 0
        elif not soft:
            line = line[1:]
        soft = is_quoted and line.rstrip().endswith(b"=")
        if is_wanted:
            parts.append(line.rstrip()[:-1] if soft else line)
            length += len(line) + 1
            if length > _LONGEST_LINE:
                raise UnreadableFileError(FileFault.LONG_LINE, begun)
    if is_wanted:
        yield begun, b"".join(parts)


def _read(number: int, line: bytes) -> CardLine:
    end = _end_of_head(line)
    try:
        name, parameters = _head(line[:end].decode("latin-1")) if end >= 0 else ("", {})
    except ValueError:
        name, parameters = "", {}
    if not name:
        raise UnreadableFileError(FileFault.BAD_LINE, number)
    return CardLine(number, name, parameters, line[end + 1 :].decode("latin-1"))


def _end_of_head(line: bytes) -> int:
    """Where the value begins; a colon within quotes is a part of what stands before it."""
    from icalendar.parser import Contentline

    end = line.find(b":", 0, _LONGEST_HEAD)
    if end < 0 or b'"' not in line[:end]:
        return end
    start = Contentline(line[:_LONGEST_HEAD].decode("latin-1"))  # type: ignore[no-untyped-call]
    found: int = start.value_separator_index()
    return found


@lru_cache(maxsize=512)
def _head(head: str) -> tuple[str, Mapping[str, Any]]:
    """Name and parameters, of which a file has few; raises ValueError."""
    from icalendar.parser import Contentline

    if head.count(";") > _MOST_PARAMETERS:
        raise ValueError
    name, parameters, _ = Contentline(f"{_named(head)}:").raw_parts()  # type: ignore[no-untyped-call]
    return name.upper(), parameters


def _named(head: str) -> str:
    """Without its group, and every parameter with a name."""
    name, _, rest = _GROUP.sub("", head).partition(";")
    if not rest:
        return name.strip()
    said = [one.strip() for one in _PARAMETER.findall(f";{rest}")]
    return ";".join([name.strip(), *(one if "=" in one else _bare(one) for one in said if one)])


def _bare(value: str) -> str:
    return f"{'ENCODING' if value.upper() in _ENCODINGS else 'TYPE'}={value}"


def decoded_value(value: str, parameters: Mapping[str, Any]) -> tuple[str, bool]:
    """The text of a value, or of a part of one, and whether nobody said how its letters are written."""
    content = value.encode("latin-1")
    encoding = str(parameters.get("ENCODING", "")).upper()
    if encoding == "QUOTED-PRINTABLE":
        content = quopri.decodestring(content)
    elif encoding in ("B", "BASE64"):
        return "", False
    charset = str(parameters.get("CHARSET", "")).casefold()
    if not _CHARSETS.fullmatch(charset):
        charset = ""
    try:
        return content.decode(charset or "utf-8"), False
    except (UnicodeDecodeError, LookupError):
        return content.decode(_FALLBACK), True  # raises UnicodeDecodeError where it is neither
