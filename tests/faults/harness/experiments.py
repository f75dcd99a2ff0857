"""All experiments by their names, in the order of the table."""

from collections.abc import Callable
from pathlib import Path

from tests.faults.harness import (
    bad_starts,
    flips,
    halves,
    hands,
    kills,
    nth_call,
    nth_syscall,
    power_cuts,
    read_only,
    space,
    window_kills,
)
from tests.faults.harness.counts import Counts, Scale, Tell

Run = Callable[[Scale, int, Path, Tell], list[Counts]]

EXPERIMENTS: dict[str, Run] = {
    "kills": kills.run,
    "window": window_kills.run,
    "halves": halves.run,
    "power": power_cuts.run,
    "calls": nth_call.run,
    "system-calls": nth_syscall.run,
    "full": space.run,
    "read-only": read_only.run,
    "hands": hands.run,
    "bad-files": bad_starts.run,
    "damage": flips.run,
}
