"""Which stores this user is known to have: a store that should be there and is not is an incident, no first run."""

import contextlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from scorecard.store.files import write_private


@dataclass(frozen=True, slots=True)
class KnownStore:
    """`last_seq` is the number of the last activity seen."""

    store_id: str
    last_seq: int


class KnownStores:
    """A small file in the configuration folder: path of a store → its id and the last activity seen."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def get(self, path: Path) -> KnownStore | None:
        """A line that says nothing sensible still says that a store was there."""
        entries = self._read()
        if _key(path) not in entries:
            return None
        found = entries[_key(path)]
        line = found if isinstance(found, dict) else {}
        store_id, last_seq = line.get("store_id"), line.get("last_seq")
        return KnownStore(store_id if isinstance(store_id, str) else "", last_seq if isinstance(last_seq, int) else 0)

    def longest_but(self, path: Path) -> Path | None:
        """Of all stores but that at `path`, the one in which most was done; None when nothing was done in any."""
        others = [Path(key) for key in self._read() if key != _key(path)]
        return max((other for other in others if self._length(other)), key=self._length, default=None)

    def _length(self, path: Path) -> int:
        known = self.get(path)
        return known.last_seq if known is not None else 0

    def remember(self, path: Path, known: KnownStore) -> None:
        """Writes only when something is new: it runs at every start. Where nothing can be written, nothing is."""
        if self.get(path) == known:
            return
        entries = self._read()
        entries[_key(path)] = {"store_id": known.store_id, "last_seq": known.last_seq}
        self._write(entries)

    def forget(self, path: Path) -> None:
        entries = self._read()
        if _key(path) in entries:
            del entries[_key(path)]
            self._write(entries)

    def _write(self, entries: dict[str, object]) -> None:
        with contextlib.suppress(OSError):
            write_private(self._file, json.dumps(entries, indent=1, sort_keys=True).encode())

    def _read(self) -> dict[str, object]:
        try:
            entries = json.loads(self._file.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return entries if isinstance(entries, dict) else {}


def _key(path: Path) -> str:
    return os.path.realpath(path)
