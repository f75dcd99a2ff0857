"""Undo and redo, driven by the record: they survive a restart."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from scorecard.domain.activities import Activity, Turn
from scorecard.domain.backups import BackupError, Reason
from scorecard.domain.clock import Clock
from scorecard.domain.errors import StoppedError
from scorecard.services.backups import Backups
from scorecard.store import history
from scorecard.store.store import Done as Done
from scorecard.store.store import Store

LONG = 200  # rows; more than this take longer than the twentieth of a second that a window may stand still


class Undoing:
    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def next_undo(self) -> Activity | None:
        """What the next undo takes back; None when there is nothing."""
        with self._store.reading() as connection:
            chain = history.next_undo(connection)
        return chain.last if chain else None

    def next_redo(self) -> Activity | None:
        with self._store.reading() as connection:
            chain = history.next_redo(connection)
        return chain.last if chain else None

    def just_done(self) -> Activity | None:
        """The very last activity, when it was done rather than undone or redone."""
        with self._store.reading() as connection:
            chain, last = history.next_undo(connection), history.last_activity(connection)
        return chain.last if chain is not None and chain.last.seq == last.seq else None

    def long(self, turn: Turn) -> "LongTurn | None":
        """The next undo or redo as work off the event loop; None when it is short enough to be done at once."""
        with self._store.reading() as connection:
            chain = history.next_undo(connection) if turn is Turn.UNDO else history.next_redo(connection)
            if chain is None or history.size_of(connection, chain) <= LONG:
                return None
        return LongTurn(self._store.path, self._clock, turn, chain.head)

    def undo(self) -> Done:
        """Raises NothingToUndoError, UndoConflictError or StoreError; nothing has changed then."""
        return self._store.undo()

    def redo(self) -> Done:
        return self._store.redo()

    def turn(self, turn: Turn) -> Done:
        return self.undo() if turn is Turn.UNDO else self.redo()


class LongTurn:
    """An undo or redo of many rows, for a worker thread: it opens the store for itself.

    It is of the chain that begins with `head`, and of no other that came since.
    """

    def __init__(self, path: Path, clock: Clock, turn: Turn, head: int | None = None) -> None:
        self._path = path
        self._clock = clock
        self._turn = turn
        self._head = head

    def run(self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Done:
        """Raises StoppedError when cancelled, and what `Undoing.undo` raises; nothing has changed then.

        An undone import is much that is deleted, so there is a backup first. It can be redone, too: where no backup can
        be made, that is no reason to refuse.
        """
        del progress  # how far SQLite is with a transaction, nobody knows

        def between() -> None:
            if cancelled():
                raise StoppedError

        with suppress(BackupError):
            Backups(self._path, self._clock).make_before(Reason.DELETION, cancelled)
        store = Store(self._path, self._clock)
        try:
            return (store.undo if self._turn is Turn.UNDO else store.redo)(between, self._head)
        finally:
            store.close()
