"""What one can begin from again when the store is a bad one: found and named, and nothing of it changed."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from heapq import merge
from pathlib import Path

from scorecard.domain.backups import Backup, BackupError, Reason
from scorecard.domain.errors import KnownError
from scorecard.formats.errors import UnreadableFileError
from scorecard.formats.files import head_of
from scorecard.formats.own_export import is_own_export
from scorecard.store.backups import described, listed, listed_in
from scorecard.store.backups_second import place_in, places_in
from scorecard.store.places import is_store, look_around

_EXPORTS = "[Ss]corecard*.json"
_MOST_EXPORTS = 20
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class SourceKind(StrEnum):
    BACKUP = "backup"
    SECOND = "backup in the second folder"
    COPY = "another store"
    EXPORT = "export"
    REMAINS = "remains"  # what can still be read in the bad store, and nothing else
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Source:
    """`backup` of a sealed one, `file` of another store or an export, with when it was last written."""

    kind: SourceKind
    backup: Backup | None = None
    file: Path | None = None
    written_at: datetime | None = None

    @property
    def is_checked(self) -> bool:
        return self.backup is not None and self.backup.checked

    def with_backup(self, backup: Backup) -> "Source":
        return replace(self, backup=backup)


class Second(StrEnum):
    """The second folder of backups."""

    NONE = "none"
    THERE = "there"
    AWAY = "away"  # chosen, and can't be looked at now


@dataclass(frozen=True, slots=True)
class Survey:
    """What there is to begin from, in the order in which it is offered; `recommended` is one of them.

    `damaged` counts the backups that can't be restored.
    """

    sources: tuple[Source, ...]
    recommended: Source | None = None
    damaged: int = 0
    second: Second = Second.NONE

    def count(self, *kinds: SourceKind) -> int:
        return sum(source.kind in kinds for source in self.sources)


class NoSourceError(KnownError):
    """A chosen file is neither a store nor an export of ours, or it is the bad store itself."""


def backups_beside(store: Path) -> tuple[list[Source], int]:
    """The newest first, and how many there are that can't be restored."""
    with suppress(BackupError):
        kept = [backup for backup in listed(store) if backup.reason is not Reason.SET_ASIDE]
        good = [Source(SourceKind.BACKUP, backup) for backup in kept if backup.can_be_restored]
        return good, len(kept) - len(good)
    return [], 0


def backups_elsewhere(folder: Path | None, store_id: str, known: Iterable[Source]) -> tuple[list[Source], Second]:
    """Those in the second folder that are not beside the store as well. Without an id, of whatever store they are."""
    if folder is None:
        return [], Second.NONE
    if not folder.is_dir():
        return [], Second.AWAY
    moments = {_moment_of(source.backup) for source in known if source.backup is not None}
    found: list[Backup] = []
    with suppress(BackupError, OSError):
        for place in (place_in(folder, store_id),) if store_id else places_in(folder):
            found += listed_in(place)
    missing = [b for b in found if b.can_be_restored and _moment_of(b) not in moments]
    return [Source(SourceKind.SECOND, backup) for backup in missing], Second.THERE


def copies_beside(store: Path) -> list[Source]:
    return [Source(SourceKind.COPY, file=path, written_at=_written_at(path)) for path in look_around(store).copies]


def exports_in(folders: Sequence[Path]) -> list[Source]:
    """Complete exports that are called as they are by themselves; the newest first."""
    found = [Source(SourceKind.EXPORT, file=file, written_at=_written_at(file)) for file in _exports(folders)]
    return sorted(found, key=_moment, reverse=True)[:_MOST_EXPORTS]


def source_in(file: Path, store: Path) -> Source:
    """A file that the user chose: a backup, another store, an export. Raises NoSourceError."""
    with suppress(OSError):
        if file.samefile(store):  # opening the store itself would drop SQLite's locks
            raise NoSourceError("the bad store")
    if _is_export(file):
        return Source(SourceKind.EXPORT, file=file, written_at=_written_at(file))
    if file.is_file() and is_store(file):
        bare = described(file, 0, (_written_at(file) or _LONG_AGO).date(), Reason.REQUEST)
        sealed = bare if bare.can_be_restored else None
        return Source(SourceKind.COPY, sealed, file, _written_at(file))
    raise NoSourceError("nothing of ours")


def newest_first(beside: Sequence[Source], elsewhere: Sequence[Source]) -> list[Source]:
    """The order of each folder is that of its numbers, whatever a clock said; between the two the clock decides."""
    return list(merge(beside, elsewhere, key=_moment, reverse=True))


def _exports(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in dict.fromkeys(folders):
        with suppress(OSError):
            yield from (file for file in folder.glob(_EXPORTS) if _is_export(file))


def _is_export(file: Path) -> bool:
    try:
        return file.is_file() and is_own_export(head_of(file))
    except (UnreadableFileError, OSError):
        return False


def _written_at(file: Path) -> datetime | None:
    with suppress(OSError, ValueError, OverflowError):
        return datetime.fromtimestamp(file.stat().st_mtime, UTC)
    return None


def _moment(source: Source) -> datetime:
    made_at = source.backup.made_at if source.backup is not None else None
    return source.written_at or made_at or _LONG_AGO


def _moment_of(backup: Backup) -> tuple[object, ...]:
    """The same for a backup and its copy, whatever their names are."""
    return backup.made_at, backup.state, backup.reason
