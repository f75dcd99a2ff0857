"""Another store as something to begin from: copied byte by byte, looked at, sealed. The file itself is not touched."""

import shutil
from contextlib import closing
from datetime import datetime
from pathlib import Path

from scorecard.domain.backups import Backup, BackupError, BackupFault
from scorecard.store.backups import refusals_named
from scorecard.store.backups_making import make_at
from scorecard.store.files import create_private, make_private_folder
from scorecard.store.identity import SCHEMA_VERSION, journal_of
from scorecard.store.opening import open_plain

_BY_ITSELF = "SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')"


def adopt(file: Path, folder: Path, now: datetime) -> Backup:
    """A sealed copy in `folder`, which is for its owner only; raises BackupError for what can't be used.

    It takes half a change back as SQLite would, where a journal lies beside `file`.
    """
    bare = folder / "copy.db"
    with refusals_named(file, file):
        make_private_folder(folder)
        for ending, source in (("", file), ("-journal", journal_of(file))):
            target = bare.with_name(bare.name + ending)
            if source.is_file():
                create_private(target)
                shutil.copyfile(source, target)
    _look_at(bare, file)
    return make_at(bare, folder / "sealed.db", now)


def _look_at(bare: Path, file: Path) -> None:
    """No store of ours has anything in it that does things by itself."""
    with refusals_named(file, file), closing(open_plain(bare)) as connection:
        (schema,) = connection.execute("PRAGMA user_version").fetchone()
        (active,) = connection.execute(_BY_ITSELF).fetchone()
    if schema > SCHEMA_VERSION:
        raise BackupError(BackupFault.TOO_NEW, file)
    if active:
        raise BackupError(BackupFault.DAMAGED, file)
