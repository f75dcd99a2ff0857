"""Which stores this user is known to have: a store that should be there and is not is an incident, no first run."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from scorecard.store.files import write_private


@dataclass(frozen=True, slots=True)
class KnownStore:
    store_id: str
    last_seq: int


class KnownStores:
    """A small file in the configuration folder: path of a store → its id and the last activity seen."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def get(self, path: Path) -> KnownStore | None:
        found = self._read().get(_key(path))
        if not isinstance(found, dict):
            return None
        return KnownStore(str(found.get("store_id", "")), int(found.get("last_seq", 0)))

    def remember(self, path: Path, known: KnownStore) -> None:
        """Writes only when something is new: it runs at every start."""
        if self.get(path) == known:
            return
        entries = self._read()
        entries[_key(path)] = {"store_id": known.store_id, "last_seq": known.last_seq}
        write_private(self._file, json.dumps(entries, indent=1, sort_keys=True).encode())

    def forget(self, path: Path) -> None:
        entries = self._read()
        if entries.pop(_key(path), None) is not None:
            write_private(self._file, json.dumps(entries, indent=1, sort_keys=True).encode())

    def _read(self) -> dict[str, object]:
        try:
            entries = json.loads(self._file.read_bytes())
        except (OSError, ValueError):
            return {}
        return entries if isinstance(entries, dict) else {}


def _key(path: Path) -> str:
    return os.path.realpath(path)
