"""kill -9 half-way through something large: backups, thinning, a second folder, restore, import, migration."""

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scorecard.domain.backups import Reason, Soundness
from scorecard.store.backups import listed_in
from scorecard.store.backups_seal import check
from scorecard.store.backups_second import place_in
from tests.faults.harness.counts import Bad, Counting, Counts, Scale, Tell
from tests.faults.harness.looking import Left, look
from tests.faults.harness.nursery import Nursery, wait
from tests.faults.harness.sandbox import Sandbox, table_to_import, with_old_store, with_sample

LONGEST_BACKUP = 0.1  # seconds after one was made: as long as the next takes
STORE_ID = "0" * 32  # as the worker calls it to its second folder


def run(scale: Scale, seed: int, place: Path, tell: Tell) -> list[Counts]:
    with Nursery(with_sample(place / "nursery")) as nursery:
        return [
            backups(nursery, scale.of(5, 300), seed, place, tell),
            restores(nursery, scale.of(4, 250), seed, place, tell),
            *(_large(large, nursery, scale.of(1, 80), seed, place, tell) for large in LARGE),
        ]


def backups(nursery: Nursery, kills: int, seed: int, place: Path, tell: Tell) -> Counts:
    """A backup a day, thinned, each copied to a second folder."""
    counting, chance = Counting("kill -9 while backing up", tell, kills), random.Random(seed)
    sandbox = with_sample(place / "backups")
    second = sandbox.folder / "second"
    second.mkdir()
    before, told = look(sandbox.store), set[str]()
    for number in range(kills):
        when = {"days": number * 3, "round": number}
        child = nursery.begin(do="back_up", store=str(sandbox.store), second=str(second), **when)
        child.listen(chance.randrange(3), 5.0)
        wait(chance.random() * LONGEST_BACKUP)
        status = child.kill()
        counting.fault()
        expect_killed(counting, status, nursery)
        made = [said["made"] for said in child.said if "made" in said]
        counting.edits += len(made)
        told |= set(made[-1:])
        judge_folder(counting, sandbox.backups, made[-1:])
        judge_folder(counting, place_in(second, STORE_ID), made[-1:])
        _judge_same(counting, before, sandbox)
    return counting.done(f"{len(told)} backups told; {len(listed_in(sandbox.backups))} stayed")


def judge_folder(counting: Counting, folder: Path, told: list[str]) -> None:
    """Whatever has a backup's name is good; what was told last is there."""
    backups = [backup for backup in listed_in(folder) if backup.reason is not Reason.SET_ASIDE]
    found = {backup.path.name: check(backup.path) for backup in backups}
    for name, soundness in found.items():
        if soundness is not Soundness.GOOD:
            counting.bad(Bad.CORRUPT, f"{name} is {soundness}")
    for name in told:
        if name not in found:
            counting.bad(Bad.LOST, f"{name} is gone")


def _judge_same(counting: Counting, before: Left, sandbox: Sandbox) -> None:
    left = look(sandbox.store)
    if left != before:
        counting.bad(Bad.CORRUPT, "a backup changed the store")


def expect_killed(counting: Counting, status: int, nursery: Nursery, *, may_end: bool = False) -> None:
    if status != -9 and not (may_end and status == 0):
        counting.bad(Bad.UNEXPLAINED, f"ended with {status}: {nursery.errors()}")


def restores(nursery: Nursery, kills: int, seed: int, place: Path, tell: Tell) -> Counts:
    """One backup and the other in turn: at any moment one of the two stands there, whole."""
    counting, chance = Counting("kill -9 while restoring", tell, kills), random.Random(seed)
    sandbox = with_sample(place / "restores")
    names = []
    for count in (3, 5):
        nursery.begin(do="edit", store=str(sandbox.store), seed=seed + count, count=count).end()
        made = nursery.begin(do="back_up", store=str(sandbox.store), count=1, daily=False)
        made.end()
        names += [said["made"] for said in made.said]
    states = {name: _rows_of_backup(sandbox.backups / name) for name in names}
    for _ in range(kills):
        child = nursery.begin(do="restore", store=str(sandbox.store), backups=names)
        child.listen(chance.randrange(2), 5.0)
        wait(chance.random() * LONGEST_BACKUP * 2)
        expect_killed(counting, child.kill(), nursery)
        counting.fault()
        told = [said["restored"] for said in child.said]
        counting.edits += len(told)
        _judge_restored(counting, sandbox, states, told)
        _clear(sandbox, names)
    return counting.done()


def _rows_of_backup(path: Path) -> object:
    return {key: row for key, row in look(path).rows.items() if key[0] != "backup_seal"}


def _judge_restored(counting: Counting, sandbox: Sandbox, states: Mapping[str, object], told: list[str]) -> None:
    left = look(sandbox.store)
    counting.note(left.wrong)
    names = list(states)
    allowed = set(names) if not told else {told[-1], names[(names.index(told[-1]) + 1) % len(names)]}
    if left.rows not in [states[name] for name in allowed]:
        counting.bad(Bad.LOST, "neither of the two stands there")
    judge_folder(counting, sandbox.backups, names)


def _clear(sandbox: Sandbox, names: list[str]) -> None:
    """Of what was put aside a few stay."""
    aside = [backup for backup in listed_in(sandbox.backups) if backup.path.name not in names]
    for backup in aside[4:]:
        backup.path.unlink()


@dataclass(frozen=True, slots=True)
class Large:
    name: str
    make: Callable[[Path], tuple[Sandbox, dict[str, Any]]]


def _import(folder: Path) -> tuple[Sandbox, dict[str, Any]]:
    sandbox = with_sample(folder)
    return sandbox, {"do": "bring_in", "file": str(table_to_import(folder))}


def _migrate(folder: Path) -> tuple[Sandbox, dict[str, Any]]:
    return with_old_store(folder), {"do": "migrate"}


def _forget(folder: Path) -> tuple[Sandbox, dict[str, Any]]:
    return with_sample(folder), {"do": "forget", "person": "p0"}


LARGE = (
    Large("kill -9 while importing", _import),
    Large("kill -9 while migrating", _migrate),
    Large("kill -9 while deleting for good", _forget),
)


def _large(large: Large, nursery: Nursery, kills: int, seed: int, place: Path, tell: Tell) -> Counts:
    """Each time on the same store as it was at first: it is done or not done, and a backup was made before."""
    counting, chance = Counting(large.name, tell, kills), random.Random(seed)
    folder = place / large.name.replace(" ", "-")
    model, job = large.make(folder / "model")
    sandbox = model.copy(folder / "sandbox")
    before = look(sandbox.store)
    begun = time.monotonic()
    nursery.begin(**job, store=str(sandbox.store)).end()
    longest = time.monotonic() - begun
    after = look(sandbox.store)
    for _ in range(kills):
        sandbox = model.copy(sandbox.folder)
        child = nursery.begin(**job, store=str(sandbox.store))
        wait(chance.random() * longest)
        expect_killed(counting, child.kill(), nursery, may_end=True)
        counting.fault()
        counting.edits += bool(child.said)
        _judge_large(counting, sandbox, (before, after), told=bool(child.said))
    return counting.done()


def _judge_large(counting: Counting, sandbox: Sandbox, states: tuple[Left, Left], *, told: bool) -> None:
    before, after = states
    left = look(sandbox.store)
    counting.note(left.wrong)
    not_done = (left.rows, left.seq, left.schema) == (before.rows, before.seq, before.schema)
    done = (len(left.rows), left.seq, left.schema) == (len(after.rows), after.seq, after.schema)
    if not (done or not_done):
        counting.bad(Bad.TORN, "neither done nor not done")
    if told and not done:
        counting.bad(Bad.LOST, "told, and not done")
    judge_folder(counting, sandbox.backups, [])
    if done and not [b for b in listed_in(sandbox.backups) if b.reason is not Reason.SET_ASIDE]:
        counting.bad(Bad.LOST, "no backup was made before")
