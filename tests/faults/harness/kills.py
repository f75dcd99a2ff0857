"""kill -9 at any moment of a process that works through the program's own services (F01)."""

import random
from contextlib import closing
from pathlib import Path
from typing import Any

from scorecard.services.services import Services
from scorecard.store.known import KnownStores
from scorecard.store.opening import Condition, examine
from tests.fake_clock import FixedClock
from tests.faults.harness.counts import Bad, Counting, Counts, Scale, Tell
from tests.faults.harness.looking import Found, compared, look
from tests.faults.harness.nursery import Child, Nursery, wait
from tests.faults.harness.rows import Rows, applied, from_line
from tests.faults.harness.sandbox import Sandbox, with_sample

ROUNDS_A_STORE = 40
MOST_EDITS = 9  # that are waited for before the kill
LONGEST_WAIT = 0.03  # seconds after the last of them: as long as a large edit takes


def run(scale: Scale, seed: int, place: Path, tell: Tell) -> list[Counts]:
    kills = scale.of(12, 2000)
    counting = Counting("kill -9 while changing", tell, kills)
    chance = random.Random(seed)
    for begun in range(0, kills, ROUNDS_A_STORE):
        sandbox = with_sample(place / f"kills-{begun}")
        with Nursery(sandbox) as nursery:
            rounds = _Rounds(sandbox, nursery, chance, counting)
            for number in range(begun, min(begun + ROUNDS_A_STORE, kills)):
                rounds.kill_once(seed + number)
            rounds.undo_and_redo()
    return [counting.done()]


class _Rounds:
    """Kill after kill on the same store, as what was left by the one before."""

    def __init__(self, sandbox: Sandbox, nursery: Nursery, chance: random.Random, counting: Counting) -> None:
        self._sandbox = sandbox
        self._nursery = nursery
        self._chance = chance
        self._counting = counting
        left = look(sandbox.store)
        self._rows, self._seq = left.rows, left.seq

    def kill_once(self, seed: int) -> None:
        child = self._nursery.begin(do="edit", store=str(self._sandbox.store), seed=seed)
        wait_for_some(child, self._chance)
        status = child.kill()
        self._counting.fault()
        if status != -9:
            self._counting.bad(Bad.UNEXPLAINED, f"seed {seed}: ended with {status}: {self._nursery.errors()}")
        self._take(child)
        self._counting.note(_of(seed, self._next_start()))
        left = look(self._sandbox.store)
        self._counting.note(_of(seed, compared(left, self._rows, self._seq)))
        self._rows, self._seq = left.rows, left.seq

    def _take(self, child: Child) -> None:
        """What was acknowledged."""
        self._rows, self._seq, edits = ledger(self._rows, self._seq, child.said)
        self._counting.edits += edits
        for said in child.said:
            if "refused" in said:
                self._counting.bad(Bad.UNEXPLAINED, f"refused without a fault: {said}")

    def _next_start(self) -> Found | None:
        """The program's own first look, SQLite's roll-back of a hot journal included."""
        known = KnownStores(self._sandbox.folder / "known.json")
        condition = examine(self._sandbox.store, known).condition
        return None if condition is Condition.CURRENT else (Bad.CORRUPT, f"the store is {condition}")

    def undo_and_redo(self) -> None:
        """What can be undone can be redone, and is then as it was."""
        with closing(Services(self._sandbox.store, FixedClock())) as services:
            if services.undoing.next_undo() is None:
                return
            services.undoing.undo()
            services.undoing.redo()
        left = look(self._sandbox.store)
        if left.rows != self._rows:
            self._counting.bad(Bad.TORN, "undone and redone it is not as it was")
        self._counting.note(left.wrong)


def wait_for_some(child: Child, chance: random.Random) -> None:
    """Some edits, and a part of one; now and then not even the opening."""
    child.listen(chance.randrange(MOST_EDITS + 1), 5.0)
    wait(chance.random() * LONGEST_WAIT)


def ledger(rows: Rows, seq: int, said: list[dict[str, Any]]) -> tuple[Rows, int, int]:
    """The rows and the number after all that was told, and how many edits that were."""
    commits = [line for line in said if "seq" in line]
    for line in commits:
        rows, seq = applied(rows, from_line(line["changed"])), line["seq"]
    return rows, seq, len(commits)


def _of(seed: int, found: Found | None) -> Found | None:
    return None if found is None else (found[0], f"seed {seed}: {found[1]}")
