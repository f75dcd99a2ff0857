"""F02: the power goes at any moment, and the disk may have kept any part of what was not synchronised yet.

Every call of real changes is recorded; from the recording the disk is put together as each cut could have left it.
"""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from scorecard.store.connection import RULES
from scorecard.store.store import Store
from tests.fake_clock import FixedClock
from tests.faults.flaky_disk import Call, Disk, Kind
from tests.store.deeds import scored, write

CHANGES = 2
SECTOR = 512
Files = dict[str, bytes]
CHANGING = (Kind.WRITE, Kind.TRUNCATE)


def journal_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def applied(content: bytes, call: Call, sectors: list[int] | None = None) -> bytes:
    """What a file holds after a call; of one that was torn only some sectors are there."""
    if call.kind is Kind.TRUNCATE:
        return content[: call.length]
    pieces = range(0, len(call.content), SECTOR) if sectors is None else sectors
    found = bytearray(content.ljust(call.offset + len(call.content), b"\0"))
    for start in pieces:
        piece = call.content[start : start + SECTOR]
        found[call.offset + start : call.offset + start + len(piece)] = piece
    return bytes(found)


def images(before: Files, calls: list[Call], chance: random.Random) -> Iterator[Files]:
    """What the disk may hold when the power goes after these calls: of what is not synchronised, any part."""
    safe, loose = dict(before), list[Call]()
    for call in calls:
        if call.kind is Kind.SYNC:
            for done in [one for one in loose if one.file == call.file]:
                safe[done.file] = applied(safe[done.file], done)
            loose = [one for one in loose if one.file != call.file]
        elif call.kind in CHANGING:
            loose.append(call)
    yield from (kept(safe, loose, choose) for choose in (lambda _: False, lambda _: True))
    yield from (kept(safe, loose, lambda call, file=file: call.file == file) for file in before)
    yield kept(safe, loose, lambda _: chance.random() < 0.5)
    if loose:
        torn = kept(safe, loose[:-1], lambda _: True)
        last = loose[-1]
        some = [start for start in range(0, len(last.content), SECTOR) if chance.random() < 0.5]
        torn[last.file] = applied(torn[last.file], last, some)
        yield torn


def kept(safe: Files, loose: list[Call], chosen: object) -> Files:
    found = dict(safe)
    for call in loose:
        if chosen(call):  # type: ignore[operator]
            found[call.file] = applied(found[call.file], call)
    return found


def lost_or_hurt(place: Path, files: Files, path: Path, acknowledged: int) -> str:
    """What is wrong with the disk after that cut; empty when nothing is."""
    image = place / "image.db"
    image.write_bytes(files[str(path)])
    journal_of(image).write_bytes(files[str(journal_of(path))])
    with closing(sqlite3.connect(image)) as found:
        try:
            found.execute("PRAGMA synchronous = OFF")
            entries = found.execute("SELECT note FROM entry").fetchall()
            activities = found.execute("SELECT count(*) FROM activity").fetchone()[0]
            whole = found.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        except sqlite3.DatabaseError as error:
            return f"corrupt: {error}"
    number = int(entries[0][0].split()[0])
    if not whole:
        return "corrupt"
    if number not in (acknowledged, acknowledged + 1):
        return f"lost: {number} instead of {acknowledged}"
    return "" if activities == number + 1 else "torn"


def all_that_can_be(disk: Disk, path: Path, clock: FixedClock, place: Path) -> dict[str, int]:
    """How often what was wrong."""
    disk.keeps_content = True
    verdicts: dict[str, int] = {}
    with closing(Store(path, clock)) as store:
        write(store, scored(0, note="0 " + "as it was " * 90))
        for number in range(CHANGES):
            before = {
                str(file): file.read_bytes() for file in (path, journal_of(path))
            }  # between changes: no lock to lose
            disk.calls.clear()
            write(store, scored(number, note=f"{number + 1} " + "as it is " * 150 * (number + 1)))
            calls = list(disk.calls)
            cuts = [n for n, call in enumerate(calls, 1) if call.kind in (*CHANGING, Kind.SYNC)]
            for cut in [0, *cuts]:
                acknowledged = number + (cut == cuts[-1])
                for image in images(before, calls[:cut], random.Random(cut)):
                    verdict = lost_or_hurt(place, image, path, acknowledged)
                    verdicts[verdict] = verdicts.get(verdict, 0) + 1
    return verdicts


def test_no_cut_loses_what_was_acknowledged_and_none_tears_a_change(
    disk: Disk, path: Path, clock: FixedClock, tmp_path: Path
) -> None:
    verdicts = all_that_can_be(disk, path, clock, tmp_path)

    assert set(verdicts) == {""}
    assert verdicts[""] > 300


def test_the_look_would_see_a_loss(
    disk: Disk, path: Path, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the rule that every commit is synchronised."""
    rules = [("synchronous", "OFF", 0) if rule[0] == "synchronous" else rule for rule in RULES]
    monkeypatch.setattr("scorecard.store.connection.RULES", rules)
    monkeypatch.setattr("tests.faults.test_power_cut.CHANGES", 1)

    verdicts = all_that_can_be(disk, path, clock, tmp_path)

    assert set(verdicts) != {""}
