"""A first look at a table that is to be mapped: whether it is one at all, and what it begins with."""

from collections import Counter
from dataclasses import dataclass

from scorecard.formats.archives import is_archive
from scorecard.formats.files import HEAD
from scorecard.formats.json_files import is_json
from scorecard.formats.mapping import Encoding, Separator
from scorecard.formats.strangers import SQLITE
from scorecard.formats.tables import glimpse, sample_of

PREVIEWED = 20
_HEADER_AT_MOST = 10  # rows that may stand above the one that names the columns
_LEAST_SHARE = 0.6  # of rows that are as wide as most are, or the text is no table


@dataclass(frozen=True, slots=True)
class TableLook:
    """The first bytes of a table. `encoding` is the one in which they can be read."""

    head: bytes
    encoding: Encoding

    def rows(self, separator: Separator, encoding: Encoding | None = None) -> list[list[str]]:
        """The first rows that are not blank, as far as they can be cut this way."""
        text = glimpse(self.head, len(self.head) < HEAD, encoding or self.encoding)
        return [row.cells for row in sample_of(text, separator, PREVIEWED + _HEADER_AT_MOST)]

    def width(self, separator: Separator, encoding: Encoding | None = None) -> int:
        return max((len(row) for row in self.rows(separator, encoding)), default=0)


def look_at(head: bytes) -> TableLook | None:
    """None for what is no table of text."""
    if head.startswith(SQLITE) or is_archive(head) or is_json(head) or not head.strip():
        return None
    look = TableLook(head, _encoding_of(head))
    text = glimpse(head, len(head) < HEAD, look.encoding)
    if "\0" in text or not cut_ways(look):
        return None
    return look


def _encoding_of(head: bytes) -> Encoding:
    """Letters that are no Unicode are taken for those of Windows, which spreadsheets still write."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Encoding.UNICODE
    whole = head if len(head) < HEAD else head[: head.rfind(b"\n") + 1]
    try:
        whole.decode("utf-8")
    except UnicodeDecodeError:
        return Encoding.WINDOWS
    return Encoding.UNICODE


def cut_ways(look: TableLook) -> list[Separator]:
    """The separators that cut the rows into a table, the likeliest first."""
    shares = {separator: _share(look.rows(separator)) for separator in Separator}
    ways = [separator for separator, (share, _) in shares.items() if share >= _LEAST_SHARE]
    return sorted(ways, key=lambda separator: shares[separator], reverse=True)


def _share(rows: list[list[str]]) -> tuple[float, int]:
    """How many of the rows are as wide as most are, and how wide those are; nothing of one column or one row."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    width, count = max(widths.items(), key=lambda found: (found[1], found[0]), default=(0, 0))
    return (count / len(rows), width) if count > 1 else (0.0, 0)
