"""Undo and redo, driven by the record: they survive a restart."""

from scorecard.domain.activities import Activity
from scorecard.store import history
from scorecard.store.store import Done, Store


class Undoing:
    def __init__(self, store: Store) -> None:
        self._store = store

    def next_undo(self) -> Activity | None:
        """What the next undo takes back; None when there is nothing."""
        with self._store.reading() as connection:
            chain = history.next_undo(connection)
        return chain.last if chain else None

    def next_redo(self) -> Activity | None:
        with self._store.reading() as connection:
            chain = history.next_redo(connection)
        return chain.last if chain else None

    def undo(self) -> Done:
        """Raises NothingToUndoError, UndoConflictError or StoreError; nothing has changed then."""
        return self._store.undo()

    def redo(self) -> Done:
        return self._store.redo()
