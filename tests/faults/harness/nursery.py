"""Processes to be killed: a server that forks one for each job, and what each says until it ends."""

import json
import os
import select
import signal
import subprocess
import time
from collections.abc import Iterator
from typing import Any, Self

from tests.faults.harness.sandbox import PYTHON, ROOT, Sandbox
from tests.faults.harness.worker import REAP, Job
from tests.journeys.running import Lines

Said = dict[str, Any]


class Saying:
    """Whole lines of one process after another; half a line that a dead one left was never said."""

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self._unread = b""

    def next(self, seconds: float) -> Said | None:
        end = time.monotonic() + seconds
        while b"\n" not in self._unread:
            left = max(0.0, end - time.monotonic())
            if not select.select([self._handle], [], [], left)[0]:
                return None
            self._unread += os.read(self._handle, 1 << 16)
        line, _, self._unread = self._unread.partition(b"\n")
        found: Said = json.loads(line)
        return found

    def rest(self) -> Iterator[Said]:
        while (said := self.next(0.0)) is not None:
            yield said
        self._unread = b""


class Child:
    """A process at its job. It has the store open, so nobody else has until it is dead."""

    def __init__(self, nursery: "Nursery", pid: int) -> None:
        self._nursery = nursery
        self._pid = pid
        self.said: list[Said] = []

    def listen(self, count: int, seconds: float) -> int:
        """Waits for so many more things to be said, at most so long; how many were."""
        before = len(self.said)
        while len(self.said) < before + count:
            said = self._nursery.said.next(seconds)
            if said is None:
                break
            self.said.append(said)
        return len(self.said) - before

    def tell(self) -> None:
        """For one that listens: go on."""
        self._nursery.write(b"\n")

    def kill(self) -> int:
        os.kill(self._pid, signal.SIGKILL)
        return self.end()

    def end(self) -> int:
        """Its status, once it is dead; all that it said is there then."""
        self._nursery.hear()
        self._nursery.write(REAP)
        status: int = self._nursery.answer()["ended"]
        self.said += self._nursery.said.rest()
        return status


class Nursery:
    """The server. It works in folders of the sandbox only."""

    def __init__(self, sandbox: Sandbox) -> None:
        read, write = os.pipe()
        self._pipe = read
        self._errors = sandbox.folder / "worker-errors"
        with self._errors.open("wb") as errors:
            self._server = subprocess.Popen(
                [*PYTHON, "tests.faults.harness.worker", "serve", str(write)],
                cwd=ROOT, env=dict(sandbox.environment), pass_fds=[write],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors,
            )  # fmt: skip
        os.close(write)
        assert self._server.stdout is not None
        self._answers = Lines(self._server.stdout.fileno())
        self.said = Saying(read)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._server.stdin is not None
        self._server.stdin.close()
        self._server.wait()
        assert self._server.stdout is not None
        self._server.stdout.close()
        os.close(self._pipe)

    def begin(self, **job: Any) -> Child:
        line: Job = job
        self.write(json.dumps(line).encode() + b"\n")
        return Child(self, self.answer()["pid"])

    def write(self, line: bytes) -> None:
        assert self._server.stdin is not None
        self._server.stdin.write(line)
        self._server.stdin.flush()

    def answer(self) -> Said:
        found: Said = json.loads(self.hear())
        return found

    def hear(self) -> str:
        """The server's next line."""
        line = self._answers.next()
        if line is None:
            raise RuntimeError(self.errors())
        return line

    def errors(self) -> str:
        """The end of what the processes wrote to stderr."""
        return self._errors.read_text(errors="replace")[-300:]


def wait(seconds: float) -> None:
    """So that a kill falls anywhere within an edit."""
    select.select([], [], [], seconds)
