"""Taking in what is our own: an export, a backup, another store. What is not here yet comes; what is here stays."""

import logging
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.backups import Reason
from scorecard.domain.clock import Clock
from scorecard.domain.days import score_date
from scorecard.domain.errors import StoppedError
from scorecard.formats.bundle import Cancelled, Progress
from scorecard.formats.errors import FileFault, ImportCancelledError, UnreadableFileError
from scorecard.services.backups import Backups
from scorecard.services.importing_own_files import OwnFile, is_own_file, read_own_file
from scorecard.services.importing_own_files import OwnKind as OwnKind
from scorecard.services.joining.differing import Differing as Differing
from scorecard.services.joining.differing import examples
from scorecard.services.joining.joining import Joined, joined
from scorecard.store.everything import Rows, read_everything
from scorecard.store.faults import UnreadableRowError
from scorecard.store.merging import Merging, compare, merge, whole_rows
from scorecard.store.odd_rows import OddRowsError, odd_rows_named
from scorecard.store.reading import read_settings
from scorecard.store.rehearsing import compare_with_nothing, rehearse
from scorecard.store.store import Store

log = logging.getLogger(__name__)
SOURCE = "Scorecard"


@dataclass(frozen=True, slots=True)
class Counts:
    """By table: rows that are not here yet, rows that are, rows that are others here and stay so, and rows of ours
    that know `more` then."""

    new: Counter[str]
    same: Counter[str]
    conflicts: Counter[str]
    more: Counter[str] = field(default_factory=Counter)

    @property
    def more_news(self) -> Counter[str]:
        """That a measure is also one of theirs is no news by itself, and a promise has its steps for news."""
        return Counter({"profile": self.more["profile"]})

    @property
    def is_empty(self) -> bool:
        return not self.new.total() and not self.more_news.total()


@dataclass(frozen=True, slots=True)
class PreparedOwn:
    """A file of our own, and what it would add. `copied`: it is of this very store. `named` are the measures, groups
    and people that join ours by their name, or would where that is not wished (`by_name`)."""

    file: OwnFile
    counts: Counts
    copied: bool = False
    by_name: bool = True
    named: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    benched: int = 0
    noted: int = 0
    unscored: int = 0
    differing: tuple[Differing, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnReceipt:
    counts: Counts
    store_id: str
    last_seq: int


class OwnImporting:
    """For any thread. Methods raise StoreError, BackupError and the errors of `importing_outcomes`; nothing has changed
    then."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock

    def recognises(self, file: Path) -> bool:
        """Raises UnreadableFileError, also for the store itself, which only SQLite may open."""
        return is_own_file(file, self._path)

    def read_and_plan(self, file: Path, progress: Progress, cancelled: Cancelled) -> PreparedOwn:
        """Reads a file and changes nothing; a store that is still to be made is compared with as an empty one."""
        found = read_own_file(file, progress, cancelled)
        if cancelled():
            raise ImportCancelledError
        with odd_rows_refused():
            rehearse(whole_rows(found.tables))
        return self._planned(found, by_name=True)

    def plan_again(self, prepared: PreparedOwn, *, by_name: bool) -> PreparedOwn:
        """The same file, with what has the name of something here joining it, or standing beside it."""
        return self._planned(prepared.file, by_name=by_name)

    def apply(self, prepared: PreparedOwn, cancelled: Cancelled) -> OwnReceipt:
        """In one transaction, all or nothing, after a backup; one undo takes it out again."""

        def between() -> None:
            if cancelled():
                raise ImportCancelledError

        try:
            Backups(self._path, self._clock).make_before(Reason.IMPORT, cancelled)
        except StoppedError:
            raise ImportCancelledError from None
        with closing(Store(self._path, self._clock)) as store:
            with odd_rows_refused(), store.change(Deed(Verb.IMPORT, {"source": SOURCE})) as work:
                ours = read_everything(work.connection)
                found = self._joined(work.connection, ours, prepared.file, store.store_id, by_name=prepared.by_name)
                between()
                counts = _counted(merge(work, found.rows, between, found.more), found)
                between()
            log.info("imported %d rows of our own", counts.new.total())
            return OwnReceipt(counts, store.store_id, store.last_seq())

    def _planned(self, file: OwnFile, *, by_name: bool) -> PreparedOwn:
        with odd_rows_refused():
            if not self._path.exists():
                rows = whole_rows(file.tables)
                return PreparedOwn(file, _counted(compare_with_nothing(rows), Joined(rows)))
            with closing(Store(self._path, self._clock)) as store, store.reading() as connection:
                ours = read_everything(connection)
                found = self._joined(connection, ours, file, store.store_id, by_name=by_name)
                merging = compare(connection, found.rows)
                with odd_rows_named():
                    told = examples((*merging.conflicts, *found.kept), ours, found.rows)
                offered = found if by_name else self._joined(connection, ours, file, store.store_id, by_name=True)
                return PreparedOwn(
                    file, _counted(merging, found), file.store_id == store.store_id, by_name, offered.named,
                    found.benched, found.noted, found.unscored, told,
                )  # fmt: skip

    def _joined(self, connection: Any, ours: Rows, file: OwnFile, store_id: str, *, by_name: bool) -> Joined:
        today = score_date(self._clock.now(), read_settings(connection).day_end)
        rows = whole_rows(file.tables)
        with odd_rows_named():
            return joined(ours, rows, today, copied=file.store_id == store_id, by_name=by_name)


def _counted(merging: Merging, found: Joined) -> Counts:
    new = Counter({name: len(rows) for name, rows in merging.new.items() if rows})
    more = Counter({name: len(rows) for name, rows in found.more.items() if rows})
    conflicts = Counter(name for name, _ in (*merging.conflicts, *found.kept))
    return Counts(new, +merging.same, conflicts, more)


@contextmanager
def odd_rows_refused() -> Iterator[None]:
    """Rows that no program of ours wrote so are the fault of the file."""
    try:
        yield
    except (OddRowsError, UnreadableRowError):
        raise UnreadableFileError(FileFault.STRANGE) from None
