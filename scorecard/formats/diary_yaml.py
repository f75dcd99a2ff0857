"""The YAML that diaries are kept in: names with texts, and names with nothing, in one another.

Only what a diary's own program writes is understood: mappings, and scalars of every style, each of which is a text.
Nothing is ever made from a tag, and no text stands for another: anchors, aliases, lists and directives are refused.
"""

import re
from collections.abc import Callable
from functools import partial

from scorecard.formats.diary_scalars import Scalars
from scorecard.formats.errors import FileFault, UnreadableFileError

Node = str | dict[str, "Node"] | None

DEEPEST = 6
MOST_NAMES = 100_000  # in one file
_NAME_ENDS = re.compile(r"[ \t]*:(?=[ \t\n]|\Z)")


def mapping_of(text: str) -> dict[str, Node]:
    """What a file holds; raises UnreadableFileError with the line."""
    reader = _Reader(text.replace("\r\n", "\n").replace("\r", "\n"))
    return reader.whole()


class _Reader(Scalars):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._names = 0

    def whole(self) -> dict[str, Node]:
        self._gap()
        if self._text.startswith("---", self._at) and self._text[self._at + 3 : self._at + 4] in ("", " ", "\n"):
            self._at += 3
            self._gap()
        found: dict[str, Node] = {}
        if self._next:
            found = self._flow(1) if self._next == "{" else self._block(self._column(), 1)
        self._gap()
        if self._next:
            self._refuse()
        return found

    def _block(self, column: int, depth: int) -> dict[str, Node]:
        """The names that begin in `column`, each with what stands in it."""
        if depth > DEEPEST:
            self._refuse(FileFault.TOO_DEEP)
        mapping: dict[str, Node] = {}
        while self._next and self._column() == column:
            if self._text.startswith("\t", self._text.rfind("\n", 0, self._at) + 1):
                self._refuse()
            apart = self._text.startswith("? ", self._at)
            self._add(mapping, self._block_name(column), partial(self._block_value, column, depth, apart))
            self._gap()
        if self._next and self._column() > column:
            self._refuse()
        return mapping

    def _add(self, mapping: dict[str, Node], name: str, value: Callable[[], Node]) -> None:
        self._names += 1
        if name in mapping:
            self._refuse(FileFault.DUPLICATE_KEYS)
        if self._names > MOST_NAMES:
            self._refuse(FileFault.TOO_COSTLY)
        mapping[name] = value()

    def _block_name(self, column: int) -> str:
        """A long name stands behind a question mark, its value on a line of its own."""
        if self._text.startswith("? ", self._at):
            self._at += 1
            self._gap()
            name = self._scalar(column, flow=False)
            self._gap()
            if not self._next or self._column() != column:
                self._at -= 1  # the line of the name
                self._refuse()
        else:
            name = self._scalar(-1, flow=False)
            self._blanks()
        if self._next != ":" or self._text[self._at + 1 : self._at + 2] not in ("", " ", "\t", "\n"):
            self._refuse()
        self._at += 1
        return name or ""

    def _block_value(self, column: int, depth: int, apart: bool) -> Node:
        """Behind a name that stood apart, other names may begin on the same line."""
        self._blanks()
        if apart and self._next not in ("", "\n", "{") and self._begins_name():
            return self._block(self._column(), depth + 1)
        if self._next not in ("", "\n"):
            value = self._flow(depth + 1) if self._next == "{" else self._scalar(column, flow=False)
            self._blanks()
            if self._next not in ("", "\n") and self._column():
                self._refuse()
            return value
        self._gap()
        if not self._next or self._column() <= column:
            return None
        if self._next == "{":
            return self._flow(depth + 1)
        if self._begins_name():
            return self._block(self._column(), depth + 1)
        return self._scalar(column, flow=False)

    def _begins_name(self) -> bool:
        """Whether a name stands here, and not a text that begins on a line of its own."""
        if self._text.startswith("? ", self._at):
            return True
        place = self._at
        if self._next in ("|", ">"):
            return False
        try:
            self._scalar(-1, flow=False)
        except UnreadableFileError:
            return False
        finally:
            named_at, self._at = self._at, place
        return _NAME_ENDS.match(self._text, named_at) is not None

    def _flow(self, depth: int) -> dict[str, Node]:
        """Names between braces."""
        if depth > DEEPEST:
            self._refuse(FileFault.TOO_DEEP)
        mapping: dict[str, Node] = {}
        self._at += 1
        self._gap()
        while self._next != "}":
            if self._text.startswith("? ", self._at):
                self._at += 1
                self._gap()
            name = self._scalar(0, flow=True)
            self._gap()
            self._add(mapping, name or "", partial(self._flow_value, depth))
            self._gap()
            if self._next == ",":
                self._at += 1
                self._gap()
            elif self._next != "}":
                self._refuse()
        self._at += 1
        return mapping

    def _flow_value(self, depth: int) -> Node:
        if self._next != ":":
            return None
        self._at += 1
        self._gap()
        return self._flow(depth + 1) if self._next == "{" else self._scalar(0, flow=True)
