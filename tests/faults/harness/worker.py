"""A real process that works on a store and tells what is committed: `once` under a tracer, or as a server that forks.

The server has imported everything already, so that a process that is to be killed costs a few milliseconds. It reads
a job a line, and answers with the process' number and, when that has ended, with its status.
"""

import json
import os
import random
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from scorecard.domain.backups import Backup, Reason
from scorecard.domain.errors import KnownError
from scorecard.domain.incidents import StoreError
from scorecard.services import backups_daily  # noqa: F401 - what the services need later is imported before the fork
from scorecard.services.backups import Backups, SecondFolder, migrate_safely
from scorecard.services.importing import Importing
from scorecard.services.services import Services
from scorecard.store.files import keep_private
from scorecard.words.errors import say_error
from tests.fake_clock import FixedClock
from tests.faults.harness.deeds import Hand
from tests.faults.harness.rows import Rows, difference, rows_of, to_line

REAP = b"reap\n"
Job = dict[str, Any]
Say = Callable[..., None]


def edit(job: Job, say: Say) -> None:
    """Changes things at random, `count` times or for ever, and tells each commit with the rows that it changed."""
    path = Path(job["store"])
    with closing(Services(path, FixedClock())) as services, closing(sqlite3.connect(path)) as reader:
        known = rows_of(reader)
        say(begun=True)

        def tell(_change: object) -> None:
            nonlocal known
            known = _tell_commit(reader, known, say)

        services.changes.follow(tell)
        hand = Hand(services, random.Random(job["seed"]))
        for _ in range(job.get("count", 1 << 30)):
            _tell_refusal(hand.do_something(), say)
        if job.get("listens"):
            _enter_when_told(hand, say)


def _enter_when_told(hand: Hand, say: Say) -> None:
    say(waiting=True)
    while sys.stdin.readline():
        _tell_refusal(hand.enter_something(), say)
        say(tried=True)


def _tell_refusal(refused: KnownError | None, say: Say) -> None:
    if isinstance(refused, StoreError):
        say(refused=refused.fault.value, words=say_error(refused, lambda source, *_: source))


def _tell_commit(reader: sqlite3.Connection, before: Rows, say: Say) -> Rows:
    after = rows_of(reader)
    (seq,) = reader.execute("SELECT max(seq) FROM activity").fetchone()
    say(seq=seq, changed=to_line(difference(before, after)))
    return after


def back_up(job: Job, say: Say) -> None:
    """Makes a backup a day, thins them, and keeps a copy of each in a second folder."""
    clock = FixedClock()
    clock.advance(days=job.get("days", 0), seconds=job.get("round", 0))  # no two are made at the same moment
    backups = Backups(Path(job["store"]), clock)
    if job.get("second"):
        backups.second = SecondFolder(
            Path(job["second"]), "0" * 32, lambda error: say(failed=str(error)) if error else 0
        )
    for _ in range(job.get("count", 1 << 30)):
        backup = backups.make(Reason.DAY if job.get("daily", True) else Reason.REQUEST)
        say(made=backup.path.name)
        clock.advance(days=1)


def restore(job: Job, say: Say) -> None:
    """Restores the backups in turn, for ever."""
    backups = Backups(Path(job["store"]), FixedClock())
    while True:
        for name in job["backups"]:
            backups.restore(_named(backups, name))
            say(restored=name)


def _named(backups: Backups, name: str) -> Backup:
    return next(backup for backup in backups.listed() if backup.path.name == name)


def bring_in(job: Job, say: Say) -> None:
    importing = Importing(Path(job["store"]), FixedClock())
    prepared = importing.read_and_plan(Path(job["file"]), lambda *_: None, lambda: False)
    importing.apply(prepared, lambda *_: None, lambda: False)
    say(done=True)


def migrate(job: Job, say: Say) -> None:
    migrate_safely(Path(job["store"]), FixedClock())
    say(done=True)


def forget(job: Job, say: Say) -> None:
    """Deletes somebody for good."""
    with closing(Services(Path(job["store"]), FixedClock())) as services:
        deletion = services.people.deleting.deletion(job["person"])
        deletion.run(lambda *_: None, lambda: False)
    say(done=True)


JOBS = {job.__name__: job for job in (edit, back_up, restore, bring_in, migrate, forget)}


@contextmanager
def careless(about: str | None) -> Iterator[None]:
    """For a control: one of the protections is taken out."""
    from scorecard.store import backups_making, connection

    if about == "synchronising":
        off = ("synchronous", "OFF", 0)
        connection.RULES = tuple(off if rule[0] == "synchronous" else rule for rule in connection.RULES)
    elif about == "folders":
        backups_making.sync_folder = lambda folder: None  # type: ignore[attr-defined]
    elif about == "files":
        backups_making.sync_file = lambda file: None  # type: ignore[attr-defined]
    yield


def _run(job: Job, out: int) -> None:
    def say(**words: object) -> None:
        os.write(out, json.dumps(words, ensure_ascii=False).encode() + b"\n")

    with careless(job.get("careless")):
        JOBS[job["do"]](job, say)


def serve(out: int) -> None:
    """A job a line; ends with its input."""
    while line := _line():
        child = os.fork()
        if child == 0:
            status = 1
            try:
                _run(json.loads(line), out)
                status = 0
            except BaseException:
                sys.excepthook(*sys.exc_info())
            finally:
                sys.stderr.flush()
                os._exit(status)
        os.write(1, json.dumps({"pid": child}).encode() + b"\n")
        os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
        os.write(1, b"\n")
        while _line() not in (REAP, b""):  # until then nobody else gets its number
            continue
        _, ended = os.waitpid(child, 0)
        os.write(1, json.dumps({"ended": os.waitstatus_to_exitcode(ended)}).encode() + b"\n")


def _line() -> bytes:
    """Not a byte more: the rest is for the process that does the job."""
    found = b""
    while not found.endswith(b"\n"):
        if not (byte := os.read(0, 1)):
            return b""
        found += byte
    return found


if __name__ == "__main__":
    keep_private()
    if sys.argv[1] == "once":
        _run(json.loads(sys.argv[2]), 1)
    else:
        serve(int(sys.argv[2]))
