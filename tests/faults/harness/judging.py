"""Whether what a power cut left is what the promise says: by the states that were acknowledged before it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from scorecard.domain.backups import Soundness
from scorecard.store.backups_seal import TABLE, check
from tests.faults.harness.counts import Bad
from tests.faults.harness.disk_model import Image, Recording, Told
from tests.faults.harness.kills import ledger
from tests.faults.harness.looking import Found, Left, Looker, compared
from tests.faults.harness.rows import Rows
from tests.faults.harness.sandbox import Sandbox

JOURNAL = "-journal"
_BACKUP = re.compile(r"scorecard-\d{5}-\d{4}-\d\d-\d\d-(?!set-aside)[a-z]+-[a-z]+(-\d+)?\.db")


def left_in(image: Mapping[str, bytes], store: Path, looker: Looker) -> Left | None:
    """None when no store stands there."""
    content = image.get(str(store))
    return None if content is None else looker.look(content, image.get(f"{store}{JOURNAL}", b""))


class OfEdits:
    """One edit after another, each told when it was committed."""

    def __init__(self, recording: Recording, sandbox: Sandbox, looker: Looker) -> None:
        self._store, self._looker = sandbox.store, looker
        before = left_in(recording.before, sandbox.store, looker)
        assert before is not None
        rows, seq = before.rows, before.seq
        self._states: dict[int, tuple[Rows, int]] = {0: (rows, seq)}
        self.edits = 0
        for number, step in enumerate(recording.steps, 1):
            if isinstance(step, Told):
                rows, seq, count = ledger(rows, seq, [json.loads(line) for line in step.words.splitlines()])
                self._states[number] = rows, seq
                self.edits += count

    def judge(self, cut: int, image: Image) -> Found | None:
        left = left_in(image, self._store, self._looker)
        if left is None:
            return Bad.LOST, "no store is there"
        rows, seq = self._states[max(number for number in self._states if number <= cut)]
        return compared(left, rows, seq)


@dataclass(frozen=True, slots=True)
class Kept:
    """The backups of an image: their rows by their paths, and what is wrong."""

    rows: Mapping[str, Rows]
    wrong: Found | None


class OfOneThing:
    """One large thing: done or not done. Told, it is done. What is called a backup is good, and none is lost."""

    def __init__(
        self, recording: Recording, sandbox: Sandbox, after: Image, looker: Looker, *, backed_up: bool = True
    ) -> None:
        """`backed_up`: a backup of the store comes first, and is there once the thing is done."""
        self._sandbox, self._looker, self._backed_up = sandbox, looker, backed_up
        self._sound: dict[bytes, Soundness] = {}
        # What is said first is what is going to be done.
        self._told = max((n for n, step in enumerate(recording.steps, 1) if isinstance(step, Told)), default=1 << 60)
        self._before = left_in(recording.before, sandbox.store, looker)
        self._after = left_in(after, sandbox.store, looker)
        self._kept = self._backups(recording.before).rows.keys() & self._backups(after).rows.keys()
        self._to_be_kept = self._backups(after).rows.keys()
        self.edits = 1

    def judge(self, cut: int, image: Image) -> Found | None:
        left = left_in(image, self._sandbox.store, self._looker)
        if left is None or left.wrong is not None:
            return (Bad.LOST, "no store is there") if left is None else left.wrong
        done, told = self._is(left, self._after), cut >= self._told
        if not done and (told or not self._is(left, self._before)):
            return (Bad.LOST, "told, and not done") if told else (Bad.TORN, "neither done nor not done")
        kept = self._backups(image)
        if kept.wrong is not None:
            return kept.wrong
        missing = (self._to_be_kept if told else self._kept) - kept.rows.keys()
        if missing:
            return Bad.LOST, f"a backup is gone: {Path(min(missing)).name}"
        if self._backed_up and done and not self._is(left, self._before) and not self._has_before(kept):
            return Bad.LOST, "what was there before is in no backup"
        return None

    @staticmethod
    def _is(left: Left, state: Left | None) -> bool:
        return state is not None and (left.rows, left.seq, left.schema) == (state.rows, state.seq, state.schema)

    def _has_before(self, kept: Kept) -> bool:
        return self._before is None or any(rows == self._before.rows for rows in kept.rows.values())

    def _backups(self, image: Image) -> Kept:
        rows: dict[str, Rows] = {}
        for path, content in image.items():
            if not (Path(path).parent == self._sandbox.backups and _BACKUP.fullmatch(Path(path).name)):
                continue
            if self._check(content) is not Soundness.GOOD:
                return Kept(rows, (Bad.CORRUPT, f"{Path(path).name} is {self._check(content)}"))
            found = self._looker.look(content, b"").rows
            rows[path] = {key: row for key, row in found.items() if key[0] != TABLE}
        return Kept(rows, None)

    def _check(self, content: bytes) -> Soundness:
        asked = blake2b(content, digest_size=16).digest()
        if asked not in self._sound:
            file = self._looker.place / "backup.db"
            file.write_bytes(content)
            self._sound[asked] = check(file)
        return self._sound[asked]
