"""The text of a PDF as Qt writes it, read without a library: by the tables from glyphs to signs that it holds."""

import re
import zlib
from collections.abc import Iterator

_OBJECT = re.compile(rb"(\d+) 0 obj(.*?)endobj", re.S)
_STREAM = re.compile(rb"stream\r?\n(.*)endstream", re.S)


class Pdf:
    def __init__(self, content: bytes) -> None:
        self.content = content
        self._objects = {int(number): body for number, body in _OBJECT.findall(content)}

    @property
    def pages(self) -> int:
        return len(re.findall(rb"/Type /Page\b(?!s)", self.content))

    @property
    def pictures(self) -> int:
        return len(re.findall(rb"/Subtype\s*/Image", self.content))

    @property
    def size(self) -> tuple[float, float]:
        found = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", self.content)
        assert found is not None
        return float(found[1]), float(found[2])

    @property
    def title(self) -> str:
        found = re.search(rb"/Title \(\xfe\xff(.*?)\)\n/", self.content, re.S)
        assert found is not None
        return re.sub(rb"\\(.)", rb"\1", found[1], flags=re.S).decode("utf-16-be")

    @property
    def text(self) -> str:
        """Of all pages, without the spaces between words, which are distances on paper."""
        tables = dict(self._tables())
        return "".join(self._drawn(tables)).replace(" ", "").replace("\t", "")

    def _drawn(self, tables: dict[str, dict[int, str]]) -> Iterator[str]:
        for body in self._objects.values():
            page = self._unpacked(body)
            table: dict[int, str] = {}
            for font, glyphs in re.findall(rb"/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj", page):
                if font:
                    table = tables.get(font.decode(), {})
                else:
                    yield "".join(table.get(int(glyphs[n : n + 4], 16), "") for n in range(0, len(glyphs), 4))

    def _tables(self) -> Iterator[tuple[str, dict[int, str]]]:
        for number, body in self._objects.items():
            found = re.search(rb"/ToUnicode (\d+) 0 R", body)
            if found is not None:
                yield f"F{number}", dict(_signs(self._unpacked(self._objects[int(found[1])])))

    @staticmethod
    def _unpacked(body: bytes) -> bytes:
        found = _STREAM.search(body)
        if found is None:
            return b""
        return zlib.decompressobj().decompress(found[1]) if b"/FlateDecode" in body[: found.start()] else found[1]


def _signs(table: bytes) -> Iterator[tuple[int, str]]:
    for first, signs in re.findall(rb"<([0-9A-F]{4})> <[0-9A-F]{4}> \[(.*?)\]", table, re.S):
        for n, sign in enumerate(re.findall(rb"<([0-9A-F]+)>", signs)):
            yield int(first, 16) + n, bytes.fromhex(sign.decode()).decode("utf-16-be", "replace")
