"""A database file page by page, whatever is the matter with it (https://www.sqlite.org/fileformat2.html).

No number that is read is trusted: pages, cells and chains are followed only within the file, and only so often.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from scorecard.store.salvaging.records import varint

MAGIC = b"SQLite format 3\0"
SIZES = (4096, 1024, 2048, 8192, 16384, 32768, 65536, 512)  # the likely ones first
_HEADER = 100
_LARGEST_PAYLOAD = 8 * 1024 * 1024  # bytes: many times the longest that the program writes


class Kind(IntEnum):
    INDEX_INTERIOR = 0x02
    TABLE_INTERIOR = 0x05
    INDEX_LEAF = 0x0A
    TABLE_LEAF = 0x0D

    @property
    def of_index(self) -> bool:
        """Tables WITHOUT ROWID are of this kind too, and have rows in its interior pages."""
        return self in (Kind.INDEX_INTERIOR, Kind.INDEX_LEAF)

    @property
    def is_leaf(self) -> bool:
        return self in (Kind.INDEX_LEAF, Kind.TABLE_LEAF)


@dataclass(frozen=True, slots=True)
class Node:
    """A page of a tree: where its cells begin, its last child, and how many cells can't be where they are said to."""

    number: int
    kind: Kind
    cells: tuple[int, ...]
    last_child: int
    lost: int


@dataclass(frozen=True, slots=True)
class Cell:
    """`payload` is None where the cell has none, or it can't be put together."""

    payload: bytes | None = None
    rowid: int | None = None
    child: int | None = None


class Pages:
    """The bytes of a file as pages of one size."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.has_header = content.startswith(MAGIC)
        self.size = _likely_size(content)
        self.count = len(content) // self.size
        self.chained: set[int] = set()  # pages that were read as the rest of a long record
        self._left = 4 * self.count + 16  # pages of such chains that will be read at all

    @property
    def stated(self) -> int:
        """How many pages the file says it has, where that can be true; else how many there are."""
        said, size = int.from_bytes(self._content[28:32], "big"), int.from_bytes(self._content[16:18], "big")
        in_step = self._content[24:28] == self._content[92:96]
        whole = self.has_header and in_step and (size if size > 1 else 65536) == self.size
        return said if whole and self.count <= said <= 64 * self.count + 64 else self.count

    def bytes_of(self, number: int) -> bytes:
        return self._content[(number - 1) * self.size : number * self.size]

    @cached_property
    def nodes(self) -> dict[int, Node]:
        """All pages that have the form of a page of a tree."""
        found = (_node(self.bytes_of(number), number) for number in range(1, self.count + 1))
        return {node.number: node for node in found if node is not None}

    @cached_property
    def free(self) -> frozenset[int] | None:
        """Pages in no use; None when the list of them can't be read."""
        if not self.has_header:
            return None
        trunk, stated = (int.from_bytes(self._content[at : at + 4], "big") for at in (32, 36))
        found: set[int] = set()
        while trunk:
            if not 1 < trunk <= self.count or trunk in found:
                return None
            page = self.bytes_of(trunk)
            held = int.from_bytes(page[4:8], "big")
            leaves = {int.from_bytes(page[8 + 4 * n : 12 + 4 * n], "big") for n in range(min(held, self.size // 4 - 2))}
            if len(leaves) != held or leaves & found or not all(1 < leaf <= self.count for leaf in leaves):
                return None
            found |= {trunk, *leaves}
            trunk = int.from_bytes(page[:4], "big")
        return frozenset(found) if len(found) == stated else None

    def cells(self, node: Node) -> Iterator[Cell]:
        page = self.bytes_of(node.number)
        for at in node.cells:
            try:
                yield self._cell(page, at, node.kind)
            except IndexError:
                yield Cell()

    def children(self, node: Node) -> list[int]:
        if node.kind.is_leaf:
            return []
        return [cell.child for cell in self.cells(node) if cell.child is not None] + [node.last_child]

    def _cell(self, page: bytes, at: int, kind: Kind) -> Cell:
        child, rowid = None, None
        if not kind.is_leaf:
            child, at = int.from_bytes(page[at : at + 4], "big"), at + 4
        if kind is Kind.TABLE_INTERIOR:
            return Cell(child=child)
        length, at = varint(page, at)
        if kind is Kind.TABLE_LEAF:
            rowid, at = varint(page, at)
        return Cell(self._payload(page, at, length, kind), rowid, child)

    def _payload(self, page: bytes, at: int, length: int, kind: Kind) -> bytes | None:
        if not 0 < length <= min(_LARGEST_PAYLOAD, len(self._content)):
            return None
        here = _held_here(length, self.size, kind)
        found = page[at : at + here]
        if len(found) < here or here == length:
            return found if len(found) == length else None
        chain = self._chain(int.from_bytes(page[at + here : at + here + 4], "big"), length - here)
        return None if chain is None else found + chain

    def _chain(self, number: int, wanted: int) -> bytes | None:
        parts: list[bytes] = []
        seen: set[int] = set()
        while wanted > 0:
            if not 1 < number <= self.count or number in seen or self._left <= 0:
                return None
            self._left -= 1
            seen.add(number)
            page = self.bytes_of(number)
            parts.append(page[4 : 4 + wanted])
            wanted -= len(parts[-1])
            number = int.from_bytes(page[:4], "big")
        self.chained |= seen
        return b"".join(parts)


def _held_here(length: int, size: int, kind: Kind) -> int:
    """How much of a record stands in the cell itself; the rest is in a chain of pages."""
    least = (size - 12) * 32 // 255 - 23
    most = size - 35 if kind is Kind.TABLE_LEAF else (size - 12) * 64 // 255 - 23
    if length <= most:
        return length
    fitting = least + (length - least) % (size - 4)
    return fitting if fitting <= most else least


def _node(page: bytes, number: int) -> Node | None:
    start = _HEADER if number == 1 else 0
    try:
        kind = Kind(page[start])
    except (ValueError, IndexError):
        return None
    head = start + (8 if kind.is_leaf else 12)
    count, content = (int.from_bytes(page[start + at : start + at + 2], "big") for at in (3, 5))
    end = head + 2 * count
    if end > len(page) or not end <= (content or 65536) <= len(page):
        return None
    cells = tuple(int.from_bytes(page[at : at + 2], "big") for at in range(head, end, 2))
    # One pointer that leads nowhere costs its row; most of them lead somewhere, or this is no such page.
    good = tuple(at for at in dict.fromkeys(cells) if end <= at < len(page) - 2)
    if len(good) * 2 < count:
        return None
    last_child = 0 if kind.is_leaf else int.from_bytes(page[start + 8 : start + 12], "big")
    return Node(number, kind, good, last_child, count - len(good))


def _likely_size(content: bytes) -> int:
    """With which most pages have the form of one; of sizes that are as likely, what the header says."""
    said = int.from_bytes(content[16:18], "big")
    said = 65536 if said == 1 else said
    sizes = (said, *SIZES) if content.startswith(MAGIC) and said in SIZES else SIZES
    return max(dict.fromkeys(sizes), key=lambda size: _formed(content, size))


def _formed(content: bytes, size: int) -> int:
    numbers = range(1, len(content) // size + 1)
    return sum(_node(content[(n - 1) * size : n * size], n) is not None for n in numbers)
