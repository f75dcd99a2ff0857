"""Merging two persons with hundreds of promises and touches between them: work for a thread, as it is undone."""

from collections.abc import Callable
from pathlib import Path

from scorecard.domain.clock import Clock
from scorecard.domain.errors import StoppedError
from scorecard.services.changes import Changes
from scorecard.services.promises import Promises
from scorecard.services.scoring import Scoring
from scorecard.services.undoing import LONG
from scorecard.store.people_merging import size_of
from scorecard.store.store import Done, Store


class Merging:
    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._path = store.path
        self._clock = clock

    def long(self, kept_id: str, merged_id: str) -> "LongMerge | None":
        """The merging as work off the event loop; None when it is short enough for `Promises.merge_persons`."""
        with self._store.reading() as connection:
            theirs = size_of(connection, merged_id)
        return LongMerge(self._path, self._clock, kept_id, merged_id) if theirs > LONG else None


class LongMerge:
    """For a worker thread: it opens the store for itself."""

    def __init__(self, path: Path, clock: Clock, kept_id: str, merged_id: str) -> None:
        self._path = path
        self._clock = clock
        self._ids = kept_id, merged_id

    def run(self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Done | None:
        """None when there was nothing to merge. Raises StoppedError when cancelled, and StoreError."""
        del progress  # how far SQLite is with a transaction, nobody knows
        done: list[Done] = []
        store = Store(self._path, self._clock)
        try:
            store.announce_to(done.append)
            changes = Changes()
            promises = Promises(store, self._clock, Scoring(store, self._clock, changes), changes)
            if cancelled():
                raise StoppedError
            promises.merge_persons(*self._ids)
        finally:
            store.close()
        return done[0] if done else None
