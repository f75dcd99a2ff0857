"""Other hands on the file of a running program (F16, F17): it notices before it writes, and writes nowhere else."""

import random
from collections.abc import Callable
from pathlib import Path

from scorecard.store.migrating import create_store
from tests.fake_clock import FixedClock
from tests.faults.harness.counts import Bad, Counting, Counts, Scale, Tell
from tests.faults.harness.halves import expect_killed
from tests.faults.harness.kills import ledger
from tests.faults.harness.looking import compared, look
from tests.faults.harness.nursery import Child, Nursery, Said
from tests.faults.harness.sandbox import Sandbox, with_sample
from tests.faults.harness.sentences import unclear
from tests.store import bad_files
from tests.store.raw import fingerprint

MOST_TRIES = 12  # who enters what is there already writes nothing
LONGEST_WAIT = 10.0  # seconds
Reach = Callable[[Path, bytes], None]


def moved(path: Path, _older: bytes) -> None:
    path.rename(path.with_name("elsewhere.db"))


def deleted(path: Path, _older: bytes) -> None:
    path.unlink()


def folder_moved(path: Path, _older: bytes) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))
    path.parent.mkdir()


def replaced(path: Path, older: bytes) -> None:
    path.rename(path.with_name("elsewhere.db"))
    path.with_name("arriving").write_bytes(older)
    path.with_name("arriving").replace(path)


def overwritten(path: Path, older: bytes) -> None:
    path.write_bytes(older)


def another_store(path: Path, _older: bytes) -> None:
    other = path.parent.with_name("other") / "scorecard.db"
    create_store(other, FixedClock().now())
    path.write_bytes(other.read_bytes())
    other.unlink()


def _spoilt(spoil: bad_files.Spoiling) -> Reach:
    """In place, as a program that synchronises would leave it."""

    def reach(path: Path, older: bytes) -> None:
        model = path.with_name("model.db")
        model.write_bytes(older)
        spoil(model)
        path.write_bytes(model.read_bytes())
        model.unlink()

    return reach


REACHES: dict[str, Reach] = {
    "deleted": deleted,
    "moved away": moved,
    "its folder moved": folder_moved,
    "replaced by an older copy": replaced,
    "an older copy written over it": overwritten,
    "another store written over it": another_store,
    "text written over it": _spoilt(bad_files.text),
    "zeros written over it": _spoilt(bad_files.zeros),
    "cut in half": _spoilt(bad_files.truncated),
    "cut to nothing": _spoilt(bad_files.empty),
    "another program's": _spoilt(bad_files.other_program_s),
    "a newer program's": _spoilt(bad_files.newer),
}


def run(scale: Scale, seed: int, place: Path, tell: Tell) -> list[Counts]:
    rounds = scale.of(1, 25) * len(REACHES)
    counting, chance = Counting("other hands on the open file", tell, rounds), random.Random(seed)
    names = list(REACHES) * (rounds // len(REACHES))
    with Nursery(with_sample(place / "hands")) as nursery:
        for number, name in enumerate(names):
            _Reach(name, with_sample(place / f"hands-{number}"), nursery, counting).do(seed + number, chance)
    return [counting.done()]


class _Reach:
    def __init__(self, name: str, sandbox: Sandbox, nursery: Nursery, counting: Counting) -> None:
        self._name = name
        self._sandbox = sandbox
        self._nursery = nursery
        self._counting = counting

    def do(self, seed: int, chance: random.Random) -> None:
        store = self._sandbox.store
        older, before = store.read_bytes(), look(store)
        job = {"do": "edit", "store": str(store), "seed": seed, "count": chance.randrange(1, 5), "listens": True}
        child = self._nursery.begin(**job)
        _listen_for(child, "waiting")
        while not any("seq" in said for said in child.said):  # else an older copy is the same one
            child.tell()
            _listen_for(child, "tried", len(child.said))
        rows, seq, acknowledged = ledger(before.rows, before.seq, child.said)
        heard = len(child.said)
        REACHES[self._name](store, older)
        placed = _print_of(store)
        for _ in range(MOST_TRIES):
            before_it = len(child.said)
            child.tell()
            _listen_for(child, "tried", before_it)
            if any("refused" in said or "seq" in said for said in child.said[heard:]):
                break
        expect_killed(self._counting, child.kill(), self._nursery)
        self._counting.fault()
        self._counting.edits += acknowledged
        self._judge(child.said[heard:], placed)
        for own in (store.with_name("elsewhere.db"), self._sandbox.folder / "elsewhere" / store.name):
            if own.exists():
                self._counting.note(compared(look(own), rows, seq))

    def _judge(self, said: list[Said], placed: str | None) -> None:
        refusals = [one for one in said if "refused" in one]
        self._counting.refused += bool(refusals)
        for refusal in refusals:
            self._counting.note(unclear(refusal["words"]))
        if any("seq" in one for one in said):
            self._counting.bad(Bad.LOST, f"{self._name}: it told a change that is nowhere")
        elif not refusals:
            self._counting.bad(Bad.UNEXPLAINED, f"{self._name}: nothing was refused")
        if _print_of(self._sandbox.store) != placed:
            self._counting.bad(Bad.CORRUPT, f"{self._name}: the other file was written to")


def _listen_for(child: Child, word: str, since: int = 0) -> None:
    while not any(word in said for said in child.said[since:]) and child.listen(1, LONGEST_WAIT):
        continue


def _print_of(store: Path) -> str | None:
    return fingerprint(store) if store.exists() else None
