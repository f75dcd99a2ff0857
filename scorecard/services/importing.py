"""Importing another program's file: first worked out and shown, then done as one activity that one undo takes back."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, time
from functools import partial
from pathlib import Path

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.backups import Reason
from scorecard.domain.clock import Clock
from scorecard.domain.days import DEFAULT_DAY_END, score_date
from scorecard.domain.errors import StoppedError
from scorecard.domain.ids import new_id
from scorecard.domain.measures import Measure
from scorecard.domain.reflections import Answer
from scorecard.domain.snapshot import Card, Snapshot
from scorecard.formats.bundle import UNDATED, Bundle, Cancelled, Progress
from scorecard.formats.errors import ImportCancelledError
from scorecard.formats.known import read_foreign
from scorecard.services.backups import Backups
from scorecard.services.importing_fitting import Reading, readings
from scorecard.services.importing_own import OwnImporting
from scorecard.services.importing_plan import ImportPlan, plan_import
from scorecard.services.importing_rows import PlanRow
from scorecard.services.importing_scores import keeping_scores
from scorecard.services.importing_wishes import NO_WISHES, Wish, Wishes, wish_for, with_wish
from scorecard.store import entries, measures, reading, reflections
from scorecard.store.record import Work
from scorecard.store.store import Store

log = logging.getLogger(__name__)
PORTION = 1_000


@dataclass(frozen=True, slots=True)
class PreparedImport:
    """A file that has been read, and what importing it would change.

    `card` and `today` are those it was planned for. `unscored` counts the new entries of days that have a score
    already: they are kept, and the score stays what it is.
    """

    bundle: Bundle
    plan: ImportPlan
    card: Card
    today: date
    wishes: Wishes
    unscored: int = 0


@dataclass(frozen=True, slots=True)
class Preview:
    """What would become of one measure: `measure` is it, or the one of ours that it joins. `readings` are the values
    that are read in another way, or are none."""

    row: PlanRow
    measure: Measure | None = None
    readings: tuple[Reading, ...] = ()
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
        bundle = read_foreign(file, progress, cancelled, self.day_end())
        if cancelled():
            raise ImportCancelledError
        return self._planned_now(bundle, NO_WISHES)

    def plan_table(self, bundle: Bundle) -> PreparedImport:
        """Of a table that was read as somebody said."""
        return self._planned_now(bundle, NO_WISHES)

    @property
    def own(self) -> OwnImporting:
        """For an export of our own, which is no other program's file."""
        return OwnImporting(self._path, self._clock)

    def plan_again(self, prepared: PreparedImport, wishes: Wishes) -> PreparedImport:
        """The same file with other wishes."""
        return self._planned_now(prepared.bundle, wishes)

    def with_all(self, prepared: PreparedImport) -> PreparedImport:
        """The same file with everything that it only offers."""
        wishes = prepared.wishes
        for row in prepared.plan.rows:
            if row.offered:
                wishes = with_wish(wishes, row.origin, replace(wish_for(wishes, row.origin), comes=True))
        return self.plan_again(prepared, wishes)

    def preview(self, prepared: PreparedImport, origin: str, wish: Wish) -> Preview:
        """What one measure would become if that were wished of it, beside what is wished of the others."""
        own = tuple(entry for entry in prepared.bundle.entries if entry.origin == origin)
        alone = replace(prepared.bundle, entries=own, texts=())
        found = self._planned_now(alone, with_wish(prepared.wishes, origin, wish))
        row = next(row for row in found.plan.rows if row.origin == origin)
        measures = (*found.plan.measures_to_add, *found.plan.measures_to_change, *found.card.measures)
        measure = next((known for known in measures if known.id == row.measure_id), None)
        foreign = next(foreign for foreign in alone.measures if foreign.origin == origin)
        read = () if measure is None else readings(foreign, measure, own)
        return Preview(row, measure, read, found.unscored)

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
                plan = self._planned(prepared.bundle, snapshot, answers, prepared.wishes).plan
                _write(work, plan, progress, cancelled)
            log.info("imported %d measures and %d entries", len(plan.measures_to_add), len(plan.entries_to_add))
            return Receipt(plan, store.store_id, store.last_seq())

    def day_end(self) -> time:
        if not self._path.exists():
            return DEFAULT_DAY_END
        with self._store() as store, store.reading() as connection:
            return reading.read_settings(connection).day_end

    def _planned_now(self, bundle: Bundle, wishes: Wishes) -> PreparedImport:
        first_day, last_day = _span(bundle)
        if not self._path.exists():
            return self._planned(bundle, Snapshot(first_day, last_day), (), wishes)
        with self._store() as store, store.reading() as connection:
            snapshot = reading.read_snapshot(connection, first_day, last_day)
            answers = reflections.read_answers(connection, _days_written_on(bundle))
            return self._planned(bundle, snapshot, answers, wishes)

    def _planned(self, bundle: Bundle, snapshot: Snapshot, answers: Iterable[Answer], wishes: Wishes) -> PreparedImport:
        now = self._clock.now()
        today = score_date(now, snapshot.settings.day_end)
        made_id = partial(new_id, now)
        plan = plan_import(bundle, snapshot.card, snapshot.entries, today, made_id, wishes, answers)
        plan, unscored = keeping_scores(plan, snapshot.card, today)
        return PreparedImport(bundle, plan, snapshot.card, today, wishes, unscored)

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
