"""A line being typed, how it was read, and what was chosen where it can be read in several ways. Pure."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtCore import Qt

from scorecard.domain.due import Due
from scorecard.domain.promises import Level
from scorecard.services.quick_line.reader import Addressee, LineReading, Part

_Alt = Qt.KeyboardModifier.AltModifier
_AltShift = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
_Ctrl = Qt.KeyboardModifier.ControlModifier


class QuickOrder(Enum):
    LEVEL_1 = auto()
    LEVEL_2 = auto()
    LEVEL_3 = auto()
    NEXT_PERSON = auto()
    NEXT_DUE = auto()
    NO_PERSON = auto()
    NO_DUE = auto()
    MORE = auto()


LEVEL_OF = {
    QuickOrder.LEVEL_1: Level.COMMITMENT,
    QuickOrder.LEVEL_2: Level.BEST_EFFORT,
    QuickOrder.LEVEL_3: Level.GOOD_INTENTION,
}
QUICK_KEYS = {
    (_Alt, Qt.Key.Key_1): QuickOrder.LEVEL_1,
    (_Alt, Qt.Key.Key_2): QuickOrder.LEVEL_2,
    (_Alt, Qt.Key.Key_3): QuickOrder.LEVEL_3,
    (_Alt, Qt.Key.Key_P): QuickOrder.NEXT_PERSON,
    (_Alt, Qt.Key.Key_D): QuickOrder.NEXT_DUE,
    (_AltShift, Qt.Key.Key_P): QuickOrder.NO_PERSON,
    (_AltShift, Qt.Key.Key_D): QuickOrder.NO_DUE,
    (_Ctrl, Qt.Key.Key_Return): QuickOrder.MORE,
    (_Ctrl, Qt.Key.Key_Enter): QuickOrder.MORE,
}


def quick_order_of(key: int, modifiers: Qt.KeyboardModifier) -> QuickOrder | None:
    """What a key with Alt or Ctrl means while a line is typed."""
    return QUICK_KEYS.get((modifiers & ~Qt.KeyboardModifier.KeypadModifier, Qt.Key(key)))


@dataclass(frozen=True, slots=True)
class QuickState:
    """`chosen` is the level of a line that names none. `declined` are parts that shall stay text."""

    chosen: Level = Level.BEST_EFFORT
    reading: LineReading | None = None
    due_at: int = 0
    person_at: int = 0
    declined: frozenset[Part] = frozenset()

    @property
    def level(self) -> Level:
        named = self.reading.level if self.reading is not None else None
        return named or self.chosen

    @property
    def words(self) -> str:
        return self.reading.words if self.reading is not None else ""

    @property
    def due(self) -> Due | None:
        dues = self.reading.dues if self.reading is not None else ()
        return dues[self.due_at % len(dues)] if dues else None

    @property
    def addressee(self) -> Addressee | None:
        named = self.reading.addressees if self.reading is not None else ()
        return named[self.person_at % len(named)] if named else None

    def read(self, reading: LineReading | None, declined: frozenset[Part]) -> "QuickState":
        """The state after a key was typed. What was chosen stays chosen while the choice is the same."""
        before = self.reading
        same_dues = before is not None and reading is not None and before.dues == reading.dues
        same_people = before is not None and reading is not None and before.addressees == reading.addressees
        return replace(
            self,
            reading=reading,
            declined=declined,
            due_at=self.due_at if same_dues else 0,
            person_at=self.person_at if same_people else 0,
        )

    def next_due(self) -> "QuickState":
        return replace(self, due_at=self.due_at + 1)

    def next_person(self) -> "QuickState":
        return replace(self, person_at=self.person_at + 1)

    def with_level(self, level: Level) -> "QuickState":
        return replace(self, chosen=level)


def without_level(line: str, reading: LineReading | None, level: Level) -> str:
    """The line without the level it names, if that is another one: a choice made later than it was typed."""
    if reading is None or reading.level in (None, level):
        return line
    for part in reading.parts:
        if part.part is Part.LEVEL:
            before, after = line[: part.start].rstrip(), line[part.end :].lstrip()
            return f"{before} {after}" if before and after else before + after
    return line
