"""Every prepared bad store: of which whole one it is made, and how. The same each time."""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scorecard.store.salvaging.pages import Kind, Pages
from tests.store.damages import PAGE, bits_flipped, page_of, random_page, with_page

Sources = Mapping[str, bytes]
MIXED = {"mixed": "later.db"}  # has rows of that store, too


@dataclass(frozen=True, slots=True)
class Bad:
    """`of` is the whole store whose rows it had."""

    name: str
    about: str
    content: bytes
    of: str = "whole.db"
    journal: bytes = b""

    def files(self) -> dict[str, bytes]:
        found = {f"{self.name}.db": self.content, f"{self.name}.db-journal": self.journal}
        return {name: content for name, content in found.items() if content or name.endswith(".db")}

    def put(self, store: Path) -> None:
        store.write_bytes(self.content)
        if self.journal:
            store.with_name(store.name + "-journal").write_bytes(self.journal)


def bad_ones(sources: Sources) -> Iterator[Bad]:
    whole = sources["whole.db"]
    yield from _shortened(whole)
    yield from _pages_lost(whole)
    yield from _small_damages(whole)
    yield from _heads_lost(whole)
    yield from _with_journals(sources, whole)
    yield from _of_other_kinds(sources)
    yield Bad("mixed", "half synchronised: the first half is of a later moment", _mixed(whole, sources["later.db"]))
    yield Bad("freelist", "the list of free pages leads nowhere", _without_freelist(sources), of="with-free-pages.db")


def _shortened(whole: bytes) -> Iterator[Bad]:
    yield Bad("truncated-early", "a quarter is left", whole[: len(whole) // 4])
    yield Bad("truncated-half", "half is left", whole[: len(whole) // 2])
    yield Bad("truncated-late", "the last tenth is gone, in the middle of a page", whole[: len(whole) * 9 // 10 + 7])
    yield Bad("one-page", "the first page alone", whole[:PAGE])
    yield Bad("empty", "no bytes at all", b"")
    yield Bad("text", "a letter in its place", b"Dear Cassandra,\n" * 500)


def _pages_lost(whole: bytes) -> Iterator[Bad]:
    for name, number in _telling_pages(whole).items():
        yield Bad(f"zeroed-{name}", f"one page of zeros: {name}", with_page(whole, number, bytes(PAGE)))
    number = _telling_pages(whole)["entries"]
    torn = with_page(whole, number, bytes(512) + page_of(whole, number)[512:])
    yield Bad("zeroed-512", "the first 512 bytes of a page of entries are zeros", torn)
    yield Bad("random-page", "a page of noise", random_page(whole, random.Random(5)))
    one, other = _telling_pages(whole)["entries"], _telling_pages(whole)["record"]
    swapped = with_page(with_page(whole, one, page_of(whole, other)), other, page_of(whole, one))
    yield Bad("swapped", "two pages in each other's place", swapped)


def _small_damages(whole: bytes) -> Iterator[Bad]:
    yield Bad("one-bit-of-a-note", "one bit of a text", _flipped(whole, whole.index(b"Two forms merged into one.")))
    entries = _telling_pages(whole)["entries"] - 1
    yield Bad("one-bit-of-a-page", "one bit of the head of a page", _flipped(whole, entries * PAGE))
    yield Bad("64-bits", "64 bits anywhere", bits_flipped(whole, random.Random(8)))
    yield Bad("512-bits", "512 bits anywhere", _often(bits_flipped, 8)(whole, random.Random(9)))


def _heads_lost(whole: bytes) -> Iterator[Bad]:
    yield Bad("header-gone", "the first 100 bytes are zeros", bytes(100) + whole[100:])
    yield Bad("page-1-gone", "the first page is zeros", with_page(whole, 1, bytes(PAGE)))
    yield Bad("page-1-noise", "the first page is noise", with_page(whole, 1, random.Random(2).randbytes(PAGE)))
    wrong = whole[:16] + (2048).to_bytes(2, "big") + whole[18:]
    yield Bad("wrong-page-size", "the header tells another size of pages", wrong)


def _with_journals(sources: Sources, whole: bytes) -> Iterator[Bad]:
    half, journal = sources["half-done.db"], sources["half-done.db-journal"]
    cut = journal[: len(journal) * 6 // 10]
    yield Bad("journal-cut-off", "half a change, and what is left of its journal", half, journal=cut)
    yield Bad("journal-lost", "half a change, and no journal", half)
    later = sources["later.db"]
    yield Bad("foreign-journal", "whole, beside a journal of another time", later, of="later.db", journal=journal)
    lost = with_page(later, _telling_pages(later)["entries"], bytes(PAGE))
    both = "a page of entries lost, beside a journal of another time"
    yield Bad("foreign-journal-and-a-page", both, lost, of="later.db", journal=journal)


def _of_other_kinds(sources: Sources) -> Iterator[Bad]:
    for size in (1024, 8192):
        content = sources[f"pages-of-{size}.db"]
        end = _telling_pages(content)["entries"] * size
        lost = content[: end - size] + bytes(size) + content[end:]
        yield Bad(f"pages-of-{size}", f"pages of {size} bytes, one of them lost", lost, of=f"pages-of-{size}.db")
    for schema in (1, 3):
        content = sources[f"schema-{schema}.db"]
        name = f"schema-{schema}.db"
        lost = with_page(content, _telling_pages(content)["entries"], bytes(PAGE))
        yield Bad(f"schema-{schema}", f"of schema {schema}, a page of entries lost", lost, of=name)
        headless = with_page(content, 1, bytes(PAGE))
        yield Bad(f"schema-{schema}-headless", f"of schema {schema}, the first page lost", headless, of=name)


def _telling_pages(content: bytes) -> dict[str, int]:
    """A page of each sort, by what is on it."""
    pages = Pages(content)
    found: dict[str, int] = {}
    for number, node in pages.nodes.items():
        page = pages.bytes_of(number)
        sorts = {
            "schema": node.kind is Kind.TABLE_LEAF and b"CREATE TABLE entry" in page,
            "entries": node.kind is Kind.INDEX_LEAF and b"scored" in page and b'"state"' not in page,
            "record": node.kind is Kind.INDEX_LEAF and b'{"day":' in page,
            "interior": node.kind is Kind.INDEX_INTERIOR and b'"' in page,
            "index": node.kind is Kind.INDEX_LEAF and b"2026-11" in page and b"scored" not in page and b"m1" in page,
            "measures": node.kind is Kind.TABLE_LEAF and b"Thank-yous heard" in page and b"{" not in page,
        }
        for name, is_one in sorts.items():
            if is_one:
                found.setdefault(name, number)
        before = set(pages.chained)
        list(pages.cells(node))
        if sorts["entries"] and pages.chained > before:
            found["overflow"] = max(pages.chained - before)
    return found


def _without_freelist(sources: Sources) -> bytes:
    content = sources["with-free-pages.db"]
    return content[:32] + (0xFFFFFF).to_bytes(4, "big") + content[36:]


def _mixed(whole: bytes, later: bytes) -> bytes:
    half = len(later) // PAGE // 2 * PAGE
    return later[:half] + whole[half:]


def _flipped(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def _often(damage: Callable[[bytes, random.Random], bytes], times: int) -> Callable[[bytes, random.Random], bytes]:
    def do(content: bytes, chance: random.Random) -> bytes:
        for _ in range(times):
            content = damage(content, chance)
        return content

    return do
