"""Where the window's wishes meet the services: at once, or in order once the store is open.

The window stands before SQLAlchemy is loaded. What is typed until then waits here and is then done as always.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from scorecard.domain.changes import Change
from scorecard.domain.errors import KnownError
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.ui.keeping import Keeping, Typed

if TYPE_CHECKING:
    # The services bring SQLAlchemy with them, which the first picture does not wait for.
    from scorecard.services.services import Services

Answer = TypeVar("Answer")
Refused = Callable[[KnownError], None]


class Desk(QObject):
    """`changed` carries a Change, after its commit; `failed` a KnownError that nobody else took.

    `said` carries a sentence that the user should read in the window; `in_vain`: the store can't be opened, and
    something was wished all the same.
    """

    changed = Signal(object)
    failed = Signal(object)
    said = Signal(str)
    attached = Signal()
    in_vain = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services: Services | None = None
        self._waiting: list[tuple[Callable[[Services], object], Refused | None, Typed | None]] = []
        self._hopeless = False
        self.keeping = Keeping(lambda: self._services, self)
        self.keeping.refused.connect(self.failed)

    @property
    def ready(self) -> bool:
        return self._services is not None

    @property
    def opening(self) -> bool:
        """Whether the store may still come: not once it is there, and not once it turned out that it can't."""
        return self._services is None and not self._hopeless

    @property
    def waiting(self) -> bool:
        """Whether something typed is not in the store yet, also when it is tried now."""
        return bool(self._waiting) or not self.keeping.try_again()

    @property
    def waiting_words(self) -> tuple[str, ...]:
        """What was typed and waits for the store to be opened, the last of each place."""
        typed = {one.place: one.words for _, _, one in self._waiting if one is not None}
        return tuple(words for words in typed.values() if words)

    def attach(self, services: Services) -> None:
        """Takes the services and does, in their order, the wishes that waited."""
        self._services = services
        self._hopeless = False
        services.changes.follow(self._follow)
        waiting, self._waiting = self._waiting, []
        self.keeping.try_again()
        for wish in waiting:
            self.do(*wish)
        self.attached.emit()

    def pause(self) -> None:
        """Lets go of the store; what is wished until the next `attach` waits for that."""
        self.detach()
        self._hopeless = False

    def lose_hope(self) -> None:
        """The store can't be opened: what waits, waits in vain."""
        self._hopeless = True

    def give_up(self) -> None:
        """The user said that what waits need not be saved."""
        self._waiting = []
        self.keeping.give_up()

    def detach(self) -> None:
        if self._services is not None:
            self._services.close()
            self._services = None

    def do(
        self, wish: Callable[[Services], object], refused: Refused | None = None, typed: Typed | None = None
    ) -> bool:
        """Does `wish` now, or as soon as the store is open. False when it was refused; then `refused` hears why.

        What was `typed` is kept if it may go through later, and tried again by itself.
        """
        if self._services is None:
            self._waiting.append((wish, refused, typed))
            if self._hopeless:
                self.in_vain.emit()
            return True
        try:
            wish(self._services)
        except KnownError as error:
            if typed is not None:
                self.keeping.keep(typed, wish, error)
            (refused or self.failed.emit)(error)
            return False
        except Exception:
            # A bug of ours, for the exception hook; but whoever wished it must not take it for done.
            if refused is not None:
                refused(StoreError(StoreFault.PROGRAM, Path()))
            raise
        if typed is not None:
            self.keeping.drop(typed.place)
        return True

    def ask(self, question: Callable[[Services], Answer]) -> Answer | None:
        """The answer, or None when the store is not open yet or could not answer (then `failed` says why)."""
        if self._services is None:
            return None
        try:
            return question(self._services)
        except KnownError as error:
            self.failed.emit(error)
            return None

    def _follow(self, change: Change) -> None:
        self.changed.emit(change)
