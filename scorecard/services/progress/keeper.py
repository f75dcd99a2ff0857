"""The history in memory, kept in step with the store: read whole once, afterwards only what has changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from scorecard.domain.changes import Change
from scorecard.domain.clock import Clock
from scorecard.domain.marks import Mark
from scorecard.domain.promises import Standing, standing
from scorecard.services.kept_promises import kept_marks
from scorecard.services.progress.history import History
from scorecard.services.progress.reading import Stored, grid_of, read_all, read_days_again, read_frame_again
from scorecard.services.promises import Promises
from scorecard.store import promises as stored_promises
from scorecard.store.store import Store

MANY_DAYS = 100  # from here on, reading everything is quicker than day by day


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A history as it was after activity `seq`."""

    seq: int
    stored: Stored
    history: History


@dataclass(slots=True)
class _Stale:
    """What has changed since it was read. `frame`: the card, the ranges of days away, or the settings."""

    days: set[date] = field(default_factory=set)
    frame: bool = False
    kept: bool = False


class HistoryKeeper:
    """Used from one thread. Raises StoreError; what was stale is so still then."""

    def __init__(self, store: Store, clock: Clock, promises: Promises, prepared: Prepared | None = None) -> None:
        self._store = store
        self._clock = clock
        self._promises = promises
        self._stored: Stored | None = None
        self._history: History | None = None
        self._stale = _Stale()
        # Every change has a number in the record: nothing was done since.
        if prepared is not None and prepared.seq == store.last_seq():
            self._stored, self._history = prepared.stored, prepared.history

    def history(self) -> History:
        """As everything stands now."""
        now = self._clock.now()
        stored = self._renewed() or read_all(self._store, now)
        today = stored.today(now)
        if not stored.reaches(today):
            stored = read_all(self._store, now)
        self._history = self._history_of(stored, today)
        self._stored, self._stale = stored, _Stale()
        return self._history

    def follow(self, change: Change) -> None:
        """Notes what is no longer as it was read."""
        if self._stored is None:
            return
        stale = self._stale
        stale.frame |= change.touches_card()
        stale.kept |= change.touches_promises()
        if change.touches_entries():
            stale.days |= change.days
        if (change.touches_entries() and not _says_which(change)) or len(stale.days) > MANY_DAYS:
            self._stored = self._history = None
            self._stale = _Stale()

    def _renewed(self) -> Stored | None:
        """What is stored, with what has changed read again; None when all of it has to be."""
        stored = self._stored
        if stored is not None and self._stale.frame:
            stored = read_frame_again(self._store, stored)
        if stored is not None and self._stale.days:
            stored = read_days_again(self._store, stored, self._stale.days)
        return stored

    def _history_of(self, stored: Stored, today: date) -> History:
        known = self._history
        same = stored is self._stored and (not self._stale.kept or not stored.counts_promises)
        if known is not None and same and today == known.today:
            return known
        if known is not None and same and not stored.counts_promises:
            return History(known.grid, today)
        return History(grid_of(stored, self._marks(stored, today)), today)

    def _marks(self, stored: Stored, today: date) -> Mapping[date, Mark]:
        if not stored.counts_promises:
            return {}
        return _kept(stored, (item.standing for item in self._promises.book().reckoned(today)))


def _says_which(change: Change) -> bool:
    """Whether the days of its entries are among its days: a topic without keys may be all new."""
    return all(topic in change.keys for topic in change.topics & {"entry", "day"})


def prepared(path: Path, clock: Clock) -> Prepared:
    """A history, with what the first chart asks of it. For a thread: it opens the store for itself."""
    store = Store(path, clock)
    try:
        fresh = read_history(store, clock)
    finally:
        store.close()
    _ = fresh.history.scores
    return fresh


def read_history(store: Store, clock: Clock) -> Prepared:
    """Everything read anew."""
    seq, now = store.last_seq(), clock.now()
    stored = read_all(store, now)
    today = stored.today(now)
    kept: Mapping[date, Mark] = {}
    if stored.counts_promises:
        with store.reading() as connection:
            promises = stored_promises.read_promises(connection)
        kept = _kept(stored, (standing(promise, today) for promise in promises))
    return Prepared(seq, stored, History(grid_of(stored, kept), today))


def _kept(stored: Stored, standings: Iterable[Standing]) -> Mapping[date, Mark]:
    return kept_marks(standings, stored.stretch.first_day, stored.stretch.last_day)
