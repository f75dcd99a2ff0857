"""Files of our own: an export, a backup, another store. Which it is, the content says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from scorecard.formats.bundle import Cancelled, Progress
from scorecard.formats.errors import FileFault, UnreadableFileError
from scorecard.formats.files import head_of, is_folder
from scorecard.formats.own_export import is_own_export, read_own_export
from scorecard.formats.own_store import is_own_store, read_own_store
from scorecard.store.everything import columns_of_user
from scorecard.store.identity import SCHEMA_VERSION


class OwnKind(StrEnum):
    EXPORT = "export"
    BACKUP = "backup"
    STORE = "store"


@dataclass(frozen=True, slots=True)
class OwnFile:
    """`written_at` is when it was exported or backed up; empty for a store."""

    kind: OwnKind
    store_id: str
    written_at: str
    tables: Mapping[str, Sequence[dict[str, Any]]] = field(default_factory=dict)


def is_own_file(file: Path, store: Path) -> bool:
    """A folder is none. Raises UnreadableFileError, also for our store itself: only SQLite may open it."""
    if is_folder(file):
        return False
    if is_store_itself(file, store):
        raise UnreadableFileError(FileFault.OPEN_HERE)
    head = head_of(file)
    return is_own_export(head) or is_own_store(head)


def is_store_itself(file: Path, store: Path) -> bool:
    """By whatever name: a link is the store too."""
    try:
        return file.samefile(store)
    except (OSError, ValueError):
        return False


def read_own_file(file: Path, progress: Progress, cancelled: Cancelled) -> OwnFile:
    """Raises one of `formats.errors`. That each row fits its table is for the store to say."""
    if is_own_store(head_of(file)):
        found = read_own_store(file, columns_of_user(), SCHEMA_VERSION, progress, cancelled)
        kind = OwnKind.BACKUP if found.sealed_at else OwnKind.STORE
        return OwnFile(kind, found.store_id, found.sealed_at, found.tables)
    export = read_own_export(file, SCHEMA_VERSION, cancelled)
    return OwnFile(OwnKind.EXPORT, export.store_id, export.written_at, export.tables)
