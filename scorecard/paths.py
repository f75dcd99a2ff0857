"""Where things lie. One rule for the window and the command line, so that both find the same store."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from platformdirs import PlatformDirs

from scorecard.store.files import write_sign as write_sign
from scorecard.store.forwarding import followed
from scorecard.store.identity import FILE_NAME

DATA_VARIABLE = "SCORECARD_DATA"


@dataclass(frozen=True, slots=True)
class Paths:
    """`data` holds the store and its lock; the others hold nothing that can't be made again.

    `chosen`: somebody said where the data lie, on the command line or in the environment.
    """

    data: Path
    config: Path
    cache: Path
    log: Path
    chosen: bool = False

    @property
    def store(self) -> Path:
        return self.data / FILE_NAME

    @property
    def lock(self) -> Path:
        return self.data / "scorecard.lock"

    @property
    def running(self) -> Path:
        """Stands while a program has this store. Not beside the store: a folder may be shared between computers."""
        return self.log / f"scorecard-{crc32(os.fsencode(self.store)):08x}.running"

    @property
    def changed(self) -> Path:
        """Written by whoever changed the store without a window; an open window watches it. It says nothing."""
        return self.running.with_suffix(".changed")

    @property
    def known_stores(self) -> Path:
        return self.config / "known-stores.json"

    @property
    def tables(self) -> Path:
        """How tables of others were read before."""
        return self.config / "tables.json"

    @property
    def preferences(self) -> Path:
        return self.config / "window.ini"


def find_paths(environment: Mapping[str, str], data: Path | None = None) -> Paths:
    """`data` (from the command line) wins over SCORECARD_DATA, which wins over the platform's folder.

    Where a store was moved away from, a word of where it is now is followed.
    """
    folders = PlatformDirs("scorecard", appauthor=False)
    chosen = data or (Path(environment[DATA_VARIABLE]) if environment.get(DATA_VARIABLE) else None)
    return Paths(
        data=followed((chosen or folders.user_data_path).expanduser().absolute()),
        config=folders.user_config_path,
        cache=folders.user_cache_path,
        log=folders.user_log_path,
        chosen=chosen is not None,
    )
