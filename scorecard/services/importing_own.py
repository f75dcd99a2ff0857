"""Taking our own export in again: what is not here yet comes, by its id; what is here stays as it is."""

import logging
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.backups import Reason
from scorecard.domain.clock import Clock
from scorecard.domain.errors import StoppedError
from scorecard.formats.bundle import Cancelled
from scorecard.formats.errors import FileFault, ImportCancelledError, UnreadableFileError
from scorecard.formats.own_export import OwnExport, is_own_export, read_own_export
from scorecard.services.backups import Backups
from scorecard.store.everything import Merging, OddRowsError, compare, compare_with_nothing, merge
from scorecard.store.identity import SCHEMA_VERSION
from scorecard.store.store import Store

log = logging.getLogger(__name__)
SOURCE = "Scorecard"


@dataclass(frozen=True, slots=True)
class Counts:
    """`new` and `conflicts` by table; `same` is here already, `conflicts` are others here and stay so."""

    new: Counter[str]
    same: int
    conflicts: Counter[str]

    @property
    def is_empty(self) -> bool:
        return not self.new.total()


@dataclass(frozen=True, slots=True)
class PreparedOwn:
    export: OwnExport
    counts: Counts


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
        return is_own_export(file)

    def read_and_plan(self, file: Path, cancelled: Cancelled) -> PreparedOwn:
        """Reads a file and changes nothing; a store that is still to be made is compared with as an empty one."""
        export = read_own_export(file, SCHEMA_VERSION, cancelled)
        try:
            if not self._path.exists():
                return PreparedOwn(export, _counted(compare_with_nothing(export.tables)))
            with closing(Store(self._path, self._clock)) as store, store.reading() as connection:
                return PreparedOwn(export, _counted(compare(connection, export.tables)))
        except OddRowsError:
            raise UnreadableFileError(FileFault.STRANGE) from None

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
            try:
                with store.change(Deed(Verb.IMPORT, {"source": SOURCE})) as work:
                    counts = _counted(merge(work, prepared.export.tables, between))
                    between()
            except OddRowsError:
                raise UnreadableFileError(FileFault.STRANGE) from None
            log.info("imported %d rows of an export", counts.new.total())
            return OwnReceipt(counts, store.store_id, store.last_seq())


def _counted(merging: Merging) -> Counts:
    new = Counter({name: len(rows) for name, rows in merging.new.items() if rows})
    return Counts(new, merging.same, Counter(name for name, _ in merging.conflicts))
