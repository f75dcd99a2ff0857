"""Bringing back what a damaged store still holds: a look through its pages, and a store made of what is accepted."""

import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from scorecard.domain.backups import Backup
from scorecard.domain.clock import Clock
from scorecard.domain.errors import StoppedError
from scorecard.domain.salvage import Salvaged
from scorecard.store.salvaging.offering import Salvage, offered
from scorecard.store.salvaging.past import doubting_past
from scorecard.store.salvaging.reading import read_store, roots_of, rows_of_backup
from scorecard.store.salvaging.rebuilding import rebuild
from scorecard.store.salvaging.vouching import judge

log = logging.getLogger(__name__)
Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
_STEPS = 100


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """`set_aside` is where the damaged store went; None when there was none."""

    set_aside: Backup | None
    accepted: int


class Salvaging:
    """For any thread. `store` is where the bad store stands; it is never written to."""

    def __init__(self, store: Path, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._last: tuple[Backup | None, Salvage] | None = None

    def look(self, base: Backup | None, progress: Progress, cancelled: Cancelled) -> Salvaged:
        """What the pages hold against `base`, a good backup, or against nothing.

        Raises StoreError, BackupError, or StoppedError when cancelled.
        """
        between = _stopping(cancelled)

        def of_pages(done: int, total: int) -> None:
            between()
            progress(done * _STEPS * 3 // 5 // max(total, 1), _STEPS)

        kept = rows_of_backup(base) if base is not None else {}
        sources = read_store(self._store, roots_of(base.path) if base is not None else {}, of_pages)
        progress(_STEPS * 3 // 5, _STEPS)
        judged = judge(sources, kept, between)
        judged = doubting_past(judged, kept, base.path if base is not None else None, sources)
        progress(_STEPS * 4 // 5, _STEPS)
        salvage = offered(judged, kept, sources, between)
        self._last = (base, salvage)
        progress(_STEPS, _STEPS)
        found = salvage.found
        log.warning(
            "salvage of %d pages, %d unread: %d offers, %d sure, %d rows as in the backup, %d left out",
            found.pages, found.unread, len(found.offers), len(found.sure), found.same, found.left_out,
        )  # fmt: skip
        return found

    def rebuild(
        self, base: Backup | None, accepted: Collection[int], progress: Progress, cancelled: Cancelled
    ) -> Rebuilt:
        """Puts a store made of `base` and the accepted offers of the last look in the place of the bad one.

        What was accepted is one activity. All or nothing; raises StoreError, BackupError, or StoppedError.
        """
        if self._last is None or self._last[0] != base:
            self.look(base, progress, cancelled)
        assert self._last is not None
        salvage = self._last[1]
        between, done = _stopping(cancelled), 0

        def told() -> None:
            nonlocal done
            between()
            done = min(done + 1, _STEPS - 1)
            progress(done, _STEPS)

        contents = salvage.accepted(accepted)
        aside = rebuild(self._store, base, salvage, contents, self._clock, told)
        progress(_STEPS, _STEPS)
        log.warning("made a store of a backup and %d salvaged offers", len(contents))
        return Rebuilt(aside, len(contents))


def _stopping(cancelled: Cancelled) -> Callable[[], None]:
    def between() -> None:
        if cancelled():
            raise StoppedError

    return between
