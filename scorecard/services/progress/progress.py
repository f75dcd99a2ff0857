"""Everything that was ever scored, for the charts. numpy is imported only when that is first asked for."""

from typing import TYPE_CHECKING

from scorecard.domain.changes import Change
from scorecard.domain.clock import Clock
from scorecard.services.changes import Changes
from scorecard.services.promises import Promises
from scorecard.store.store import Store

if TYPE_CHECKING:
    from scorecard.services.progress.history import History
    from scorecard.services.progress.keeper import HistoryKeeper, Prepared


class Progress:
    def __init__(self, store: Store, clock: Clock, promises: Promises, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._promises = promises
        self._prepared: Prepared | None = None
        self._keeper: HistoryKeeper | None = None
        # From the beginning, so that whoever asks on hearing of a change asks later than this has heard of it.
        changes.follow(self._follow)

    def prepare(self) -> None:
        """Reads what the first look at the charts would wait for. It may run in a thread. Raises StoreError."""
        from scorecard.services.progress.keeper import prepared

        if self._keeper is None:
            self._prepared = prepared(self._store.path, self._clock)

    def history(self) -> "History":
        """As everything stands now: the same object as before when nothing has changed. Raises StoreError."""
        if self._keeper is None:
            from scorecard.services.progress.keeper import HistoryKeeper

            self._keeper = HistoryKeeper(self._store, self._clock, self._promises, self._prepared)
            self._prepared = None
        return self._keeper.history()

    def _follow(self, change: Change) -> None:
        if self._keeper is not None:
            self._keeper.follow(change)
