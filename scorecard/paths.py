"""Where things lie. One rule for the window and the command line, so that both find the same store."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

from scorecard.store.identity import FILE_NAME

DATA_VARIABLE = "SCORECARD_DATA"


@dataclass(frozen=True, slots=True)
class Paths:
    """`data` holds the store and its lock; the others hold nothing that can't be made again."""

    data: Path
    config: Path
    cache: Path
    log: Path

    @property
    def store(self) -> Path:
        return self.data / FILE_NAME

    @property
    def lock(self) -> Path:
        return self.data / "scorecard.lock"

    @property
    def known_stores(self) -> Path:
        return self.config / "known-stores.json"

    @property
    def preferences(self) -> Path:
        return self.config / "window.ini"


def find_paths(environment: Mapping[str, str], data: Path | None = None) -> Paths:
    """`data` (from the command line) wins over SCORECARD_DATA, which wins over the platform's folder."""
    folders = PlatformDirs("scorecard", appauthor=False)
    chosen = data or (Path(environment[DATA_VARIABLE]) if environment.get(DATA_VARIABLE) else None)
    return Paths(
        data=(chosen or folders.user_data_path).expanduser().absolute(),
        config=folders.user_config_path,
        cache=folders.user_cache_path,
        log=folders.user_log_path,
    )
