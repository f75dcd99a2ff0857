"""A disk that is full (F13): told in words, nothing by half, and the same edit goes through when there is room."""

import random
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest

from scorecard.domain.backups import BackupError, Reason
from scorecard.domain.errors import KnownError
from scorecard.domain.incidents import StoreError, StoreFault
from scorecard.services.backups import Backups
from scorecard.services.services import Services
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.faults.harness.counts import Bad, Counting, Counts, Scale, Tell, not_done
from tests.faults.harness.deeds import Hand
from tests.faults.harness.halves import judge_folder
from tests.faults.harness.looking import look
from tests.faults.harness.rows import Rows, rows_of
from tests.faults.harness.sandbox import Sandbox, with_sample
from tests.faults.harness.sentences import sentence_of
from tests.faults.small_disk import SmallDisk, small_disk

Full = Callable[[Store], AbstractContextManager[None]]
CAUSES = frozenset({StoreFault.FULL, StoreFault.INPUT_OUTPUT, StoreFault.CANNOT_OPEN})


def run(scale: Scale, seed: int, place: Path, tell: Tell) -> list[Counts]:
    from tests.store.bad_days import full, out_of_space_at_commit

    rounds = scale.of(4, 250)
    found = [
        _rounds("disk full: SQLite's own limit", full, with_sample(place / "limit"), rounds, seed, tell),
        _rounds("disk full: RLIMIT_FSIZE", out_of_space_at_commit, with_sample(place / "rlimit"), rounds, seed, tell),
    ]
    try:
        with small_disk(place / "small") as disk:
            sandbox = with_sample(place / "small" / "here")
            name = "disk full: a disk of 2 MB"
            found += [_rounds(name, lambda _: _filled(disk), sandbox, scale.of(3, 120), seed, tell)]
            found += [_backups(disk, sandbox, scale.of(2, 40), tell)]
    except pytest.skip.Exception as skipped:
        found.append(not_done("disk full: a disk of 2 MB", str(skipped)))
    return found


@contextmanager
def _filled(disk: SmallDisk) -> Iterator[None]:
    disk.fill()
    try:
        yield
    finally:
        disk.make_room()


def _rounds(name: str, full: Full, sandbox: Sandbox, rounds: int, seed: int, tell: Tell) -> Counts:
    """An edit on the full disk, and the same one when there is room."""
    counting, chance = Counting(name, tell, rounds), random.Random(seed)
    with closing(Services(sandbox.store, FixedClock())) as services:
        hand = Hand(services, chance)
        for _ in range(rounds * 20):
            if counting.faults >= rounds:
                break
            _edit(services, hand, chance, full, counting)
    counting.note(look(sandbox.store).wrong)
    return counting.done()


def _edit(services: Services, hand: Hand, chance: random.Random, full: Full, counting: Counting) -> None:
    before, again = _rows(services), chance.getstate()
    with full(services._store):
        refused = _try(hand, counting)
        during = _rows(services)
    if not isinstance(refused, StoreError):
        return  # it wrote nothing, or there was room enough
    counting.fault()
    counting.refused += 1
    counting.note(sentence_of(refused))
    if refused.fault not in CAUSES:
        counting.bad(Bad.UNEXPLAINED, f"refused as {refused.fault}")
    if during != before:
        counting.bad(Bad.TORN, "refused, and part of it is there")
    chance.setstate(again)
    refused = _try(hand, counting)
    counting.edits += refused is None
    if isinstance(refused, StoreError):
        counting.bad(Bad.LOST, f"it does not go through later: {refused.fault}")


def _try(hand: Hand, counting: Counting) -> KnownError | None:
    try:
        return hand.do_something()
    except Exception as error:
        counting.bad(Bad.UNEXPLAINED, f"{type(error).__name__}: {error}")
        return None


def _rows(services: Services) -> Rows:
    with services._store.reading() as connection:
        return rows_of(connection.connection.driver_connection)  # type: ignore[arg-type]


def _backups(disk: SmallDisk, sandbox: Sandbox, rounds: int, tell: Tell) -> Counts:
    """The backups there are stay, and nothing half done does."""
    counting = Counting("disk full: backing up", tell, rounds)
    backups = Backups(sandbox.store, FixedClock())
    backups.make(Reason.REQUEST)
    for _ in range(rounds):
        with _filled(disk):
            try:
                backups.make(Reason.REQUEST)
            except BackupError as error:
                counting.refused += 1
                counting.note(sentence_of(error))
            else:
                counting.bad(Bad.UNEXPLAINED, "there was room")
        counting.fault()
        judge_folder(counting, sandbox.backups, [backups.listed()[-1].path.name])
        if left := [file.name for file in sandbox.backups.glob("*.part")]:
            counting.bad(Bad.TORN, f"left behind: {left[0]}")
    counting.edits = len(backups.listed())
    return counting.done()
