"""Reading the scalars of a diary's YAML: texts of every style, each with its own way over the ends of lines."""

import re

from scorecard.formats.errors import FileFault, UnreadableFileError

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})

_BREAK = re.compile(r"[ \t]*\n[ \t\n]*")
_BREAKS = re.compile(r"(?<![ \t])[ \t]*\n[ \t\n]*")  # to search for: blanks without an end of line are passed over once
_GAP = re.compile(r"(?:[ \t\n]+|(?:^|(?<=[ \t\n]))#[^\n]*)*", re.MULTILINE)
_SPACES = re.compile(r"[ \t]*(?:(?<=[ \t])#[^\n]*)?")
_SINGLE = re.compile(r"'([^']*(?:''[^']*)*)'(?!')")
_DOUBLE = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"', re.DOTALL)
_ESCAPE = re.compile(
    r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(\n)[ \t]*((?:\n[ \t]*)*)|(.))", re.DOTALL
)
_ESCAPED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_TEXT_TAG = re.compile(r"!!(?:python/unicode|python/str|str)[ \n]+")  # written by old programs before a text
_ODD = frozenset("&*!|>%@`[]-?,#}")
_PLAIN_LINE = re.compile(r"(?:[^ \t\n:#]+|:(?![ \n]|\Z)|(?<![ \t\n])#|[ \t]+(?![ \t\n#]))*")
_FLOW_LINE = re.compile(r"(?:[^ \t\n:#,{}\[\]]+|:(?![ \n,{}\[\]]|\Z)|(?<![ \t\n])#|[ \t]+(?![ \t\n#]))*")
_BLOCK = re.compile(r"([|>])([+-]?)(?:[ \t]+#[^\n]*)?[ \t]*\n")


class Scalars:
    """A text and the place up to which it has been read."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    @property
    def _next(self) -> str:
        return self._text[self._at : self._at + 1]

    def _gap(self) -> None:
        """Past blanks, ends of lines and remarks."""
        found = _GAP.match(self._text, self._at)
        assert found is not None, "it matches nothing too"
        self._at = found.end()

    def _column(self) -> int:
        return self._at - (self._text.rfind("\n", 0, self._at) + 1)

    def _refuse(self, fault: FileFault = FileFault.ODD_LINE) -> None:
        raise UnreadableFileError(fault, self._text.count("\n", 0, self._at) + 1)

    def _blanks(self) -> None:
        found = _SPACES.match(self._text, self._at)
        assert found is not None, "it matches nothing too"
        self._at = found.end()

    def _scalar(self, column: int, flow: bool) -> str | None:
        """A text of whatever style, or nothing. One of several lines stands further in than `column`; a name in a
        block (-1) has one line only."""
        if tag := _TEXT_TAG.match(self._text, self._at):
            self._at = tag.end()
            self._gap()
        if self._next in ("'", '"'):
            return self._quoted(column)
        if self._next in ("|", ">") and not flow and column >= 0 and (head := _BLOCK.match(self._text, self._at)):
            self._at = head.end()
            return self._lines(column, head[1] == ">", head[2])
        if self._next in _ODD and not (self._next in "-?" and self._text[self._at + 1 : self._at + 2].strip(" \t\n")):
            if not (flow and self._next in ",}"):
                self._refuse()
            return None
        said = self._plain(column, flow)
        return None if said in _NOTHING else said

    def _quoted(self, column: int) -> str:
        single = self._next == "'"
        found = (_SINGLE if single else _DOUBLE).match(self._text, self._at)
        if found is None or (column < 0 and "\n" in found[0]):
            self._refuse()
        assert found is not None
        said = _folded(found[1]).replace("''", "'") if single else self._unescaped(found[1])
        self._at = found.end()
        return said

    def _unescaped(self, written: str) -> str:
        parts: list[str] = []
        place = 0
        for escape in _ESCAPE.finditer(written):
            parts += _folded(written[place : escape.start()]), self._meant(escape)
            place = escape.end()
        return "".join((*parts, _folded(written[place:])))

    def _meant(self, escape: re.Match[str]) -> str:
        if digits := escape[1] or escape[2] or escape[3]:
            number = int(digits, 16)
            return chr(number) if number < 0x110000 else "\ufffd"
        if escape[4]:
            return "\n" * escape[5].count("\n")
        if escape[6] not in _ESCAPED:
            self._refuse()
        return _ESCAPED[escape[6]]

    def _plain(self, column: int, flow: bool) -> str:
        """A text without quotation marks goes on over the lines that stand further in."""
        line = _FLOW_LINE if flow else _PLAIN_LINE
        parts: list[str] = []
        while True:
            found = line.match(self._text, self._at)
            assert found is not None, "it matches nothing too"
            parts.append(found[0])
            self._at = found.end()
            gap = _BREAK.match(self._text, self._at)
            if column < 0 or gap is None or not found[0]:
                break
            place, self._at = self._at, gap.end()
            if not self._next or self._next == "#" or (not flow and self._column() <= column):
                self._at = place
                break
            if flow and self._next in ",}:":
                break
            parts.append(_folded(gap[0]))
        if not parts[0] and not flow:
            self._refuse()
        return "".join(parts).strip(" \t\n")

    def _lines(self, column: int, fold: bool, ends: str) -> str:
        """A text that stands as it is on the lines below, further in than its name."""
        lines: list[str] = []
        inset: int | None = None
        while self._at < len(self._text):
            end = self._text.find("\n", self._at)
            line = self._text[self._at : end if end >= 0 else len(self._text)]
            blanks = len(line) - len(line.lstrip(" "))
            if line.strip(" "):
                inset = blanks if inset is None else inset
                if blanks < inset or inset <= column:
                    break
            lines.append(line[inset or 0 :] if line.strip(" ") or inset is not None else "")
            self._at = end + 1 if end >= 0 else len(self._text)
        self._at -= self._text[self._at - 1] == "\n"  # at the end of a line, as behind any other text
        said = "\n".join(lines)
        if fold:
            said = re.sub(r"(?<=[^\n])\n(?=[^\n ])", " ", said)
            said = re.sub(r"(?<=[^\n])\n(\n+)(?=[^\n ])", r"\1", said)
        return said if ends == "+" else said.rstrip("\n") + ("" if ends == "-" or not said.strip("\n") else "\n")


def _folded(written: str) -> str:
    """The end of a line is a blank, and each empty line below it the end of one."""
    return _BREAKS.sub(lambda found: "\n" * (found[0].count("\n") - 1) or " ", written)
