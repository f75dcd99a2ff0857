"""What may only be read (F15): it is read, every write is refused in words, and nothing at all is changed."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

import pytest

from tests.faults.half_changes import leave_half_a_change
from tests.faults.harness.bad_starts import Contents, commands, contents, typed
from tests.faults.harness.counts import Bad, Counting, Counts, Scale, Tell, not_done
from tests.faults.harness.looking import Left, look
from tests.faults.harness.sandbox import STORE, Sandbox, table_to_import, with_sample
from tests.faults.harness.sentences import not_one_line
from tests.faults.small_disk import SmallDisk, small_disk
from tests.store.ordinary_user import as_ordinary_user

Closing = Callable[[Sandbox], AbstractContextManager[object]]
CHANGING = ("tally", "promise", "import")
MIB = 1024 * 1024


def run(scale: Scale, seed: int, place: Path, tell: Tell) -> list[Counts]:
    del seed  # nothing is by chance
    rounds = scale.of(1, 12)
    return [
        _or_not("read-only: the file", lambda name: _rounds(name, _file, rounds, place / "file", tell)),
        _or_not("read-only: its folder", lambda name: _rounds(name, _folder, rounds, place / "folder", tell)),
        _or_not("read-only: the disk", lambda name: _on_a_disk(name, rounds, place / "disk", tell)),
    ]


def _or_not(name: str, experiment: Callable[[str], Counts]) -> Counts:
    try:
        return experiment(name)
    except pytest.skip.Exception as skipped:
        return not_done(name, str(skipped))


def _on_a_disk(name: str, rounds: int, place: Path, tell: Tell) -> Counts:
    with small_disk(place, size=32 * MIB) as disk:
        return _rounds(name, partial(_mounted, disk), rounds, place / "here", tell)


@contextmanager
def _file(sandbox: Sandbox) -> Iterator[None]:
    with as_ordinary_user():
        sandbox.store.chmod(0o400)
        yield
    sandbox.store.chmod(0o600)


@contextmanager
def _folder(sandbox: Sandbox) -> Iterator[None]:
    with as_ordinary_user():
        sandbox.data.chmod(0o500)
        yield
    sandbox.data.chmod(0o700)


@contextmanager
def _mounted(disk: SmallDisk, _sandbox: Sandbox) -> Iterator[None]:
    disk.remount("ro")
    try:
        yield
    finally:
        disk.remount("rw")


def _rounds(name: str, closing: Closing, rounds: int, place: Path, tell: Tell) -> Counts:
    """Each command, after a good end and after a kill that left half a change."""
    counting = Counting(name, tell, rounds * 2 * 8)
    for number in range(rounds):
        for half in (False, True):
            sandbox = with_sample(place / f"{number}-{half}")
            table_to_import(sandbox.folder, days=5)
            whole = look(sandbox.store)
            if half:
                leave_half_a_change(sandbox.store)
            before = _store_in(sandbox)
            with closing(sandbox):
                for command in commands(sandbox):
                    _try(sandbox, command, counting, half=half)
            if _store_in(sandbox) != before:
                counting.bad(Bad.CORRUPT, "something was written")
            _writable_again(sandbox, whole, counting)
    return counting.done()


def _store_in(sandbox: Sandbox) -> Contents:
    """It and its journal. A backup of a file that may only be read is a backup all the same."""
    return {file: found for file, found in contents(sandbox.data).items() if Path(file).name.startswith(STORE)}


def _try(sandbox: Sandbox, command: str, counting: Counting, *, half: bool) -> None:
    counting.fault()
    status, said = typed(sandbox, commands(sandbox)[command])
    if isinstance(status, str):
        counting.bad(Bad.UNEXPLAINED, f"{command}: {status}")
    elif status:
        counting.refused += 1
        counting.note(not_one_line(said))
    if status == 0 and command in CHANGING:
        counting.bad(Bad.UNEXPLAINED, f"{command} is said to be done")
    if status and not half and command in ("today", "week"):
        counting.bad(Bad.UNEXPLAINED, f"{command}: could not be read: {said!r}")


def _writable_again(sandbox: Sandbox, whole: Left, counting: Counting) -> None:
    """Half a change is taken back, and one can go on."""
    left = look(sandbox.store)
    counting.note(left.wrong)
    if left.rows != whole.rows:
        counting.bad(Bad.LOST, "it is not as it was before")
    status, said = typed(sandbox, commands(sandbox)["tally"])
    counting.edits += status == 0
    if status:
        counting.bad(Bad.UNEXPLAINED, f"tally, afterwards: {said!r}")
