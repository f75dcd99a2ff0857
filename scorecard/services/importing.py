"""Importing another program's file: first worked out and shown, then done as one activity that one undo takes back."""

import logging
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.backups import Reason
from scorecard.domain.clock import Clock
from scorecard.domain.days import score_date
from scorecard.domain.errors import StoppedError
from scorecard.domain.ids import new_id
from scorecard.domain.snapshot import Snapshot
from scorecard.formats.bundle import UNDATED, Bundle, Cancelled, Progress
from scorecard.formats.errors import ImportCancelledError
from scorecard.formats.known import read_foreign
from scorecard.services.backups import Backups
from scorecard.services.importing_plan import ImportPlan, plan_import
from scorecard.services.importing_scores import keeping_scores
from scorecard.store import entries, measures, reading
from scorecard.store.record import Work
from scorecard.store.store import Store

log = logging.getLogger(__name__)
PORTION = 1_000


@dataclass(frozen=True, slots=True)
class PreparedImport:
    """A file that has been read, and what importing it would change.

    `apart` holds the origins of measures that are not to join one of ours that has their name. `unscored` counts the
    new entries of days that have a score already: they are kept, and the score stays what it is.
    """

    bundle: Bundle
    plan: ImportPlan
    apart: frozenset[str] = frozenset()
    unscored: int = 0


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was imported. `last_seq` is the number of the store's last activity, this one if anything was new."""

    plan: ImportPlan
    store_id: str
    last_seq: int


class Importing:
    """Made for a worker thread: each method opens a connection of its own and closes it.

    Methods raise StoreError and the errors of `importing_outcomes`; the store is then as it was. Progress is told in
    records done and records in all.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock

    def read_and_plan(self, file: Path, progress: Progress, cancelled: Cancelled) -> PreparedImport:
        """Reads a file and changes nothing. A store that is still to be made is planned for as an empty one."""
        bundle = read_foreign(file, progress, cancelled)
        if cancelled():
            raise ImportCancelledError
        return self._planned_now(bundle, frozenset())

    def plan_again(self, prepared: PreparedImport, apart: Collection[str]) -> PreparedImport:
        """The same file with other measures kept apart."""
        return self._planned_now(prepared.bundle, frozenset(apart))

    def apply(self, prepared: PreparedImport, progress: Progress, cancelled: Cancelled) -> Receipt:
        """Imports in one transaction, all or nothing. It plans anew inside of it, so that what has become known
        since is not imported a second time. A backup is made first; raises BackupError where none can be."""
        try:
            Backups(self._path, self._clock).make_before(Reason.IMPORT, cancelled)
        except StoppedError:
            raise ImportCancelledError from None
        with self._store() as store:
            with store.change(Deed(Verb.IMPORT, {"source": prepared.plan.source})) as work:
                snapshot = reading.read_snapshot(work.connection, *_span(prepared.bundle))
                plan = self._planned(prepared.bundle, snapshot, prepared.apart).plan
                _write(work, plan, progress, cancelled)
            log.info("imported %d measures and %d entries", len(plan.measures_to_add), len(plan.entries_to_add))
            return Receipt(plan, store.store_id, store.last_seq())

    def _planned_now(self, bundle: Bundle, apart: frozenset[str]) -> PreparedImport:
        first_day, last_day = _span(bundle)
        if not self._path.exists():
            return self._planned(bundle, Snapshot(first_day, last_day), apart)
        with self._store() as store, store.reading() as connection:
            return self._planned(bundle, reading.read_snapshot(connection, first_day, last_day), apart)

    def _planned(self, bundle: Bundle, snapshot: Snapshot, apart: frozenset[str]) -> PreparedImport:
        now = self._clock.now()
        today = score_date(now, snapshot.settings.day_end)
        plan = plan_import(bundle, snapshot.card, snapshot.entries, today, lambda: new_id(now), apart)
        plan, unscored = keeping_scores(plan, snapshot.card, today)
        return PreparedImport(bundle, plan, apart, unscored)

    @contextmanager
    def _store(self) -> Iterator[Store]:
        store = Store(self._path, self._clock)
        try:
            yield store
        finally:
            store.close()


def _span(bundle: Bundle) -> tuple[date, date]:
    days = [entry.day for entry in bundle.entries] or [UNDATED]
    return min(days), max(days)


def _write(work: Work, plan: ImportPlan, progress: Progress, cancelled: Cancelled) -> None:
    measures.add_measures(work, plan.measures_to_add)
    for measure in plan.measures_to_change:
        measures.write_measure(work, measure)
    count = len(plan.entries_to_add)
    for start in range(0, count, PORTION):
        if cancelled():
            raise ImportCancelledError
        entries.add_entries(work, plan.entries_to_add[start : start + PORTION])
        progress(min(start + PORTION, count), count)
    if cancelled():
        raise ImportCancelledError
