"""The way back from a bad store: what there is to begin from, what the bad store has beyond it, and doing it.

Also all of a store that is too new as text.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from scorecard.domain.backups import Backup, BackupError, BackupFault
from scorecard.domain.errors import KnownError, StoppedError
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.domain.salvage import Salvaged
from scorecard.services.backups import migrate_safely
from scorecard.services.exporting import write_file
from scorecard.services.rescue_sources import (
    Source,
    SourceKind,
    Survey,
    backups_beside,
    backups_elsewhere,
    copies_beside,
    exports_in,
    newest_first,
    source_in,
)
from scorecard.store import backups_thinning
from scorecard.store.backups import checked
from scorecard.store.identity import journal_of
from scorecard.store.known import KnownStores
from scorecard.store.opening import Condition, check_whole, examine
from scorecard.store.plain_text import as_plain_text

if TYPE_CHECKING:
    from scorecard.domain.clock import Clock
    from scorecard.services.salvaging import Rebuilt

log = logging.getLogger(__name__)
FOLDER = "scorecard-rescue.part"
Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class Salvaging(Protocol):
    """What `services.salvaging` does; see there."""

    def look(self, base: Backup | None, progress: Progress, cancelled: Cancelled) -> Salvaged: ...
    def rebuild(
        self, base: Backup | None, accepted: Collection[int], progress: Progress, cancelled: Cancelled
    ) -> Rebuilt: ...


@dataclass(frozen=True, slots=True)
class Around:
    """Where else to look: the second folder of backups, the id of the store if it is known, folders of exports."""

    second: Path | None = None
    store_id: str = ""
    exports: Sequence[Path] = ()


class Rescue:
    """For any thread, one call at a time. Nothing is written but a private folder, until `rebuild`; `end` removes it.

    Methods raise StoreError, BackupError, StoppedError and, for an export, the errors of `importing_outcomes`.
    """

    def __init__(self, store: Path, clock: Clock, around: Around | None = None, salvaging: Salvaging | None = None):
        self._store = store
        self._clock = clock
        self._around = around or Around()
        self._salvaging = salvaging
        self._known = KnownStores(store.with_name(FOLDER) / "none")  # whoever asks knows that there was one
        self._bases: dict[Source, Backup | None] = {}

    @property
    def has_remains(self) -> bool:
        """Whether there is anything to be read in the place of the store."""
        return any(_size(file) for file in (self._store, journal_of(self._store)))

    def survey(self, progress: Progress, cancelled: Cancelled) -> Survey:
        """Looks through the backups until it has found a good one; the others are what they say of themselves."""
        self.end()  # what a process that was killed left
        beside, damaged = backups_beside(self._store)
        elsewhere, second = backups_elsewhere(self._around.second, self._around.store_id, beside)
        backups: list[Source] = []
        promising = newest_first(beside, elsewhere)
        for number, source in enumerate(promising):
            progress(number, len(promising))
            if cancelled():
                raise StoppedError
            found = source if any(_is_good(known) for known in backups) else _looked_through(source)
            if found is not None:
                backups.append(found)
        damaged += len(promising) - len(backups)
        others = [*copies_beside(self._store), *exports_in([self._store.parent, *self._around.exports])]
        remains = [Source(SourceKind.REMAINS)] if self.has_remains else []
        sources = (*backups, *others, *remains, Source(SourceKind.EMPTY))
        good = next((source for source in backups if _is_good(source)), None)
        recommended = good or next(iter([*others, *remains]), None)
        log.info("found %d sources, %d damaged backups", len(sources), damaged)
        return Survey(sources, recommended, damaged, second)

    def source_in(self, file: Path) -> Source:
        """A file that the user chose. Raises NoSourceError."""
        return source_in(file, self._store)

    def look(self, source: Source, progress: Progress, cancelled: Cancelled) -> Salvaged:
        """What the bad store has that the source has not."""
        base = self._base(source, cancelled)
        if not self.has_remains or source.kind is SourceKind.EMPTY:
            return Salvaged()
        return self._salvager().look(base, progress, cancelled)

    def rebuild(self, source: Source, accepted: Collection[int], progress: Progress, cancelled: Cancelled) -> Rebuilt:
        """All or nothing; after it the bad store is in the list of backups, exactly as it was."""
        base = self._base(source, cancelled)
        rebuilt = self._salvager().rebuild(base, accepted, progress, cancelled)
        backups_thinning.put_off(self._store)  # what one may want back now lies far behind
        log.warning("began again from a %s, with %d rows of the bad store", source.kind, rebuilt.accepted)
        return rebuilt

    def fault(self) -> StoreError | None:
        """What is wrong with whatever stands there now."""
        try:
            self._examine()
        except StoreError as error:
            return error
        return None

    def settle(self) -> KnownError | None:
        """The same; a good store of an earlier program is brought up to date."""
        try:
            if self._examine() is Condition.BEHIND:
                migrate_safely(self._store, self._clock)
        except (StoreError, BackupError) as error:
            return error
        return None

    def _examine(self) -> Condition:
        """Raises StoreError."""
        found = examine(self._store, self._known)
        if found.condition is Condition.FRESH:
            raise StoreError(StoreFault.MISSING, self._store)
        check_whole(self._store)
        return found.condition

    def end(self) -> None:
        """Forgets what was made for looking."""
        self._bases = {}
        shutil.rmtree(self._made, ignore_errors=True)

    @property
    def _made(self) -> Path:
        return self._store.parent / FOLDER

    def _salvager(self) -> Salvaging:
        if self._salvaging is None:
            from scorecard.services.salvaging import Salvaging as Salvager

            self._salvaging = Salvager(self._store, self._clock)
        return self._salvaging

    def _base(self, source: Source, cancelled: Cancelled) -> Backup | None:
        if source not in self._bases:
            self._bases[source] = self._made_base(source, cancelled)
        return self._bases[source]

    def _made_base(self, source: Source, cancelled: Cancelled) -> Backup | None:
        if source.backup is not None:
            found = checked(source.backup)
            if not found.can_be_restored:
                raise BackupError(BackupFault.DAMAGED, found.path)
            return found
        if source.file is None:
            return None
        shutil.rmtree(self._made, ignore_errors=True)
        self._bases = {known: base for known, base in self._bases.items() if known.backup is not None}
        if source.kind is SourceKind.COPY:
            from scorecard.store.adopting import adopt

            return adopt(source.file, self._made, self._clock.now())
        from scorecard.services.rescue_exports import base_of_export

        return base_of_export(source.file, self._made, self._clock, cancelled)


def write_as_text(store: Path, file: Path) -> None:
    """Reads the store and touches nothing of it. Raises StoreError or NotWrittenError."""
    write_file(file, as_plain_text(store))


def _looked_through(source: Source) -> Source | None:
    """None when it is not what it says."""
    try:
        found = checked(source.backup) if source.backup is not None else None
    except BackupError:
        return None
    return source.with_backup(found) if found is not None and found.can_be_restored else None


def _is_good(source: Source) -> bool:
    """Looked through, and no store that a restore put away."""
    return source.is_checked and source.backup is not None and not source.backup.reason.is_from_a_restore


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
