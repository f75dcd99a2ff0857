"""The pages in a rollback journal: as they were before the change that it belongs to (fileformat2, section 3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scorecard.store.identity import journal_of

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_SECTOR = 512
_NOT_SAID = 0xFFFFFFFF  # how many there are; zero: none of them was certain to be on the disk yet
_LARGEST_PAGE = 65536
_COUNTER = slice(24, 28)  # of the first page: grows with each change


@dataclass(frozen=True, slots=True)
class _Portion:
    """What stands behind one header: so many pages as are `said`, and those whose checksum holds."""

    said: int
    pages: tuple[tuple[int, bytes], ...]


def journal_beside(store: Path) -> bytes:
    """What is in it; nothing when there is none, or it can't be read. SQLite's locks are on the store alone."""
    journal = journal_of(store)
    try:
        return journal.read_bytes() if journal.stat().st_size else b""
    except OSError:
        return b""


def pages_in(journal: bytes) -> dict[int, bytes]:
    """By number, of those whose checksum holds; of a page that is in it twice, the older one."""
    found: dict[int, bytes] = {}
    for portion in _portions(journal):
        for number, page in portion.pages:
            found.setdefault(number, page)
    return found


def would_spoil(journal: bytes, store: bytes) -> bool:
    """Whether SQLite, which rolls back whatever lies there, would make a bad store of it."""
    return is_cut_off(journal) or not is_of(journal, store)


def is_cut_off(journal: bytes) -> bool:
    """Whether pages are missing that were on the disk before the change began."""
    return any(portion.said != _NOT_SAID and len(portion.pages) < portion.said for portion in _portions(journal))


def is_of(journal: bytes, first_page: bytes) -> bool:
    """Whether the change that it belongs to can be the last one of the file that begins so."""
    before = pages_in(journal).get(1)
    if before is None or not first_page.startswith(b"SQLite format 3\0"):
        return True
    passed = int.from_bytes(first_page[_COUNTER], "big") - int.from_bytes(before[_COUNTER], "big")
    return passed in (0, 1)


def _portions(journal: bytes) -> Iterator[_Portion]:
    at = 0
    while (at := journal.find(_MAGIC, at)) >= 0:
        said, nonce, sector, size = (int.from_bytes(journal[at + n : at + n + 4], "big") for n in (8, 12, 20, 24))
        if not (_SECTOR <= size <= _LARGEST_PAGE and size & (size - 1) == 0):
            at += 1
            continue
        at += sector if _SECTOR <= sector <= _LARGEST_PAGE else _SECTOR
        pages = tuple(_records(journal, at, size, nonce))
        yield _Portion(said, pages)
        at += len(pages) * (size + 8)


def _records(journal: bytes, at: int, size: int, nonce: int) -> Iterator[tuple[int, bytes]]:
    while at + size + 8 <= len(journal):
        number, page = int.from_bytes(journal[at : at + 4], "big"), journal[at + 4 : at + 4 + size]
        if int.from_bytes(journal[at + 4 + size : at + 8 + size], "big") != _checksum(page, nonce):
            return
        yield number, page
        at += size + 8


def _checksum(page: bytes, nonce: int) -> int:
    return (nonce + sum(page[len(page) - 200 : 0 : -200])) & 0xFFFFFFFF
