"""What was typed and the store did not take for now: kept in memory, in its order, and tried again by itself."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from scorecard.domain.errors import KnownError
from scorecard.domain.incidents import StoreError, StoreFault

if TYPE_CHECKING:
    from scorecard.services.services import Services

TRY_EVERY = 5_000  # milliseconds
TRY_LOCKED_EVERY = 30_000  # for each try waits for the other program, and the window with it


@dataclass(frozen=True, slots=True)
class Typed:
    """`place`: where it was typed; what is typed there later takes its place. `words`: what was typed, to be copied.

    What is wished with it has to come to the same however often it is done: a value, not a step.
    """

    place: Hashable
    words: str


@dataclass(frozen=True, slots=True)
class _Kept:
    words: str
    wish: Callable[[Services], object]


class Keeping(QObject):
    """`changed`: more or less is kept than before. `refused` carries a KnownError of what will never be taken."""

    changed = Signal()
    refused = Signal(object)

    def __init__(self, services: Callable[[], Services | None], parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._kept: dict[Hashable, _Kept] = {}
        self._timer: QTimer | None = None
        self.error: StoreError | None = None

    def __len__(self) -> int:
        return len(self._kept)

    def holds(self, place: Hashable) -> bool:
        return place in self._kept

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(kept.words for kept in self._kept.values() if kept.words)

    def keep(self, typed: Typed, wish: Callable[[Services], object], error: KnownError) -> bool:
        """Whether it may go through later and is kept until then."""
        if not isinstance(error, StoreError) or not error.fault.passes:
            return False
        self.error = error
        self._kept[typed.place] = _Kept(typed.words, wish)
        self._wait()
        self.changed.emit()
        return True

    def drop(self, place: Hashable) -> None:
        """Something newer of that place is saved: then there is room for the others, too."""
        if self._kept.pop(place, None) is not None:
            self.changed.emit()
        if self._kept:
            QTimer.singleShot(0, self, self.try_again)

    def give_up(self) -> None:
        """The user said that it need not be saved."""
        if self._kept:
            self._kept.clear()
            self.changed.emit()

    def try_again(self) -> bool:
        """In its order, until one is refused; whether nothing is kept any more."""
        services, before = self._services(), len(self._kept)
        while services is not None and self._kept:
            place, kept = next(iter(self._kept.items()))
            try:
                kept.wish(services)
            except KnownError as error:
                if isinstance(error, StoreError) and error.fault.passes:
                    self.error = error
                    break
                del self._kept[place]
                self.refused.emit(error)
            except Exception:
                del self._kept[place]  # a bug of ours: once is enough
                raise
            else:
                self._kept.pop(place, None)
        if len(self._kept) != before:
            self.changed.emit()
        self._wait()
        return not self._kept

    def replay(self, services: Services) -> None:
        """Does everything that is kept in another store; it stays kept. Raises KnownError."""
        for kept in list(self._kept.values()):
            kept.wish(services)

    def _wait(self) -> None:
        if self._timer is None:
            self._timer = QTimer(self)
            self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
            self._timer.timeout.connect(self.try_again)
        locked = self.error is not None and self.error.fault is StoreFault.LOCKED
        every = TRY_LOCKED_EVERY if locked else TRY_EVERY
        if not self._kept:
            self._timer.stop()
        elif not self._timer.isActive() or self._timer.interval() != every:
            self._timer.start(every)
