"""Whose a page is: by the tree that it hangs in, and where that can't be told, by what its records look like.

A tree is only believed where its pages look like it: any number on the way may be damaged.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from scorecard.store.salvaging.pages import Cell, Kind, Node, Pages
from scorecard.store.salvaging.records import Record, decoded
from scorecard.store.salvaging.shapes import Checks, Row, Shape, of_schema, shape_named, shapes_of

_AS_GOOD = 2  # shapes that can hardly be told apart differ by no more


@dataclass(frozen=True, slots=True)
class Found:
    """A row as a page has it. `loose`: whether its page is in use, or of this table at all, is not known."""

    row: Row
    loose: bool = False


@dataclass(slots=True)
class Harvest:
    """The rows of one file by table. `whole` are the tables of which no page and no row is missing.

    `odd` rows have the columns of their table and break its rules; of `pages`, `unread` could not be read.
    """

    rows: dict[str, list[Found]] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)
    pages: int = 0
    unread: int = 0
    odd: int = 0


@dataclass(slots=True)
class _Read:
    """A page with what its records say, and what they are as rows of the tables that were tried."""

    node: Node
    records: list[tuple[Record, int | None]]
    broken: int
    tried: dict[str, list[Row | None]] = field(default_factory=dict)


def harvest(pages: Pages, checks: Checks, roots: dict[str, int], between: Callable[[int, int], None]) -> Harvest:
    """All that a file still holds. `roots` is where trees are expected to begin should the file not say it."""
    return _Harvesting(pages, checks, roots, between).done()


class _Harvesting:
    def __init__(
        self, pages: Pages, checks: Checks, roots: dict[str, int], between: Callable[[int, int], None]
    ) -> None:
        self._pages = pages
        self._checks = checks
        self._between = between
        self._read: dict[int, _Read] = {}
        self._hints: dict[int, str] = {}
        self._whole: set[str] = set()
        self._found = Harvest(pages=pages.stated)
        self._expected = roots

    def done(self) -> Harvest:
        for done, node in enumerate(self._pages.nodes.values()):
            if done % 64 == 0:
                self._between(done, self._pages.count)
            self._read[node.number] = self._records_of(node)
        free = self._pages.free
        for name, root in (self._expected | self._said_roots()).items():
            self._walk(name, root, free or frozenset())
        for read in self._read.values():
            if free is None or read.node.number not in free:
                self._take(read, known_to_be_used=free is not None)
        self._found.whole = {name for name in self._whole if (shape := shape_named(name)) and shape.table is not None}
        self._found.unread = self._pages.stated - self._accounted_for(free or frozenset())
        return self._found

    def _records_of(self, node: Node) -> _Read:
        cells: list[Cell] = [] if node.kind is Kind.TABLE_INTERIOR else list(self._pages.cells(node))
        records = [(decoded(cell.payload), cell.rowid) for cell in cells if cell.payload is not None]
        good = [(record, rowid) for record, rowid in records if record is not None]
        return _Read(node, good, len(cells) - len(good) + node.lost)

    def _said_roots(self) -> dict[str, int]:
        """Of every page with rows of SQLite's own table: the first one, which knows them all, may be gone."""
        found: dict[str, int] = {}
        for read in self._read.values():
            if read.node.kind is Kind.TABLE_LEAF:
                said = (of_schema(record) for record, _ in read.records)
                found |= dict(one for one in said if one is not None)
        return found

    def _walk(self, name: str, root: int, free: frozenset[int]) -> None:
        shape, waiting, seen, whole = shape_named(name), [root], set[int](), True
        if shape is None:
            return
        while waiting:
            number = waiting.pop()
            read = self._read.get(number)
            if read is None or number in seen or number in free or read.node.kind.of_index is not shape.of_index:
                whole = False
                continue
            seen.add(number)
            whole = whole and not read.broken and self._counted(shape, read) == len(read.records)
            self._hints.setdefault(number, name)
            waiting += self._pages.children(read.node)
        if whole:
            self._whole.add(name)

    def _counted(self, shape: Shape, read: _Read) -> int:
        """How many of the records are rows of that table or index."""
        return len(read.records) - self._rows(shape, read).count(None)

    def _rows(self, shape: Shape, read: _Read) -> list[Row | None]:
        if shape.name not in read.tried:
            read.tried[shape.name] = [self._row(shape, record, rowid) for record, rowid in read.records]
        return read.tried[shape.name]

    def _row(self, shape: Shape, record: Record, rowid: int | None) -> Row | None:
        row = shape.row(record, rowid)
        return row if row is not None and self._checks.hold(shape, row) else None

    def _take(self, read: _Read, known_to_be_used: bool) -> None:
        hint = self._hints.get(read.node.number)
        shape, doubtful = self._shape_of(read, hint)
        if shape is None or shape.table is None:
            return
        loose = doubtful or (hint is None and not known_to_be_used)
        taken = self._found.rows.setdefault(shape.name, [])
        rows = self._rows(shape, read)
        taken += [Found(row, loose) for row in rows if row is not None]
        self._found.odd += rows.count(None)

    def _shape_of(self, read: _Read, hint: str | None) -> tuple[Shape | None, bool]:
        """The shape that most of the records have, and whether that can be doubted."""
        hinted = shape_named(hint) if hint is not None else None
        if hinted is not None and self._counted(hinted, read) * 2 > len(read.records):
            return hinted, False
        counts = {
            shape: found
            for length in {len(record) for record, _ in read.records}
            for shape in shapes_of(read.node.kind.of_index, length)
            if (found := self._counted(shape, read)) * 2 >= len(read.records)
        }
        if not counts:
            return None, False
        most = max(counts.values())
        best = sorted((shape for shape, count in counts.items() if count == most), key=lambda shape: -shape.told_by)
        alike = [shape for shape in best[1:] if best[0].told_by - shape.told_by <= _AS_GOOD]
        return best[0], bool(alike)

    def _accounted_for(self, free: frozenset[int]) -> int:
        readable = {number for number, read in self._read.items() if read.records or not read.broken}
        return len(readable | self._pages.chained | free)
