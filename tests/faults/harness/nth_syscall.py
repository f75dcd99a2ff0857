"""Every n-th call of the system fails, or is the last one, in the unmodified program (F03, F27): by strace.

A first run tells which calls reach the sandbox. Then each of them in turn fails with EIO or ENOSPC, or the process is
killed at it. Afterwards it is done or not done, the exit status says which, and the same command goes through.
"""

import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults.harness.bad_starts import typed
from tests.faults.harness.counts import Bad, Counting, Counts, Scale, Tell, not_done
from tests.faults.harness.halves import judge_folder
from tests.faults.harness.looking import Found, Left, look
from tests.faults.harness.power_cuts import run_in
from tests.faults.harness.sandbox import ROOT, Sandbox, command, table_to_import, with_old_store, with_sample
from tests.faults.harness.sentences import not_one_line
from tests.faults.harness.tracing import NOT_HERE, can_trace

TRACED = (
    "openat", "pread64", "read", "pwrite64", "write", "ftruncate", "fsync", "fdatasync", "rename", "link", "unlink",
    "mkdir", "sendfile", "copy_file_range",
)  # fmt: skip
READS, WRITES = ("read", "pread64", "openat"), ("write", "pwrite64")
HIGHEST_STATUS = 9  # of those that a command ends with by itself
KILLED = (-9, 137)
HOWS = ("error=EIO", "error=ENOSPC", "signal=SIGKILL")
_CALL = re.compile(r"(?:\d+ )?\s*(?P<call>\w+)\((?P<arguments>.*)")


@dataclass(frozen=True, slots=True)
class Command:
    """Of its writes every `each_write`th fails, of its reads every `each_read`th, of other calls every one."""

    name: str
    make: Callable[[Path], Sandbox]
    arguments: Callable[[Sandbox], Sequence[str]]
    each_write: int
    each_read: int


@dataclass(frozen=True, slots=True)
class Point:
    """The `number`th call of that name."""

    call: str
    number: int
    how: str

    @property
    def words(self) -> str:
        return f"{self.call} no. {self.number}, {self.how}"


def run(scale: Scale, seed: int, place: Path, tell: Tell) -> list[Counts]:
    del seed  # every call is tried, or every so many
    wanted = COMMANDS if scale is Scale.LONG else COMMANDS[:1]
    if not can_trace():
        return [not_done(f"n-th call of the system: {one.name}", NOT_HERE) for one in wanted]
    return [_command(one, scale, place / one.name.replace(" ", "-"), tell) for one in wanted]


def _command(one: Command, scale: Scale, folder: Path, tell: Tell) -> Counts:
    model = one.make(folder / "model")
    sandbox = model.copy(folder / "first")
    states = look(sandbox.store), _after(one, sandbox)
    points = list(_points(one, model.copy(folder / "counted")))
    if scale is Scale.SHORT:
        points = points[:: max(1, len(points) // 5)]
    counting = Counting(f"n-th call of the system: {one.name}", tell, len(points))
    for point in points:
        found, refused, hit = _Try(one, model.copy(folder / "sandbox"), states).fail(point)
        counting.fault(hit)
        counting.refused += refused
        counting.edits += hit and found is None
        if found is not None:
            counting.bad(found[0], f"{point.words}: {found[1]}")
    return counting.done()


def _after(one: Command, sandbox: Sandbox) -> Left:
    run_in(sandbox, command(*one.arguments(sandbox)))
    return look(sandbox.store)


def _points(one: Command, sandbox: Sandbox) -> Iterator[Point]:
    """Calls that reach the sandbox, by a run in which nothing fails."""
    log = sandbox.folder.with_suffix(".trace")
    _traced(sandbox, command(*one.arguments(sandbox)), log, ["-y"])
    counted: Counter[str] = Counter()
    reached: Counter[str] = Counter()
    for line in log.read_text(errors="replace").splitlines():
        found = _CALL.match(line)
        if found is None or found["call"] not in TRACED:
            continue
        call = found["call"]
        counted[call] += 1
        if str(sandbox.data) in found["arguments"]:
            reached[call] += 1
            each = one.each_read if call in READS else one.each_write if call in WRITES else 1
            if reached[call] % each == 0:
                yield from (Point(call, counted[call], how) for how in HOWS if _can_be(call, how))
    log.unlink()


def _can_be(call: str, how: str) -> bool:
    return not (how == "error=ENOSPC" and call in ("read", "pread64", "unlink"))


def _traced(
    sandbox: Sandbox, arguments: Sequence[str], log: Path, options: Sequence[str]
) -> "subprocess.CompletedProcess[str]":
    tracing = ["strace", "-f", "--seccomp-bpf", "-o", str(log), "-e", f"trace={','.join(TRACED)}", *options]
    return subprocess.run(
        [*tracing, *arguments], cwd=ROOT, env=dict(sandbox.environment), capture_output=True, text=True, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip


class _Try:
    def __init__(self, one: Command, sandbox: Sandbox, states: tuple[Left, Left]) -> None:
        self._one, self._sandbox = one, sandbox
        self._before, self._after = states

    def fail(self, point: Point) -> tuple[Found | None, bool, bool]:
        """What is wrong, whether it was refused, and whether the call was one of the store's after all."""
        log = self._sandbox.folder.with_suffix(".trace")
        inject = ["-y", "-e", f"inject={point.call}:{point.how}:when={point.number}"]
        ended = _traced(self._sandbox, command(*self._one.arguments(self._sandbox)), log, inject)
        hit = self._was_ours(log, point)
        log.unlink()
        if not hit:
            return None, False, False
        found = self._judge(ended) or self._again()
        return found, 0 < ended.returncode <= HIGHEST_STATUS, True

    def _was_ours(self, log: Path, point: Point) -> bool:
        """Of what was failed; a killed process' last call need not be written down."""
        lines = [line for line in log.read_text(errors="replace").splitlines() if "INJECTED" in line]
        return "KILL" in point.how or any(str(self._sandbox.folder) in line for line in lines)

    def _judge(self, ended: "subprocess.CompletedProcess[str]") -> Found | None:
        left = look(self._sandbox.store)
        if left.wrong is not None:
            return left.wrong
        refused = 0 < ended.returncode <= HIGHEST_STATUS
        if not refused and ended.returncode not in (0, *KILLED):
            return Bad.UNEXPLAINED, f"status {ended.returncode}: {ended.stderr[-300:]!r}"
        done, not_done = self._is(left, self._after), self._is(left, self._before)
        if not (done or not_done):
            return Bad.TORN, "neither done nor not done"
        if ended.returncode == 0 and not done:
            return Bad.LOST, "it said that it was done"
        if refused:
            if not not_done:
                return Bad.UNEXPLAINED, f"it is done, and was told as not possible: {ended.stderr[-200:]!r}"
            return not_one_line(ended.stderr)
        return None

    def _again(self) -> Found | None:
        """The disk works again: the same command goes through."""
        status, said = typed(self._sandbox, self._one.arguments(self._sandbox))
        if status != 0:
            return Bad.LOST, f"it does not go through later: {status}, {said[-200:]!r}"
        if not self._is(look(self._sandbox.store), self._after):
            return Bad.TORN, "done again it is not as it should be"
        counting = Counting("", lambda _: None, 1)
        judge_folder(counting, self._sandbox.backups, [])
        problems = counting.done().problems
        return (Bad.CORRUPT, problems[0]) if problems else None

    @staticmethod
    def _is(left: Left, state: Left) -> bool:
        """Ids of new rows, and moments, are new each time."""
        return (len(left.rows), left.schema) == (len(state.rows), state.schema) and (
            left.rows.keys() != state.rows.keys() or left.rows == state.rows
        )


def _backed_up(folder: Path) -> Sandbox:
    sandbox = with_sample(folder)
    run_in(sandbox, command("backup"))
    run_in(sandbox, command("tally", "thank", "=9", "--day", "2026-11-19"))
    return sandbox


def _with_table(folder: Path) -> Sandbox:
    sandbox = with_sample(folder)
    table_to_import(folder, days=40)
    return sandbox


TALLY = ("tally", "thank", "=7", "--day", "2026-11-19")
COMMANDS = (
    Command("tally", with_sample, lambda _: TALLY, 12, 16),
    Command("backup", with_sample, lambda _: ("backup",), 8, 40),
    Command("restore", _backed_up, lambda _: ("restore", "1", "--yes"), 16, 90),
    Command("migration", with_old_store, lambda _: ("today",), 16, 50),
    Command("import", _with_table, lambda s: ("import", "--yes", str(s.folder / "table.csv")), 12, 90),
    Command(
        "export", with_sample,
        lambda s: ("export", "--format", "json", "--to", str(s.data / "mine.json"), "--replace"), 1, 12,
    ),
)  # fmt: skip
