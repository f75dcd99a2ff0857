"""Diaries of other programs: pieces of text, any number of them a day, each with its time before it."""

from dataclasses import dataclass, field
from datetime import date, time

from scorecard.formats.bundle import Bundle, ForeignText
from scorecard.formats.fitting import fitting_note
from scorecard.formats.gathering import Gathering
from scorecard.formats.losses import LossTally


@dataclass(frozen=True, slots=True)
class _Piece:
    clock: time
    text: str
    number: int


@dataclass(slots=True)
class Diary:
    """`records`: what cannot be read is counted in records, and not in lines."""

    source: str
    program: str
    records: bool = False
    losses: LossTally = field(init=False)
    _days: dict[date, list[_Piece]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.losses = LossTally(self.records)

    def add(self, day: date, clock: time | None, said_time: str, text: str, number: int) -> None:
        """Without a time of day that can be read it is the `said_time`, verbatim. A piece without text says nothing."""
        before = f"{clock:%H:%M}" if clock is not None else said_time.strip()
        if text.strip():
            piece = _Piece(clock or time.min, f"{before} {text.strip()}".strip(), number)
            self._days.setdefault(day, []).append(piece)

    def bundle(self) -> Bundle:
        """The pieces of a day in the order of the day."""
        texts: list[ForeignText] = []
        for day in sorted(self._days):
            pieces = sorted(self._days[day], key=lambda piece: piece.clock)
            whole = "\n\n".join(piece.text for piece in pieces)
            if text := fitting_note(whole, self.losses, self.program, pieces[0].number):
                texts.append(ForeignText(day, text))
        return Gathering(self.source, self.losses).bundle(texts, self.program)
