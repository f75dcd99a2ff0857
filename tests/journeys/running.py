"""The program in a process of its own, as a test holds it: started, spoken to, waited for, ended."""

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0  # seconds, after which something is wrong; nothing ever waits that long on purpose
A_MOMENT = 5.0
LONGEST_TAIL = 8000  # characters of a crash log
MILESTONES = "SCORECARD_MILESTONES_FD"
FRIDAY_EVENING = "2026-11-20T18:00:00+01:00"

Answer = dict[str, Any]


class Lines:
    """Whole lines out of a pipe, waited for no longer than PATIENCE."""

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self._unread = b""

    def next(self, patience: float = PATIENCE) -> str | None:
        """The next line; None when the other end has closed."""
        end = time.monotonic() + patience
        while b"\n" not in self._unread:
            ready, _, _ = select.select([self._handle], [], [], max(0.0, end - time.monotonic()))
            if not ready:
                raise TimeoutError(f"nothing came for {patience} s")
            if not (more := os.read(self._handle, 1 << 16)):
                return None
            self._unread += more
        line, _, self._unread = self._unread.partition(b"\n")
        return line.decode()

    def rest(self) -> Iterator[str]:
        """All whole lines that are still there, of a process that has ended."""
        while (line := self.next()) is not None:
            yield line

    def close(self) -> None:
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


class Running:
    """`python -m scorecard`, or anything else that tells its milestones."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], handles: Sequence[int] = ()) -> None:
        read, write = os.pipe()
        self._environment = environment
        self.milestones = Lines(read)
        self.reached: list[str] = []
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**environment, MILESTONES: str(write)},
            pass_fds=[write, *handles],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        os.close(write)
        self._pipes = [self.milestones]
        self._printed: bytes | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Ends it, if it has not ended, and lets go of the pipes; doing so twice does no harm."""
        if self.process.poll() is None:
            self.process.kill()
        self.printed()
        for pipe in self._pipes:
            pipe.close()

    def wait_for(self, milestone: str) -> None:
        while milestone not in self.reached:
            line = self.milestones.next()
            if line is None:
                raise AssertionError(f"ended before “{milestone}”: {self.ending()}")
            self.reached.append(line)

    def end(self, patience: float = PATIENCE) -> int:
        """The exit status; raises TimeoutExpired."""
        return self.process.wait(patience)

    def ending(self) -> str:
        """For a test that did not expect it: the status, what was printed, and where the interpreter crashed."""
        try:
            status = self.end(A_MOMENT)
        except subprocess.TimeoutExpired:
            return "its pipe closed, and it still runs"
        said = f"by signal {signal.Signals(-status).name}" if status < 0 else f"with status {status}"
        return "\n".join([said, self.printed(), *self._crash_log()])

    def _crash_log(self) -> list[str]:
        """The end of what faulthandler wrote: where every thread was when the interpreter itself was ended."""
        state = Path(self._environment.get("XDG_STATE_HOME", ""))
        logs = state.rglob("scorecard-crash*.log") if state.parts else ()
        return [f"{log.name}:\n{log.read_text(errors='replace')[-LONGEST_TAIL:]}" for log in logs if log.stat().st_size]

    def printed(self) -> str:
        """All it wrote to its standard streams, once it has ended."""
        if self._printed is None:
            out, err = self.process.communicate(timeout=PATIENCE)
            self._printed = out + err
        return self._printed.decode(errors="replace")


class Driven(Running):
    """The program under a driver: it does what it is told and answers with what it shows."""

    def __init__(self, environment: Mapping[str, str], under: Sequence[str] = (), **wishes: object) -> None:
        """`under`: a command that runs the driver, such as strace with its options."""
        commands, self._commands = os.pipe()
        read, answers = os.pipe()
        self.answers = Lines(read)
        wishes = {"clock": FRIDAY_EVENING, "commands": commands, "answers": answers, **wishes}
        driver = [*under, sys.executable, "-m", "tests.journeys.driver", json.dumps(wishes)]
        super().__init__(driver, environment, (commands, answers))
        os.close(commands)
        os.close(answers)
        self._pipes += [self.answers, Lines(self._commands)]

    def send(self, do: str, **arguments: object) -> None:
        """A command whose answer is read later."""
        os.write(self._commands, json.dumps({"do": do, **arguments}).encode() + b"\n")

    def ask(self, do: str, **arguments: object) -> Answer:
        self.send(do, **arguments)
        line = self.answers.next()
        if line is None:
            raise AssertionError(f"ended while asked to {do}: {self.ending()}")
        answer: Answer = json.loads(line)
        assert "failed" not in answer, answer["failed"]
        return answer

    def keys(self, *keys: str) -> Answer:
        return self.ask("keys", keys=keys)


def forget_runs(environment: Mapping[str, str] = os.environ) -> None:
    """As if the last runs had ended well."""
    for file in Path(environment["XDG_STATE_HOME"]).rglob("*.running"):
        file.unlink()


def until(holds: Callable[[], object], patience: float = PATIENCE) -> None:
    """For what lies outside the program and tells nobody: looks again and again until it is so."""
    end = time.monotonic() + patience
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(f"not so after {patience} s")
        select.select([], [], [], 0.02)
