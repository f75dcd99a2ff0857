"""One line of a list, as plain values: a heading, a row to choose, or a remark."""

from dataclasses import dataclass
from enum import Enum, auto


class LineKind(Enum):
    SECTION = auto()
    GROUP = auto()
    ROW = auto()
    REMARK = auto()


@dataclass(frozen=True, slots=True)
class ListLine:
    """`right` stands at the end of the line. Rows can be chosen: they have a `key`."""

    kind: LineKind
    words: str
    right: str = ""
    key: str = ""
    indented: bool = True

    @property
    def spoken(self) -> str:
        return f"{self.words}, {self.right}" if self.right else self.words
