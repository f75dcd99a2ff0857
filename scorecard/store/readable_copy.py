"""A copy to look at, of a store in the middle of whose change a program was stopped, where nothing may be written.

SQLite takes the half change back before it reads, and here it can't. In a copy it can.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from tempfile import gettempdir

from scorecard.store.files import make_private_folder, write_private
from scorecard.store.identity import journal_of

FOLDER = "scorecard-read-only"
_ENDINGS = "", "-journal"


def places_for_copies(environment: Mapping[str, str], cache: Path) -> tuple[Path, ...]:
    """Where one may be made, the best first: what is in memory only goes with the session."""
    runtime = environment.get("XDG_RUNTIME_DIR")
    return *((Path(runtime),) if runtime else ()), cache, Path(gettempdir())


def copy_to_read(store: Path, places: Iterable[Path]) -> Path | None:
    """The copy, with the half change taken back; None where none can be made. Nobody of this process has it open."""
    for place in places:
        folder = place / FOLDER
        with contextlib.suppress(OSError, sqlite3.Error):
            return _copy(store, folder)
        remove_copy(folder / store.name)
    return None


def _copy(store: Path, folder: Path) -> Path:
    make_private_folder(folder)
    copy = folder / store.name
    remove_copy(copy)
    make_private_folder(folder)
    for ending, source in zip(_ENDINGS, (store, journal_of(store)), strict=True):
        if source.exists():
            write_private(copy.with_name(copy.name + ending), source.read_bytes())
    with closing(sqlite3.connect(f"{copy.as_uri()}?mode=rw", uri=True, isolation_level=None)) as connection:
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return copy


def remove_copy(copy: Path) -> None:
    for ending in _ENDINGS:
        with contextlib.suppress(OSError):
            copy.with_name(copy.name + ending).unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        os.rmdir(copy.parent)
