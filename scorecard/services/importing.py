"""Importing another program's file: first worked out and shown, then done as one activity that one undo takes back."""

import logging
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, time
from functools import partial
from pathlib import Path

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.backups import Reason
from scorecard.domain.clock import Clock
from scorecard.domain.days import DEFAULT_DAY_END, score_date
from scorecard.domain.errors import StoppedError
from scorecard.domain.ids import new_id
from scorecard.domain.reflections import Answer
from scorecard.domain.snapshot import Snapshot
from scorecard.formats.bundle import UNDATED, Bundle, Cancelled, Progress
from scorecard.formats.errors import ImportCancelledError
from scorecard.formats.known import read_foreign
from scorecard.services.backups import Backups
from scorecard.services.importing_own import OwnImporting
from scorecard.services.importing_plan import ImportPlan, plan_import
from scorecard.services.importing_scores import keeping_scores
from scorecard.store import entries, measures, reading, reflections
from scorecard.store.record import Work
from scorecard.store.store import Store

log = logging.getLogger(__name__)
PORTION = 1_000


@dataclass(frozen=True, slots=True)
class PreparedImport:
    """A file that has been read, and what importing it would change.

    `apart` holds the origins of measures that are not to join one of ours that has their name, `asked` those of
    measures that come along only because they are asked for. `unscored` counts the new entries of days that have a
    score already: they are kept, and the score stays what it is.
    """

    bundle: Bundle
    plan: ImportPlan
    apart: frozenset[str] = frozenset()
    unscored: int = 0
    asked: frozenset[str] = frozenset()


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
        bundle = read_foreign(file, progress, cancelled, self._day_end())
        if cancelled():
            raise ImportCancelledError
        return self._planned_now(bundle, frozenset(), frozenset())

    @property
    def own(self) -> OwnImporting:
        """For an export of our own, which is no other program's file."""
        return OwnImporting(self._path, self._clock)

    def plan_again(
        self, prepared: PreparedImport, apart: Collection[str], asked: Collection[str] = frozenset()
    ) -> PreparedImport:
        """The same file with other measures kept apart, or asked for."""
        return self._planned_now(prepared.bundle, frozenset(apart), frozenset(asked))

    def with_all(self, prepared: PreparedImport) -> PreparedImport:
        """The same file with everything that it only offers."""
        offered = [row.origin for row in prepared.plan.rows if row.offered]
        return self.plan_again(prepared, prepared.apart, offered)

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
                answers = reflections.read_answers(work.connection, _days_written_on(prepared.bundle))
                plan = self._planned(prepared.bundle, snapshot, answers, prepared.apart, prepared.asked).plan
                _write(work, plan, progress, cancelled)
            log.info("imported %d measures and %d entries", len(plan.measures_to_add), len(plan.entries_to_add))
            return Receipt(plan, store.store_id, store.last_seq())

    def _day_end(self) -> time:
        if not self._path.exists():
            return DEFAULT_DAY_END
        with self._store() as store, store.reading() as connection:
            return reading.read_settings(connection).day_end

    def _planned_now(self, bundle: Bundle, apart: frozenset[str], asked: frozenset[str]) -> PreparedImport:
        first_day, last_day = _span(bundle)
        if not self._path.exists():
            return self._planned(bundle, Snapshot(first_day, last_day), (), apart, asked)
        with self._store() as store, store.reading() as connection:
            snapshot = reading.read_snapshot(connection, first_day, last_day)
            answers = reflections.read_answers(connection, _days_written_on(bundle))
            return self._planned(bundle, snapshot, answers, apart, asked)

    def _planned(
        self,
        bundle: Bundle,
        snapshot: Snapshot,
        answers: Iterable[Answer],
        apart: frozenset[str],
        asked: frozenset[str],
    ) -> PreparedImport:
        now = self._clock.now()
        today = score_date(now, snapshot.settings.day_end)
        made_id = partial(new_id, now)
        plan = plan_import(bundle, snapshot.card, snapshot.entries, today, made_id, apart, asked, answers)
        plan, unscored = keeping_scores(plan, snapshot.card, today)
        return PreparedImport(bundle, plan, apart, unscored, asked)

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


def _days_written_on(bundle: Bundle) -> list[date]:
    return [text.day for text in bundle.texts]


def _write(work: Work, plan: ImportPlan, progress: Progress, cancelled: Cancelled) -> None:
    for group in plan.groups_to_add:
        measures.write_group(work, group)
    measures.add_measures(work, plan.measures_to_add)
    for measure in plan.measures_to_change:
        measures.write_measure(work, measure)
    count = len(plan.entries_to_add)
    for start in range(0, count, PORTION):
        if cancelled():
            raise ImportCancelledError
        entries.add_entries(work, plan.entries_to_add[start : start + PORTION])
        progress(min(start + PORTION, count), count)
    reflections.add_answers(work, plan.texts.to_add)
    if cancelled():
        raise ImportCancelledError
