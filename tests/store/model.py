"""What the store should be like, said once more in plain Python: states, a stack to undo and a stack to redo."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from scorecard.domain.activities import Turn
from scorecard.domain.marks import UNKNOWN, Entry
from scorecard.domain.measures import Terms

Key = tuple[date, str]
FOLDING = timedelta(seconds=3)


@dataclass(frozen=True, slots=True)
class State:
    """All that the user has. An entry that says nothing is no entry."""

    entries: Mapping[Key, Entry]
    finished: Mapping[date, datetime]
    terms: Mapping[str, tuple[Terms, ...]]

    def entry(self, key: Key) -> Entry:
        return self.entries.get(key, Entry(key[1], key[0]))

    def with_entry(self, entry: Entry) -> "State":
        others = {key: known for key, known in self.entries.items() if key != (entry.day, entry.measure_id)}
        silent = entry.mark == UNKNOWN and not entry.note
        return replace(self, entries=others if silent else others | {(entry.day, entry.measure_id): entry})

    def with_finished(self, day: date, at: datetime | None) -> "State":
        others = {known: moment for known, moment in self.finished.items() if known != day}
        return replace(self, finished=others if at is None else others | {day: at})


@dataclass(frozen=True, slots=True)
class Menu:
    """What Undo says."""

    verb: str
    subject: Mapping[str, str]


@dataclass(slots=True)
class Chain:
    """The states that one undo goes back through, the first one being what it goes back to."""

    states: list[State]
    menu: Menu
    fold: str | None


@dataclass(slots=True)
class Model:
    state: State
    undoable: list[Chain] = field(default_factory=list)
    redoable: list[Chain] = field(default_factory=list)
    past: dict[Key, list[tuple[Turn, Entry | None]]] = field(default_factory=dict)
    last: tuple[Turn, datetime] | None = None

    def do(self, after: State, menu: Menu, now: datetime, fold: str | None = None) -> None:
        if after == self.state:
            return
        if self._folds(now, fold):
            chain = self.undoable[-1]
            chain.states.append(after)
            chain.menu = menu
        else:
            self.undoable.append(Chain([self.state, after], menu, fold))
        self.redoable.clear()
        self._go(after, Turn.DO)
        self.last = (Turn.DO, now)

    def _folds(self, now: datetime, fold: str | None) -> bool:
        if fold is None or self.last is None or self.last[0] is not Turn.DO:
            return False
        return self.undoable[-1].fold == fold and timedelta(0) <= now - self.last[1] <= FOLDING

    def undo(self, now: datetime) -> None:
        chain = self.undoable.pop()
        self.redoable.append(chain)
        self._go_through(chain.states[-2::-1], Turn.UNDO)
        self.last = (Turn.UNDO, now)

    def redo(self, now: datetime) -> None:
        chain = self.redoable.pop()
        self.undoable.append(chain)
        self._go_through(chain.states[1:], Turn.REDO)
        self.last = (Turn.REDO, now)

    def _go(self, after: State, turn: Turn) -> None:
        self._go_through([after], turn)

    def _go_through(self, states: list[State], turn: Turn) -> None:
        """One activity: of every entry that changed on the way, the history holds where it came to."""
        touched: set[Key] = set()
        for after in states:
            keys = self.state.entries.keys() | after.entries.keys()
            touched |= {key for key in keys if self.state.entries.get(key) != after.entries.get(key)}
            self.state = after
        for key in touched:
            self.past.setdefault(key, []).append((turn, self.state.entries.get(key)))
