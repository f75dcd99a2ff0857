"""Whole commands, from the start of the process to its end, over that of a Python that does nothing."""

import shutil
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.benchmarks.starts import PROGRAM, PYTHON
from tests.benchmarks.table import Line
from tests.journeys.running import ROOT

NOTHING = [PYTHON, "-c", "pass"]
GOAL = 3.0
COMMANDS: Sequence[tuple[str, float | None]] = (
    ("--version", GOAL),
    ("--help", GOAL),
    ("where", None),
    ("complete th", None),
    ("today", None),
    ("week", None),
    ("tally thank", GOAL),
)


def measure_command_line(environment: Mapping[str, str], store: Path, folder: Path, rounds: int) -> list[Line]:
    """The commands take turns, so that all of them meet what else this computer does meanwhile."""
    own = folder / "store of the command line"
    shutil.copytree(store, own)
    environment = {**environment, "SCORECARD_DATA": str(own)}
    nothing: list[float] = []
    taken: dict[str, list[float]] = {words: [] for words, _ in COMMANDS}
    for words, _ in COMMANDS:
        _run([*PROGRAM, *words.split()], environment)  # the first tally of a day makes the backup of the day
    for _ in range(rounds):
        nothing.append(_run(NOTHING, environment))
        for words, times in taken.items():
            times.append(_run([*PROGRAM, *words.split()], environment))
    return [Line(f"scorecard {words}", "python -c pass", taken[words], nothing, goal) for words, goal in COMMANDS]


def _run(command: Sequence[str], environment: Mapping[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, env=environment, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return 1000 * (time.perf_counter() - began)
