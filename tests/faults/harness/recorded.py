"""A recording of edits in this process, by the flaky disk under SQLite: for where nothing can be traced."""

import json
import random
from collections.abc import Iterator, Sequence
from contextlib import closing

from scorecard.services.services import Services
from tests.fake_clock import FixedClock
from tests.faults.flaky_disk import Call, Disk, Kind, flaky_disk
from tests.faults.harness.deeds import Hand
from tests.faults.harness.disk_model import (
    Cut,
    FolderSynced,
    Named,
    Recording,
    Step,
    Synced,
    Told,
    Written,
    folder_of,
)
from tests.faults.harness.rows import Rows, difference, rows_of, to_line
from tests.faults.harness.sandbox import Sandbox

Place = tuple[int, str]  # after so many calls this was told


def record_edits(sandbox: Sandbox, count: int, seed: int) -> Recording:
    """Skips the test where SQLite is built into Python."""
    before = {str(file): file.read_bytes() for file in sorted(sandbox.data.iterdir())}
    told: list[Place] = []
    with flaky_disk(sandbox.folder) as disk, closing(Services(sandbox.store, FixedClock())) as services:
        disk.keeps_content = True
        known = _rows(services)

        def tell(_change: object) -> None:
            nonlocal known
            after = _rows(services)
            words = {"seq": services.facts().last_seq, "changed": to_line(difference(known, after))}
            told.append((len(disk.calls), json.dumps(words)))
            known = after

        services.changes.follow(tell)
        hand = Hand(services, random.Random(seed))
        for _ in range(count):
            hand.do_something()
    return Recording(before, list(_steps(disk, list(before), told)))


def _rows(services: Services) -> Rows:
    with services._store.reading() as connection:
        return rows_of(connection.connection.driver_connection)  # type: ignore[arg-type]


def _steps(disk: Disk, names: list[str], told: Sequence[Place]) -> Iterator[Step]:
    """SQLite synchronises the folder of a file that it made together with the file, and so is it told here."""
    made: set[str] = set()
    waiting = list(told)
    for number, call in enumerate(disk.calls):
        while waiting and waiting[0][0] <= number:
            yield Told(waiting.pop(0)[1])
        if call.kind is Kind.OPEN and call.file and call.file not in names:
            names.append(call.file)
            made.add(call.file)
            yield Named(call.file, len(names) - 1)
        yield from _step(call, names)
        if call.kind is Kind.SYNC and call.file in made:
            made.discard(call.file)
            yield FolderSynced(folder_of(call.file))
    yield from (Told(words) for _, words in waiting)


def _step(call: Call, names: list[str]) -> Iterator[Step]:
    if call.file not in names:
        return  # in memory, or temporary
    file = names.index(call.file)
    match call.kind:
        case Kind.WRITE:
            yield Written(file, call.offset, call.content)
        case Kind.TRUNCATE:
            yield Cut(file, call.length)
        case Kind.SYNC:
            yield Synced(file)
        case _:
            return
